// Which clauses of a plan a person comes to.
#include "checker/judge/reached.hpp"

#include "checker/judge/ready.hpp"
#include "checker/terms/terms.hpp"
#include "checker/year/product.hpp"

namespace rothcheck::checker {

namespace {

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

void add_terms(const Plan& plan, const Terms& terms, Spans& used) {
  for (const PermissionTerm& permission : terms.contributions) used.add(permission.where);
  // Where no after-tax money comes in, no way out of it is looked at.
  if (terms.contribution(Kind::after_tax).answer == Answer::allowed) {
    used.add(terms.rollover.where);
    used.add(terms.distribution.where);
  }
  for (const LimitTerm& limit : terms.limits) used.add(limit.amount.where);
  for (const LimitTerm& minimum : terms.minimums) used.add(minimum.amount.where);
  for (const AmountTerm& addition : terms.other_additions) used.add(addition.where);
  for (const MatchTerm& match : terms.matches) {
    if (match.unknown) add_match_block(plan, match.where, used);
  }
}

}  // namespace

Reached clauses_reached(const Checker& checker, const Participant& participant) {
  Reached reached;
  const Checker::Ready& ready = checker.ready();
  const Resolution resolution = resolve(ready.plan, ready.inquiry, ready.law, participant);
  for_each_way(resolution, [&](const Person& person) {
    if (person.eligible)
      add_terms(ready.plan, terms_for(ready.plan, person.group, ready.law), reached.used);
  });
  add_derivation(ready.plan, checker.assess(participant), reached);
  return reached;
}

}  // namespace rothcheck::checker
