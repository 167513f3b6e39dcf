// A limit that is the law's figure of another year.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {
namespace {

/// What the amount is among the figures of a year that limit these kinds; empty for none of them.
std::optional<std::string_view> figure_of(Kinds kinds, Money amount, int year,
                                          const LimitTable& limits) {
  const YearFigures* figures = limits.find(year);
  if (figures == nullptr) return std::nullopt;
  const Money deferrals = figures->money(LimitKey::elective_deferral_402g).value_or(Money{});
  const Money additions = figures->money(LimitKey::annual_additions_415c).value_or(Money{});
  const Money catch_up = figures->money(LimitKey::catch_up_age_50).value_or(Money{});
  if (!kinds.has(Kind::after_tax)) {
    if (amount == deferrals) return "402(g) limit";
    if (amount == deferrals + catch_up) return "402(g) limit with catch-up";
    return std::nullopt;
  }
  if (amount == additions) return "annual additions limit";
  if (amount == additions - deferrals) return "annual additions limit less deferrals";
  return std::nullopt;
}

struct Outdated {
  int year;
  std::string_view what;
};

/// The near year of which the limit is the law's figure; empty where it is this year's, or none's.
std::optional<Outdated> outdated(const Provision<ContributionLimit>& limit, int year,
                                 const LimitTable& limits) {
  const Amount& amount = limit.value.amount;
  if (amount.basis != Amount::Basis::money || limit.value.each_pay_period || limit.value.per_hour ||
      limit.scope.from || limit.scope.until)
    return std::nullopt;
  if (figure_of(limit.value.kinds, amount.money, year, limits)) return std::nullopt;
  for (const int other : {year - 1, year - 2, year - 3, year + 1}) {
    const auto figure = figure_of(limit.value.kinds, amount.money, other, limits);
    if (figure) return Outdated{other, *figure};
  }
  return std::nullopt;
}

}  // namespace

constexpr Rule rule::figure_of_another_year{
    .kind =
        {.code = "PLN308",
         .name = "figure-of-another-year",
         .severity = Severity::warning,
         .citation = "IRC 402(g)(4), 415(d)",
         .why =
             "The limit is exactly the law's figure of another year, and was probably not updated.",
         .help = "see whether the document states its own figure or retells the law's; then "
                 "update or remove it"},
    .page = {.mistake = "A limit in dollars is the law's figure of another year.",
             .find = "`rothcheck limits` shows each year's figures.",
             .fix = "Update the figure, or remove the limit where the law's own is meant.",
             .avoid = "Write limits that follow the law as `100% of the 402(g) limit`, or leave "
                      "them to the law.",
             .example = "year 2026; limit $23,500 on pre-tax, roth"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const int year = in.law().year;
      for (const auto& limit : in.plan.limits) {
        const std::optional<Outdated> found = outdated(limit, year, in.limits);
        if (!found) continue;
        report(limit.where, fmt::format("{} is the {} {}; the plan year is {}",
                                        brief(limit.value.amount), found->year, found->what, year));
      }
    }};

}  // namespace rothcheck::checker
