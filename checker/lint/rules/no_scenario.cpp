// A plan file without a test.
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::no_scenario{
    .kind = {.code = "PLN305",
             .name = "no-scenario",
             .severity = Severity::info,
             .citation = "",
             .why =
                 "A scenario is a test of the plan file: a person, and the answer that the plan's "
                 "own examples give. Without one nobody notices when a clause is misread.",
             .help = "add a scenario from an example in the summary plan description"},
    .page = {.mistake = "The plan file has no scenario.",
             .find = "Summaries and benefit sites often work out an example with pay, match and "
                     "the most that may go in.",
             .fix = "Add `scenario \"name\" { ... }` with the facts and what must come out; "
                    "`rothcheck test` runs it.",
             .avoid = "Write the first scenario together with the first clause.",
             .example =
                 "plan \"Acme\" { type 401(k); year 2026; contributions { after-tax allowed } }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (in.plan.scenarios.empty())
        report(in.plan.where, "the plan has no scenario, so nothing tests what its clauses mean");
    }};

}  // namespace rothcheck::checker
