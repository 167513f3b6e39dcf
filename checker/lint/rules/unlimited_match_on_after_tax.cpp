// A match without a ceiling that counts after-tax money.  READING.md R5.1
#include <fmt/format.h>

#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::unlimited_match_on_after_tax{
    .kind = {.code = "MBR111",
             .name = "unlimited-match-on-after-tax",
             .severity = Severity::warning,
             .citation = "IRC 415(c)(2), 401(m)",
             .why = "Each after-tax dollar earns a match, and both use up the annual additions "
                    "limit. Without a ceiling on the match the room shrinks by the rate of the "
                    "match, and the ACP test has more to carry.",
             .help = "look for a ceiling on the match, such as `of the first 6% of pay`"},
    .page = {.mistake = "The match counts after-tax contributions and has no ceiling.",
             .find = "See whether after-tax contributions are matched at all; usually they are "
                     "only when deferrals leave a part of the match unearned.",
             .fix = "Write the ceiling: `100% of the first 6% of pay`, or `limit 6% of pay` in the "
                    "match block.",
             .avoid = "Leave `counts` out where the match is on deferrals.",
             .example = "match { counts pre-tax, roth, after-tax; 50% of all }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const auto& match : in.plan.matches) {
        if (!match.value.counts.has(Kind::after_tax) || !match.value.limits.empty()) continue;
        for (const MatchFormula& formula : match.value.formulas) {
          for (const auto& tier : formula.tiers) {
            if (tier.value.reach != Tier::Reach::all) continue;
            report(tier.where, fmt::format("the match of {} on after-tax money has no ceiling",
                                           to_percent_string(tier.value.rate)));
          }
        }
      }
    }};

}  // namespace rothcheck::checker
