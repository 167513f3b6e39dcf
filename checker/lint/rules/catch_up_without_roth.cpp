// Catch-up without Roth deferrals from 2026.  READING.md R3.8
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::catch_up_without_roth{
    .kind = {.code = "MBR108",
             .name = "catch-up-without-roth",
             .severity = Severity::warning,
             .citation = "IRC 414(v)(7); Treas. Reg. 1.414(v)-2",
             .why = "From 2026, catch-up contributions of people whose FICA wages of the year "
                    "before were over the threshold must be Roth. In a plan without Roth deferrals "
                    "they have no catch-up at all.",
             .help = "ask whether Roth deferrals were added; most plans did so for 2026"},
    .page =
        {.mistake = "Catch-up contributions are allowed and Roth deferrals are not.",
         .find = "Look for an amendment of 2025 or 2026 that adds Roth deferrals or Roth catch-up.",
         .fix = "Write `roth allowed` where it was added.",
         .avoid = "Check the Roth line whenever a plan file is copied to 2026 or later.",
         .example =
             "year 2026; contributions { pre-tax allowed; roth not allowed; catch-up allowed }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* catch_up = allowing(in.plan.contributions, Kind::catch_up);
      const auto* roth = forbidding(in.plan.contributions, Kind::roth);
      if (catch_up == nullptr || roth == nullptr || !in.law().roth_catch_up_wages) return;
      if (allowing(in.plan.contributions, Kind::roth)) return;
      const int year = in.law().year;
      report(catch_up->where,
             fmt::format("in {}, {} wages over {} leave no catch-up without Roth deferrals", year,
                         year - 1, brief(in.law().roth_catch_up_wages->amount)),
             {{"Roth deferrals are excluded here", roth->where}});
    }};

}  // namespace rothcheck::checker
