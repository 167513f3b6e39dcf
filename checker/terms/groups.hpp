// Whom a clause is for.
#pragma once

#include <string>
#include <vector>

#include "checker/terms/person.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// A bound in years as the whole month that reaches it.
int months_of(Rate years);

/// A stretch of service in whole months, a month that it begins counted.
inline int whole_months(Duration stretch) {
  return stretch.months + (stretch.days * 12 + 364) / 365;
}

/// Whether a clause is in force on some day of the year.
inline bool meets(const Scope& scope, PlanYear year) {
  return (!scope.from || *scope.from <= year.last) && (!scope.until || *scope.until >= year.first);
}

bool holds(const Group& group, const GroupFacts& facts);

/// Whether the group is told by a class, be it one of several ways to belong to it.
bool names_class(const Group& group);

/// Every fact that some clause of the plan asks about, and the values at which its answer changes.
struct Breakpoints {
  bool highly_compensated = false;
  std::vector<int> ages, services, points;  // in months
  std::vector<Date> hired;
  std::vector<std::string> classes;

  /// Whether at most highly compensated employees are told apart from others.
  bool none_but_highly_compensated() const {
    return ages.empty() && services.empty() && points.empty() && hired.empty() && classes.empty();
  }
};
Breakpoints breakpoints_of(const Plan& plan);

/// Calls `visit` with the scope and place of every clause of the plan, those inside match formulas
/// too.
template <class Visit>
void for_each_scope(const Plan& plan, Visit visit) {
  for_each_feature([&](const FeatureRow&, auto feature) {
    for (const auto& stated : plan.*feature) visit(stated.scope, stated.where);
  });
  for (const Provision<Match>& match : plan.matches) {
    for (const MatchFormula& formula : match.value.formulas) {
      for (const auto& tier : formula.tiers) visit(tier.scope, tier.where);
      for (const auto& step : formula.steps) visit(step.scope, step.where);
    }
    for (const auto& limit : match.value.limits) visit(limit.scope, limit.where);
    if (match.value.discretionary)
      visit(match.value.discretionary->scope, match.value.discretionary->where);
  }
}

}  // namespace rothcheck::checker
