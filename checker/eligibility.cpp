// Age, service and class against the plan's conditions.
#include "checker/eligibility.hpp"

namespace rothcheck::checker {
namespace {

enum class Told { yes, no, not_told };

/// When a condition is met, as far as the census tells: by a date, or only that it is or is not by
/// the end of the year.
struct Met {
  Told by_year_end = Told::not_told;
  std::optional<Date> on;
};

Met age_met(Rate needed, const Figures& law, const Participant& participant) {
  if (participant.birth_date) {
    const int months = static_cast<int>(needed.numerator() * 12 / needed.denominator());
    const Date reached = after(*participant.birth_date, {.months = months});
    return {reached <= law.plan_year.last ? Told::yes : Told::no, reached};
  }
  if (!participant.age) return {};
  if (Rate::whole(*participant.age) >= needed) return {Told::yes, {}};
  return {Rate::whole(*participant.age + 1) > needed ? Told::not_told : Told::no, {}};
}

/// A period of service is complete at the end of its last day, the day before its anniversary.
Met service_met(Duration needed, const Figures& law, const Participant& participant) {
  if (participant.hire_date) {
    const Date complete = day_before(after(*participant.hire_date, needed));
    return {complete <= law.plan_year.last ? Told::yes : Told::no, complete};
  }
  if (!participant.service_years) return {};
  const Rate years = Rate{needed.months, 12} + Rate{needed.days, 365};
  if (*participant.service_years >= years) return {Told::yes, {}};
  const bool whole = participant.service_years->denominator() == 1;
  return {whole && *participant.service_years + Rate::whole(1) > years ? Told::not_told : Told::no,
          {}};
}

int months_between_entries(Entry entry) {
  switch (entry) {
    case Entry::immediate:
      return 0;
    case Entry::monthly:
      return 1;
    case Entry::quarterly:
      return 3;
    case Entry::semiannual:
      return 6;
    case Entry::annual:
      return 12;
  }
  return 0;
}

/// The first entry date on or after a day. Entry dates are counted from the beginning of the plan
/// year.
Date entry_on_or_after(Date day, Entry entry, PlanYear year) {
  const int step = months_between_entries(entry);
  if (step == 0 || day <= year.first) return day;
  int months = 0;
  while (after(year.first, {.months = months}) < day) months += step;
  return after(year.first, {.months = months});
}

}  // namespace

int age_in_months(Date birth, Date on) {
  const int months =
      (year_of(on) - year_of(birth)) * 12 +
      (static_cast<int>(unsigned{on.month()}) - static_cast<int>(unsigned{birth.month()}));
  // The month is reached on its day, or on its last day where it has no such day.
  const unsigned day{birth.day()};
  if (day <= unsigned{on.day()}) return months;
  if (day <= shortest_month) return months - 1;
  return after(birth, {.months = months}) <= on ? months : months - 1;
}

int service_in_months(Date hired, Date on) {
  return hired > on ? 0 : age_in_months(hired, day_after(on));
}

Eligibility eligibility_of(const Plan& plan, const Figures& law, const Participant& participant) {
  Eligibility found;
  const auto keep_out = [&](Span clause) {
    found.eligible = false;
    found.decided_by = clause;
  };
  const Entry entry = plan.entry.empty() ? Entry::immediate : plan.entry.back().value;
  const auto hold = [&](const Met& met, Span clause, Assumption in_favour) {
    if (met.by_year_end == Told::no) keep_out(clause);
    if (met.by_year_end == Told::not_told) found.assumptions.add(in_favour);
    if (met.by_year_end != Told::yes || !met.on) return;
    const Date enters = entry_on_or_after(*met.on, entry, law.plan_year);
    if (enters > law.plan_year.last)
      keep_out(entry == Entry::immediate ? clause : plan.entry.back().where);
    // Who leaves before the entry date never comes in.
    if (participant.termination_date && *participant.termination_date < enters) keep_out(clause);
    if (enters > law.plan_year.first && enters <= law.plan_year.last) {
      found.assumptions.add(Assumption::entered_mid_year);
    }
  };
  for (const auto& clause : plan.minimum_age) {
    hold(age_met(clause.value, law, participant), clause.where, Assumption::eligible_by_age);
  }
  for (const auto& clause : plan.minimum_service) {
    hold(service_met(clause.value, law, participant), clause.where,
         Assumption::eligible_by_service);
  }
  for (const auto& clause : plan.excluded_classes) {
    if (!participant.employee_class) found.assumptions.add(Assumption::not_excluded);
    if (participant.employee_class && *participant.employee_class == clause.value)
      keep_out(clause.where);
  }
  for (const auto& clause : plan.employer_money_service) {
    const Met met = service_met(clause.value, law, participant);
    if (met.by_year_end == Told::yes && met.on && *met.on >= law.plan_year.first) {
      found.assumptions.add(Assumption::employer_money_mid_year);
    }
  }
  if (participant.termination_date && *participant.termination_date < law.plan_year.first)
    keep_out(plan.where);
  if (participant.hire_date && *participant.hire_date > law.plan_year.last) keep_out(plan.where);
  return found;
}

}  // namespace rothcheck::checker
