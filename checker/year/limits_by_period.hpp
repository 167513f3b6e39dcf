// Limits for each pay period: all that the plan has hold together on every paycheck, beside the
// deferrals of it, and what a paycheck leaves is lost.  READING.md R21.3
#pragma once

#include "checker/year/limits_by_part.hpp"

namespace rothcheck::checker {

/// The most after-tax money that goes in paycheck by paycheck, in the time in which the person
/// takes part. Deferrals lie as they were elected: in percent until they stop, else evenly or,
/// where that is open, as soon as they can. After-tax money that waits for them begins with the
/// paycheck on which they reach their limit.  Rounds down.
LeftByPart left_by_period(const Terms& terms, const Person& person, const Figures& law,
                          const Deferrals& deferrals, const Matching& matching, Money nonelective);

}  // namespace rothcheck::checker
