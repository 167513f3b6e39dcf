// The clauses that one version of a plan has otherwise than the other.
#pragma once

#include <vector>

#include "model/comparison.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// Block by block in the order of the language. Each version is taken as it stands in its own days,
/// so that an amendment that has taken effect long ago is part of the plan. Order, layout, comments
/// and sources change nothing.
std::vector<ClauseChange> clause_changes(const Plan& before, PlanYear days_before,
                                         const Plan& after, PlanYear days_after);

}  // namespace rothcheck::checker
