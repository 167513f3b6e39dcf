// After-tax money that few of the others can come to, against which the highly compensated are
// tested.  READING.md R13.19, R14.7
#include <algorithm>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::after_tax_behind_deferral_limit{
    .kind = {.code = "ACP105",
             .name = "after-tax-behind-deferral-limit",
             .severity = Severity::info,
             .citation = "IRC 401(m)(2)(A); Treas. Reg. 1.401(a)(4)-4(c)",
             .why = "The highly compensated may average about two points more than everybody else "
                    "does. Where after-tax money begins behind the whole deferral limit and match "
                    "is left out of the test, nearly nobody else has any, so the limit is near "
                    "nothing and the test fails.",
             .help = "ask what the others contributed after tax last year, or run rothcheck acp "
                     "with a census"},
    .page = {.mistake = "After-tax contributions open only behind the 402(g) limit, in a plan "
                        "whose safe harbor leaves the match out of the ACP test.",
             .find = "Look for who reached the deferral limit among the nonhighly compensated.",
             .fix = "Let after-tax contributions begin beside deferrals, count the match in the "
                    "test (`match counted`), or lower the ceiling of the highly compensated.",
             .avoid = "Read the after-tax and the testing articles together.",
             .example = "contributions { after-tax allowed; after-tax only after 402(g) }; testing "
                        "{ safe-harbor match; acp current-year }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const bool tested = in.plan.type.sponsor == PlanSponsor::ordinary &&
                          in.plan.type.family != PlanFamily::solo_401k;
      const bool counted =
          std::any_of(in.plan.match_in_test.begin(), in.plan.match_in_test.end(),
                      [](const auto& clause) { return clause.value == MatchInTest::counted; });
      if (!tested || counted || !has_safe_harbor(in.plan)) return;
      for (const auto& clause : in.plan.only_after_402g) {
        // A condition for the highly compensated alone keeps nobody else out.
        if (clause.scope.group.highly_compensated == std::optional{true}) continue;
        report(clause.where,
               "the ACP test will have hardly any after-tax money of the others to compare with");
      }
    }};

}  // namespace rothcheck::checker
