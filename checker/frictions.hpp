// Terms that make a way to Roth harder without closing it, and how hard they make it.
#pragma once

#include <vector>

#include "model/assessment.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// In the order of the document: how often, how much, what it costs, how long it takes.
std::vector<Friction> frictions_of(const Plan& plan);

/// The grade of the easiest of the open ways, each as hard as its hardest term. `amount` is what is
/// to be moved: a minimum above it makes a way impractical. Empty when no way is open while
/// employed.
std::optional<Grade> grade_of(const std::vector<Route>& open,
                              const std::vector<Friction>& frictions, std::optional<Money> amount);

}  // namespace rothcheck::checker
