// Earned income, and the most an owner's business can contribute: 401(c)(2), 404(a)(8), 1401, 1402.
#pragma once

#include "checker/law/figures.hpp"
#include "model/money.hpp"

namespace rothcheck::checker {

/// Net profit less half of the self-employment tax, before the employer's contribution. Every step
/// to the nearest cent, so that the steps shown re-add. `wages` are FICA wages that have used up
/// part of the wage base.
template <class Lines>
Money earned_income_before_contribution(Money net_profit, Money wages, const Figures& law,
                                        Lines& lines);

/// A rate on pay after the contribution is r / (1 + r) of pay before it: 25% is exactly 20%.
constexpr Rate reduced_rate(Rate rate) { return rate / (Rate::whole(1) + rate); }

}  // namespace rothcheck::checker
