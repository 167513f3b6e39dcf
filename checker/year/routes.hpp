// How after-tax money becomes Roth: 402A(c)(4), 401(k)(2)(B), 408A(e), Notice 2014-54.
#pragma once

#include <vector>

#include "checker/terms/terms.hpp"
#include "model/assessment.hpp"

namespace rothcheck::checker {

/// The two ways while employed, for one person in one year.
struct Routes {
  Answer in_plan = Answer::not_stated;
  Answer in_service = Answer::not_stated;

  std::vector<Route> list() const {
    std::vector<Route> ways;
    if (in_plan == Answer::allowed) ways.push_back(Route::in_plan_roth_rollover);
    if (in_service == Answer::allowed) ways.push_back(Route::in_service_distribution);
    return ways;
  }
  bool open() const { return in_plan == Answer::allowed || in_service == Answer::allowed; }
  bool silent() const {
    return !open() && (in_plan == Answer::not_stated || in_service == Answer::not_stated);
  }
};

/// The plan's ways for a person of that age and service. A rollover inside the plan needs a Roth
/// program.
Routes routes_of(const Terms& terms, PlanType type, const GroupFacts& facts);

}  // namespace rothcheck::checker
