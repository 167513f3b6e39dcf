// What an amendment does to a plan.
#pragma once

#include "model/plan.hpp"

namespace rothcheck::checker {

/// Whether a clause of the amendment's block says other words than the clause that it ended, if it
/// ended one. What a later amendment replaced before it began is no longer there.
bool changes_something(const Plan& plan, const Sources& sources, Span block);

}  // namespace rothcheck::checker
