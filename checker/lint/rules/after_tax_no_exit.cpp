// After-tax contributions without a way to Roth while employed.  READING.md R1.5
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::after_tax_no_exit{
    .kind = {.code = "MBR101",
             .name = "after-tax-no-exit",
             .severity = Severity::warning,
             .citation = "Notice 2014-54",
             .why =
                 "After-tax contributions are possible, but the plan lets them neither be rolled "
                 "over to Roth inside the plan nor be paid out while employed. They become Roth "
                 "only when the person leaves, and the earnings until then are taxable.",
             .help = "an in-plan Roth rollover or an in-service distribution of after-tax money "
                     "would open the way"},
    .page = {.mistake = "After-tax money can go in, and cannot come out before the person leaves.",
             .find = "Look in the document for in-plan Roth rollovers or conversions, and for "
                     "withdrawals of voluntary after-tax contributions while employed.",
             .fix = "Where the document has one of them, write it down. Else ask the sponsor for "
                    "an amendment; both features are optional and common.",
             .avoid = "Read the distribution section together with the contribution section: they "
                      "are usually chapters apart.",
             .example = "contributions { after-tax allowed }; in-plan-roth-rollover { after-tax "
                        "not allowed }"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* after_tax = allowing(in.plan.contributions, Kind::after_tax);
      if (after_tax == nullptr || in.answer().verdict != Verdict::at_separation) return;
      report(after_tax->where,
             "after-tax money can go in, and becomes Roth only when the person leaves");
    }};

}  // namespace rothcheck::checker
