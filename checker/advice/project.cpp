// Account by account, year by year, each product to the nearest cent.
#include "checker/advice/project.hpp"

#include <fmt/format.h>

#include "checker/advice/assumptions.hpp"
#include "checker/findings.hpp"
#include "checker/law/catch_up.hpp"
#include "checker/law/ira.hpp"

namespace rothcheck::checker {

namespace {

/// A taxable account and what of it was taxed already.
struct Taxable {
  Money balance, basis;

  // Dividends are taxed in their year, and what is left of them is bought again; the rest of the
  // growth waits for the sale.
  void grow(const ProjectionSettings& settings) {
    const Money dividends = portion(settings.dividends, balance, Round::nearest);
    const Money rest = portion(settings.growth - settings.dividends, balance, Round::nearest);
    const Money kept = dividends - portion(settings.dividend_tax, dividends, Round::nearest);
    balance += kept + rest;
    basis += kept;
  }
  void add(Money amount) {
    balance += amount;
    basis += amount;
  }
  Money after_tax(const ProjectionSettings& settings) const {
    return balance - portion(settings.capital_gains_tax, remainder(balance, basis), Round::nearest);
  }
};

/// One person's accounts under one strategy.
struct Accounts {
  Money sheltered;  // the vehicle's own account
  Taxable beside;
};

Money capped(Money wanted, Money limit) { return lesser(wanted, limit); }

/// The limits of one person's alternatives in the first year; the age adds catch-up in the year
/// that brings it.
struct Limits {
  const YearFigures& year;

  static bool known_in(const YearFigures& year) {
    return year.money(LimitKey::ira_limit_219b5A) && year.money(LimitKey::ira_catch_up_219b5B) &&
           year.money(LimitKey::elective_deferral_402g) && year.money(LimitKey::catch_up_age_50);
  }

  Money ira_at(std::optional<int> age) const { return ira_limit_of(age.value_or(0), year); }
  Money deferrals_at(std::optional<int> age) const {
    return *year.money(LimitKey::elective_deferral_402g) + catch_up_of_age(age.value_or(0), year);
  }
};

/// The money of one year of one person, and how much of it the vehicle takes.
struct Deposit {
  Money sheltered;       // what arrives in the vehicle's account
  Money inside, beside;  // the cost of that to the person, and the rest of the money
};

class Years {
 public:
  Years(const Saver& saver, Vehicle vehicle, const ProjectionSettings& settings, Limits limits)
      : saver_{saver}, vehicle_{vehicle}, settings_{settings}, limits_{limits} {
    money_ = saver.contribution;
    level_ = scale;
  }

  /// The next year: what is there grows, and at its end the year's money comes in.
  Deposit next() {
    const Deposit deposit = deposit_of();
    accounts_.sheltered +=
        portion(settings_.growth, accounts_.sheltered, Round::nearest) + deposit.sheltered;
    accounts_.beside.grow(settings_);
    accounts_.beside.add(deposit.beside);
    ++years_;
    money_ += portion(settings_.limit_growth, money_, Round::down);
    level_ = divide(Wide{level_} * (settings_.limit_growth + Rate::whole(1)).numerator(),
                    (settings_.limit_growth + Rate::whole(1)).denominator(), Round::down);
    return deposit;
  }

  Money balance() const { return accounts_.sheltered + accounts_.beside.balance; }
  Money after_tax() const {
    const Money taxed = vehicle_ == Vehicle::pre_tax_deferral
                            ? portion(settings_.tax_later, accounts_.sheltered, Round::nearest)
                            : Money{};
    return accounts_.sheltered - taxed + accounts_.beside.after_tax(settings_);
  }

 private:
  /// A limit of the first year as high as limits have risen since.
  Money risen(Money limit) const { return portion(Rate{level_, scale}, limit, Round::down); }
  std::optional<int> age() const {
    return saver_.age ? std::optional{*saver_.age + years_} : std::nullopt;
  }

  Deposit deposit_of() const {
    switch (vehicle_) {
      case Vehicle::mega_backdoor:
        return {money_, money_, {}};
      case Vehicle::ira_backdoor: {
        const Money inside = capped(money_, risen(limits_.ira_at(age())));
        return {inside, inside, money_ - inside};
      }
      case Vehicle::pre_tax_deferral:
        return deferred();
      case Vehicle::taxable:
        return {{}, {}, money_};
    }
    return {};
  }

