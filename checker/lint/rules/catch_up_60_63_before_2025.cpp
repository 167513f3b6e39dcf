// The catch-up at 60 to 63 in a year that has none.  READING.md R3.3
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::catch_up_60_63_before_2025{
    .kind = {.code = "LAW105",
             .name = "catch-up-60-63-before-2025",
             .severity = Severity::warning,
             .citation = "IRC 414(v)(2)(E); SECURE 2.0 section 109",
             .why =
                 "The higher catch-up for people of 60 to 63 begins in 2025. For an earlier year "
                 "the statement has no effect, and probably describes another year's document.",
             .help = "remove the line, or correct the year"},
    .page = {.mistake = "The higher catch-up at 60 to 63 is allowed for a year before 2025.",
             .find = "See which year the document or summary is for.",
             .fix = "Remove the line from the plan of the earlier year.",
             .avoid = "When a plan file is copied for another year, go through what the law "
                      "changed between the two.",
             .example = "year 2024; contributions { catch-up-60-63 allowed }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* clause = allowing(in.plan.contributions, Kind::catch_up_60_63);
      if (clause == nullptr || in.law().catch_up_60_63) return;
      if (clause->scope.from && year_of(*clause->scope.from) > in.law().year) return;
      Finding& found =
          report(clause->where,
                 fmt::format("the higher catch-up at 60 to 63 begins in 2025; the plan year is {}",
                             in.law().year));
      if (in.sources.count() == 0) return;
      found.fix = {without_clause(in.sources, clause->where)};
      found.fix_is_safe = true;
    }};

}  // namespace rothcheck::checker
