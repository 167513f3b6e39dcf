// After-tax money turned into Roth money: what of it is taxable, how it is reported, and what
// waiting costs.
#pragma once

#include <optional>

#include "model/strategy.hpp"

namespace rothcheck::checker {

/// There is no value when a fact is missing or two disagree. `year` dates the five-year clocks.
Outcome<Conversion> convert(const ConversionFacts& facts, std::optional<int> year);

/// The earnings of an amount in so many months. Growth is even within a year and joins the amount
/// at its end.
Money earnings_of(Money amount, Rate growth, int months);

}  // namespace rothcheck::checker
