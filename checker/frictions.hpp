// Terms that make a route harder without closing it.
#pragma once

#include <vector>

#include "model/assessment.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// In the order of the document: how often, how much, what it costs, how long it takes.
std::vector<Friction> frictions_of(const Plan& plan);

}  // namespace rothcheck::checker
