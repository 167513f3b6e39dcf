// Which of the plans an answer stands behind.
#include "model/election.hpp"

#include <cassert>

namespace rothcheck {

const ElectionPlan& chosen(const ElectionAnswer& answer, const ElectionReading& reading) {
  const ElectionPlan* found = nullptr;
  for (const ElectionPlan& plan : reading.plans) {
    if (plan.style != answer.style) continue;
    // A plan that keeps the match stands behind the one that does not.
    if (found == nullptr || plan.match_cost < found->match_cost) found = &plan;
  }
  assert(found != nullptr && "every reading has a plan of each style");
  return *found;
}

}  // namespace rothcheck
