// The public face: a plan made ready, people answered.
#include "checker/judge/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/acp/acp.hpp"
#include "checker/acp/stated.hpp"
#include "checker/findings.hpp"
#include "checker/judge/assumed.hpp"
#include "checker/judge/combine.hpp"
#include "checker/judge/frictions.hpp"
#include "checker/judge/plan_answer.hpp"
#include "checker/judge/ready.hpp"
#include "checker/judge/remarks.hpp"
#include "checker/judge/way.hpp"
#include "checker/year/plan_groups.hpp"
#include "checker/year/product.hpp"

namespace rothcheck::checker {

namespace {

/// The way that keeps everything: every line, finding and assumption.
struct Explaining {
  const Plan& plan;
  const Figures& law;
  Terms terms = {};
  Explained record = {};
  Findings findings = {};
  Assumptions assumptions = {};

  const Terms& terms_of(const GroupFacts& group) {
    terms = terms_for(plan, group, law);
    return terms;
  }
  YearResult year(const Terms& under, const Person& person, const Figures& figures) {
    return checker::assess(under, person, figures, record);
  }
  void keep(const Participant& participant, const Person& person, const Judged& judged,
            const Terms& under, const Figures& figures) {
    findings = findings_on(participant, person, judged.result, under, figures);
    assumptions = assumptions_of(plan, participant, person, judged.result, under, figures);
  }
};

/// What an owner could choose: all the law lets the business contribute, or nothing, so that more
/// can be Roth.
std::vector<Alternative> alternatives_for(const Plan& plan, const Figures& law,
                                          const Participant& participant,
                                          const Resolution& resolution) {
  std::vector<Alternative> found;
  if (!resolution.person.solo || !resolution.open.empty() || !resolution.person.eligible)
    return found;
  const auto with = [&](std::string_view label, Money nonelective) {
    Person person = resolution.person;
    person.nonelective = nonelective;
    Explaining way{plan, law};
    const YearResult result = judge(plan, law, participant, person, way).result;
    if (!person.after_tax_allowed) return Money{};
    found.push_back({label, result.employer, result.room});
    return result.nonelective_most;
  };
  const Money most = with("no employer contribution", Money{});
  if (!found.empty()) with("the largest employer contribution", most);
  return found;
}

/// Of what is said of a person each way, what is said every way.
void keep_shared(Findings& findings, const Findings& others) {
  std::erase_if(findings, [&](const Finding& finding) {
    return std::none_of(others.begin(), others.end(),
                        [&](const Finding& other) { return other.kind == finding.kind; });
  });
}

}  // namespace

Checker::Checker(const Plan& plan, int year, const LimitTable& limits)
    : Checker{plan, figures_for(plan, year, limits), limits} {}

Checker::Checker(const Plan& plan, const Figures& law, const LimitTable& limits)
    : ready_{new Ready{plan, law, inquiry_of(plan, law), {}, acp_terms(plan, law.plan_year)}} {
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
    Explaining way{plan, law};
    const Judged judged = judge(plan, law, participant, person, way);
    if (all.empty()) {
      findings = std::move(way.findings);
    } else {
      keep_shared(findings, way.findings);
    }
    assumptions.add(way.assumptions);
    all.push_back({judged, std::move(way.record)});
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
  credit_families(people);
  const Figures law = figures_for(plan, year, limits);
  if (elects_top_paid_group(plan, law.plan_year)) apply_top_paid_group(people, law);
  std::vector<Assessment> answers;
  answers.reserve(people.size());
  for (const Participant& person : people) answers.push_back(checker.assess(person));
  return answers;
}

}  // namespace rothcheck::checker
