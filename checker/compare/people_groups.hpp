// What a change of the plan does to groups of people.
#pragma once

#include <vector>

#include "checker/judge/check.hpp"
#include "model/comparison.hpp"

namespace rothcheck::checker {

/// Everybody, the highly compensated and the others, and every group that a clause of either
/// version names and somebody is in. `changes` are those of `people`, in their order. Who may or
/// may not be in a group is left out of it.
std::vector<GroupChange> groups_of(const Checker& before, const Checker& after,
                                   const std::vector<Participant>& people,
                                   const std::vector<PersonChange>& changes);

}  // namespace rothcheck::checker
