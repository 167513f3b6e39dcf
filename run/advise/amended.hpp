// A plan with changes made to its text, read by the language as anybody's plan file is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/advice.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"

namespace rothcheck::run {

/// The amendment block of the changes that have a statement, in the project's own layout; empty
/// where none has.
std::string amendment_of(const std::vector<PlanChange>& changes, Date effective);

/// The text with the block before the plan's closing brace.
std::string with_amendment(std::string_view text, const Plan& plan, std::string_view block);

/// A version of a plan and the text that it was read from.
struct AmendedPlan {
  Sources sources;
  std::vector<Plan> plans;
  Findings findings;
  std::size_t at = 0;  // of the plan
  const Plan& plan() const { return plans[at]; }
};

/// The plan with all of the changes made, questions answered yes; empty where the language takes
/// them for no plan.
std::optional<AmendedPlan> amended(const Plan& plan, const Sources& sources,
                                   const std::vector<PlanChange>& changes, Date effective);

}  // namespace rothcheck::run
