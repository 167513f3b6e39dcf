// A scenario that can never be run.
#include <fmt/format.h>

#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::scenario_year_without_limits{
    .kind = {.code = "LIM102",
             .name = "scenario-year-without-limits",
             .severity = Severity::error,
             .citation = "",
             .why = "The scenario asks about a year that the table of statutory figures does not "
                    "have, so it can never be run. Figures are never projected.",
             .help = "choose a year of the table, or add its figures with --limits FILE"},
    .page = {.mistake = "A scenario states a year without figures.",
             .find = "`rothcheck limits` shows which years there are.",
             .fix = "Correct the year, or give the figures with --limits FILE.",
             .avoid = "Leave the year out of a scenario that is about the plan's own year.",
             .example = "scenario \"early\" { year 2009; age 40; expect verdict available }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const Scenario& scenario : in.plan.scenarios) {
        if (!scenario.year || in.limits.find(*scenario.year) != nullptr) continue;
        const std::vector<int> years = in.limits.years();
        report(scenario.where, fmt::format("there are no limits for {}; the table has {} to {}",
                                           *scenario.year, years.front(), years.back()));
      }
    }};

}  // namespace rothcheck::checker
