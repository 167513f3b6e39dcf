// What a plan says of its test in one year: clauses of other years say nothing of it.
#pragma once

#include <algorithm>
#include <vector>

#include "checker/terms/groups.hpp"
#include "model/acp.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// The clause that holds in the year, the last where one follows on another; null where none does.
template <class T>
const Provision<T>* stated_in(PlanYear year, const std::vector<Provision<T>>& clauses) {
  const Provision<T>* found = nullptr;
  for (const Provision<T>& clause : clauses) {
    if (meets(clause.scope, year)) found = &clause;
  }
  return found;
}

/// Whether one holds that has this value.
template <class T>
bool states(PlanYear year, const std::vector<Provision<T>>& clauses, T value) {
  const Provision<T>* clause = stated_in(year, clauses);
  return clause != nullptr && clause->value == value;
}

/// Whether the deferrals are deemed to pass.  401(k)(12), (13)
inline bool has_adp_safe_harbor(const Plan& plan, PlanYear year) {
  const auto* clause = stated_in(year, plan.safe_harbor);
  return clause != nullptr && clause->value != SafeHarbor::none;
}

/// Whether the highly compensated by pay are the top-paid group alone.  414(q)(1)(B)(ii)
inline bool elects_top_paid_group(const Plan& plan, PlanYear year) {
  return stated_in(year, plan.top_paid_group) != nullptr;
}

/// What the plan does with people under 21 or without a year of service.
Excludables excludables_of(const Plan& plan, PlanYear year);

}  // namespace rothcheck::checker
