// 402A(c)(4): the rollover inside the plan. 401(k)(2)(B) keeps deferrals in it, and not after-tax
// money: whether that is paid out to an employee is for the plan to say.
#pragma once

#include "checker/law/plan_types.hpp"

namespace rothcheck::checker {

/// Whether after-tax money may be rolled over into Roth inside the plan: only where the plan has a
/// qualified Roth contribution program, 402A(c)(4)(B), (E), and lets after-tax money be rolled
/// over. READING.md R1.2, R8.3
constexpr Answer in_plan_roth_rollover(PlanFamily family, Answer roth, Answer rollover) {
  if (!takes_deferrals(family) || roth == Answer::not_allowed) return Answer::not_allowed;
  return rollover == Answer::allowed ? roth : rollover;
}

}  // namespace rothcheck::checker