  // A deferral costs its amount less the tax that it saves, so that the same money defers more.
  Deposit deferred() const {
    const Rate kept = Rate::whole(1) - settings_.tax_now;
    const Money wanted = portion(Rate::whole(1) / kept, money_, Round::down);
    const Money limit = risen(saver_.deferral_room.value_or(limits_.deferrals_at(age())));
    if (wanted <= limit) return {wanted, money_, {}};
    const Money cost = portion(kept, limit, Round::nearest);
    return {limit, cost, money_ - cost};
  }

  static constexpr std::int64_t scale = 1'000'000'000;  // limits to nine decimals

  const Saver& saver_;
  Vehicle vehicle_;
  const ProjectionSettings& settings_;
  Limits limits_;
  Accounts accounts_;
  Money money_;             // of the year that comes
  std::int64_t level_ = 0;  // of limits in that year; `scale` in the first
  int years_ = 0;
};

/// The price level of each year's end, from the beginning of the first, to twelve decimals.
class Prices {
 public:
  explicit Prices(Rate inflation) : factor_{inflation + Rate::whole(1)} {}
  void next() {
    level_ = divide(Wide{level_} * factor_.numerator(), factor_.denominator(), Round::nearest);
  }
  Money today(Money later) const {
    return Money::cents(divide(Wide{later.in_cents()} * scale, level_, Round::nearest));
  }

 private:
  static constexpr std::int64_t scale = 1'000'000'000'000;
  Rate factor_;
  std::int64_t level_ = scale;
};

ProjectedStrategy strategy_of(Vehicle vehicle, const Projection& answer, Limits limits) {
  ProjectedStrategy strategy{.vehicle = vehicle};
  std::vector<Years> people;
  for (const Saver& saver : answer.savers)
    people.emplace_back(saver, vehicle, answer.settings, limits);
  Prices prices{answer.settings.inflation};
  for (int i = 0; i < answer.settings.years; ++i) {
    ProjectedYear end{.year = answer.year + i};
    for (Years& person : people) {
      const Deposit deposit = person.next();
      end.paid_in += deposit.inside + deposit.beside;
      end.balance += person.balance();
      end.after_tax += person.after_tax();
      if (i > 0) continue;
      strategy.inside += deposit.inside;
      strategy.beside += deposit.beside;
    }
    prices.next();
    end.today = prices.today(end.after_tax);
    strategy.years.push_back(end);
  }
  return strategy;
}

void state_assumptions(Projection& answer) {
  auto& assumed = answer.derivation.assumptions;
  assumed = {assumption::no_forecast,  assumption::same_cost,     assumption::end_of_year,
             assumption::nearest_cent, assumption::converted_now, assumption::roth_qualified,
             assumption::no_other_ira, assumption::sold_at_once};
  bool room_open = false, age_open = false;
  for (const Saver& saver : answer.savers) {
    room_open = room_open || !saver.deferral_room;
    age_open = age_open || !saver.age;
  }
  if (room_open) assumed.push_back(assumption::whole_deferral_limit);
  if (age_open) assumed.push_back(assumption::under_50);
  assumed.push_back(answer.settings.limit_growth.is_zero() ? assumption::limits_stay
                                                           : assumption::limits_rise);
}

}  // namespace

Outcome<Projection> project(const std::vector<Saver>& savers, const ProjectionSettings& settings,
                            const YearFigures& year) {
  Findings wrong;
  if (!Limits::known_in(year)) {
    wrong.push_back({&finding::year_without_limits,
                     fmt::format("the figures of {} lack a limit of an alternative", year.year)});
  }
  if (settings.dividends > settings.growth) {
    wrong.push_back(
        {&finding::facts_disagree,
         fmt::format("dividends {} are more than the growth {} that they are part of",
                     to_percent_string(settings.dividends), to_percent_string(settings.growth))});
  }
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  Projection answer{.year = year.year, .settings = settings, .savers = savers};
  for (int i = 0; i < vehicle_count; ++i)
    answer.strategies.push_back(strategy_of(static_cast<Vehicle>(i), answer, Limits{year}));
  state_assumptions(answer);
  return {std::move(answer), {}};
}

}  // namespace rothcheck::checker
