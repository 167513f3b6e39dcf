// After-tax money in a 457(b) or the TSP.  READING.md R8.2, R8.4
#include <fmt/format.h>

#include "checker/law/plan_types.hpp"
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::after_tax_in_457b{
    .kind = {.code = "LAW102",
             .name = "after-tax-in-457b",
             .severity = Severity::error,
             .citation = "IRC 457(b)(2); 415(a)(2); 5 USC 8432",
             .why = "An eligible deferred compensation plan takes deferrals of compensation only, "
                    "and the Thrift Savings Plan has no voluntary after-tax contributions. Neither "
                    "has an after-tax account, so there is no mega backdoor Roth in it.",
             .help = "write `after-tax not allowed`, or correct the plan's type"},
    .page =
        {.mistake =
             "After-tax contributions are allowed in a plan of a type that cannot have them.",
         .find =
             "See whether the document calls the money Roth deferrals, which these plans can take.",
         .fix = "Write `after-tax not allowed`, or correct the type where it is really a 403(b) or "
                "401(a) plan beside the 457(b).",
         .avoid = "Encode each plan of the employer as a plan of its own.",
         .example = "type governmental 457(b); contributions { after-tax allowed }"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* after_tax = allowing(in.plan.contributions, Kind::after_tax);
      if (after_tax == nullptr || takes_after_tax(in.plan.type.family)) return;
      report(after_tax->where,
             fmt::format("a {} plan cannot take after-tax contributions", to_string(in.plan.type)));
    }};

}  // namespace rothcheck::checker
