// Age, service and class against the plan's conditions.
#include "checker/eligibility.hpp"

namespace rothcheck::checker {
namespace {

enum class Met { yes, no, not_told };

Met age_met(Rate needed, const Figures& law, const Participant& participant) {
  if (participant.birth_date) {
    const Date reached =
        after(*participant.birth_date,
              {.months = static_cast<int>(needed.numerator() * 12 / needed.denominator())});
    return reached <= law.plan_year.last ? Met::yes : Met::no;
  }
  if (!participant.age) return Met::not_told;
  if (Rate::whole(*participant.age) >= needed) return Met::yes;
  return Rate::whole(*participant.age + 1) > needed ? Met::not_told : Met::no;
}

/// A period of service is complete at the end of its last day, the day before its anniversary.
Met service_met(Duration needed, const Figures& law, const Participant& participant) {
  if (participant.hire_date) {
    return after(*participant.hire_date, needed) <= day_after(law.plan_year.last) ? Met::yes
                                                                                  : Met::no;
  }
  if (!participant.service_years) return Met::not_told;
  const Rate years = Rate{needed.months, 12} + Rate{needed.days, 365};
  if (*participant.service_years >= years) return Met::yes;
  const bool whole = participant.service_years->denominator() == 1;
  return whole && *participant.service_years + Rate::whole(1) > years ? Met::not_told : Met::no;
}

}  // namespace

Rate service_in_months(Date hired, Date on) {
  if (hired > on) return Rate{};
  const int years = service_on(hired, on);
  int months = 0;
  while (months < 11 && after(hired, {.months = years * 12 + months + 1}) <= day_after(on))
    ++months;
  return Rate{years * 12 + months, 12};
}

Eligibility eligibility_of(const Plan& plan, const Figures& law, const Participant& participant) {
  Eligibility found;
  const auto keep_out = [&](Span clause) {
    found.eligible = false;
    found.decided_by = clause;
  };
  for (const auto& clause : plan.minimum_age) {
    const Met met = age_met(clause.value, law, participant);
    if (met == Met::no) keep_out(clause.where);
    if (met == Met::not_told) found.assumptions.add(Assumption::eligible_by_age);
  }
  for (const auto& clause : plan.minimum_service) {
    const Met met = service_met(clause.value, law, participant);
    if (met == Met::no) keep_out(clause.where);
    if (met == Met::not_told) found.assumptions.add(Assumption::eligible_by_service);
  }
  for (const auto& clause : plan.excluded_classes) {
    if (!participant.employee_class) found.assumptions.add(Assumption::not_excluded);
    if (participant.employee_class && *participant.employee_class == clause.value)
      keep_out(clause.where);
  }
  if (participant.termination_date && *participant.termination_date < law.plan_year.first)
    keep_out(plan.where);
  if (participant.hire_date && *participant.hire_date > law.plan_year.last) keep_out(plan.where);
  return found;
}

}  // namespace rothcheck::checker
