// A limit that another keeps from ever being reached.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {
namespace {

using Limit = Provision<ContributionLimit>;

// Every pair is looked at; more limits than this have another mistake.
constexpr std::size_t most_compared = 100;

}  // namespace

constexpr Rule rule::limit_below_another{
    .kind = {.code = "PLN302",
             .name = "limit-below-another",
             .severity = Severity::info,
             .citation = "",
             .why = "Of limits the lowest decides. Another limit on the same money or more is "
                    "never higher than this one, so this one is never reached.",
             .help = "remove the limit, or see whether its figure or its group is wrong"},
    .page = {.mistake = "A limit stands beside a lower one that holds for all of the same people, "
                        "days and money.",
             .find = "Compare the two figures, a percent of pay at the 401(a)(17) limit.",
             .fix = "Remove the limit that is never reached, or correct it.",
             .avoid = "Where a lower limit is meant for some people only, give it their group.",
             .example = "limit 10% of pay on after-tax; limit 12% of pay on after-tax for hce"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto& limits = in.plan.limits;
      const std::size_t count = std::min(limits.size(), most_compared);
      for (std::size_t i = 0; i < count; ++i) {
        const Limit& high = limits[i];
        const Amount& amount = high.value.amount;
        // What the law itself keeps from being reached is a rule of its own.
        const bool in_money = amount.basis == Amount::Basis::money && !high.value.each_pay_period &&
                              !high.value.per_hour;
        if (in_money && amount.money >= most_allowed(high.value.kinds, in.law())) continue;
        for (std::size_t j = 0; j < count; ++j) {
          const Limit& low = limits[j];
          if (i == j || !keeps_from(low, high, in.law())) continue;
          Finding& found = report(high.where,
                                  fmt::format("{} is never reached beside the limit of {}",
                                              brief(amount), brief(low.value.amount)),
                                  {{"the lower limit", low.where}});
          if (in.sources.count() != 0) found.fix = {without_clause(in.sources, high.where)};
          found.fix_is_safe =
              high.value.kinds == low.value.kinds && amount.basis == low.value.amount.basis;
          break;
        }
      }
    }};

}  // namespace rothcheck::checker
