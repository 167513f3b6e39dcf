// Clauses that apply together and disagree.
#include "checker/lint/group_check.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::conflicting_clauses{
    .kind =
        {.code = "PLN201",
         .name = "conflicting-clauses",
         .severity = Severity::error,
         .citation = "",
         .why = "Two clauses of the same subject apply to the same person, neither is more "
                "particular than the other, and they disagree. The document must mean one of them.",
         .help = "give one of the clauses a group or dates that leave out the people of the other"},
    .page = {.mistake = "Two groups overlap, and their clauses say different things.",
             .find = "The finding names a person to whom both apply.",
             .fix = "Narrow one of the groups, or give the overlap a clause of its own.",
             .avoid = "Cut groups at the same values: `age < 50` and `age >= 50`.",
             .example =
                 "after-tax allowed for age >= 40; after-tax not allowed for service < 5 years"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) { report_conflicts(in, report); }};

}  // namespace rothcheck::checker
