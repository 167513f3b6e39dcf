// Dated limits that hold at once.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::overlapping_limits{
    .kind = {.code = "PLN204",
             .name = "overlapping-limits",
             .severity = Severity::warning,
             .citation = "",
             .why = "Two dated limits on the same money for the same people hold at once. Of "
                    "limits the lowest decides, so one of the two has no effect on the days they "
                    "share, which is seldom meant.",
             .help = "end the earlier limit on the day before the later one begins"},
    .page = {.mistake = "The dates of two limits overlap.",
             .find = "Compare the `until` of the one with the `from` of the other.",
             .fix =
                 "Let the earlier one end the day before: `until 2026-06-30`, `from 2026-07-01`.",
             .avoid = "Write a change as an amendment with its effective date; the program ends "
                      "the old clause by itself.",
             .example = "limit 8% of pay on after-tax until 2026-07-01; limit 6% of pay on "
                        "after-tax from 2026-07-01"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const auto& series : series_of_limits(in.plan)) {
        for (std::size_t i = 1; i < series.size(); ++i) {
          const Scope& one = series[i - 1]->scope;
          const Scope& other = series[i]->scope;
          const bool dated = (one.from || one.until) && (other.from || other.until);
          if (!dated || !share_days(one, other)) continue;
          report(series[i]->where,
                 fmt::format("two limits on {} hold at once from {}",
                             to_string(series[i]->value.kinds),
                             other.from ? to_string(*other.from) : "the beginning"),
                 {{"the other limit", series[i - 1]->where}});
        }
      }
    }};

}  // namespace rothcheck::checker
