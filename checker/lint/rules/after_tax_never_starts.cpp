// After-tax contributions that wait for a limit nobody can reach.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::after_tax_never_starts{
    .kind = {.code = "MBR103",
             .name = "after-tax-never-starts",
             .severity = Severity::warning,
             .citation = "IRC 402(g)(1)",
             .why = "After-tax contributions start only when deferrals have used the 402(g) limit, "
                    "and the plan stops deferrals below that limit. So nobody ever gets to make "
                    "after-tax contributions.",
             .help = "correct the limit on deferrals, or the condition on after-tax contributions"},
    .page = {.mistake = "The plan's own limit on deferrals lies below the 402(g) limit that opens "
                        "after-tax contributions.",
             .find = "Compare the limit on deferrals with the year's 402(g) limit; `rothcheck "
                     "limits` shows it.",
             .fix = "Where the limit was copied from an older year, correct it. Else ask which of "
                    "the two clauses is meant.",
             .avoid = "State limits that follow the law as a percent of the 402(g) limit.",
             .example =
                 "contributions { after-tax only after 402(g); limit $20,000 on pre-tax, roth }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      if (in.plan.only_after_402g.empty()) return;
      const YearFigure& most = in.law().deferrals;
      const Money pay = in.law().compensation.amount;
      for (const auto& limit : in.plan.limits) {
        const Kinds kinds = limit.value.kinds;
        if (!kinds.has(Kind::pre_tax) || kinds.has(Kind::after_tax) || limit.scope != Scope{})
          continue;
        if (!kinds.has(Kind::roth) && !forbidding(in.plan.contributions, Kind::roth)) continue;
        const Amount least = Amount::of(most.amount - Money::cents(1));
        if (!never_above(limit.value.amount, least, pay, most.amount)) continue;
        report(limit.where,
               fmt::format("deferrals stop at {}, below the {} 402(g) limit of {}",
                           brief(limit.value.amount), most.year, brief(most.amount)),
               {{"after-tax contributions wait for that limit here",
                 in.plan.only_after_402g.front().where}});
      }
    }};

}  // namespace rothcheck::checker
