// What the plan alone says to each group of people that its clauses tell apart.
#pragma once

#include <vector>

#include "checker/law/figures.hpp"
#include "checker/year/plan_groups.hpp"
#include "model/assessment.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// The plan without what bears on amounts alone.
Plan access_of(const Plan& plan);
/// Whether people of that class are left out of the plan.
bool is_excluded(const Plan& plan, const GroupFacts& facts);
/// What a plan of that type says to one kind of people; the group has no words yet.
GroupAnswer answer_for(const GroupTerms& group, PlanType type);

struct GroupVerdicts {
  std::vector<GroupAnswer> groups;  // in the order of age, service, hire, class and HCE status
  bool roth_implied = false;        // some verdict rests on a Roth program that is not stated
};

/// One answer for each set of people who get the same from the same clauses; limits and employer
/// money, which decide amounts alone, tell nobody apart here.
GroupVerdicts verdicts_by_group(const Plan& plan, const Figures& law);

}  // namespace rothcheck::checker
