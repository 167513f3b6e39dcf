// A safe harbor taken for freedom from the ACP test.  READING.md R5.4
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::safe_harbor_for_exemption{
    .kind = {.code = "ACP101",
             .name = "safe-harbor-for-exemption",
             .severity = Severity::warning,
             .citation = "IRC 401(m)(11), (12); Treas. Reg. 1.401(m)-3(j)(6)",
             .why = "A safe harbor takes the match out of the ACP test and nothing else. After-tax "
                    "contributions are tested all the same, and usually the highly compensated "
                    "alone make them, so the test often fails.",
             .help = "say which ACP method the plan uses: acp current-year or acp prior-year"},
    .page = {.mistake = "A safe harbor is stated, after-tax contributions are allowed, and the "
                        "plan file is silent on the ACP test.",
             .find = "Look for the ACP test in the article on nondiscrimination, or ask who tests "
                     "the after-tax contributions each year.",
             .fix = "Write `acp current-year` or `acp prior-year` in the testing block.",
             .avoid = "Never read `safe harbor` as `no testing`.",
             .example = "contributions { after-tax allowed }; testing { safe-harbor match }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* after_tax = allowing(in.plan.contributions, Kind::after_tax);
      const bool tested = in.plan.type.sponsor == PlanSponsor::ordinary &&
                          in.plan.type.family != PlanFamily::solo_401k;
      if (after_tax == nullptr || !in.plan.acp_method.empty() || !tested) return;
      for (const auto& clause : in.plan.safe_harbor) {
        if (clause.value == SafeHarbor::none) continue;
        report(clause.where,
               "the safe harbor covers the match; after-tax money still needs the ACP test",
               {{"after-tax contributions are allowed here", after_tax->where}});
      }
    }};

}  // namespace rothcheck::checker
