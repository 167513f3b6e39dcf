// What would open a plan to people who are shut out, and what would widen the room of the others.
#pragma once

#include <vector>

#include "checker/acp/acp.hpp"
#include "model/advice.hpp"
#include "model/limits.hpp"
#include "model/plan.hpp"

namespace rothcheck::run {

struct AdviceAsked {
  const Sources& sources;  // that the plan was read from
  const LimitTable& limits;
  int year = 0;  // whose figures the table must have
  /// The people whom the changes are worth something; none: a person of each kind.
  const std::vector<Participant>* census = nullptr;
  checker::AcpOptions acp = {};
  std::optional<Date> effective = {};  // of the blocks; else the plan year's first day
};

/// The smallest sets of changes, each tried on the plan as the language reads it: no smaller set
/// opens the strategy to the same people, and without any one of its changes a set does less.
PlanAdvice advice_for(const Plan& plan, const AdviceAsked& asked);

}  // namespace rothcheck::run
