// The plan's Roth account rolled over to a Roth IRA or paid out: money that is Roth already.
#pragma once

#include <optional>

#include "model/strategy.hpp"

namespace rothcheck::checker {

/// A direct rollover out of a designated Roth account: nothing is taxable, and Form 1099-R has code
/// H. There is no value when a fact is missing, or belongs to a conversion of after-tax money.
Outcome<Conversion> roth_rollover(const ConversionFacts& facts, std::optional<int> year);

/// The same account paid to the person: its earnings are income unless the payment is qualified.
/// The year, the age and the year of the first Roth money must be known.
Outcome<Conversion> roth_payment(const ConversionFacts& facts, std::optional<int> year);

}  // namespace rothcheck::checker
