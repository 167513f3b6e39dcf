// What a plan file asks to leave unsaid, and whether it may.
#pragma once

#include "model/dates.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"

namespace rothcheck::run {

/// What was looked for in a plan, so that a waiver of nothing can be told from one of something
/// that did not come up.
enum class Looked { for_answer, for_text, for_all };

/// Marks those of the findings that the plan's waivers silence on the day `as_of`: of the code or
/// name, in the plan or block that the waiver stands in. Findings of the law family stay.
void mark_waived(const Plan& plan, Date as_of, Findings& findings);

/// The same, and takes them out.
void waive(const Plan& plan, Date as_of, Findings& findings);

/// What there is to say about the waivers themselves.
Findings findings_on_waivers(const Plan& plan, Date as_of, const Findings& in_loading,
                             const Findings& on_plan, Looked looked);

/// For all that is said about a plan, in loading it and in judging it: takes out what is waived,
/// and adds what there is to say about the waivers to `on_plan`.
void settle_waivers(const Plan& plan, Date as_of, Findings& in_loading, Findings& on_plan);

}  // namespace rothcheck::run
