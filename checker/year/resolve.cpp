// What the census tells of a person, and which facts are missing.
#include "checker/year/resolve.hpp"

#include "checker/year/open_facts.hpp"

namespace rothcheck::checker {

bool elects(const std::optional<Election>& election) {
  if (!election) return false;
  const auto* amount = std::get_if<Money>(&election->value);
  return amount == nullptr || *amount > Money{};
}

Resolution resolve(const Plan& plan, const Inquiry& inquiry, const Figures& law,
                   const Participant& participant) {
  Resolution resolution;
  Person& person = resolution.person;
  // On the last day of a year everybody has had a birthday in it.
  if (participant.birth_date) resolution.age = law.year - year_of(*participant.birth_date);
  if (!resolution.age) resolution.age = participant.age;
  person.self_employed = is_self_employed(participant);
  person.solo = plan.type.family == PlanFamily::solo_401k;
  if (person.solo && !participant.business && !person.self_employed) {
    resolution.assumptions.add(Assumption::business_not_stated);
  }
  person.pre_tax = participant.pre_tax;
  person.roth = participant.roth;
  person.after_tax = participant.after_tax;
  person.after_tax_so_far = participant.after_tax_ytd.value_or(Money{});
  person.match = participant.match;
  person.nonelective = participant.nonelective;
  person.forfeitures = participant.forfeitures.value_or(Money{});
  person.other_additions = participant.other_additions.value_or(Money{});
  person.hours = participant.hours;
  // Beside nonelective money, or beside what the plan's formula comes to.
  if (participant.qnec) {
    Money& beside = person.nonelective ? *person.nonelective : person.other_additions;
    beside += *participant.qnec;
  }
  person.student_loan_payments = participant.student_loan_payments.value_or(Money{});
  person.deferrals_elsewhere = participant.deferrals_elsewhere.value_or(Money{});
  person.excess_returned = participant.excess_returned;
  person.other_plans.additions = participant.additions_aggregated.value_or(Money{});
  person.other_plans.pay = participant.pay_aggregated.value_or(Money{});
  // A 403(b) is the participant's own: only another employer's plan stands beside it.
  if (counts_with_403b(plan.type.family)) {
    person.other_plans.additions_403b = participant.additions_403b.value_or(Money{});
    person.other_plans.pay_403b = participant.pay_403b;
  }
  person.pay_periods = participant.pay_periods.value_or(26);
  person.terminated_on = participant.termination_date;

  if (inquiry.counts_pay_codes && pay_parts_missing(plan, participant))
    resolution.assumptions.add(Assumption::pay_parts);
  if (plan.type.family == PlanFamily::b403 && !participant.additions_aggregated) {
    resolution.assumptions.add(Assumption::aggregation_403b);
  }
  if (law.short_year) resolution.assumptions.add(Assumption::short_year_fraction);

  open_group_facts(resolution, plan, inquiry, law, participant);
  open_hce(resolution, inquiry, law, participant);
  if (!inquiry.breakpoints.classes.empty() && is_of_several_classes(participant)) [[unlikely]]
    open_disagreeing_classes(resolution, plan, law, inquiry);
  if (inquiry.tells_time_apart) tell_changes_of_group(resolution, inquiry, participant);
  if (!inquiry.surely_eligible.is(participant)) {
    const Eligibility eligibility =
        eligibility_of(plan, law, participant, person.group, inquiry.eligibility_parts);
    person.eligible = eligibility.eligible;
    resolution.excluded_by = eligibility.decided_by;
    resolution.assumptions.add(eligibility.assumptions);
    if (inquiry.only_while_participant || inquiry.limits_periods) [[unlikely]]
      take_participation(resolution, inquiry, eligibility, law, participant);
  }
  open_roth_catch_up(resolution, inquiry, law, participant);
  open_silences(resolution, inquiry, plan.type, participant);
  open_other_plans(resolution, law, participant);
  open_money(resolution, plan, inquiry, participant);
  if (inquiry.limits_periods) [[unlikely]]
    open_periods(resolution, inquiry, participant);
  if (inquiry.special_catch_up) [[unlikely]]
    open_special_catch_up(resolution, plan, inquiry, law, participant);
  if (inquiry.enrols) [[unlikely]]
    open_enrolment(resolution, plan, law, participant);
  if (law.years_apart()) [[unlikely]]
    tell_years_apart(resolution, plan, law);
  return resolution;
}

}  // namespace rothcheck::checker
