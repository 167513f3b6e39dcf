// A case as a plan of the plan language.
#include <fmt/format.h>

#include <chrono>

#include "tests/oracle/year.hpp"

namespace rothcheck::oracle {
namespace {

std::string date_of(int day) {
  using namespace std::chrono;
  const year_month_day on{sys_days{2026y / January / 1} + days{day}};
  return fmt::format("2026-{:02}-{:02}", unsigned{on.month()}, unsigned{on.day()});
}

std::string when(Days days) {
  std::string words;
  if (days.from > 0) words += " from " + date_of(days.from);
  if (days.until < 365) words += " until " + date_of(days.until - 1);
  return words;
}

std::string on(Covers covers) {
  switch (covers) {
    case Covers::after_tax:
      return " on after-tax";
    case Covers::deferrals:
      return " on pre-tax, roth";
    case Covers::all_three:
      return "";
  }
  return "";
}

std::string_view period_of(int periods) {
  switch (periods) {
    case 4:
      return "quarter";
    case 12:
      return "month";
    case 26:
      return "pay-period";
    default:
      return "year";
  }
}

}  // namespace

std::string plan_text(const Case& year) {
  std::string text = "plan \"x\" {\n    type 401(k)\n    compensation {\n";
  if (year.base_pay) text += "        counts base\n";
  const std::string_view what = year.stops == Stops::nothing ? "nothing"
                                : year.stops == Stops::match ? "match"
                                                             : "all";
  text += fmt::format("        when pay reaches the 401(a)(17) limit stop {}\n    }}\n", what);
  text += "    contributions {\n        pre-tax allowed; roth allowed; catch-up not allowed\n";
  text += fmt::format("        after-tax allowed{}\n", when(year.after_tax));
  if (year.only_after_402g) text += "        after-tax only after 402(g)\n";
  for (const Limit& limit : year.limits) {
    text += fmt::format("        limit {}% of pay{}{}\n", limit.percent, on(limit.covers),
                        when(limit.days));
  }
  text += "    }\n";
  if (!year.match.empty()) {
    text += "    match {\n";
    for (const Formula& formula : year.match) {
      bool first = true;
      for (const Tier& tier : formula.tiers) {
        text += fmt::format("        {}% of the {} {}% of pay{}\n", tier.rate,
                            first ? "first" : "next", tier.width, when(formula.days));
        first = false;
      }
    }
    text += fmt::format("        each {}\n", period_of(year.periods));
    if (year.periods > 1) text += year.true_up ? "        true-up\n" : "        no true-up\n";
    text += "    }\n";
  }
  return text + "    in-plan-roth-rollover { after-tax allowed }\n}\n";
}

}  // namespace rothcheck::oracle
