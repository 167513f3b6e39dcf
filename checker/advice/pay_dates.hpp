// The pay dates of a calendar year.
#pragma once

#include <vector>

#include "model/election_facts.hpp"

namespace rothcheck::checker {

/// Every 7 or 14 days through `anchor`, which may lie in any year: a year has 52 or 53, 26 or 27.
std::vector<Date> pay_dates_every(int days, Date anchor, int year);

/// What moves a pay date: nothing, weekends and bank holidays, or those only as far as they move it
/// into December of the year before.
enum class Moves : std::uint8_t { none, at_new_year, all };

/// The banking day on which a pay date is paid: itself, or the one before a weekend and holidays of
/// the Federal Reserve banks.
Date banking_day(Date day);

/// The dates of `year` on which pay dates are paid. `every` gives the pay dates of a year.
template <class Every>
std::vector<Date> paid_in(int year, Moves moves, Every every) {
  std::vector<Date> dates;
  for (const int due_in : {year, year + 1}) {
    for (const Date due : every(due_in)) {
      const Date paid = banking_day(due);
      const bool moved =
          moves == Moves::all || (moves == Moves::at_new_year && year_of(paid) != year_of(due));
      const Date on = moved ? paid : due;
      if (year_of(on) == year && (dates.empty() || dates.back() != on)) dates.push_back(on);
    }
  }
  return dates;
}

/// Those days of each month; a month that is too short has its last day instead.
std::vector<Date> pay_dates_on(const PayDays& days, int year);

}  // namespace rothcheck::checker
