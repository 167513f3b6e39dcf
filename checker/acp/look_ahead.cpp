#include "checker/acp/look_ahead.hpp"

#include <algorithm>

#include "checker/law/contribution_percentage.hpp"

namespace rothcheck::checker {
namespace {

bool earns_match(const Plan& plan) {
  return std::any_of(plan.matches.begin(), plan.matches.end(), [](const auto& match) {
    return match.value.counts.has(Kind::after_tax) && !match.value.formulas.empty();
  });
}

}  // namespace

Money AheadMember::at_rate(Hundredths rate) const {
  return lesser(room, portion(rate_of(rate), employee->compensation, Round::nearest));
}

LookAhead::LookAhead(const Checker::Ready& ready, const std::vector<Participant>& census,
                     const TestedPeople& people, const Way& way)
    : match_{match_counting(people, way.left_out)} {
  const Counting counting = acp_counting(people, way);
  const bool matched = earns_match(ready.plan);
  for (const TestPart& part : test_parts(people, way.grouping, counting)) {
    const std::size_t first = members_.size();
    for (const TestedEmployee* employee : part.hces) {
      const Participant& person = census[employee->person];
      AheadMember member{.employee = employee,
                         .beside = counting(*employee).stated - employee->after_tax,
                         .room = Money::ceiling(),
                         .formula = {}};
      if (matched && !person.match) {
        member.beside -= match_(*employee, employee->match);
        member.formula = match_of_formula(ready, person, true);
      }
      members_.push_back(std::move(member));
    }
    const bool is_test =
        members_.size() != first && (part.figures.nhce.count != 0 || part.open.prior_year);
    if (is_test) parts_.push_back({first, members_.size(), part.figures.nhce_average});
  }
}

void LookAhead::ask_rooms(const Checker& checker, const std::vector<Participant>& census) {
  for (AheadMember& member : members_)
    member.room = checker.assess(census[member.employee->person]).room.least;
}

template <class Amount>
bool LookAhead::passes_with(Amount after_tax) const {
  return std::all_of(parts_.begin(), parts_.end(), [&](const Part& part) {
    AcpGroup group;
    for (std::size_t at = part.first; at < part.last; ++at) {
      const AheadMember& member = members_[at];
      const Money amount = after_tax(member);
      Money counted = member.beside + amount;
      if (member.formula) counted += match_(*member.employee, member.formula->with(amount));
      ++group.count;
      group.ratio_sum += contribution_ratio(counted, member.employee->compensation).count;
    }
    return passes(group.average(), part.nhce);
  });
}

bool LookAhead::passes_at_rate(Hundredths rate) const {
  return passes_with([rate](const AheadMember& member) { return member.at_rate(rate); });
}

bool LookAhead::passes_at_cap(Money cap) const {
  return passes_with([cap](const AheadMember& member) { return member.at_cap(cap); });
}

}  // namespace rothcheck::checker
