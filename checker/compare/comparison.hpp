// Two versions of a plan held against each other: clauses, verdicts, people.
#pragma once

#include <vector>

#include "model/comparison.hpp"
#include "model/limits.hpp"
#include "model/participant.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// A plan and the year that it is looked at in; the table must have its figures.
struct Version {
  const Plan& plan;
  int year = 0;
};

/// The same people are asked about under both versions. Findings on what is lost point at the head
/// of the new version, and are not waived yet.
PlanComparison compare(const Version& before, const Version& after, const LimitTable& limits,
                       const std::vector<Participant>& people, AskedAbout asked);

/// A plan that only one side has: its own answer.
PlanComparison only_before(const Version& before, const LimitTable& limits);
PlanComparison only_after(const Version& after, const LimitTable& limits);

}  // namespace rothcheck::checker
