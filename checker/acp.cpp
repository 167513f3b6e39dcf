// READING.md section 6: after-tax money and match of the highly compensated against everybody
// else's.
#include "checker/acp.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/law/highly_compensated.hpp"
#include "checker/ready.hpp"
#include "checker/tested_employee.hpp"

namespace rothcheck::checker {
namespace {

/// Everybody in the test, and whose status the census leaves open.
struct Tested {
  std::vector<TestedEmployee> employees;
  std::int64_t status_unknown = 0;
  Assumptions assumptions;
};

void add_employee(Tested& tested, const Checker::Ready& ready, const Participant& participant) {
  Resolution resolution = resolve(ready.plan, ready.inquiry, ready.law, participant);
  if (!is_tested(ready, participant, resolution)) return;
  if (!resolution.highly_compensated) ++tested.status_unknown;
  const Terms terms = terms_for(ready.plan, tested_group(resolution), ready.law);
  tested.employees.push_back(
      tested_employee(ready, terms, participant, resolution, tested.assumptions));
}

std::vector<TestedEmployee> without_match(std::vector<TestedEmployee> employees) {
  for (TestedEmployee& employee : employees) employee.match = Money{};
  return employees;
}

/// The limit as it is shown: down to the hundredth, because 0.0025% over it fails.
Hundredths shown(std::int64_t quarters) { return {divide(quarters, 4, Round::down)}; }

AcpElection run(const std::vector<TestedEmployee>& employees, std::optional<Hundredths> nhce,
                std::string_view method, std::string_view match, std::string_view law) {
  AcpElection election{.method = method, .match = match, .law = law};
  election.hce = group_of(employees, true).average();
  if (!nhce) return election;
  election.nhce = *nhce;
  const std::int64_t limit = limit_in_quarters(*nhce);
  election.limit = shown(limit);
  election.result = 4 * election.hce.count <= limit ? AcpResult::pass : AcpResult::fail;
  return election;
}

/// A safe harbor match lets the test leave out all match, for everybody or for nobody.  Treas.
/// Reg. 1.401(m)-2(a)(5)(iv)
bool match_may_be_left_out(const Plan& plan) {
  return std::any_of(plan.safe_harbor.begin(), plan.safe_harbor.end(), [](const auto& clause) {
    return clause.value == SafeHarbor::match || clause.value == SafeHarbor::enhanced_match ||
           clause.value == SafeHarbor::qaca_match;
  });
}

/// Governmental plans and church 403(b) contracts are not tested.  READING.md R6.5, R8.1
bool plan_is_exempt(PlanType type) {
  return type.sponsor == PlanSponsor::governmental ||
         (type.sponsor == PlanSponsor::church && type.family == PlanFamily::b403);
}

void correct(AcpReport& report, const std::vector<TestedEmployee>& employees) {
  report.largest_hce_after_tax = largest_after_tax_rate(employees, report.nhce_average);
  if (report.result != AcpResult::fail) return;
  const AcpCorrection correction = correction_of(employees, report.nhce_average);
  report.excess = correction.excess;
  report.refunds = correction.refunds;
  report.notes.push_back(
      fmt::format("excess and its earnings must be paid back by the end of {}; after March 15 of "
                  "{} the employer owes 10% "
                  "(IRC 401(m)(6)(A), 4979(f)); 2.5 months, or 6 with automatic enrolment",
                  report.year + 1, report.year + 1));
  report.notes.push_back(
      "a refund of after-tax money does not give annual additions room back (Treas. Reg. "
      "1.415(c)-1(b)(1)(ii))");
}

}  // namespace

AcpReport acp_test(const Checker& checker, const std::vector<Participant>& census,
                   const AcpOptions& options) {
  const Checker::Ready& ready = checker.ready();
  const Plan& plan = ready.plan;
  std::vector<Participant> people = census;
  if (!plan.top_paid_group.empty()) apply_top_paid_group(people, ready.law);
  Tested tested;
  for (const Participant& participant : people) add_employee(tested, ready, participant);

  AcpReport report{.plan = plan.name, .year = ready.law.year};
  report.assumptions = tested.assumptions;
  report.nhce = group_of(tested.employees, false);
  report.hce = group_of(tested.employees, true);
  const bool prior =
      !plan.acp_method.empty() && plan.acp_method.back().value == AcpMethod::prior_year;
  const std::optional<Hundredths> prior_nhce =
      options.first_year ? std::optional{Hundredths{300}} : options.prior_nhce;
  report.method = prior ? "prior-year" : "current-year";

  const Hundredths current = report.nhce.average();
  report.elections.push_back(run(tested.employees, prior ? prior_nhce : std::optional{current},
                                 report.method, "counted", "IRC 401(m)(2)(A)"));
  if (match_may_be_left_out(plan)) {
    const std::vector<TestedEmployee> bare = without_match(tested.employees);
    report.elections.push_back(run(bare, group_of(bare, false).average(), "current-year",
                                   "disregarded", "Treas. Reg. 1.401(m)-2(a)(5)(iv)"));
  }
  const auto passes = [](const AcpElection& election) {
    return election.result == AcpResult::pass;
  };
  const auto passing = std::find_if(report.elections.begin(), report.elections.end(), passes);
  const AcpElection& chosen =
      passing != report.elections.end() ? *passing : report.elections.front();
  const std::vector<TestedEmployee> counted =
      chosen.match == "disregarded" ? without_match(tested.employees) : tested.employees;
  report.hce = group_of(counted, true);
  report.nhce = group_of(counted, false);
  report.nhce_average = chosen.nhce;
  report.limit = chosen.limit;
  report.result = chosen.result;

  if (plan.acp_method.empty()) {
    report.notes.push_back(
        "the plan file does not state current-year or prior-year testing: current-year is shown");
    report.questions.push_back({QuestionKind::acp_method});
  }
  if (prior && !prior_nhce) report.questions.push_back({QuestionKind::prior_nhce_acp});
  if (plan_is_exempt(plan.type)) {
    report.result = AcpResult::exempt;
    report.notes.push_back(
        "a governmental plan or church contract is not tested (IRC 401(a)(5)(G), 403(b)(1)(D), "
        "403(b)(12)(C))");
  } else if (report.nhce.count == 0) {
    report.result = AcpResult::exempt;
    report.notes.push_back(
        "nobody eligible is a nonhighly compensated employee (Treas. Reg. 1.401(m)-2(a)(1)(ii))");
  } else if (tested.status_unknown > 0) {
    report.result = AcpResult::undetermined;
    report.questions.push_back({QuestionKind::hce_status});
    report.notes.push_back(
        fmt::format("the HCE status of {} employees is not told", tested.status_unknown));
  }
  correct(report, counted);
  return report;
}

}  // namespace rothcheck::checker
