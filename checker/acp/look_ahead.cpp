#include "checker/acp/look_ahead.hpp"

#include <algorithm>

#include "checker/law/contribution_percentage.hpp"

namespace rothcheck::checker {

Money AheadMember::at_rate(Hundredths rate) const {
  return lesser(room, portion(rate_of(rate), employee->compensation, Round::nearest));
}

LookAhead::LookAhead(const Checker::Ready& ready, const TestedPeople& people, const Way& way)
    : people_{people}, match_{match_counting(people, way.left_out)} {
  const Counting counting = acp_counting(people, way);
  const bool matched = matches_after_tax(ready.plan);
  for (const TestPart& part : test_parts(people, way.grouping, counting)) {
    const std::size_t first = members_.size();
    for (const TestedEmployee* employee : part.hces) {
      const Participant* person = people.persons[employee->person].facts;
      AheadMember member{.employee = employee,
                         .beside = counting(*employee).stated - employee->after_tax,
                         .room = Money::ceiling(),
                         .formula = {}};
      if (matched && person != nullptr && !person->match) {
        member.beside -= match_(*employee, employee->match);
        member.formula = std::make_shared<MatchOfFormula>(match_of_formula(ready, *person, true));
      }
      members_.push_back(std::move(member));
    }
    const bool is_test =
        members_.size() != first && (part.figures.nhce.count != 0 || part.open.prior_year);
    if (is_test) parts_.push_back({first, members_.size(), part.figures.nhce_average});
  }
}

void LookAhead::ask_rooms(const Checker& checker) {
  for (AheadMember& member : members_) {
    const NumberedPerson& person = people_.persons[member.employee->person];
    const Range room = person.facts == nullptr ? person.room.value_or(Range{})
                                               : checker.assess(*person.facts).room;
    member.room = room.most;
    member.room_told = room.settled();
  }
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
