// Which clauses of a plan its scenarios come to, and which of its ceilings decide in one of them.
#pragma once

#include <vector>

#include "model/limits.hpp"
#include "model/plan.hpp"
#include "reports/test_report.hpp"

namespace rothcheck::run {

/// `run` are the scenarios to count. A scenario comes to a clause that its derivation has a line
/// of, that decides it, or that permits the money or a way to Roth.
reports::PlanCoverage coverage_of(const Plan& plan, const std::vector<const Scenario*>& run,
                                  const LimitTable& limits);

}  // namespace rothcheck::run
