// What may be contributed to IRAs in a year, and how much of it to a Roth IRA directly.
#pragma once

#include "model/limits.hpp"
#include "model/strategy.hpp"

namespace rothcheck::checker {

/// The limit of all IRAs together, before what is earned has its say. The year must have it.
Money ira_limit_of(int age, const YearFigures& year);

/// The phase-out that applies; the filing status must be known.
LimitKey roth_phase_out_of(const BackdoorFacts& facts);

/// What the phase-out leaves of `limit`.
Money phased_out(Money limit, Range phase_out, Money magi);

/// Enters the limits of the year. Filing status, income and age must be known, and the figures be
/// there.
void enter_ira_limits(const BackdoorFacts& facts, const YearFigures& year, IraBackdoor& answer);

}  // namespace rothcheck::checker
