// Which clauses of a plan its scenarios come to.
#include "cli/coverage.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "checker/judge/check.hpp"
#include "checker/judge/ready.hpp"
#include "checker/terms/terms.hpp"
#include "checker/year/product.hpp"

namespace rothcheck::cli {

namespace {

using reports::ClauseCoverage;
using reports::PlanCoverage;

struct InReadingOrder {
  bool operator()(Span one, Span other) const {
    return std::tie(one.source, one.begin, one.end) <
           std::tie(other.source, other.begin, other.end);
  }
};

class Spans {
 public:
  void add(Span span) {
    if (span.somewhere()) spans_.insert(span);
  }
  bool has(Span span) const { return spans_.contains(span); }

 private:
  std::set<Span, InReadingOrder> spans_;
};

// What one scenario comes to, and the ceilings that decide in it.
struct Reached {
  Spans used, bound;
};

// A tier that deferrals do not reach and money that is not paid are lines of the derivation all the
// same.
bool pays_nothing(const Line& line) {
  const bool pays = line.kind == LineKind::match_tier || line.kind == LineKind::nonelective_line;
  return pays && line.amount.most == Money{};
}

void add_match_block(const Plan& plan, Span block, Spans& used) {
  for (const Provision<Match>& match : plan.matches) {
    if (match.where != block) continue;
    for (const MatchFormula& formula : match.value.formulas) {
      for (const auto& tier : formula.tiers) used.add(tier.where);
      for (const auto& step : formula.steps) used.add(step.where);
    }
    if (match.value.discretionary) used.add(match.value.discretionary->where);
  }
}

Range match_of(const Worksheet& worksheet) {
  for (const Line& line : worksheet.lines) {
    if (line.kind == LineKind::match_total) return line.amount;
  }
  return {};
}

Range ordinary_deferrals(const Assessment& answer) {
  return {remainder(answer.deferrals.least, answer.catch_up.least),
          remainder(answer.deferrals.most, answer.catch_up.most)};
}

void add_derivation(const Plan& plan, const Assessment& answer, Reached& reached) {
  for (const Line& line : answer.worksheet.lines) {
    if (pays_nothing(line)) continue;
    reached.used.add(line.where);
    // These two lines name the whole block.
    if (line.kind == LineKind::match_by_period || line.kind == LineKind::match_unstated)
      add_match_block(plan, line.where, reached.used);
    const bool deferrals_stop =
        line.kind == LineKind::plan_deferral_limit && line.amount == ordinary_deferrals(answer);
    const bool match_stops =
        line.kind == LineKind::match_limit && line.amount == match_of(answer.worksheet);
    if (deferrals_stop || match_stops) reached.bound.add(line.where);
  }
  for (const Constraint& constraint : answer.constraints) {
    reached.used.add(constraint.where);
    if (constraint.amount == answer.room) reached.bound.add(constraint.where);
  }
  reached.used.add(answer.binding_at);
}

void add_terms(const Plan& plan, const checker::Terms& terms, Spans& used) {
  for (const checker::PermissionTerm& permission : terms.contributions) used.add(permission.where);
  // Where no after-tax money comes in, no way out of it is looked at.
  if (terms.contribution(Kind::after_tax).answer == Answer::allowed) {
    used.add(terms.rollover.where);
    used.add(terms.distribution.where);
  }
  for (const checker::LimitTerm& limit : terms.limits) used.add(limit.amount.where);
  for (const checker::LimitTerm& minimum : terms.minimums) used.add(minimum.amount.where);
  for (const checker::AmountTerm& addition : terms.other_additions) used.add(addition.where);
  for (const checker::MatchTerm& match : terms.matches) {
    if (match.unknown) add_match_block(plan, match.where, used);
  }
}

Reached reached_by(const Plan& plan, const Scenario& scenario, const LimitTable& limits) {
  Reached reached;
  const std::optional<int> year = scenario.year ? scenario.year : plan.year;
  if (!year || has_error(checker::year_is_known(limits, plan, *year))) return reached;
  const checker::Checker checker{plan, *year, limits};
  const checker::Checker::Ready& ready = checker.ready();
  const checker::Resolution resolution =
      checker::resolve(plan, ready.inquiry, ready.law, scenario.person);
  checker::for_each_way(resolution, [&](const checker::Person& person) {
    if (person.eligible)
      add_terms(plan, checker::terms_for(plan, person.group, ready.law), reached.used);
  });
  add_derivation(plan, checker.assess(scenario.person), reached);
  return reached;
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
  std::set<Span, InReadingOrder> known_;
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
  return clauses.in_order();
}

}  // namespace

PlanCoverage coverage_of(const Plan& plan, const std::vector<const Scenario*>& run,
                         const LimitTable& limits) {
  PlanCoverage coverage{plan.name, plan.where, static_cast<int>(run.size()),
                        deciding_clauses(plan)};
  for (const Scenario* scenario : run) {
    const Reached reached = reached_by(plan, *scenario, limits);
    for (ClauseCoverage& clause : coverage.clauses) {
      if (reached.used.has(clause.where)) clause.used_by.push_back(scenario->name);
      if (clause.is_boundary && reached.bound.has(clause.where))
        clause.bound_by.push_back(scenario->name);
    }
  }
  return coverage;
}

}  // namespace rothcheck::cli
