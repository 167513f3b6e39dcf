// What a plan file asks to leave unsaid, and whether it may.
#pragma once

#include "model/dates.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"

namespace rothcheck::cli {

/// Takes out of `findings` those that the plan's waivers silence on the day `as_of`: of the code or
/// name, in the plan or block that the waiver stands in. Findings of the law family stay.
void waive(const Plan& plan, Date as_of, Findings& findings);

/// The same for all that is said about a plan, in loading it and in judging it; what there is to
/// say about the waivers themselves is added to `on_plan`.
void settle_waivers(const Plan& plan, Date as_of, Findings& in_loading, Findings& on_plan);

}  // namespace rothcheck::cli
