// A wait that delays conversions.  READING.md R1.3
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::seasoning{
    .kind = {.code = "MBR105",
             .name = "seasoning-of-after-tax",
             .severity = Severity::info,
             .citation = "Rev. Rul. 60-323, 69-277",
             .why = "After-tax money may leave only when it has been in the account for a while. "
                    "Its earnings of that time are taxable on conversion. The law asks for no wait "
                    "on voluntary after-tax contributions.",
             .help = "ask whether the wait is meant for after-tax money or for employer money"},
    .page =
        {.mistake = "After-tax money must season before it can be paid out, and cannot be rolled "
                    "over inside the plan.",
         .find = "See which accounts the waiting period is for: the law's two-year rule is about "
                 "employer contributions.",
         .fix = "Where it is for employer money only, put the condition on those lines.",
         .avoid =
             "Write conditions behind the source they are for: `match allowed after 24 months`.",
         .example = "in-service-distribution { after-tax allowed after 24 months }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (allowing(in.plan.rollovers, Kind::after_tax) ||
          !allowing(in.plan.contributions, Kind::after_tax))
        return;
      const auto look_at = [&](const Conditions& conditions, Span where) {
        if (!conditions.seasoning) return;
        report(where, fmt::format("after-tax money must stay {} before it can be paid out",
                                  to_string(*conditions.seasoning)));
      };
      const auto* allowed = allowing(in.plan.distributions, Kind::after_tax);
      if (allowed == nullptr) return;
      look_at(allowed->value.conditions, allowed->where);
      for (const auto& clause : in.plan.distribution_conditions)
        look_at(clause.value, clause.where);
    }};

}  // namespace rothcheck::checker
