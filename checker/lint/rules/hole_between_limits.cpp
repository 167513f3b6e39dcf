// Days between dated limits.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::hole_between_limits{
    .kind =
        {.code = "PLN205",
         .name = "hole-between-limits",
         .severity = Severity::warning,
         .citation = "",
         .why =
             "Dated limits on the same money for the same people leave days between them on which "
             "there is none. The document hardly means that there is no limit for those days.",
         .help = "let the next limit begin on the day after the one before it ends"},
    .page = {.mistake = "There are days between two dated limits that neither covers.",
             .find = "Compare the `until` of the one with the `from` of the next.",
             .fix = "Correct the date, or write the limit that holds in between.",
             .avoid = "Write a change as an amendment with its effective date.",
             .example = "limit 8% of pay on after-tax until 2026-03-31; limit 6% of pay on "
                        "after-tax from 2026-07-01"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const auto& series : series_of_limits(in.plan)) {
        // The last day so far that some limit covers; none where one has no end.
        std::optional<Date> covered = series.front()->scope.until;
        for (std::size_t i = 1; i < series.size() && covered; ++i) {
          const Scope& next = series[i]->scope;
          if (next.from && *next.from > day_after(*covered)) {
            report(
                series[i]->where,
                fmt::format("no limit on {} holds from {} to {}", to_string(series[i]->value.kinds),
                            to_string(day_after(*covered)), to_string(day_before(*next.from))),
                {{"the limit before it", series[i - 1]->where}});
          }
          covered = next.until ? std::optional{std::max(*covered, *next.until)} : std::nullopt;
        }
      }
    }};

}  // namespace rothcheck::checker
