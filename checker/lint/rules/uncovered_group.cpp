// Groups that leave somebody out.
#include "checker/lint/group_check.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::uncovered_group{
    .kind = {.code = "PLN202",
             .name = "uncovered-group",
             .severity = Severity::warning,
             .citation = "",
             .why = "Clauses settle a subject for some groups of people or for some dates, and "
                    "there are people or dates that none of them covers. For those the document is "
                    "silent, which is not the same as no.",
             .help = "add a clause for the people or dates that are left, or one for everybody"},
    .page = {.mistake =
                 "The clauses of a subject are all for groups, and the groups leave somebody out.",
             .find = "The finding names a person whom no clause covers.",
             .fix = "Add the missing group, or a clause without one.",
             .avoid = "Write the clause for everybody first, then the exceptions.",
             .example = "after-tax allowed for hce"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) { report_gaps(in, report); }};

}  // namespace rothcheck::checker
