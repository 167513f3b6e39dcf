// The plan's own verdict: what its groups have in common, and the findings on its text.
#include "checker/judge/plan_answer.hpp"

#include <algorithm>

#include "checker/acp/acp_of_plan.hpp"
#include "checker/judge/assumed.hpp"
#include "checker/judge/check.hpp"
#include "checker/judge/frictions.hpp"
#include "checker/judge/group_verdicts.hpp"
#include "checker/judge/remarks.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {
namespace {

template <class T>
void add_once(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

bool is_way_of(const PlanAnswer& answer, Route route) {
  return std::any_of(answer.groups.begin(), answer.groups.end(), [route](const auto& group) {
    return std::find(group.routes.begin(), group.routes.end(), route) != group.routes.end();
  });
}

/// The verdict that all groups share, every way that is open to some, and every question.
void settle_verdict(PlanAnswer& answer) {
  const GroupAnswer& first = answer.groups.front();
  const bool one_verdict =
      std::all_of(answer.groups.begin(), answer.groups.end(),
                  [&first](const GroupAnswer& group) { return group.verdict == first.verdict; });
  answer.verdict = one_verdict ? first.verdict : Verdict::varies;
  if (one_verdict) answer.decided_by = first.decided_by;
  for (const Route route : {Route::in_plan_roth_rollover, Route::in_service_distribution})
    if (is_way_of(answer, route)) answer.routes.push_back(route);
  // The way of everybody who leaves is named where some have no other.
  if (answer.routes.empty() && is_way_of(answer, Route::separation))
    answer.routes.push_back(Route::separation);
  for (const GroupAnswer& group : answer.groups) {
    for (const Question& question : group.questions) add_once(answer.questions, question);
  }
  std::stable_sort(answer.questions.begin(), answer.questions.end(),
                   [](const Question& a, const Question& b) { return a.kind < b.kind; });
}

/// What the plan file leaves unsaid and every answer takes for granted.
Assumptions assumptions_of(const Plan& plan, const Figures& law, bool roth_implied) {
  Assumptions taken;
  if (roth_implied) taken.add(Assumption::roth_implied);
  if (is_silent_on_match(plan, law)) taken.add(Assumption::no_match_stated);
  if (is_silent_on_nonelective(plan, law)) taken.add(Assumption::no_nonelective_stated);
  return taken;
}

}  // namespace

PlanAnswer plan_answer_of(const Plan& plan, const Inquiry& inquiry, const Figures& law,
                          const std::vector<GroupTerms>& groups, const LimitTable& limits) {
  PlanAnswer answer{.name = plan.name, .where = plan.where, .year = law.year};
  GroupVerdicts verdicts = verdicts_by_group(plan, law);
  answer.groups = std::move(verdicts.groups);
  if (!law.is_457b())
    answer.annual_additions = LimitInForce{law.annual_additions.amount, law.annual_additions.year};
  settle_verdict(answer);
  answer.frictions = frictions_of(plan, law.plan_year);
  answer.grade = grade_of(answer.routes, answer.frictions, std::nullopt);
  for (const Question& question : inquiry.open_money) {
    if (asked_of(question.kind) == Whom::plan) answer.questions.push_back(question);
  }
  if (answer.verdict != Verdict::not_available) {
    answer.assumptions = assumptions_of(plan, law, verdicts.roth_implied);
    for (const Question& question : questions_behind(answer.assumptions))
      add_once(answer.questions, question);
    if (const Span older = older_limit_on_rollovers(plan, law.plan_year); older.somewhere())
      answer.questions.push_back({QuestionKind::rollovers_a_year, older});
  }
  answer.acp = acp_of_plan(plan, law.plan_year, answer.verdict);
  const YearView view{law, inquiry, answer, groups};
  const Sources no_texts;
  answer.findings = run_rules({plan, limits, no_texts, law.year, &view}, true);
  return answer;
}

Findings conflicts_in(const Plan& plan, int year, const LimitTable& limits) {
  bool by_group = false;
  for_each_scope(
      plan, [&](const Scope& scope, Span) { by_group = by_group || !scope.group.everybody(); });
  // Two clauses for everybody are one too many when the plan is read.
  if (!by_group) return {};
  const Figures law = figures_for(plan, year, limits);
  const Inquiry inquiry = inquiry_of(plan, law);
  const std::vector<GroupTerms> groups = groups_of(plan, inquiry, law);
  const PlanAnswer nothing;
  const YearView view{law, inquiry, nothing, groups};
  const Sources no_texts;
  Findings found;
  rule::conflicting_clauses.check({plan, limits, no_texts, year, &view},
                                  Reporter{rule::conflicting_clauses.kind, found});
  return found;
}

}  // namespace rothcheck::checker
