// The pay dates of a calendar year.
#pragma once

#include <vector>

#include "model/election_facts.hpp"

namespace rothcheck::checker {

/// Every 7 or 14 days through `anchor`, which may lie in any year: a year has 52 or 53, 26 or 27.
std::vector<Date> pay_dates_every(int days, Date anchor, int year);

/// Those days of each month; a month that is too short has its last day instead.
std::vector<Date> pay_dates_on(const PayDays& days, int year);

}  // namespace rothcheck::checker
