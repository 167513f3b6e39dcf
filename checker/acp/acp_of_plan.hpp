// The test as a check of people tells it: whether there is one, and in one line what came of it.
#pragma once

#include <optional>

#include "model/acp.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// Whether after-tax money of the plan is tested. None where the verdict lets no such money in.
std::optional<AcpOfPlan> acp_of_plan(const Plan& plan, PlanYear year, Verdict verdict);

AcpOutcome outcome_of(const AcpReport& report);

/// Where the test takes back what a check calls room. Empty where that is not settled.
Findings limits_room(const PlanAnswer& plan);

}  // namespace rothcheck::checker
