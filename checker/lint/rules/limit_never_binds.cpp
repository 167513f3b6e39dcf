// A limit above what the law can reach.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::limit_never_binds{
    .kind = {.code = "PLN301",
             .name = "limit-never-binds",
             .severity = Severity::info,
             .citation = "IRC 402(g)(1), 414(v), 415(c)(1)(A)",
             .why = "The limit lies at or above what the law lets anybody contribute, so it never "
                    "has an effect. Often it is the law's own limit, retold by a summary.",
             .help = "remove the limit, or see whether a digit is wrong"},
    .page = {.mistake = "A limit is as high as the law's own or higher.",
             .find = "Compare it with the year's figures; `rothcheck limits` shows them.",
             .fix = "Remove it where the document only retells the law. Correct it where the "
                    "figure was misread.",
             .avoid = "Write only limits of the plan's own.",
             .example = "limit $80,000 on after-tax"},
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const auto& limit : in.plan.limits) {
        if (!share_days(limit.scope, {{}, in.law().plan_year.first, in.law().plan_year.last}))
          continue;
        const Money most = most_allowed(limit.value.kinds, in.law());
        const Amount& amount = limit.value.amount;
        if (amount.basis != Amount::Basis::money || limit.value.each_pay_period ||
            limit.value.per_hour || amount.money < most)
          continue;
        Finding& found =
            report(limit.where, fmt::format("{} never binds: the law allows {} at most in {}",
                                            brief(amount), brief(most), in.law().year));
        if (in.sources.count() != 0) found.fix = {without_clause(in.sources, limit.where)};
      }
    }};

}  // namespace rothcheck::checker
