// 415(d), 402(g)(4), 401(a)(17)(B), 414(v)(2)(C), (7)(E), 414(q)(1), 416(i)(1), 408(k)(8),
// 408(p)(2)(E)(ii), 219(b)(5)(C), 219(g)(8), 408A(c)(3)(D).
#include "checker/law/cost_of_living.hpp"

#include <algorithm>

#include "model/search.hpp"

namespace rothcheck::checker {
namespace {

using Period = Indexing::Period;

// 1(f)(3)(B): from 2018 the chained index, tied to CPI-U at the twelve months to August 2016.
constexpr int last_of_cpi_u = 2016;

/// What an index can be.
struct Bounds {
  std::int64_t least, most;
};

/// The largest fall and rise of a month against the one before, as fractions of it.
struct Changes {
  Rate fall = Rate::whole(1), rise = Rate::whole(1);
};

Changes largest_changes(const PriceIndex& index) {
  Changes found;
  for (const auto& [month, value] : index) {
    const auto after = index.find(next(month));
    if (after == index.end()) continue;
    const Rate change{after->second, value};
    found.fall = std::min(found.fall, change);
    found.rise = std::max(found.rise, change);
  }
  return found;
}

/// The months of a period that ends in a year.
std::vector<Month> months_of(Period period, int year) {
  std::vector<Month> months;
  const Month last = period == Period::quarter ? Month{year, 9} : Month{year, 8};
  for (Month month = period == Period::quarter ? Month{year, 7} : Month{year - 1, 9}; month <= last;
       month = next(month))
    months.push_back(month);
  return months;
}

/// What a month that is missing can be, by the months beside it that are there. Empty where there
/// is none before it.
std::optional<Bounds> bounds_of(const PriceIndex& index, Month month, const Changes& changes) {
  const auto after = index.upper_bound(month);
  if (after == index.begin()) return std::nullopt;
  const auto times = [](std::int64_t value, Rate rate, Round round) {
    return divide(Wide{value} * rate.numerator(), rate.denominator(), round);
  };
  const auto over = [](std::int64_t value, Rate rate, Round round) {
    return divide(Wide{value} * rate.denominator(), rate.numerator(), round);
  };
  const auto before = std::prev(after);
  Bounds bounds{before->second, before->second};
  for (Month at = before->first; at < month; at = next(at))
    bounds = {times(bounds.least, changes.fall, Round::down),
              times(bounds.most, changes.rise, Round::up)};
  if (after == index.end()) return bounds;
  Bounds back{after->second, after->second};
  for (Month at = month; at < after->first; at = next(at))
    back = {over(back.least, changes.rise, Round::down), over(back.most, changes.fall, Round::up)};
  return Bounds{std::max(bounds.least, back.least), std::min(bounds.most, back.most)};
}

/// The sum over a period, whose months weigh alike; `missing` gets those that are not there. Empty
/// where none is.
std::optional<Bounds> sum_over(const PriceIndex& index, const std::vector<Month>& months,
                               std::vector<Month>& missing) {
  const Changes changes = largest_changes(index);
  Bounds sum{0, 0};
  bool any = false;
  for (const Month month : months) {
    const auto found = index.find(month);
    std::optional<Bounds> value = bounds_of(index, month, changes);
    if (found != index.end()) {
      any = true;
      value = Bounds{found->second, found->second};
    } else {
      missing.push_back(month);
    }
    if (!value) return std::nullopt;
    sum.least += value->least;
    sum.most += value->most;
  }
  return any ? std::optional{sum} : std::nullopt;
}

/// How far prices have risen from the base period to that of a year, least and most.
struct Rise {
  Rate least, most;
};

std::optional<Rise> rise_to(int year, const Indexing& rule, const Prices& prices,
                            std::vector<Month>& missing) {
  const auto sum = [&](const PriceIndex& index, int of) {
    return sum_over(index, months_of(rule.period, of), missing);
  };
  // What is out no longer changes, so that one of the two bounds is enough.
  const auto known = [&](const PriceIndex& index, int of) -> std::optional<std::int64_t> {
    std::vector<Month> none;
    const auto found = sum_over(index, months_of(rule.period, of), none);
    return found && none.empty() ? std::optional{found->least} : std::nullopt;
  };
  const bool is_chained = rule.period == Period::twelve_months && year > last_of_cpi_u;
  const auto now = sum(is_chained ? prices.chained : prices.cpi_u, year);
  if (!now) return std::nullopt;

  // The chained index in terms of CPI-U, where only one of the two periods has it.
  Rate tie = Rate::whole(1);
  const bool is_base_chained =
      rule.period == Period::twelve_months && rule.base_year > last_of_cpi_u;
  if (is_chained && !is_base_chained) {
    const auto in_cpi_u = known(prices.cpi_u, last_of_cpi_u),
               in_chained = known(prices.chained, last_of_cpi_u);
    if (!in_cpi_u || !in_chained) return std::nullopt;
    tie = Rate{*in_cpi_u, *in_chained};
  }
  const auto base = known(is_base_chained ? prices.chained : prices.cpi_u, rule.base_year);
  if (!base) return std::nullopt;
  return Rise{Rate{now->least, *base} * tie, Rate{now->most, *base} * tie};
}

/// The base with its increase, rounded to the step.
Money raised(const Indexing& rule, Rate rise) {
  const std::int64_t base = rule.base.in_cents(), step = rule.step.in_cents();
  const Wide increase = Wide{base} * (rise.numerator() - rise.denominator());
  const std::int64_t steps = divide(increase, Wide{rise.denominator()} * step, rule.round);
  return rule.base + Money::cents(steps * step);
}

/// An amount that stands once it was reached: procedures like those of section 215(i)(2)(A) of the
/// Social Security Act.  415(d)(2)
std::optional<Range> amount_in(int year, const Indexing& rule, const Prices& prices,
                               std::vector<Month>& missing) {
  Range amount = exactly(rule.base);
  for (int each = rule.first_year; each <= year; ++each) {
    missing.clear();
    const auto rise = rise_to(each - 1, rule, prices, missing);
    if (!rise) return std::nullopt;
    amount = {greater(amount.least, raised(rule, rise->least)),
              greater(amount.most, raised(rule, rise->most))};
  }
  return amount;
}

/// The least index of a month with which the figure is the larger of two.
std::optional<std::int64_t> turning_index(int year, const Indexing& rule, const Prices& prices,
                                          Month month, Range amount) {
  const bool is_chained = rule.period == Period::twelve_months;
  const auto amount_with = [&](std::int64_t index) {
    Prices with = prices;
    (is_chained ? with.chained : with.cpi_u)[month] = index;
    std::vector<Month> missing;
    return amount_in(year, rule, with, missing)->least;
  };
  const PriceIndex& index = is_chained ? prices.chained : prices.cpi_u;
  const Bounds bounds = *bounds_of(index, month, largest_changes(index));
  // More than two amounts turn at more than one index.
  if (amount.most - amount.least > rule.step || amount_with(bounds.least) == amount.most)
    return std::nullopt;
  return smallest_for_which(bounds.least, bounds.most, [&](std::int64_t index_of) {
    return amount_with(index_of) == amount.most;
  });
}

}  // namespace

const std::vector<Indexing>& indexings() {
  using enum LimitKey;
  constexpr auto quarter = Period::quarter, twelve = Period::twelve_months;
  constexpr auto down = Round::down, nearest = Round::nearest;
  static const std::vector<Indexing> rows = {
      {annual_additions_415c,
       40'000_usd,
       2001,
       quarter,
       1'000_usd,
       down,
       2002,
       {},
       "IRC 415(d)(1)(C), (3)(D), (4)(B)"},
      {compensation_401a17,
       200'000_usd,
       2001,
       quarter,
       5'000_usd,
       down,
       2002,
       {},
       "IRC 401(a)(17)(B)"},
      {elective_deferral_402g, 15'000_usd, 2005, quarter, 500_usd, down, 2006, {}, "IRC 402(g)(4)"},
      {limit_457b, 15'000_usd, 2005, quarter, 500_usd, down, 2006, {}, "IRC 457(e)(15)(B)"},
      {catch_up_age_50, 5'000_usd, 2005, quarter, 500_usd, down, 2006, {}, "IRC 414(v)(2)(C)"},
      {catch_up_age_60_63,
       11'250_usd,
       2024,
       quarter,
       500_usd,
       down,
       2025,
       {},
       "IRC 414(v)(2)(C)(iii), (E)"},
      {roth_catch_up_wage_threshold,
       145'000_usd,
       2023,
       quarter,
       5'000_usd,
       down,
       2024,
       {},
       "IRC 414(v)(7)(E)"},
      {hce_compensation_414q,
       80'000_usd,
       1996,
       quarter,
       5'000_usd,
       down,
       1997,
       {},
       "IRC 414(q)(1), 415(d)"},
      {key_employee_officer_416i,
       130'000_usd,
       2001,
       quarter,
       5'000_usd,
       down,
       2002,
       {},
       "IRC 416(i)(1)(A)"},
      {simple_limit_408p,
       10'000_usd,
       2004,
       quarter,
       500_usd,
       down,
       2005,
       {},
       "IRC 408(p)(2)(E)(ii)"},
      {sep_min_compensation_408k2C,
       450_usd,
       2001,
       quarter,
       50_usd,
       down,
       2002,
       {},
       "IRC 408(k)(8)"},
      {ira_limit_219b5A, 5'000_usd, 2007, twelve, 500_usd, down, 2008, {}, "IRC 219(b)(5)(C)"},
      {ira_catch_up_219b5B,
       1'000_usd,
       2022,
       twelve,
       100_usd,
       down,
       2023,
       {},
       "IRC 219(b)(5)(C)(iii)"},
      {roth_ira_phaseout_single_hoh, 95'000_usd, 2005, twelve, 1'000_usd, nearest, 2007, 15'000_usd,
       "IRC 408A(c)(3)(D)"},
      {roth_ira_phaseout_joint, 150'000_usd, 2005, twelve, 1'000_usd, nearest, 2007, 10'000_usd,
       "IRC 408A(c)(3)(D)"},
      {trad_ira_deduction_single_hoh_covered, 50'000_usd, 2005, twelve, 1'000_usd, nearest, 2007,
       10'000_usd, "IRC 219(g)(8)"},
      {trad_ira_deduction_joint_covered, 80'000_usd, 2005, twelve, 1'000_usd, nearest, 2007,
       20'000_usd, "IRC 219(g)(8)"},
      {trad_ira_deduction_joint_spouse_covered, 150'000_usd, 2005, twelve, 1'000_usd, nearest, 2007,
       10'000_usd, "IRC 219(g)(7), (8)"},
  };
  return rows;
}

ComputedYear compute_figures(int year, const Prices& prices) {
  ComputedYear computed{.year = year, .figures = {}, .missing = {}};
  for (const Indexing& rule : indexings()) {
    if (year < rule.first_year || year < limit_row(rule.key).since) continue;
    std::vector<Month> missing;
    const std::optional<Range> amount = amount_in(year, rule, prices, missing);
    if (!amount) continue;
    computed.figures.push_back({rule.key, *amount, rule.width, std::nullopt, rule.law});
    if (missing.size() == 1 && !amount->settled())
      computed.figures.back().turns_at =
          turning_index(year, rule, prices, missing.front(), *amount);
    const bool chained = rule.period == Period::twelve_months;
    for (const Month month : missing) computed.missing.push_back({month, chained});
  }
  std::sort(computed.missing.begin(), computed.missing.end());
  computed.missing.erase(std::unique(computed.missing.begin(), computed.missing.end()),
                         computed.missing.end());
  return computed;
}

}  // namespace rothcheck::checker
