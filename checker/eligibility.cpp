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

Date reached_on(Date birth, Rate age) {
  return after(birth, {.months = static_cast<int>(age.numerator() * 12 / age.denominator())});
}

/// A period of service is complete at the end of its last day, the day before its anniversary.
Date complete_on(Date hired, Duration service) { return day_before(after(hired, service)); }

Met age_met(Rate needed, const Figures& law, const Participant& participant) {
  if (participant.birth_date) {
    const Date reached = reached_on(*participant.birth_date, needed);
    return {reached <= law.plan_year.last ? Told::yes : Told::no, reached};
  }
  if (!participant.age) return {};
  if (Rate::whole(*participant.age) >= needed) return {Told::yes, {}};
  return {Rate::whole(*participant.age + 1) > needed ? Told::not_told : Told::no, {}};
}

Met service_met(Duration needed, const Figures& law, const Participant& participant) {
  if (participant.hire_date) {
    const Date complete = complete_on(*participant.hire_date, needed);
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

Entry entry_of(const Plan& plan) {
  return plan.entry.empty() ? Entry::immediate : plan.entry.back().value;
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

/// The latest day up to `last` that something holds for which, holding for one day, holds for all
/// before it. Where it holds for nobody alive, a day on which nobody was born.
template <class Holds>
Date latest_day(Date last, Holds holds) {
  using std::chrono::sys_days;
  constexpr sys_days first{date(1800, 1, 1)};
  constexpr Date nobody = date(0, 1, 1);
  if (sys_days{last} < first || !holds(Date{first})) return nobody;
  sys_days least = first, most = last;
  while (least < most) {
    const sys_days middle = least + (most - least + std::chrono::days{1}) / 2;
    if (holds(Date{middle})) {
      least = middle;
    } else {
      most = middle - std::chrono::days{1};
    }
  }
  return Date{least};
}

}  // namespace

SurelyEligible surely_eligible(const Plan& plan, const Figures& law) {
  const auto [first, last] = law.plan_year;
  // Who is there when the year begins, comes in then at the latest.
  const bool waits = entry_of(plan) != Entry::immediate;
  SurelyEligible surely{.born_by = {},
                        .hired_by = waits ? first : last,
                        .asks_service = waits,
                        .asks_class = !plan.excluded_classes.empty()};
  for (const auto& clause : plan.minimum_age) {
    surely.born_by = latest_day(surely.born_by.value_or(last), [&](Date birth) {
      return reached_on(birth, clause.value) <= first;
    });
  }
  for (const auto& clause : plan.minimum_service) {
    surely.asks_service = true;
    surely.hired_by = latest_day(
        surely.hired_by, [&](Date hired) { return complete_on(hired, clause.value) <= first; });
  }
  for (const auto& clause : plan.employer_money_service) {
    surely.asks_service = true;
    surely.hired_by = latest_day(
        surely.hired_by, [&](Date hired) { return complete_on(hired, clause.value) < first; });
  }
  return surely;
}

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

[[gnu::noinline]] Eligibility eligibility_of(const Plan& plan, const Figures& law,
                                             const Participant& participant) {
  Eligibility found;
  const auto keep_out = [&](Span clause) {
    found.eligible = false;
    found.decided_by = clause;
  };
  const Entry entry = entry_of(plan);
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
  // People come in on entry dates, be there a condition to meet before or not.
  if (entry != Entry::immediate && participant.hire_date &&
      *participant.hire_date <= law.plan_year.last) {
    hold({Told::yes, participant.hire_date}, plan.entry.back().where,
         Assumption::eligible_by_service);
  }
  if (entry != Entry::immediate && !participant.hire_date && plan.minimum_service.empty())
    found.assumptions.add(Assumption::eligible_by_service);
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
