// 402(g): how much a person may leave out of income, over all employers and calendar-year by
// calendar-year.
#pragma once

#include <array>

#include "checker/law/figures.hpp"

namespace rothcheck::checker {

/// The applicable dollar amount, 402(g)(1)(A) and (B), or 457(b)(2)(A); of a limitation year over
/// two calendar years, the amounts of both, Reg. 1.402(g)-1(a), (d).  READING.md R3.1, R19.2
constexpr Money statutory_limit(const Figures& law) {
  if (!law.second_year) return law.deferrals.amount;
  return law.deferrals.amount + law.second_year->deferrals.amount;
}

/// With the catch-up that age brings, whatever a plan says of it.  402(g)(1)(C)  READING.md R3.1
constexpr Money exclusion_limit(const Figures& law, Money catch_up_of_age) {
  return statutory_limit(law) + catch_up_of_age;
}

/// What elective deferrals with other employers leave of it, 402(g)(3). Those of a 457(b) are none
/// of them.  READING.md R3.1
constexpr Money left_of_exclusion(Money limit, Money deferred_elsewhere) {
  return remainder(limit, deferred_elsewhere);
}

/// What one calendar year lets in.
struct CalendarYearLimits {
  Money deferrals, catch_up;

  Money sum() const { return deferrals + catch_up; }
};
/// Deferrals, and what of them is catch-up when their calendar year ends.
struct CalendarYearDeferrals {
  Money all, catch_up;
};

/// Deferrals of two calendar years, each as far as its limits let it stand.
/// Reg. 1.402(g)-1(d), 1.414(v)-1(b)(2)  READING.md R3.1
CalendarYearDeferrals in_calendar_years(const std::array<Money, 2>& deferred,
                                        const std::array<CalendarYearLimits, 2>& limits);
/// The most of them that can be catch-up, where nobody says how they lie: as much as can be lies in
/// one of the years.
Money most_catch_up_in_calendar_years(Money deferred,
                                      const std::array<CalendarYearLimits, 2>& limits);

}  // namespace rothcheck::checker
