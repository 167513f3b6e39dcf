// The changes that a plan's own clauses leave to be made, each as a statement of the language.
#pragma once

#include <vector>

#include "model/advice.hpp"
#include "model/plan.hpp"

namespace rothcheck::run {

/// What could open the strategy: a clause that forbids, or what the document does not say, which is
/// a question. None for a plan that takes no after-tax money by law.
std::vector<PlanChange> opening_changes(const Plan& plan, PlanYear year);
/// What could widen the room. Ceilings are lifted to all of pay.
std::vector<PlanChange> widening_changes(const Plan& plan, const Sources& sources, PlanYear year);
/// What could make the way easier.
std::vector<PlanChange> easing_changes(const Plan& plan, PlanYear year);

/// The statement of another ceiling in place of the one that a change lifts.
std::string ceiling_of(const ContributionLimit& limit, const Group& group, Rate rate);
/// The limit that a change lifts.
const Provision<ContributionLimit>* limit_at(const Plan& plan, Span where);

}  // namespace rothcheck::run
