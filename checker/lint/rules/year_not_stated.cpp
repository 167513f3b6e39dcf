// A plan without a year.
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::year_not_stated{
    .kind = {.code = "PLN307",
             .name = "year-not-stated",
             .severity = Severity::warning,
             .citation = "",
             .why = "Every figure of the law belongs to a year, and so do many of a plan's own. "
                    "Without a year the plan can be checked only with --year, and nobody can tell "
                    "which year its figures are of.",
             .help = "write `year 2026`, or the year that the document describes"},
    .page = {.mistake = "The plan states no year.",
             .find = "The title page of a summary, or the effective date of a restatement, says "
                     "which year it is for.",
             .fix = "Write `year` in the plan's header.",
             .avoid = "Start each plan file with name, type, year and source.",
             .example = "plan \"Acme\" { type 401(k) }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (!in.plan.year)
        report(in.plan.where, "the plan states no year, so its figures belong to none");
    }};

}  // namespace rothcheck::checker
