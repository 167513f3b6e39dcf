// The plan's own verdict over all the groups it tells apart, and the findings on its text.
#include "checker/plan_answer.hpp"

#include <algorithm>

#include "checker/findings.hpp"
#include "checker/frictions.hpp"
#include "checker/rule.hpp"

namespace rothcheck::checker {
namespace {

/// What the plan allows to one group, amounts aside.
struct Access {
  Answer after_tax = Answer::not_stated;
  Span where;
  Routes routes;
  Span route_where;
};

std::vector<Access> access_of(const Plan& plan, const std::vector<GroupTerms>& groups) {
  std::vector<Access> all;
  const bool possible = type_takes_after_tax(plan.type);
  for (const GroupTerms& group : groups) {
    const Terms& terms = group.terms;
    const PermissionTerm& after_tax = terms.contribution(Kind::after_tax);
    all.push_back({possible ? after_tax.answer : Answer::not_allowed, after_tax.where, group.routes,
                   terms.rollover.answer == Answer::allowed ? terms.rollover.where
                                                            : terms.distribution.where});
  }
  return all;
}

bool all_say(const std::vector<Access>& all, Answer answer) {
  return std::all_of(all.begin(), all.end(),
                     [&](const Access& one) { return one.after_tax == answer; });
}

void settle_verdict(PlanAnswer& answer, const std::vector<Access>& all) {
  const auto open_to_some = [](auto route) {
    return [route](const Access& one) { return one.routes.*route == Answer::allowed; };
  };
  if (std::any_of(all.begin(), all.end(), open_to_some(&Routes::in_plan))) {
    answer.routes.push_back(Route::in_plan_roth_rollover);
  }
  if (std::any_of(all.begin(), all.end(), open_to_some(&Routes::in_service))) {
    answer.routes.push_back(Route::in_service_distribution);
  }
  answer.decided_by = all.front().where;
  if (all_say(all, Answer::not_allowed)) {
    answer.verdict = Verdict::not_available;
    answer.routes.clear();
    return;
  }
  const bool stated = std::none_of(all.begin(), all.end(), [](const Access& one) {
    return one.after_tax == Answer::not_stated;
  });
  if (!stated) answer.questions.push_back({QuestionKind::after_tax});
  if (stated && !answer.routes.empty()) {
    answer.verdict = Verdict::available;
    answer.decided_by = all.front().route_where;
    return;
  }
  if (!answer.routes.empty()) return;
  const Routes& routes = all.front().routes;
  if (!routes.silent()) {
    if (stated) answer.verdict = Verdict::at_separation;
    answer.routes.push_back(Route::separation);
    return;
  }
  const bool both = routes.in_plan == Answer::not_stated && routes.in_service == Answer::not_stated;
  answer.questions.push_back({both ? QuestionKind::after_tax_exit
                              : routes.in_plan == Answer::not_stated
                                  ? QuestionKind::in_plan_rollover
                                  : QuestionKind::in_service});
}

}  // namespace

PlanAnswer plan_answer_of(const Plan& plan, const Inquiry& inquiry, const Figures& law,
                          const std::vector<GroupTerms>& groups, const LimitTable& limits) {
  PlanAnswer answer{.name = plan.name, .where = plan.where, .year = law.year};
  settle_verdict(answer, access_of(plan, groups));
  answer.frictions = frictions_of(plan);
  answer.grade = grade_of(answer.routes, answer.frictions, std::nullopt);
  for (const Question& question : inquiry.open_money) {
    if (asked_of(question.kind) == Whom::plan) answer.questions.push_back(question);
  }
  const YearView view{law, inquiry, answer, groups};
  const Sources no_texts;
  answer.findings = run_rules({plan, limits, no_texts, law.year, &view}, true);
  return answer;
}

}  // namespace rothcheck::checker
