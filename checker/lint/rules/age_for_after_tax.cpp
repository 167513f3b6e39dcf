// An age for after-tax money, which the law does not ask for.  READING.md R1.3
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::age_for_after_tax{
    .kind = {.code = "MBR107",
             .name = "age-for-after-tax",
             .severity = Severity::info,
             .citation = "IRC 401(k)(2)(B); Rev. Rul. 60-323",
             .why = "The law keeps deferrals in the plan until 59 1/2. It asks for no age before "
                    "voluntary after-tax contributions and their earnings are paid out; only the "
                    "plan does.",
             .help = "ask whether the age is meant for after-tax money or for deferrals"},
    .page = {.mistake = "An age is asked for before after-tax money may be paid out.",
             .find = "See which accounts the age is for. Summaries often name 59 1/2 for "
                     "`in-service withdrawals` and treat after-tax money in another paragraph.",
             .fix = "Where it is for deferrals only, write it behind those: `pre-tax allowed at "
                    "age 59 1/2`.",
             .avoid = "Read the withdrawal section source by source.",
             .example = "in-service-distribution { after-tax allowed at age 59 1/2 }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* allowed = allowing(in.plan.distributions, Kind::after_tax);
      if (allowed == nullptr || !allowing(in.plan.contributions, Kind::after_tax)) return;
      const auto look_at = [&](const Conditions& conditions, Span where) {
        if (!conditions.at_age) return;
        report(where,
               fmt::format("after-tax money waits for age {}, which the law does not ask for",
                           to_number_string(*conditions.at_age)));
      };
      look_at(allowed->value.conditions, allowed->where);
      for (const auto& clause : in.plan.distribution_conditions)
        look_at(clause.value, clause.where);
    }};

}  // namespace rothcheck::checker
