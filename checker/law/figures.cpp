// Whose year each figure follows.
#include "checker/law/figures.hpp"

#include <cassert>

namespace rothcheck::checker {
namespace {

PlanYear plan_year_of(const Plan& plan, int year) {
  // Whatever the document says: the person is taken to control the plan, and has the calendar year
  // unless he or she has elected another with a tax return.  Treas. Reg. 1.415(j)-1(e)
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

/// Less than twelve months: 365 days are a day short of a leap year.
bool is_short(PlanYear period) {
  return period.last < day_before(after(period.first, {.months = 12}));
}

/// Months of a short year over twelve, its last month counted in days. Treas. Reg. 1.415(j)-1(d)(2)
/// says "including any fractional parts of a month"; whether a part month counts as a whole one is
/// unsure, and this is the smaller figure.
Rate share_of_twelve_months(PlanYear period) {
  int months = 0;
  while (day_before(after(period.first, {.months = months + 1})) <= period.last) ++months;
  const Date rest_from = after(period.first, {.months = months});
  if (rest_from > period.last) return Rate{months, 12};
  const Date rest_to = day_before(after(period.first, {.months = months + 1}));
  const Rate part{days_from_to(rest_from, period.last), days_from_to(rest_from, rest_to)};
  return (Rate::whole(months) + part) * Rate{1, 12};
}

std::optional<YearFigure> figure(const LimitTable& limits, LimitKey key, int year) {
  const YearFigures* figures = limits.find(year);
  if (figures == nullptr) return std::nullopt;
  const std::optional<Money> amount = figures->money(key);
  if (!amount) return std::nullopt;
  return YearFigure{*amount, key, year};
}

YearFigure required(const LimitTable& limits, LimitKey key, int year) {
  const std::optional<YearFigure> found = figure(limits, key, year);
  assert(found && "the years a plan needs are looked for before it is checked");
  return *found;
}

}  // namespace

Figures figures_for(const Plan& plan, int year, const LimitTable& limits) {
  const PlanYear period = plan_year_of(plan, year);
  const int begins = year_of(period.first);
  const int ends = year_of(period.last);
  const bool b457 = plan.type.family == PlanFamily::b457;
  Figures law{
      .year = begins,
      .plan_year = period,
      .next_year = day_after(period.last),
      .deferrals =
          required(limits, b457 ? LimitKey::limit_457b : LimitKey::elective_deferral_402g, begins),
      .catch_up_50 = required(limits, LimitKey::catch_up_age_50, begins),
      .catch_up_60_63 = figure(limits, LimitKey::catch_up_age_60_63, begins),
      .annual_additions = required(limits, LimitKey::annual_additions_415c, ends),
      .compensation = required(limits, LimitKey::compensation_401a17, begins),
      .hce_pay = figure(limits, LimitKey::hce_compensation_414q, begins - 1),
      .roth_catch_up_wages = figure(limits, LimitKey::roth_catch_up_wage_threshold, begins),
      .wage_base = required(limits, LimitKey::social_security_wage_base, begins),
      .se_oasdi = limits.find(begins)->rate(LimitKey::se_oasdi_rate),
      .se_medicare = limits.find(begins)->rate(LimitKey::se_medicare_rate),
      .se_factor = limits.find(begins)->rate(LimitKey::se_net_earnings_factor),
      .se_minimum = limits.find(begins)->money(LimitKey::se_minimum_net_earnings).value_or(Money{}),
  };
  law.family = plan.type.family;
  // 414(v)(6)(A)(iii)
  law.has_catch_up = !b457 || plan.type.sponsor == PlanSponsor::governmental;
  if (ends != begins) {
    law.second_year = DeferralFigures{required(limits, law.deferrals.key, ends),
                                      required(limits, LimitKey::catch_up_age_50, ends),
                                      figure(limits, LimitKey::catch_up_age_60_63, ends)};
  }
  if (is_short(period)) {
    const Rate share = share_of_twelve_months(period);
    law.short_year = true;
    // Both are legal maxima, so they round down.
    law.annual_additions.amount = portion(share, law.annual_additions.amount, Round::down);
    law.compensation.amount = portion(share, law.compensation.amount, Round::down);
  }
  return law;
}

std::vector<int> missing_years(const Plan& plan, int year, const LimitTable& limits) {
  const PlanYear period = plan_year_of(plan, year);
  std::vector<int> missing;
  for (int needed = year_of(period.first); needed <= year_of(period.last); ++needed) {
    if (limits.find(needed) == nullptr) missing.push_back(needed);
  }
  return missing;
}

}  // namespace rothcheck::checker
