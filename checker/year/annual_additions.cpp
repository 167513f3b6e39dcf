// 415(f), 415(k)(4): several plans together.
#include "checker/year/annual_additions.hpp"

namespace rothcheck::checker {

PayLimit limit_over_plans(Money own, const Person& person, const Figures& law) {
  PayLimit least{
      .own = own, .pay_elsewhere = person.pay_aggregated, .aggregated = person.aggregated};
  const auto meet = [&least](const PayLimit& other) {
    if (other.amount() < least.amount()) least = other;
  };
  if (person.pay_403b) {
    meet({.own = own,
          .pay_elsewhere = person.pay_aggregated + *person.pay_403b,
          .aggregated = person.aggregated,
          .in_403b = person.additions_403b});
  }
  if (law.family == PlanFamily::b403) meet({.own = own});
  return least;
}

}  // namespace rothcheck::checker
