// READING.md R14.1, R14.5, R14.7.
#include "checker/acp/other_tests.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/acp/stated.hpp"
#include "checker/findings.hpp"
#include "checker/law/top_heavy.hpp"
#include "model/counted.hpp"

namespace rothcheck::checker {
namespace {

bool anybody_saves_after_tax(const TestedPeople& people) {
  return std::any_of(people.others.begin(), people.others.end(),
                     [](const OtherEmployees& some) { return some.after_tax; }) ||
         std::any_of(people.employees.begin(), people.employees.end(),
                     [](const TestedEmployee& one) { return one.after_tax > Money{}; });
}

std::string top_heavy_words(const TopHeavy& found) {
  if (!found.ratio)
    return "after-tax money takes the top-heavy exemption of the safe harbor for the year: 60% "
           "decides";
  return fmt::format(
      "after-tax money takes the top-heavy exemption: key employees have {} of the "
      "accounts, 60% is the limit",
      percent(*found.ratio));
}

/// How many of a group have deferred so much that after-tax money is open to them.
std::string share_words(const TestedPeople& people, bool highly, Money needed) {
  std::int64_t all = 0, open = 0;
  for (const OtherEmployees& some : people.others) {
    if (highly) break;
    all += some.count;
    open += some.at_deferral_limit;
  }
  for (const TestedEmployee& one : people.employees) {
    if (one.highly_compensated != highly) continue;
    ++all;
    if (one.deferrals >= needed) ++open;
  }
  return fmt::format("{} of {}", open, all);
}

}  // namespace

std::optional<TopHeavy> top_heavy_test(const Checker::Ready& ready, const TestedPeople& people) {
  if (!has_adp_safe_harbor(ready.plan, ready.law.plan_year) || ready.acp.exempt ||
      !anybody_saves_after_tax(people))
    return std::nullopt;
  return people.accounts.test();
}

Findings other_tests(const Checker::Ready& ready, const TestedPeople& people,
                     const AcpReport& report) {
  Findings findings;
  const Plan& plan = ready.plan;
  if (report.top_heavy) {
    Finding found{&finding::top_heavy_exemption_lost, top_heavy_words(*report.top_heavy),
                  plan.where};
    if (!report.top_heavy->ratio) {
      found.notes.push_back(
          {"give each account on the last day of the year before in a column `account_balance`, "
           "and who is a key employee in `key_employee`"});
    } else if (report.top_heavy->top_heavy && report.top_heavy->cost) {
      found.notes.push_back({fmt::format(
          "everybody who is no key employee must get {} of pay from the employer; {} is missing "
          "to it",
          percent(report.top_heavy->minimum), to_string(*report.top_heavy->cost))});
    }
    findings.push_back(std::move(found));
  }
  if (report.adp && report.adp->result == AcpResult::fail) {
    findings.push_back(
        {&finding::adp_fails,
         fmt::format("the ADP test of {} fails: the highly compensated defer {}, "
                     "and the limit is {}",
                     report.year, percent(report.adp->hce.average()), percent(report.adp->limit)),
         plan.where});
  }
  const auto* behind = stated_in(ready.law.plan_year, plan.only_after_402g);
  if (behind != nullptr && report.nhce.count != 0) {
    const Money needed = ready.law.deferrals.amount;
    findings.push_back(
        {&finding::after_tax_out_of_reach,
         fmt::format("{} highly compensated and {} others reach the deferral limit of {}",
                     share_words(people, true, needed), share_words(people, false, needed),
                     ready.law.year),
         behind->where});
  }
  return findings;
}

}  // namespace rothcheck::checker
