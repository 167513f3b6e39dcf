// Whole months, and days of the last one.
#include "checker/law/limitation_year.hpp"

namespace rothcheck::checker {

/// Reg. 1.415(j)-1(d)(2) says "including any fractional parts of a month"; whether a part month
/// counts as a whole one is not settled, and this is the smaller figure.
Rate share_of_twelve_months(PlanYear year) {
  int months = 0;
  while (day_before(after(year.first, {.months = months + 1})) <= year.last) ++months;
  const Date rest_from = after(year.first, {.months = months});
  if (rest_from > year.last) return Rate{months, 12};
  const Date rest_to = day_before(after(year.first, {.months = months + 1}));
  const Rate part{days_from_to(rest_from, year.last), days_from_to(rest_from, rest_to)};
  return (Rate::whole(months) + part) * Rate{1, 12};
}

PlanYear limitation_year_of(const Plan& plan, int year) {
  if (plan.type.family == PlanFamily::b403) return calendar_year(year);
  for (const Provision<LimitationYear>& stated : plan.limitation_year) {
    if (stated.value.exactly) return *stated.value.exactly;
    if (const auto begins = stated.value.begins) {
      const Date first = date(year, begins->month, begins->day);
      return {first, day_before(after(first, {.months = 12}))};
    }
  }
  return calendar_year(year);
}

PlanYear plan_year_of(const Plan& plan, int year) {
  if (plan.plan_year.empty()) return limitation_year_of(plan, year);
  const MonthDay begins = plan.plan_year.front().value;
  const Date first = date(year, begins.month, begins.day);
  return {first, day_before(after(first, {.months = 12}))};
}

bool is_short(PlanYear year) { return year.last < day_before(after(year.first, {.months = 12})); }

Money of_short_year(Money annual, PlanYear year) {
  return portion(share_of_twelve_months(year), annual, Round::down);
}

}  // namespace rothcheck::checker
