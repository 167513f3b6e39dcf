// What a ceiling of the plan lets one person put in over the year.  READING.md R4.2, R21.3
#pragma once

#include "checker/terms/person.hpp"
#include "checker/terms/terms.hpp"

namespace rothcheck::checker {

/// The pay that a percent is of. More of it gives more room under a limit on after-tax money, and
/// less where it lets more be deferred.
inline Money pay_of_limit(bool of_base_pay, bool on_after_tax, const Person& person) {
  if (of_base_pay) [[unlikely]]
    return on_after_tax ? person.limits_base_pay : person.deferral_limits_base_pay;
  return on_after_tax ? person.limits_pay : person.deferral_limits_pay;
}

/// Of a limit for each pay period: the dollars of all periods, and nothing of those before the
/// person takes part.
[[gnu::noinline, gnu::cold]] Money ceiling_of_periods(const LimitTerm& limit, const Person& person,
                                                      Money of_pay);

/// Of a limit in dollars for each hour.
[[gnu::noinline, gnu::cold]] Money ceiling_of_hours(const LimitTerm& limit, const Person& person,
                                                    Money outside);
/// Whether what the limit comes to is not known: its figure, or the hours that it goes by.
inline bool is_open(const LimitTerm& limit, const Person& person) {
  return limit.amount.unknown || (limit.per_hour && !person.hours);
}

/// Rounds down.
inline Money ceiling_of(const LimitTerm& limit, const Person& person, bool on_after_tax) {
  const Money held =
      limit.ceiling(pay_of_limit(limit.of_base_pay, on_after_tax, person), person.pay);
  if (limit.per_hour) [[unlikely]]
    return ceiling_of_hours(limit, person, held);
  if (limit.each_pay_period) [[unlikely]]
    return ceiling_of_periods(limit, person, held);
  return held;
}

}  // namespace rothcheck::checker
