// What the plan says before any person: its verdict, its routes, what makes them harder, and what
// is wrong with it.
#pragma once

#include "checker/figures.hpp"
#include "checker/resolve.hpp"

namespace rothcheck::checker {

PlanAnswer plan_answer_of(const Plan& plan, const Inquiry& inquiry, const Figures& law);

}  // namespace rothcheck::checker
