// 401(a)(17), 415(c)(3): the pay that counts.
#pragma once

#include "checker/law/figures.hpp"
#include "checker/law/limitation_year.hpp"

namespace rothcheck::checker {

/// The annual compensation that a plan takes into account: what is above the year's figure does not
/// count.  401(a)(17)(A)  READING.md R4.2
constexpr Money compensation_taken_into_account(Money pay, const Figures& law) {
  return lesser(pay, law.compensation.amount);
}

/// Of pay that counts only while a participant, the part of the year's, where pay is spread evenly
/// over the months of employment. The figure of 401(a)(17) is not prorated for it.  Reg.
/// 1.401(a)(17)-1(b)(3)(iii)(B)  READING.md R19.3
inline Rate share_as_participant(PlanYear as_participant, PlanYear employed) {
  return share_of_twelve_months(as_participant) / share_of_twelve_months(employed);
}

/// Participant's compensation: what the employer pays for the year, up to the same figure.
/// 415(c)(3)(A), Reg. 1.415(c)-2(f)  READING.md R2.7, R2.8
constexpr Money participants_compensation(Money pay, const Figures& law) {
  return compensation_taken_into_account(pay, law);
}

/// Of the self-employed it is earned income, after what the business contributes for them.
/// 415(c)(3)(B), 401(c)(2)(A)(v)  READING.md R7.3
constexpr Money compensation_of_self_employed(Money earned_income, Money contributed) {
  return remainder(earned_income, contributed);
}

}  // namespace rothcheck::checker
