// 415(f), 415(k)(4): several plans together.
#include "checker/law/annual_additions.hpp"

namespace rothcheck::checker {

CompensationLimit compensation_limit_over_plans(Money compensation, const OtherPlans& others,
                                                PlanFamily family) {
  CompensationLimit least{
      .own = compensation, .pay_elsewhere = others.pay, .aggregated = others.additions};
  const auto meet = [&least](const CompensationLimit& other) {
    if (other.amount() < least.amount()) least = other;
  };
  if (others.pay_403b) {
    meet({.own = compensation,
          .pay_elsewhere = others.pay + *others.pay_403b,
          .aggregated = others.additions,
          .in_403b = others.additions_403b});
  }
  if (family == PlanFamily::b403) meet({.own = compensation});
  return least;
}

}  // namespace rothcheck::checker
