// A minimum that nobody can meet.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::minimum_above_limit{
    .kind = {.code = "PLN303",
             .name = "minimum-above-limit",
             .severity = Severity::warning,
             .citation = "",
             .why = "The least that may be contributed is more than the most. Whoever contributes "
                    "anything breaks one of the two.",
             .help = "exchange the two figures if they were mixed up"},
    .page = {.mistake = "A minimum is above a limit on the same money.",
             .find = "Compare both figures with the document; often one is for each pay period and "
                     "the other for the year.",
             .fix = "Correct the figure, or its kinds.",
             .avoid = "Copy minimum and limit from one and the same sentence.",
             .example = "minimum 5% of pay on after-tax; limit 3% of pay on after-tax"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const auto& least : in.plan.minimums) {
        for (const auto& most : in.plan.limits) {
          const Amount& low = least.value.amount;
          const Amount& high = most.value.amount;
          const bool comparable = low.basis == high.basis && low.basis != Amount::Basis::unknown &&
                                  !most.value.each_pay_period && !most.value.per_hour;
          if (!comparable || !contains(most.value.kinds, least.value.kinds)) continue;
          if (!contains(least.scope, most.scope) && !contains(most.scope, least.scope)) continue;
          if (low.money <= high.money && low.rate <= high.rate) continue;
          report(least.where,
                 fmt::format("the minimum of {} is above the limit of {}", brief(low), brief(high)),
                 {{"the limit", most.where}});
        }
      }
    }};

}  // namespace rothcheck::checker
