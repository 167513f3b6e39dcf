// 404: what a business may deduct, and with 415(c) the most that it contributes for its owner.
#pragma once

#include "checker/law/figures.hpp"

namespace rothcheck::checker {

/// 25 percent of the compensation of the participants.  404(a)(3)(A)(i)(I)  READING.md R7.2
inline constexpr Rate deductible_share = 25_pct;

/// A rate on pay after the contribution is r / (1 + r) of pay before it: 25% is exactly 20%.
/// 404(a)(8)(D), 401(c)(2)(A)(v)  READING.md R7.2, R18.1
constexpr Rate reduced_rate(Rate rate) { return rate / (Rate::whole(1) + rate); }

/// What may be deducted for an owner with W-2 pay, of whom pay above the figure of 401(a)(17) does
/// not count, 404(l).  READING.md R7.6
Money deductible_for_pay(Money pay, const Figures& law);
/// For one with earned income, `before` the contribution.  READING.md R7.2
Money deductible_for_earned_income(Money before, const Figures& law);

/// An owner's year as the most that the business may contribute depends on it.
struct OwnersYear {
  /// W-2 pay; of the self-employed, earned income before contributions.
  Money pay;
  /// What 415(c)(1)(A) lets in beside other plans, and 415(c)(1)(B) before any contribution.
  Money dollars, compensation;
  /// Deferrals without catch-up and what else counts, the match aside.
  Money additions;
  Money match;
  /// Deferrals with catch-up; none while they are only assumed, and so give way.
  std::optional<Money> deferred;
};

/// What the match leaves of the smallest of: the deduction, and what 415(c)(1)(A) and (B) leave.
/// READING.md R7.2, R7.6
Money most_for_pay(const OwnersYear& owner, const Figures& law);
/// The same for earned income, of which each dollar contributed takes two of room where it decides;
/// all that is contributed comes out of it, catch-up too, 404(a)(8)(C).  READING.md R7.2, R7.3,
/// R18.2
Money most_for_earned_income(const OwnersYear& owner, const Figures& law);

}  // namespace rothcheck::checker
