// Limits by pay period: what a period leaves is lost.
#include "checker/year/limit_ceiling.hpp"

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

Money ceiling_of_hours(const LimitTerm& limit, const Person& person, Money outside) {
  const Rate cents = limit.cents_of_period * person.hours.value_or(Rate{});
  return outside + Money::cents(divide(Wide{cents.numerator()}, cents.denominator(), Round::down));
}

}  // namespace rothcheck::checker
