// A way to Roth that stops contributions.  READING.md R1.3
#include <fmt/format.h>

#include <algorithm>

#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::suspension_after_withdrawal{
    .kind = {.code = "MBR104",
             .name = "suspension-after-withdrawal",
             .severity = Severity::warning,
             .citation = "",
             .why = "Every conversion by way of a withdrawal would stop contributions for months, "
                    "and the match on them. Done as often as a mega backdoor Roth wants, there "
                    "would be no contributions left.",
             .help = "ask whether the suspension still applies to after-tax withdrawals; most "
                     "plans dropped it in 2019"},
    .page = {.mistake = "A withdrawal of after-tax money suspends contributions, and there is no "
                        "other way to Roth.",
             .find = "See whether the suspension is meant for hardship withdrawals, where the law "
                     "once asked for it.",
             .fix = "Where it is for hardship withdrawals only, take it out of this block.",
             .avoid = "Do not copy the hardship section's conditions to the after-tax section.",
             .example =
                 "in-service-distribution { after-tax allowed; suspends contributions 6 months }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const std::vector<Route>& routes = in.answer().routes;
      const auto is_open = [&](Route route) {
        return std::count(routes.begin(), routes.end(), route) != 0;
      };
      if (!is_open(Route::in_service_distribution) || is_open(Route::in_plan_roth_rollover)) return;
      for (const auto& clause : in.plan.distribution_suspension) {
        const Kinds kinds = clause.value.kinds;
        // What else is stopped costs something, and leaves after-tax money its way.
        if (!kinds.empty() && !kinds.has(Kind::after_tax)) continue;
        report(clause.where,
               fmt::format("a withdrawal stops {}{} for {}, and is the only way to Roth",
                           suspended(kinds), kinds.empty() ? "" : " money",
                           to_string(clause.value.time)));
      }
    }};

}  // namespace rothcheck::checker
