#include "checker/acp/tested_people.hpp"

#include <array>
#include <optional>

#include "checker/law/highly_compensated.hpp"

namespace rothcheck::checker {
namespace {

/// The terms of each group, settled once where the plan tells none but the highly compensated
/// apart.
class TermsOfGroups {
 public:
  explicit TermsOfGroups(const Checker::Ready& ready) : ready_{ready} {}

  const Terms& of(const GroupFacts& group) {
    std::optional<Terms>& known = known_[group.highly_compensated ? 1 : 0];
    if (!known || !ready_.inquiry.breakpoints.none_but_highly_compensated())
      known = terms_for(ready_.plan, group, ready_.law);
    return *known;
  }

 private:
  const Checker::Ready& ready_;
  std::array<std::optional<Terms>, 2> known_;
};

}  // namespace

TestedPeople tested_people(const Checker::Ready& ready, const std::vector<Participant>& census,
                           std::int64_t people_left_out) {
  TestedPeople people;
  people.people_left_out = people_left_out;
  TermsOfGroups terms{ready};
  for (std::size_t at = 0; at < census.size(); ++at) {
    const Participant& participant = census[at];
    const Resolution resolution = resolve(ready.plan, ready.inquiry, ready.law, participant);
    if (!is_tested(ready, participant, resolution)) continue;
    people.assumptions.add(hce_status(participant, ready.law).assumptions);
    const auto as = [&](bool highly_compensated) {
      GroupFacts group = resolution.person.group;
      group.highly_compensated = highly_compensated;
      Resolution taken = resolution;
      TestedEmployee employee =
          tested_employee(ready, terms.of(group), group, participant, taken, people.assumptions);
      employee.person = at;
      return employee;
    };
    if (!resolution.highly_compensated)
      people.undecided.push_back({people.employees.size(), as(true)});
    people.employees.push_back(as(resolution.highly_compensated.value_or(false)));
  }
  return people;
}

TestedPeople decided(TestedPeople people, std::uint64_t as_hce) {
  for (std::size_t i = 0; i < people.undecided.size(); ++i) {
    const TestedPeople::Undecided& one = people.undecided[i];
    if ((as_hce >> i & 1u) != 0) people.employees[one.at] = one.as_hce;
  }
  people.undecided.clear();
  return people;
}

}  // namespace rothcheck::checker
