// A discretionary match beyond the ACP safe harbor.  READING.md R5.4
#include <fmt/format.h>

#include "checker/law/safe_harbor.hpp"
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::discretionary_match_over_4{
    .kind = {.code = "ACP102",
             .name = "discretionary-match-over-4",
             .severity = Severity::warning,
             .citation = "Treas. Reg. 1.401(m)-3(d)(3)(ii)",
             .why = "A discretionary match stays within the ACP safe harbor only up to 4% of pay. "
                    "Above it, or without a ceiling, the whole match has to be tested.",
             .help = "look for the ceiling of 4% of pay in the document, and write `discretionary "
                     "up to 4% of pay`"},
    .page =
        {.mistake =
             "A safe harbor plan has a discretionary match above 4% of pay, or without a ceiling.",
         .find = "Read the section on discretionary matching contributions; safe harbor documents "
                 "state the ceiling there.",
         .fix = "Write the ceiling, or say how the match is tested.",
         .avoid = "When the year's discretionary match is decided, compare it with 4% of pay.",
         .example = "testing { safe-harbor match }; match { discretionary up to 6% of pay }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      if (!has_safe_harbor(in.plan)) return;

      for (const auto& match : in.plan.matches) {
        if (!match.value.discretionary) continue;
        const auto& [ceiling, scope, where, cite] = *match.value.discretionary;
        const bool in_percent = ceiling && ceiling->basis == Amount::Basis::of_pay;
        if (in_percent && ceiling->rate <= safe_harbor_discretionary_match) continue;
        report(where,
               in_percent
                   ? fmt::format("a discretionary match of {} is above the safe harbor's 4% of pay",
                                 brief(*ceiling))
                   : "a discretionary match needs a ceiling of 4% of pay for the ACP safe harbor");
      }
    }};

}  // namespace rothcheck::checker
