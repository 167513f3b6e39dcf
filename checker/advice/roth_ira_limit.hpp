// What may be contributed to IRAs in a year, and how much of it to a Roth IRA directly.
#pragma once

#include "model/limits.hpp"
#include "model/strategy.hpp"

namespace rothcheck::checker {

/// The phase-out that applies; the filing status must be known.
LimitKey phase_out_of(const BackdoorFacts& facts);

/// Whether the answer waits for the half of the year in which somebody was born.
bool needs_birthday(const BackdoorFacts& facts, int year);
/// Whether nothing may go to a traditional IRA for the year.
bool is_barred_by_age(const BackdoorFacts& facts, int year);

/// Enters the limits of the year. Filing status, income and age must be known, and the figures be
/// there.
void enter_ira_limits(const BackdoorFacts& facts, const YearFigures& year, IraBackdoor& answer);

}  // namespace rothcheck::checker
