// What may be contributed to IRAs in a year, and how much of it to a Roth IRA directly.
#pragma once

#include "model/limits.hpp"
#include "model/strategy.hpp"

namespace rothcheck::checker {

/// The limit of all IRAs together, before what is earned has its say. The year must have it.
Money ira_limit_of(int age, const YearFigures& year);

/// The phase-out that applies; the filing status must be known.
LimitKey roth_phase_out_of(const BackdoorFacts& facts);

/// Whether the bar of former §219(d)(1) depends on which half of the year somebody was born in.
bool needs_birthday(const BackdoorFacts& facts, int year);
/// Whether nothing may go to a traditional IRA for the year: from 70 1/2 on, until 2019.
/// READING.md R10.1
bool is_barred_by_age(const BackdoorFacts& facts, int year);

/// What the phase-out leaves of `limit`.
Money phased_out(Money limit, Range phase_out, Money magi);

/// Enters the limits of the year. Filing status, income and age must be known, and the figures be
/// there.
void enter_ira_limits(const BackdoorFacts& facts, const YearFigures& year, IraBackdoor& answer);

}  // namespace rothcheck::checker
