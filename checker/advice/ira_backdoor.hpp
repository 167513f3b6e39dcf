// The IRA backdoor: what may be contributed, and what converting a traditional IRA costs.
#pragma once

#include "model/limits.hpp"
#include "model/strategy.hpp"

namespace rothcheck::checker {

/// There is no value when a fact or a figure of the year is missing, or two facts disagree.
Outcome<IraBackdoor> ira_backdoor(const BackdoorFacts& facts, const YearFigures& year);

}  // namespace rothcheck::checker
