// The sums of the test, which pieces of a census can add up.
#pragma once

#include <vector>

#include "checker/acp/tested_employee.hpp"

namespace rothcheck::checker {

/// Whether money counts only as far as the rates of others let it.
bool counts_by_the_rates_of_others(const TestedEmployee& employee);

/// Adds what one employee brings into the test, with the match and with what may be left out of it
/// left out. Money that counts only as far as the rates of others let it makes the sums open.
void add(AcpSums& sums, const TestedEmployee& employee, bool status_told, Excludables excludables,
         const MatchLeftOut& left_out);

}  // namespace rothcheck::checker
