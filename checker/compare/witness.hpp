// Somebody who could be there: people made up from what the clauses of two versions ask, so that a
// clause which takes room away is found although nobody was asked about.
#pragma once

#include <vector>

#include "model/participant.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// People on either side of every point at which a clause of one of the versions changes its
/// answer, at several pays, with and without deferrals; `deferral_limit` is the 402(g) limit of the
/// year. Of more than some thousand such people an even choice is taken.
std::vector<Participant> people_told_apart(const Plan& before, const Plan& after, PlanYear year,
                                           Money deferral_limit);

/// One of them in words: "highly compensated, age 50, pay $400,000.00, deferrals $0.00".
std::string in_words(const Participant& person);

}  // namespace rothcheck::checker
