// In-plan Roth rollovers without Roth deferrals.  READING.md R1.2
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::rollover_without_roth_program{
    .kind = {.code = "LAW101",
             .name = "rollover-without-roth-program",
             .severity = Severity::error,
             .citation = "IRC 402A(c)(4)(B), (E)",
             .why = "A plan may offer in-plan Roth rollovers only if it has a qualified Roth "
                    "contribution program: employees must be able to make Roth deferrals. A Roth "
                    "account that exists only to receive rollovers is not one.",
             .help = "allow Roth deferrals in the contributions block if the document does; "
                     "otherwise the rollover is not to be had"},
    .page = {.mistake = "The plan rolls after-tax money over to Roth inside the plan, and takes no "
                        "Roth deferrals.",
             .find = "Look in the document for designated Roth contributions. Old prototypes have "
                     "in-plan Roth language without them.",
             .fix = "Where the document allows Roth deferrals, write `roth allowed`. Else the plan "
                    "must be amended before any rollover.",
             .avoid = "Adopt both features in one amendment.",
             .example = "contributions { roth not allowed; after-tax allowed }; "
                        "in-plan-roth-rollover { after-tax allowed }"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* rollover = allowing(in.plan.rollovers, Kind::after_tax);
      const auto* roth = forbidding(in.plan.contributions, Kind::roth);
      if (rollover == nullptr || roth == nullptr) return;
      report(rollover->where,
             "an in-plan Roth rollover needs a Roth program, and the plan takes no Roth deferrals",
             {{"Roth deferrals are excluded here", roth->where}});
    }};

}  // namespace rothcheck::checker
