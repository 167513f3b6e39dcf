// Heads of columns that no field takes, and that still decide money or who is who.
#pragma once

#include <string_view>

namespace rothcheck::intake {

/// What a column that nobody knows may tell, by the words of its head: money of the plan or pay, or
/// who is highly compensated. Empty where it is none of these, as state tax and a pay group are.
std::string_view may_tell(std::string_view header);

/// Whether a head is known to be nothing for a plan, be its cells amounts or not: net pay, a loan,
/// a rate of pay.
bool tells_nothing(std::string_view header);

/// Whether a head is that of a pay date or a pay period, so that its rows may be those of a
/// register and not of a year.
bool tells_pay_dates(std::string_view header);
/// Whether a title above the columns tells of such a date, or of a year to date.
bool tells_a_period(std::string_view title);

}  // namespace rothcheck::intake
