// Clauses in one wording, so that two say the same exactly when their words are the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.hpp"

namespace rothcheck::checker {

/// What a plan says on one point, to one group and for some days of the year.
struct Point {
  std::string subject;  // what it is held against in another version: "limit on after-tax"
  std::string group;    // whom it is for: " for hce"; empty for everybody
  std::string value;    // "limit 10% of pay on after-tax"
  std::optional<Date> from, until;  // inside the year; a missing end is the year's
  Span where;

  /// `limit 10% of pay on after-tax for hce from 2026-07-01`.
  std::string words() const;
};

/// Points that go together: those of one `match { }` or `nonelective { }`, which add up block by
/// block; of any other feature, all of it.
using Points = std::vector<Point>;

/// What the plan says of one feature.
struct FeaturePoints {
  std::string_view block, feature;  // of features.def
  std::vector<Points> blocks;
};

/// All that the plan says in those days, a row a feature in the order of features.def. A clause of
/// other days is left out, an end outside of them is not said, and neither is what means nothing
/// (`roth not stated`).
std::vector<FeaturePoints> points_of(const Plan& plan, PlanYear days);

}  // namespace rothcheck::checker
