// The IRA backdoor: what may be contributed, and what converting a traditional IRA costs.
#pragma once

#include "model/limits.hpp"
#include "model/strategy.hpp"

namespace rothcheck::checker {

/// There is no value when a fact or a figure of the year is missing, or two facts disagree.
Outcome<IraBackdoor> ira_backdoor(const BackdoorFacts& facts, const YearFigures& year);

/// Form 8606 for one person: `others` are the other distributions of the year, `year_end` is the
/// value on December 31 with outstanding rollovers.
ProRata pro_rata(Money converted, Money others, Money year_end, Money basis);

}  // namespace rothcheck::checker
