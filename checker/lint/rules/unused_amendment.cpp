// An amendment that leaves the plan as it was.
#include <fmt/format.h>

#include "checker/lint/amendments.hpp"
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::unused_amendment{
    .kind = {.code = "PLN304",
             .name = "unused-amendment",
             .severity = Severity::warning,
             .citation = "",
             .why = "The amendment leaves the plan as it was: it is empty, a later one replaces "
                    "all of it, or it repeats what was in force before. Either something was "
                    "forgotten in encoding it, or it is about something else.",
             .help = "compare it with the amendment's text, and write what it changes"},
    .page = {.mistake = "An amendment block changes nothing.",
             .find =
                 "Hold the block against the amendment: what did the plan say before, what after?",
             .fix = "Write the changed clauses; remove the block where the amendment is about "
                    "features that the plan file does not have.",
             .avoid = "Write a scenario for a person whose answer the amendment changes.",
             .example = "limit 8% of pay on after-tax; amendment \"First\" effective 2026-07-01 { "
                        "contributions { limit 8% of pay on after-tax } }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const Amendment& amendment : in.plan.amendments) {
        if (changes_something(in.plan, in.sources, block_behind(in.sources, amendment.where)))
          continue;
        report(amendment.where, fmt::format("the amendment effective {} changes nothing",
                                            to_string(amendment.effective)));
      }
    }};

}  // namespace rothcheck::checker
