// READING.md R13.19: room is what the law of one person leaves; what survives the test is another
// figure.
#include "checker/acp/acp_of_plan.hpp"

#include <fmt/format.h>

#include "checker/acp/acp.hpp"
#include "checker/acp/stated.hpp"
#include "checker/findings.hpp"

namespace rothcheck::checker {
namespace {

std::string back(const AcpOutcome& outcome) {
  if (outcome.excess_low != outcome.excess_high) {
    return outcome.excess_high == Money::ceiling()
               ? "some of their money goes"
               : fmt::format("{} to {} go", to_string(outcome.excess_low),
                             to_string(outcome.excess_high));
  }
  return outcome.people_back == 1
             ? fmt::format("{} of 1 person goes", to_string(outcome.excess_low))
             : fmt::format("{} of {} people go", to_string(outcome.excess_low),
                           outcome.people_back);
}

/// 401(m)(11), (12) are for match alone; Treas. Reg. 1.401(m)-3(j)(6).
std::string_view what_safe_harbor_does(const Plan& plan, PlanYear year) {
  if (!has_adp_safe_harbor(plan, year)) return {};
  const MatchLeftOut left_out = acp_terms(plan, year).left_out;
  if (left_out.all) return "the safe harbor takes the match out of it, and no after-tax money";
  return left_out.nothing()
             ? "the safe harbor takes nothing out of it"
             : "the safe harbor takes a part of the match out of it, and no after-tax money";
}

}  // namespace

std::optional<AcpOfPlan> acp_of_plan(const Plan& plan, PlanYear year, Verdict verdict) {
  if (verdict == Verdict::not_available || verdict == Verdict::not_eligible) return std::nullopt;
  if (is_exempt_from_acp(plan.type))
    return AcpOfPlan{.untested =
                         "a governmental plan or a church's 403(b) contract is not tested (IRC "
                         "401(a)(5)(G), 403(b)(1)(D), (12)(C))"};
  if (plan.type.family == PlanFamily::solo_401k)
    return AcpOfPlan{.untested =
                         "owners and their spouses have nobody to be compared with, as "
                         "long as nobody else may take part (Treas. Reg. "
                         "1.401(m)-2(a)(1)(ii))"};
  return AcpOfPlan{.safe_harbor = what_safe_harbor_does(plan, year)};
}

AcpOutcome outcome_of(const AcpReport& report) {
  return {.result = report.result,
          .nhce = report.nhce_average,
          .hce = report.hce.average(),
          .limit = report.limit,
          .excess_low = report.excess_low,
          .excess_high = report.excess_high,
          .people_back = static_cast<std::int64_t>(report.refunds.size()),
          .people_left_out = report.people_left_out};
}

Findings limits_room(const PlanAnswer& plan) {
  if (!plan.acp || !plan.acp->outcome) return {};
  const AcpOutcome& outcome = *plan.acp->outcome;
  if (outcome.result != AcpResult::fail) return {};
  return {{&finding::acp_limits_room,
           fmt::format("the ACP test of {} fails: the highly compensated average {}, and the limit "
                       "is {}; {} back",
                       plan.year, percent(outcome.hce), percent(outcome.limit), back(outcome)),
           plan.where}};
}

}  // namespace rothcheck::checker
