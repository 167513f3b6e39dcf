// A match beyond the ACP safe harbor.  READING.md R5.4
#include <fmt/format.h>

#include "checker/law/safe_harbor.hpp"
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::match_above_6{
    .kind = {.code = "ACP103",
             .name = "match-above-6-percent",
             .severity = Severity::warning,
             .citation = "IRC 401(m)(11)(B)(i)",
             .why = "A match on contributions above 6% of pay is outside the ACP safe harbor, so "
                    "the match has to be tested together with the after-tax contributions.",
             .help =
                 "correct the tiers if one was misread; else expect the ACP test on the match too"},
    .page = {.mistake = "The match of a safe harbor plan goes on above 6% of pay.",
             .find = "Add up the widths of the tiers: 3% and the next 2% reach to 5% of pay.",
             .fix = "Correct the tiers, or say `safe-harbor none` where the document claims the "
                    "ADP safe harbor alone.",
             .avoid = "Write the second tier with `of the next`, not with its upper end.",
             .example = "testing { safe-harbor match }; match { 100% of the first 8% of pay }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (!has_safe_harbor(in.plan)) return;

      for (const auto& match : in.plan.matches) {
        for (const MatchFormula& formula : match.value.formulas) {
          Rate reach;
          for (const auto& tier : formula.tiers) {
            if (tier.value.reach == Tier::Reach::first) reach = Rate{};
            const bool endless = tier.value.reach == Tier::Reach::all;
            if (!endless && tier.value.width.basis != Amount::Basis::of_pay) continue;
            reach = endless ? 100_pct : reach + tier.value.width.rate;
            if (reach <= safe_harbor_matches_up_to) continue;
            report(tier.where,
                   fmt::format("the match reaches to {} of pay; the ACP safe harbor ends at 6%",
                               to_percent_string(reach)));
            break;
          }
        }
      }
    }};

}  // namespace rothcheck::checker
