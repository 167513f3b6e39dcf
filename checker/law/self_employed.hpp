// Earned income: 401(c)(2), 1401, 1402.
#pragma once

#include "checker/law/figures.hpp"
#include "model/money.hpp"

namespace rothcheck::checker {

/// Net profit less half of the self-employment tax, before the employer's contribution. Every step
/// to the nearest cent, so that the steps shown re-add. `wages` are FICA wages that have used up
/// part of the wage base.  401(c)(2)(A)(vi), 164(f)(1)  READING.md R7.1
template <class Lines>
Money earned_income_before_contribution(Money net_profit, Money wages, const Figures& law,
                                        Lines& lines);

}  // namespace rothcheck::checker
