// In-plan Roth rollovers in a 401(a) plan.  READING.md R8.3
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::rollover_without_deferrals{
    .kind = {.code = "LAW103",
             .name = "rollover-without-deferrals",
             .severity = Severity::error,
             .citation = "IRC 402A(b)(1)",
             .why = "A 401(a) plan without elective deferrals cannot have a qualified Roth "
                    "contribution program, and so no in-plan Roth rollover. After-tax money can "
                    "still leave by a distribution.",
             .help = "remove the in-plan rollover, or correct the plan's type"},
    .page =
        {.mistake = "A 401(a) plan rolls after-tax money over to Roth inside the plan.",
         .find =
             "See whether the plan has a cash or deferred arrangement; then it is a 401(k) plan.",
         .fix = "Remove the clause, or write `type 401(k)`.",
         .avoid = "Use in-service distributions to a Roth IRA for after-tax money of such a plan.",
         .example = "type 401(a); in-plan-roth-rollover { after-tax allowed }"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* rollover = allowing(in.plan.rollovers, Kind::after_tax);
      if (rollover == nullptr || in.plan.type.family != PlanFamily::a401) return;
      report(rollover->where,
             "a 401(a) plan without elective deferrals has no in-plan Roth rollover");
    }};

}  // namespace rothcheck::checker
