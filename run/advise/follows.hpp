// What must follow a change of a plan, and what is to be known of advice on it.
#pragma once

#include <string>
#include <vector>

#include "run/advise/advise.hpp"

namespace rothcheck::run {

/// What has to be done once the set is adopted, each with its law.
std::vector<std::string> what_follows(const Plan& version, const Proposal& proposal, PlanYear year);

/// Where the law lets nothing be opened, and what the worths take for granted.
std::vector<std::string> notes_on(const Plan& plan, const AdviceAsked& asked,
                                  const PlanAdvice& advice);

}  // namespace rothcheck::run
