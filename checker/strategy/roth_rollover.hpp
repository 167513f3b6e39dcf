// The plan's Roth account rolled over to a Roth IRA: money that is Roth already.
#pragma once

#include <optional>

#include "model/strategy.hpp"

namespace rothcheck::checker {

/// A direct rollover out of a designated Roth account: nothing is taxable, and Form 1099-R has code
/// H. There is no value when a fact is missing, or belongs to a conversion of after-tax money.
Outcome<Conversion> roth_rollover(const ConversionFacts& facts, std::optional<int> year);

}  // namespace rothcheck::checker
