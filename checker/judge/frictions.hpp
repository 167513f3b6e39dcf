// Terms that make a way to Roth harder without closing it, and how hard they make it.
#pragma once

#include <vector>

#include "model/assessment.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// Of the clauses in force in the year, in the order of the document: how often, how much, what it
/// costs, how long it takes.
std::vector<Friction> frictions_of(const Plan& plan, PlanYear year);

/// A limit on how many rollovers a year that is older than the amendment that made them automatic,
/// so that nobody knows whether it still holds; nowhere where there is none.
Span older_limit_on_rollovers(const Plan& plan, PlanYear year);

/// The grade of the easiest of the open ways, each as hard as its hardest term. `amount` is what is
/// to be moved: a minimum above it makes a way impractical. Empty when no way is open while
/// employed.
std::optional<Grade> grade_of(const std::vector<Route>& open,
                              const std::vector<Friction>& frictions, std::optional<Money> amount);

}  // namespace rothcheck::checker
