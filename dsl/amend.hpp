// Amendments: what a later document changes, from its effective date on.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/faults.hpp"
#include "model/plan.hpp"

namespace rothcheck::dsl {

/// Moves the clauses of `change` into `plan`, from `effective` on, and ends what they replace the
/// day before. A clause for everybody replaces all of its subject; one with a group replaces what
/// was said for that group.
void amend(Plan& plan, Plan change, Date effective, Faults& faults);

}  // namespace rothcheck::dsl
