// A safe harbor match whose rate rises.  READING.md R5.2
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::rising_match_rate{
    .kind = {.code = "ACP104",
             .name = "rising-match-rate",
             .severity = Severity::warning,
             .citation = "IRC 401(k)(12)(B)(iii), 401(m)(11)(B)(ii)",
             .why = "Under a safe harbor the rate of the match may not rise with what the employee "
                    "contributes. A plan whose rate does is tested like any other.",
             .help = "see whether the two rates were exchanged"},
    .page = {.mistake =
                 "A later tier of a safe harbor match has a higher rate than the one before it.",
             .find = "Compare the rates of the tiers in their order.",
             .fix = "Exchange the rates where they were mixed up.",
             .avoid = "Write the tiers in the order of the document: the first dollars first.",
             .example = "testing { safe-harbor match }; match { 50% of the first 3% of pay; 100% "
                        "of the next 2% of pay }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (!has_safe_harbor(in.plan)) return;

      for (const auto& match : in.plan.matches) {
        for (const MatchFormula& formula : match.value.formulas) {
          for (std::size_t i = 1; i < formula.tiers.size(); ++i) {
            const auto& before = formula.tiers[i - 1];
            const auto& tier = formula.tiers[i];
            if (tier.value.reach != Tier::Reach::next || tier.value.rate <= before.value.rate)
              continue;
            report(tier.where,
                   fmt::format("the match rises from {} to {}; under a safe harbor it may not",
                               to_percent_string(before.value.rate),
                               to_percent_string(tier.value.rate)),
                   {{"the lower rate", before.where}});
          }
        }
      }
    }};

}  // namespace rothcheck::checker
