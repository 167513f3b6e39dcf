// Deferrals in a plan that cannot have them.  READING.md R8.3
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::deferrals_in_401a{
    .kind =
        {.code = "LAW107",
         .name = "deferrals-in-401a",
         .severity = Severity::warning,
         .citation = "IRC 401(k)(1), 402A(b)(1), 414(h)(2)",
         .why = "Elective deferrals need a cash or deferred arrangement, and a plan that has "
                "one is a 401(k) plan. What employees must contribute to a 401(a) plan is a "
                "pick-up, which counts as employer money.",
         .help =
             "write `type 401(k)`, or put mandatory contributions under mandatory-contributions"},
    .page = {.mistake = "A 401(a) plan is said to take pre-tax or Roth deferrals.",
             .find = "See whether employees can choose the amount. If not, it is a mandatory "
                     "contribution or a pick-up.",
             .fix =
                 "Correct the type; or move mandatory contributions to `mandatory-contributions`.",
             .avoid =
                 "Encode the 403(b), 457(b) and 401(a) plans of one employer each as its own plan.",
             .example = "type 401(a); contributions { pre-tax allowed }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (in.plan.type.family != PlanFamily::a401) return;
      for (Kind kind : {Kind::pre_tax, Kind::roth}) {
        const auto* clause = allowing(in.plan.contributions, kind);
        if (clause == nullptr) continue;
        report(clause->where,
               fmt::format("a 401(a) plan takes no elective deferrals, {} ones included",
                           to_string(kind)));
      }
    }};

}  // namespace rothcheck::checker
