// 415(c), (f), (k)(4): what counts as an annual addition, and the limit on it.
#pragma once

#include "checker/law/figures.hpp"

namespace rothcheck::checker {

/// Additions in plans that count together with this one, and pay of the employers that make them.
struct OtherPlans {
  /// In the other plans of this employer, which are one plan with it.  415(f)(1)(B), (g), (h)
  /// READING.md R2.4, R15.2
  Money additions, pay;
  /// In a 403(b) of a person who controls this employer.  415(k)(4), Reg. 1.415(f)-1(f)
  /// READING.md R8.1
  Money additions_403b;
  std::optional<Money> pay_403b;

  bool none() const { return additions == Money{} && additions_403b == Money{}; }
};

/// Whether a 403(b) of the person counts together with a plan of this family: it is the
/// participant's own, and so is another 403(b); a 457(b) has no annual additions.
constexpr bool counts_with_403b(PlanFamily family) {
  return family != PlanFamily::b403 && family != PlanFamily::b457;
}

/// 415(c)(2): the sum of employer contributions, employee contributions and forfeitures. Elective
/// deferrals are employer contributions; catch-up is none of them, 414(v)(3)(A)(i). Match and
/// after-tax money are not here, as one depends on the other.  READING.md R2.2, R2.3
struct AnnualAdditions {
  Money deferrals;
  Money nonelective;
  Money forfeitures;
  Money others;

  Money sum() const { return deferrals + nonelective + forfeitures + others; }
};

/// 415(c)(1)(A), less what the other plans have used of it.  READING.md R2.1, R2.4, R15.2
constexpr Money dollar_limit(const Figures& law, const OtherPlans& others) {
  return remainder(law.annual_additions.amount, others.additions + others.additions_403b);
}

/// 415(c)(1)(B): 100 percent of compensation, and how it is made up.  READING.md R2.1
struct CompensationLimit {
  Money own;
  /// Of the employers of the other plans, and additions in those.
  Money pay_elsewhere = {}, aggregated = {};
  Money in_403b = {};

  Money amount() const { return remainder(own + pay_elsewhere, aggregated + in_403b); }
};

/// Where other plans count together with this one: a 403(b) holds to its own pay, the plan beside
/// it to its own, and both together to both.  READING.md R8.1, R15.2, R15.3
CompensationLimit compensation_limit_over_plans(Money compensation, const OtherPlans& others,
                                                PlanFamily family);

inline CompensationLimit compensation_limit(Money compensation, const OtherPlans& others,
                                            PlanFamily family) {
  if (others.none()) return {.own = compensation};
  return compensation_limit_over_plans(compensation, others, family);
}

/// 415(c)(1): the lesser of the two.  READING.md R2.1
inline Money annual_additions_limit(const Figures& law, Money compensation,
                                    const OtherPlans& others) {
  return lesser(dollar_limit(law, others),
                compensation_limit(compensation, others, law.family).amount());
}

}  // namespace rothcheck::checker
