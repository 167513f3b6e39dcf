// What the plan says before any person: its verdict, its routes, what makes them harder, and what
// is wrong with it.
#pragma once

#include "checker/year/plan_groups.hpp"
#include "model/assessment.hpp"

namespace rothcheck::checker {

PlanAnswer plan_answer_of(const Plan& plan, const Inquiry& inquiry, const Figures& law,
                          const std::vector<GroupTerms>& groups, const LimitTable& limits);

}  // namespace rothcheck::checker
