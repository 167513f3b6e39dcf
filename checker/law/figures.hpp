// The law's figures for one plan year, each taken from the calendar year that it follows.
#pragma once

#include <optional>

#include "model/limits.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// A figure and the calendar year it was published for, so that a derivation can name its notice.
struct YearFigure {
  Money amount;
  LimitKey key = LimitKey::none;
  int year = 0;
};

/// What the law fixes for deferrals of one calendar year.
struct DeferralFigures {
  YearFigure deferrals;
  YearFigure catch_up_50;
  std::optional<YearFigure> catch_up_60_63;
};

/// What the law fixes for a plan year, each from the calendar year that it follows.
/// READING.md R2.5, R19.2  Amounts for a short limitation year are already reduced.
struct Figures {
  /// The calendar year in which the plan year begins.
  int year = 0;
  PlanYear plan_year;
  /// Of 415(c); mostly the plan year.
  PlanYear limitation_year;
  /// The day after the plan year.
  Date next_year;
  /// 402(g), or 457(b)(2) for a 457(b) plan: the calendar year.
  YearFigure deferrals;
  /// 414(v): the calendar year. The higher amount is from 2025 on.
  YearFigure catch_up_50;
  std::optional<YearFigure> catch_up_60_63;
  /// Of the calendar year in which the plan year ends, where that is another: a limit of each
  /// calendar year holds for deferrals, Reg. 1.402(g)-1(a), (d).
  std::optional<DeferralFigures> second_year;
  /// Whether this type of plan has catch-up by age.
  bool has_catch_up = true;
  /// 415(c): the calendar year in which the limitation year ends.
  YearFigure annual_additions;
  /// 401(a)(17): the calendar year in which the plan year begins.
  YearFigure compensation;
  /// 414(q): the year in which the lookback year begins.
  std::optional<YearFigure> hce_pay;
  /// 414(v)(7): from 2026.
  std::optional<YearFigure> roth_catch_up_wages;
  /// 1402(b)(1): the calendar year.
  YearFigure wage_base;
  Rate se_oasdi, se_medicare, se_factor;
  Money se_minimum;
  bool short_year = false;
  PlanFamily family = PlanFamily::k401;

  bool years_apart() const { return !(plan_year == limitation_year); }
  /// A 457(b) plan stands outside 402(g) and 415(c): its own limit takes employee and employer
  /// money together.  457(b)(2), (c); 415(a)(2), (k)(1)
  bool is_457b() const { return deferrals.key == LimitKey::limit_457b; }
};

/// The figures that decide `plan` in `year`. `limits` must know the year and, for a limitation year
/// that ends in the next calendar year, that one too (see `missing_years`).
Figures figures_for(const Plan& plan, int year, const LimitTable& limits);

/// The calendar years that must be in the table to check the plan in that year, and are not.
std::vector<int> missing_years(const Plan& plan, int year, const LimitTable& limits);

}  // namespace rothcheck::checker
