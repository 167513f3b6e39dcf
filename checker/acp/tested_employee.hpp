// An eligible employee as the ACP test counts them: a person of the census, on the terms of the
// group.
#pragma once

#include "checker/judge/ready.hpp"
#include "checker/law/contribution_percentage.hpp"
#include "checker/terms/terms.hpp"

namespace rothcheck::checker {

/// Whether somebody is in the test: eligible, not left out as otherwise excludable, and not under a
/// bargaining agreement.
bool is_tested(const Checker::Ready& ready, const Participant& participant,
               const Resolution& resolution);

/// The facts that settle the terms. Whose HCE status is not told counts as nonhighly compensated.
GroupFacts tested_group(const Resolution& resolution);

/// What the employee brings into the test, on the terms of the group.
TestedEmployee tested_employee(const Checker::Ready& ready, const Terms& terms,
                               const GroupFacts& group, const Participant& participant,
                               Resolution& resolution, Assumptions& assumptions);

}  // namespace rothcheck::checker
