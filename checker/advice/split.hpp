// A distribution split over several destinations, as Notice 2014-54 assigns its pre-tax money.
#pragma once

#include "model/strategy.hpp"

namespace rothcheck::checker {

/// There is no value when a fact is missing, or when the destinations do not add up to the
/// distribution.
Outcome<Split> split(const SplitFacts& facts);

}  // namespace rothcheck::checker
