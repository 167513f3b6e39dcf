// READING.md R6.1: who is in the test, and with which contributions.
#include "checker/acp/tested_employee.hpp"

#include <algorithm>

#include "checker/law/ages.hpp"
#include "checker/year/eligibility.hpp"
#include "checker/year/employer.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

/// What the person puts in after tax: the election, else what has gone in so far, else nothing.
Money after_tax_of(const Participant& participant, const Person& person, Assumptions& assumptions) {
  if (!participant.after_tax) {
    if (!participant.after_tax_ytd) assumptions.add(Assumption::no_after_tax);
    return participant.after_tax_ytd.value_or(Money{});
  }
  return yearly(participant.after_tax, person.counted_pay);
}

/// A plan may leave out of the test nonhighly compensated employees under 21 or with less than a
/// year of service, whom it need not have let in.  IRC 401(m)(5)(C), 410(a)(1)(A)
bool leaves_out(const Plan& plan, const Figures& law, const Participant& participant,
                const Resolution& resolution) {
  if (plan.exclude_otherwise_excludable.empty() || resolution.highly_compensated == true)
    return false;
  const bool young = resolution.age && *resolution.age < statutory_age::minimum_age;
  const bool new_by_date =
      participant.hire_date && service_in_months(*participant.hire_date, law.next_year) < 12;
  const bool new_by_years =
      participant.service_years && *participant.service_years < Rate::whole(1);
  return young || new_by_date || new_by_years;
}

/// Employees under a bargaining agreement are a plan of their own, which is deemed to pass. Treas.
/// Reg. 1.401(m)-1(b)(2), 1.410(b)-7(c)(4)
bool bargained(const Plan& plan, const GroupFacts& group) {
  return std::any_of(plan.collectively_bargained.begin(), plan.collectively_bargained.end(),
                     [&](const auto& clause) { return clause.value == group.employee_class; });
}

}  // namespace

bool is_tested(const Checker::Ready& ready, const Participant& participant,
               const Resolution& resolution) {
  if (bargained(ready.plan, resolution.person.group)) return false;
  return resolution.person.eligible && !leaves_out(ready.plan, ready.law, participant, resolution);
}

GroupFacts tested_group(const Resolution& resolution) {
  GroupFacts group = resolution.person.group;
  group.highly_compensated = resolution.highly_compensated.value_or(false);
  return group;
}

namespace {

/// The match that is surely paid, and the most that may be: deferrals that are not stated may be
/// none or the most allowed, and a match that nobody has stated nothing or all it may come to.
void add_range(TestedEmployee& employee, const Terms& terms, const Person& person,
               const Figures& law, const Deferrals& deferrals) {
  employee.match_least = employee.match_most = employee.match;
  if (person.match || terms.matches.empty()) return;
  Silence silence;
  const auto match_of = [&](const Person& taken) {
    const Deferrals taken_deferrals = deferrals_of(terms, taken, law, silence);
    const Matching matching{terms, taken, law, taken_deferrals};
    // What has no ceiling of its own is bounded by pay.
    return matching.fills_the_limit() ? greater(taken.pay, matching.with(employee.after_tax))
                                      : matching.with(employee.after_tax);
  };
  Person taken = person;
  for (const bool most_favourable : {true, false}) {
    taken.most_favourable = most_favourable;
    const Money match = match_of(taken);
    employee.match_least = lesser(employee.match_least, match);
    employee.match_most = greater(employee.match_most, match);
  }
  if (!deferrals.assumed) return;
  taken.most_favourable = true;
  taken.pre_tax = taken.roth = Election{Money{}};
  employee.match_least = lesser(employee.match_least, match_of(taken));
}

}  // namespace

TestedEmployee tested_employee(const Checker::Ready& ready, const Terms& terms,
                               const GroupFacts& group, const Participant& participant,
                               Resolution& resolution, Assumptions& assumptions) {
  Person& person = resolution.person;
  person.group = group;
  Silence silence;
  settle(person, participant, terms, ready.law, silence);
  const Deferrals deferrals = deferrals_of(terms, person, ready.law, silence);
  const Matching matching{terms, person, ready.law, deferrals};
  const Money after_tax = after_tax_of(participant, person, assumptions);
  if (deferrals.assumed && !person.match && !terms.matches.empty()) {
    assumptions.add(Assumption::most_deferrals);
  }
  TestedEmployee employee{.id = participant.id,
                          .highly_compensated = person.group.highly_compensated,
                          .compensation = person.limits_pay,
                          .after_tax = after_tax,
                          .match = matching.with(after_tax),
                          .match_least = {},
                          .match_most = {}};
  add_range(employee, terms, person, ready.law, deferrals);
  return employee;
}

}  // namespace rothcheck::checker
