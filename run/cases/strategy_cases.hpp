// Cases of `acp`, `elect`, `convert`, `split` and `backdoor`: each expectation is a path into the
// JSON result.
#pragma once

#include "run/cases/scenarios.hpp"

namespace rothcheck::run {

/// Whether a case is of one of these commands.
bool is_strategy(const intake::Case& one);
/// A case of `acp`, whose plan is loaded already and whose year the table knows.
TestResult run_acp_case(const intake::Case& one, const Plan& plan, const LimitTable& limits,
                        const Sources& sources);
/// A case of `elect`, likewise.
TestResult run_elect_case(const intake::Case& one, const Plan& plan, const LimitTable& limits,
                          const Sources& sources);
TestResult run_strategy_case(const intake::Case& one, const LimitTable& limits,
                             const Sources& sources);

}  // namespace rothcheck::run
