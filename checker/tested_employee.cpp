// READING.md R6.1: who is in the test, and with which contributions.
#include "checker/tested_employee.hpp"

#include "checker/eligibility.hpp"
#include "checker/law/employer.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

/// What the person puts in after tax: the election, else what has gone in so far, else nothing.
Money after_tax_of(const Participant& participant, const Person& person, Assumptions& assumptions) {
  if (!participant.after_tax) {
    if (!participant.after_tax_ytd) assumptions.add(Assumption::no_after_tax);
    return participant.after_tax_ytd.value_or(Money{});
  }
  const auto* amount = std::get_if<Money>(&participant.after_tax->value);
  if (amount != nullptr) return *amount;
  return portion(std::get<Rate>(participant.after_tax->value), person.counted_pay, Round::nearest);
}

/// A plan may leave out of the test nonhighly compensated employees under 21 or with less than a
/// year of service, whom it need not have let in.  IRC 401(m)(5)(C), 410(a)(1)(A)
bool leaves_out(const Plan& plan, const Figures& law, const Participant& participant,
                const Resolution& resolution) {
  if (plan.exclude_otherwise_excludable.empty() || resolution.highly_compensated == true)
    return false;
  const bool young = resolution.age && *resolution.age < 21;
  const bool new_by_date =
      participant.hire_date && service_in_months(*participant.hire_date, law.next_year) < 12;
  const bool new_by_years =
      participant.service_years && *participant.service_years < Rate::whole(1);
  return young || new_by_date || new_by_years;
}

}  // namespace

bool is_tested(const Checker::Ready& ready, const Participant& participant,
               const Resolution& resolution) {
  return resolution.person.eligible && !leaves_out(ready.plan, ready.law, participant, resolution);
}

GroupFacts tested_group(const Resolution& resolution) {
  GroupFacts group = resolution.person.group;
  group.highly_compensated = resolution.highly_compensated.value_or(false);
  return group;
}

TestedEmployee tested_employee(const Checker::Ready& ready, const Terms& terms,
                               const Participant& participant, Resolution& resolution,
                               Assumptions& assumptions) {
  Person& person = resolution.person;
  person.group = tested_group(resolution);
  Silence silence;
  settle(person, participant, terms, ready.law, silence);
  const Deferrals deferrals = deferrals_of(terms, person, ready.law, silence);
  const Matching matching{terms, person, ready.law, deferrals};
  const Money after_tax = after_tax_of(participant, person, assumptions);
  if (deferrals.assumed && !person.match && !terms.matches.empty()) {
    assumptions.add(Assumption::most_deferrals);
  }
  return {.id = participant.id,
          .highly_compensated = person.group.highly_compensated,
          .compensation = person.limits_pay,
          .after_tax = after_tax,
          .match = matching.with(after_tax)};
}

}  // namespace rothcheck::checker
