// Limits by pay period: what a period leaves is lost.
#include "checker/year/limit_ceiling.hpp"

#include <algorithm>

namespace rothcheck::checker {

Money ceiling_of_periods(const LimitTerm& limit, const Person& person, Money of_pay) {
  const Rate cents = limit.cents_of_period * Rate::whole(person.pay_periods);
  const Money dollars =
      Money::cents(divide(Wide{cents.numerator()}, cents.denominator(), Round::down));
  // A percent of pay that counts only while a participant has left those periods out.
  const Money percent =
      person.counts_in_part() ? of_pay : portion(person.time_as_participant, of_pay, Round::down);
  return percent + portion(person.time_as_participant, dollars, Round::down);
}

Rate periods_behind(Money limit, Money deferred_in_a_year, int pay_periods) {
  if (limit == Money{}) return Rate::whole(1);
  if (deferred_in_a_year < limit) return Rate{};
  // In the period that reaches the limit, after-tax money begins.
  const std::int64_t before =
      divide(Wide{limit.in_cents()} * pay_periods, deferred_in_a_year.in_cents(), Round::up) - 1;
  return Rate{pay_periods - before, pay_periods};
}

}  // namespace rothcheck::checker
