// The kinds of people that clauses on access tell apart, put together where they get the same.
#include "checker/judge/group_verdicts.hpp"

#include <algorithm>
#include <iterator>

#include "checker/law/plan_types.hpp"
#include "checker/terms/group_words.hpp"
#include "checker/year/plan_groups.hpp"

namespace rothcheck::checker {

Plan access_of(const Plan& plan) {
  Plan access;
  access.type = plan.type;
  access.where = plan.where;
  access.limitation_year = plan.limitation_year;
  access.plan_year = plan.plan_year;
  access.minimum_age = plan.minimum_age;
  access.minimum_service = plan.minimum_service;
  access.excluded_classes = plan.excluded_classes;
  std::copy_if(plan.contributions.begin(), plan.contributions.end(),
               std::back_inserter(access.contributions), [](const auto& clause) {
                 return clause.value.kind == Kind::after_tax || clause.value.kind == Kind::roth;
               });
  access.rollovers = plan.rollovers;
  std::copy_if(plan.distributions.begin(), plan.distributions.end(),
               std::back_inserter(access.distributions),
               [](const auto& clause) { return clause.value.kind == Kind::after_tax; });
  access.distribution_conditions = plan.distribution_conditions;
  return access;
}

namespace {

Question exit_question(const Routes& routes) {
  if (routes.in_plan != Answer::not_stated) return {QuestionKind::in_service};
  if (routes.in_service != Answer::not_stated) return {QuestionKind::in_plan_rollover};
  return {QuestionKind::after_tax_exit};
}

}  // namespace

GroupAnswer answer_for(const GroupTerms& group, PlanType type) {
  const PermissionTerm& after_tax = group.terms.contribution(Kind::after_tax);
  GroupAnswer answer{.group = "", .decided_by = after_tax.where};
  if (!takes_after_tax(type.family) || after_tax.answer == Answer::not_allowed) {
    answer.verdict = Verdict::not_available;
    return answer;
  }
  const bool stated = after_tax.answer == Answer::allowed;
  answer.routes = group.routes.list();
  if (!stated) answer.questions.push_back({QuestionKind::after_tax});
  if (group.routes.open()) {
    if (!stated) return answer;
    answer.verdict = Verdict::available;
    answer.decided_by = group.terms.rollover.answer == Answer::allowed
                            ? group.terms.rollover.where
                            : group.terms.distribution.where;
  } else if (group.routes.silent()) {
    answer.questions.push_back(exit_question(group.routes));
  } else {
    if (stated) answer.verdict = Verdict::at_separation;
    answer.routes.push_back(Route::separation);
  }
  return answer;
}

namespace {

bool same_answer(const GroupAnswer& one, const GroupAnswer& other) {
  return one.verdict == other.verdict && one.routes == other.routes &&
         one.decided_by == other.decided_by && one.questions == other.questions;
}

}  // namespace

bool is_excluded(const Plan& plan, const GroupFacts& facts) {
  return std::any_of(
      plan.excluded_classes.begin(), plan.excluded_classes.end(), [&](const auto& clause) {
        return is_of_class(facts.employee_class, clause.value) && clause.scope.group.everybody();
      });
}

GroupVerdicts verdicts_by_group(const Plan& plan, const Figures& law) {
  const Plan access = access_of(plan);
  const Inquiry inquiry = inquiry_of(access, law);
  std::vector<GroupTerms> groups = groups_of(access, inquiry, law);
  std::erase_if(groups, [&](const GroupTerms& group) { return is_excluded(access, group.facts); });
  GroupVerdicts found;
  std::vector<GroupAnswer> answers;
  std::vector<GroupFacts> facts;
  std::vector<std::size_t> kinds;  // which answer each of the kinds of people gets
  for (const GroupTerms& group : groups) {
    GroupAnswer answer = answer_for(group, plan.type);
    const bool by_rollover =
        !answer.routes.empty() && answer.routes.front() == Route::in_plan_roth_rollover;
    found.roth_implied = found.roth_implied || (group.terms.roth_implied && by_rollover);
    const auto known = std::find_if(answers.begin(), answers.end(), [&](const GroupAnswer& other) {
      return same_answer(answer, other);
    });
    kinds.push_back(static_cast<std::size_t>(known - answers.begin()));
    if (known == answers.end()) answers.push_back(std::move(answer));
    facts.push_back(group.facts);
  }
  for (const auto& [words, kind] : sets_of_people(facts, kinds)) {
    found.groups.push_back(answers[kind]);
    found.groups.back().group = words;
  }
  return found;
}

}  // namespace rothcheck::checker
