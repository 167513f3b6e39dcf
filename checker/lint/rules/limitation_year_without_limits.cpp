// A limitation year that ends in a year without figures.  READING.md R2.5
#include <fmt/format.h>

#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::limitation_year_without_limits{
    .kind = {.code = "LIM103",
             .name = "limitation-year-without-limits",
             .severity = Severity::error,
             .citation = "Treas. Reg. 1.415(d)-1(b)",
             .why =
                 "The dollar limit of a limitation year is the one of the calendar year in which "
                 "it ends. This one ends in a year that the table of figures does not have yet.",
             .help = "check an earlier year, or add the figures with --limits FILE"},
    .page = {.mistake = "The limitation year ends in a year without figures.",
             .find = "Figures of a year are published in the autumn before it.",
             .fix = "Check the plan for an earlier year, or give the figures with --limits FILE.",
             .avoid = "Update the program when the figures are out.",
             .example = "limitation-year begins 07-01; year 2026"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (!in.year || in.limits.find(*in.year) == nullptr || in.plan.limitation_year.empty())
        return;
      for (int missing : missing_years(in.plan, *in.year, in.limits)) {
        report(in.plan.limitation_year.front().where,
               fmt::format("the limitation year of {} ends in {}, for which there are no limits",
                           *in.year, missing));
      }
    }};

}  // namespace rothcheck::checker
