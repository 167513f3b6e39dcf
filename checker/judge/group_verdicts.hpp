// What the plan alone says to each group of people that its clauses tell apart.
#pragma once

#include <vector>

#include "checker/law/figures.hpp"
#include "model/assessment.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

struct GroupVerdicts {
  std::vector<GroupAnswer> groups;  // in the order of age, service, hire, class and HCE status
  bool roth_implied = false;        // some verdict rests on a Roth program that is not stated
};

/// One answer for each set of people who get the same from the same clauses; limits and employer
/// money, which decide amounts alone, tell nobody apart here.
GroupVerdicts verdicts_by_group(const Plan& plan, const Figures& law);

}  // namespace rothcheck::checker
