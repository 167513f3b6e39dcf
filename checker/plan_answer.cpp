// The plan's own verdict over all the groups it tells apart, and the findings on its text.
#include "checker/plan_answer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/findings.hpp"
#include "checker/frictions.hpp"
#include "checker/group_check.hpp"
#include "checker/law/routes.hpp"
#include "checker/product.hpp"

namespace rothcheck::checker {
namespace {

/// What the plan allows to one group, amounts aside.
struct Access {
  Answer after_tax = Answer::not_stated;
  Span where;
  Routes routes;
  Span route_where;
};

std::vector<Access> access_of(const Plan& plan, const Inquiry& inquiry, const Figures& law) {
  std::vector<Access> all;
  const Resolution resolution = resolve(plan, inquiry, law, Participant{});
  for_each_way(resolution, [&](const Person& person) {
    const Terms terms = terms_for(plan, person.group, law);
    const PermissionTerm& after_tax = terms.contribution(Kind::after_tax);
    const bool possible = type_takes_after_tax(plan.type);
    all.push_back({possible ? after_tax.answer : Answer::not_allowed, after_tax.where,
                   routes_of(terms, plan.type, person.group),
                   terms.rollover.answer == Answer::allowed ? terms.rollover.where
                                                            : terms.distribution.where});
  });
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

const Provision<Permission>* allowing(const std::vector<Provision<Permission>>& clauses,
                                      Kind kind) {
  const auto found = std::find_if(clauses.begin(), clauses.end(), [&](const auto& clause) {
    return clause.value.kind == kind && clause.value.answer == Answer::allowed;
  });
  return found == clauses.end() ? nullptr : &*found;
}

const Provision<Permission>* forbidding(const std::vector<Provision<Permission>>& clauses,
                                        Kind kind) {
  const auto found = std::find_if(clauses.begin(), clauses.end(), [&](const auto& clause) {
    return clause.value.kind == kind && clause.value.answer == Answer::not_allowed;
  });
  return found == clauses.end() ? nullptr : &*found;
}

void find_unlawful(Findings& found, const Plan& plan, Verdict verdict) {
  const auto* rollover = allowing(plan.rollovers, Kind::after_tax);
  const auto* after_tax = allowing(plan.contributions, Kind::after_tax);
  if (const auto* roth = forbidding(plan.contributions, Kind::roth);
      roth != nullptr && rollover != nullptr) {
    found.push_back(
        {.kind = &finding::rollover_without_roth,
         .message =
             "an in-plan Roth rollover needs a Roth program, and the plan takes no Roth deferrals",
         .where = rollover->where,
         .notes = {{"Roth deferrals are excluded here", roth->where}}});
  }
  if (after_tax != nullptr && !type_takes_after_tax(plan.type)) {
    found.push_back({.kind = &finding::after_tax_in_457b,
                     .message = fmt::format("a {} plan cannot take after-tax contributions",
                                            to_string(plan.type)),
                     .where = after_tax->where});
  }
  if (rollover != nullptr && plan.type.family == PlanFamily::a401) {
    found.push_back(
        {.kind = &finding::rollover_without_deferrals,
         .message = "a 401(a) plan without elective deferrals has no in-plan Roth rollover",
         .where = rollover->where});
  }
  if (after_tax != nullptr && verdict == Verdict::at_separation) {
    found.push_back(
        {.kind = &finding::after_tax_no_exit,
         .message = "after-tax money can go in, and becomes Roth only when the person leaves",
         .where = after_tax->where});
  }
}

/// Clauses that are understood and do not enter the amount yet.
void find_unevaluated(Findings& found, const Plan& plan) {
  const auto name = [&](const auto& clauses, std::string_view what) {
    for (const auto& clause : clauses) {
      found.push_back({.kind = &finding::clause_not_evaluated,
                       .message = fmt::format("{} does not enter the answer yet", what),
                       .where = clause.where});
    }
  };
  name(plan.safe_harbor, "the safe harbor");
  name(plan.acp_method, "the ACP test");
  name(plan.exclude_otherwise_excludable, "testing people apart");
}

}  // namespace

PlanAnswer plan_answer_of(const Plan& plan, const Inquiry& inquiry, const Figures& law) {
  PlanAnswer answer{.name = plan.name, .where = plan.where, .year = law.year};
  settle_verdict(answer, access_of(plan, inquiry, law));
  answer.frictions = frictions_of(plan);
  answer.grade = grade_of(answer.routes, answer.frictions, std::nullopt);
  for (const Question& question : inquiry.open_money) {
    if (asked_of(question.kind) == Whom::plan) answer.questions.push_back(question);
  }
  find_unlawful(answer.findings, plan, answer.verdict);
  find_unevaluated(answer.findings, plan);
  const Findings groups = group_findings(plan, inquiry, law);
  answer.findings.insert(answer.findings.end(), groups.begin(), groups.end());
  return answer;
}

}  // namespace rothcheck::checker
