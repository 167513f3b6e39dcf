// The public face: a plan made ready, people answered.
#include "checker/judge/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/acp/acp.hpp"
#include "checker/findings.hpp"
#include "checker/judge/combine.hpp"
#include "checker/judge/frictions.hpp"
#include "checker/judge/plan_answer.hpp"
#include "checker/judge/ready.hpp"
#include "checker/judge/remarks.hpp"
#include "checker/year/net_compensation.hpp"
#include "checker/year/plan_groups.hpp"
#include "checker/year/product.hpp"

namespace rothcheck::checker {

namespace {

/// What an owner could choose: all the law lets the business contribute, or nothing, so that more
/// can be Roth.
std::vector<Alternative> alternatives_for(const Plan& plan, const Figures& law,
                                          const Participant& participant,
                                          const Resolution& resolution) {
  std::vector<Alternative> found;
  if (!resolution.person.solo || !resolution.open.empty() || !resolution.person.eligible)
    return found;
  const auto with = [&](std::string_view label, std::optional<Money> nonelective) {
    Person person = resolution.person;
    const Terms terms = terms_for(plan, person.group, law);
    Unexplained quiet;
    settle(person, participant, terms, law, quiet.lines);
    if (!person.after_tax_allowed) return Money{};
    person.nonelective = nonelective;
    if (person.nets_pay) take_net_compensation(person, terms, law);
    const Settled settled = checker::assess(terms, person, law, quiet);
    found.push_back({label, settled.employer, settled.room});
    return settled.nonelective_most;
  };
  const Money most = with("no employer contribution", Money{});
  if (!found.empty()) with("the largest employer contribution", most);
  return found;
}

}  // namespace

Checker::Checker(const Plan& plan, int year, const LimitTable& limits)
    : Checker{plan, figures_for(plan, year, limits), limits} {}

Checker::Checker(const Plan& plan, const Figures& law, const LimitTable& limits)
    : ready_{new Ready{plan, law, inquiry_of(plan, law), {}, acp_terms(plan)}} {
  const Inquiry& inquiry = ready_->inquiry;
  ready_->answer = plan_answer_of(plan, inquiry, law, groups_of(plan, inquiry, law), limits);
}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;

const PlanAnswer& Checker::plan_answer() const { return ready_->answer; }

Money Checker::annual_additions_limit() const { return ready_->law.annual_additions.amount; }

Assessment Checker::assess(const Participant& participant) const {
  const auto& [plan, law, inquiry, answer, acp] = *ready_;
  const Resolution resolution = resolve(plan, inquiry, law, participant);
  std::vector<Resolved> all;
  Findings findings;
  Assumptions assumptions;
  for_each_way(resolution, [&](Person& person) {
    const Terms terms = terms_for(plan, person.group, law);
    Resolved one;
    settle(person, participant, terms, law, one.record.lines);
    person.after_tax_allowed = person.after_tax_allowed && type_takes_after_tax(plan.type);
    one.settled = checker::assess(terms, person, law, one.record);
    one.routes = routes_of(terms, plan.type, person.group);
    one.verdict = verdict_of(one.settled, person, one.routes);
    const Findings said = findings_on(participant, person, one.settled, terms, law);
    // Only what holds however the missing facts turn out is said of the person.
    if (all.empty()) {
      findings = said;
    } else {
      std::erase_if(findings, [&](const Finding& finding) {
        return std::none_of(said.begin(), said.end(),
                            [&](const Finding& other) { return other.kind == finding.kind; });
      });
    }
    assumptions.add(assumptions_of(plan, participant, person, one.settled, terms, law));
    all.push_back(std::move(one));
  });
  Assessment found = combine(resolution, all);
  found.id = participant.id;
  found.row = participant.row;
  found.household = participant.household.value_or("");
  if (found.verdict == Verdict::available) {
    found.grade = grade_of(all.front().routes.list(), answer.frictions, found.room.least);
  }
  found.alternatives = alternatives_for(plan, law, participant, resolution);
  found.findings = std::move(findings);
  found.assumptions.add(assumptions);
  for (const Question& question : questions_behind(found.assumptions)) {
    if (std::find(found.questions.begin(), found.questions.end(), question) ==
        found.questions.end())
      found.questions.push_back(question);
  }
  if (found.verdict == Verdict::not_eligible) found.binding_at = resolution.excluded_by;
  return found;
}

Findings year_is_known(const LimitTable& limits, const Plan& plan, int year) {
  Findings findings;
  for (int missing : missing_years(plan, year, limits)) {
    const std::vector<int> years = limits.years();
    Finding found{.kind = &finding::year_without_limits,
                  .message = fmt::format("there are no limits for {}; the table has {} to {}",
                                         missing, years.front(), years.back()),
                  .where = plan.where};
    found.notes.push_back({fmt::format(
        "add the figures of {} with --limits FILE, or choose another year with --year", missing)});
    findings.push_back(std::move(found));
  }
  return findings;
}

std::vector<Assessment> check(const Checker& checker, const Plan& plan, int year,
                              const LimitTable& limits, const std::vector<Participant>& census) {
  std::vector<Participant> people = census;
  if (!plan.top_paid_group.empty()) apply_top_paid_group(people, figures_for(plan, year, limits));
  std::vector<Assessment> answers;
  answers.reserve(people.size());
  for (const Participant& person : people) answers.push_back(checker.assess(person));
  return answers;
}

}  // namespace rothcheck::checker
