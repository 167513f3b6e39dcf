// The catch-up of 15 years in a 403(b), and that of the last three years in a 457(b).
#pragma once

#include "checker/law/eligible_deferred_compensation.hpp"

namespace rothcheck::checker {

/// What an employee did before the year, with the organization whose plan it is.
struct LongService {
  int months = 0;
  /// Elective deferrals of earlier years.
  Money deferred;
  /// Of this catch-up, in earlier years.
  Money used;
};

inline constexpr int fifteen_years = 15 * 12;

/// Fifteen years are to be completed; a part of a year counts as such a part. What is left of the
/// years rounds down.  402(g)(7)(A), (C)  READING.md R16.1
constexpr Money catch_up_of_fifteen_years(const LongService& service) {
  if (service.months < fifteen_years) return Money{};
  const Money of_service = portion(Rate{service.months, 12}, 5'000_usd, Round::down);
  return lesser(lesser(3'000_usd, remainder(15'000_usd, service.used)),
                remainder(of_service, service.deferred));
}

/// The three years that end before the one in which normal retirement age is reached, told by ages
/// in months when a year ends.  457(b)(3)  READING.md R16.2
constexpr bool in_last_three_years(int age, int normal_retirement_age) {
  return age < normal_retirement_age && age + 3 * 12 >= normal_retirement_age;
}

/// Above the ordinary limit: to twice the dollar amount, as far as limits of earlier years were not
/// used.  457(b)(3)(A), (B)  READING.md R16.2
constexpr Money catch_up_of_last_three_years(const Figures& law, Money includible_compensation,
                                             Money unused) {
  const Money ordinary = limit_457b(law, includible_compensation);
  return remainder(lesser(law.deferrals.amount + law.deferrals.amount, ordinary + unused),
                   ordinary);
}

/// The catch-up by age stays unless the other is higher; they never add up.  414(v)(6)(C)
/// READING.md R8.2, R16.2
constexpr bool replaces_catch_up_by_age(Money of_last_three_years, Money by_age) {
  return of_last_three_years > by_age;
}

}  // namespace rothcheck::checker
