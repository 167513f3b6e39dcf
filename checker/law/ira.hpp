// 219, 408A(c): what may be contributed to IRAs in a year, and how much of it to a Roth IRA.
#pragma once

#include <optional>

#include "model/limits.hpp"
#include "model/strategy.hpp"

namespace rothcheck::checker {

/// The deductible amount, which is the limit of all IRAs together: more from 50 on, and before what
/// is earned has its say. The year must have it.  219(b)(5), 408(o), 408A(c)(2)  READING.md R10.1
Money ira_limit_of(int age, const YearFigures& year);
/// Of it, what comes on top for an age.  219(b)(5)(B)
bool has_ira_catch_up(int age);

/// Whether the bar of former 219(d)(1) depends on which half of the year somebody was born in: at
/// 70 on December 31.  READING.md R10.1
bool half_of_year_decides(int age, int year);
/// Whether nothing may go to a traditional IRA for the year: from 70 1/2 on, until 2019. The age is
/// that of December 31.  READING.md R10.1
bool is_barred_by_age(int age, bool born_by_june_30, int year);

/// The phase-out that applies. Who files separately and lived apart all year is treated as
/// unmarried.  408A(c)(3)(B)(ii), 219(g)(4)  READING.md R10.2
LimitKey roth_phase_out_of(FilingStatus status, bool lived_apart);

/// Where income stands to a phase-out.
PhaseOut standing(Range phase_out, Money magi);

/// What the phase-out leaves of `limit`: it shrinks in the proportion in which income goes through
/// it, the reduction down to a multiple of $10, and is not below $200 while anything is left.
/// 408A(c)(3)(A), 219(g)(2)  READING.md R10.2
Money phased_out(Money limit, Range phase_out, Money magi);

}  // namespace rothcheck::checker
