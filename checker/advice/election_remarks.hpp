// What there is to say about elections beside the amounts.
#pragma once

#include "checker/advice/election_year.hpp"
#include "model/election.hpp"

namespace rothcheck::checker {

/// Match that a style costs or that December 31 brings, limits that payroll may hold each paycheck
/// to, room that no paycheck can reach.
Findings findings_on(const ElectionYear& year, const ElectionAnswer& answer);

/// Every line of how the chosen elections come about.
Worksheet worksheet_of(const ElectionYear& year, const ElectionPlan& plan);

}  // namespace rothcheck::checker
