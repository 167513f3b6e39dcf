// What to elect on the paychecks left, so that the year comes to its room and to no cent more.
#pragma once

#include "checker/judge/check.hpp"
#include "model/election.hpp"

namespace rothcheck::checker {

/// The elections under the checker's plan. The year's limits are the checker's own, with the match
/// of the paychecks in place of the year's. No value where a fact is missing or facts disagree.
Outcome<ElectionAnswer> elect(const Checker& checker, const Participant& participant,
                              const ElectionFacts& facts);

}  // namespace rothcheck::checker
