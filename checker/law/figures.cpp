// Whose year each figure follows.
#include "checker/law/figures.hpp"

#include <cassert>

#include "checker/law/limitation_year.hpp"
#include "checker/law/plan_types.hpp"

namespace rothcheck::checker {
namespace {

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
  const PlanYear period = limitation_year_of(plan, year);
  // Both begin in the same calendar year, from which the figures of the plan year are.
  const PlanYear plan_year = plan_year_of(plan, year);
  const int begins = year_of(period.first);
  const int ends = year_of(period.last);
  const bool b457 = plan.type.family == PlanFamily::b457;
  Figures law{
      .year = begins,
      .plan_year = plan_year,
      .limitation_year = period,
      .next_year = day_after(plan_year.last),
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
  law.has_catch_up = has_catch_up(plan.type);
  if (ends != begins) {
    law.second_year = DeferralFigures{required(limits, law.deferrals.key, ends),
                                      required(limits, LimitKey::catch_up_age_50, ends),
                                      figure(limits, LimitKey::catch_up_age_60_63, ends)};
  }
  if (is_short(period)) {
    law.short_year = true;
    law.annual_additions.amount = of_short_year(law.annual_additions.amount, period);
    if (!law.years_apart())
      law.compensation.amount = of_short_year(law.compensation.amount, period);
  }
  return law;
}

std::vector<int> missing_years(const Plan& plan, int year, const LimitTable& limits) {
  const PlanYear period = limitation_year_of(plan, year);
  std::vector<int> missing;
  for (int needed = year_of(period.first); needed <= year_of(period.last); ++needed) {
    if (limits.find(needed) == nullptr) missing.push_back(needed);
  }
  return missing;
}

}  // namespace rothcheck::checker
