// READING.md R13.9, R14.5.
#include "checker/acp/adp.hpp"

#include <algorithm>

#include "checker/acp/stated.hpp"

namespace rothcheck::checker {
namespace {

/// A 403(b) has universal availability instead, and a safe harbor is deemed to pass.
bool is_tested(const Plan& plan, PlanYear year) {
  return plan.type.family == PlanFamily::k401 && plan.type.sponsor != PlanSponsor::governmental &&
         !has_adp_safe_harbor(plan, year);
}

void add_refunds(AdpTest& test, const TestedPeople& people, const TestCorrection& correction) {
  AdpReport& report = test.report;
  report.excess = correction.excess;
  for (const auto& [employee, amount] : correction.refunds) {
    const NumberedPerson& person = people.persons[employee->person];
    // What catch-up has room for stays.  Treas. Reg. 1.414(v)-1(b)(1)(iii)
    const Money stays = lesser(amount, employee->catch_up_left);
    if (stays > Money{}) report.catch_up.push_back({person.id, stays, person.row});
    if (amount <= stays) continue;
    report.refunds.push_back({person.id, amount - stays, person.row});
    test.back[employee->person] = amount - stays;
  }
}

}  // namespace

std::optional<AdpTest> adp_test(const Checker::Ready& ready, const TestedPeople& people,
                                Excludables excludables) {
  const Plan& plan = ready.plan;
  if (!is_tested(plan, ready.law.plan_year)) return std::nullopt;
  AdpTest test;
  const bool prior = states(ready.law.plan_year, plan.adp_method, AcpMethod::prior_year);
  const auto run = [&](bool lends) {
    return test_parts(people, {.excludables = excludables, .prior_year = prior},
                      adp_counting(lends));
  };
  const bool some_lent = std::any_of(people.employees.begin(), people.employees.end(),
                                     [](const TestedEmployee& one) { return one.lent > Money{}; });
  std::vector<TestPart> parts = run(false);
  if (some_lent) {
    std::vector<TestPart> without = run(true);
    if (prior != ready.acp.prior_year) {
      test.why_not =
          "deferrals are counted in one test or the other only where both take the same year "
          "(Treas. Reg. 1.401(m)-2(c)(3)(ii))";
    } else if (result_of(parts) != AcpResult::pass || result_of(without) != AcpResult::pass) {
      test.why_not =
          "deferrals may be counted here only where the ADP test is passed with them and without "
          "(Treas. Reg. 1.401(m)-2(a)(6)(ii))";
    } else {
      test.lends = true;
      parts = std::move(without);
    }
  }
  const TestPart& first = parts.front();
  test.report.nhce = first.figures.nhce;
  test.report.hce = first.figures.hce;
  test.report.limit = first.figures.limit;
  test.report.result = result_of(parts);
  if (test.report.nhce.count == 0 && people.people_left_out == 0)
    test.report.result = AcpResult::exempt;
  if (test.report.result == AcpResult::fail && people.undecided.empty())
    add_refunds(test, people, correction_of(people, parts, adp_counting(test.lends)));
  return test;
}

}  // namespace rothcheck::checker
