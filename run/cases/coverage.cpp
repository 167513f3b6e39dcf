// Which clauses of a plan its scenarios come to.
#include "run/cases/coverage.hpp"

#include <algorithm>
#include <set>

#include "checker/judge/reached.hpp"

namespace rothcheck::run {

namespace {

using reports::ClauseCoverage;
using reports::PlanCoverage;

// None where the plan cannot be checked in the scenario's year.
checker::Reached reached_by(const Plan& plan, const Scenario& scenario, const LimitTable& limits) {
  const std::optional<int> year = scenario.year ? scenario.year : plan.year;
  if (!year || has_error(checker::year_is_known(limits, plan, *year))) return {};
  return checker::clauses_reached(checker::Checker{plan, *year, limits}, scenario.person);
}

// The clauses that can decide, in the order in which they stand.
class Clauses {
 public:
  void add(std::string_view subject, Span where, bool is_boundary = false) {
    if (where.somewhere() && known_.insert(where).second)
      found_.push_back({.subject = subject, .where = where, .is_boundary = is_boundary});
  }

  std::vector<ClauseCoverage> in_order() {
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return a.where.begin < b.where.begin; });
    return std::move(found_);
  }

 private:
  std::vector<ClauseCoverage> found_;
  std::set<Span, checker::InReadingOrder> known_;
};

bool is_figure(const Amount& amount) { return amount.basis != Amount::Basis::unknown; }

void add_matches(const Plan& plan, Clauses& clauses) {
  for (const Provision<Match>& match : plan.matches) {
    for (const MatchFormula& formula : match.value.formulas) {
      for (const auto& tier : formula.tiers) clauses.add("match", tier.where);
      for (const auto& step : formula.steps) clauses.add("match", step.where);
    }
    for (const auto& limit : match.value.limits)
      clauses.add("match", limit.where, is_figure(limit.value));
    if (match.value.discretionary) clauses.add("match", match.value.discretionary->where);
  }
}

std::vector<ClauseCoverage> deciding_clauses(const Plan& plan) {
  Clauses clauses;
  for (const auto& clause : plan.contributions) clauses.add("permission", clause.where);
  for (const auto* exits : {&plan.rollovers, &plan.distributions}) {
    for (const auto& clause : *exits) {
      if (clause.value.kind == Kind::after_tax) clauses.add("permission", clause.where);
    }
  }
  for (const auto& clause : plan.limits)
    clauses.add("limit", clause.where, is_figure(clause.value.amount));
  for (const auto& clause : plan.minimums) clauses.add("minimum", clause.where);
  add_matches(plan, clauses);
  for (const auto& clause : plan.nonelectives) clauses.add("nonelective", clause.where);
  for (const auto& clause : plan.other_additions) clauses.add("other-addition", clause.where);
  for (const auto& clause : plan.mandatory_contributions)
    clauses.add("mandatory-contribution", clause.where);
  return clauses.in_order();
}

}  // namespace

PlanCoverage coverage_of(const Plan& plan, const std::vector<const Scenario*>& run,
                         const LimitTable& limits) {
  PlanCoverage coverage{plan.name, plan.where, static_cast<int>(run.size()),
                        deciding_clauses(plan)};
  for (const Scenario* scenario : run) {
    const checker::Reached reached = reached_by(plan, *scenario, limits);
    for (ClauseCoverage& clause : coverage.clauses) {
      if (reached.used.has(clause.where)) clause.used_by.push_back(scenario->name);
      if (clause.is_boundary && reached.bound.has(clause.where))
        clause.bound_by.push_back(scenario->name);
    }
  }
  return coverage;
}

}  // namespace rothcheck::run
