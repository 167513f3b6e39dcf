// What a plan of each type can have at all.
#pragma once

#include "model/plan.hpp"

namespace rothcheck::checker {

/// A 457(b) has no employee contributions, and the Thrift Savings Plan takes none.
/// READING.md R8.2, R8.4
constexpr bool takes_after_tax(PlanFamily family) {
  return family != PlanFamily::b457 && family != PlanFamily::tsp;
}

/// A 401(a) plan without a cash or deferred arrangement takes no elective deferrals, and so has no
/// qualified Roth contribution program.  402A(b)(1), (e)(1)  READING.md R8.3
constexpr bool takes_deferrals(PlanFamily family) { return family != PlanFamily::a401; }

/// Of 457(b) plans only those of a government are applicable employer plans.  414(v)(6)(A)(iii)
/// READING.md R8.2
constexpr bool has_catch_up(PlanType type) {
  return type.family != PlanFamily::b457 || type.sponsor == PlanSponsor::governmental;
}

}  // namespace rothcheck::checker
