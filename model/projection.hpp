// Years of a strategy beside its alternatives, on assumptions that are all stated.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/money.hpp"
#include "model/strategy.hpp"

namespace rothcheck {

struct ProjectionSettings {
#define SETTING(name, standard, most, meaning) Rate name = standard;
#include "model/projection.def"
#undef SETTING
  int years = 20;
};

inline constexpr int most_projected_years = 60;
/// The most that a person puts in a year here; the law lets far less in.
inline constexpr Money most_projected_contribution = 1'000'000_usd;

struct SettingRow {
  std::string_view name, meaning;
  Rate ProjectionSettings::* member;
  Rate most;
};
/// The rows of projection.def, in order.
const std::vector<SettingRow>& projection_settings();

/// One person who puts money in, at the cost of the first year's contribution after tax.
struct Saver {
  std::string name;                    // as results show it
  Money contribution;                  // after-tax money that is converted at once
  std::optional<int> age;              // on December 31 of the first year
  std::optional<Money> deferral_room;  // what may still be deferred a year; else the whole limit
};

/// Where the money goes.
enum class Vehicle : std::uint8_t { mega_backdoor, pre_tax_deferral, ira_backdoor, taxable };
inline constexpr int vehicle_count = 4;
template <>
inline constexpr auto words<Vehicle> =
    words_are({"mega-backdoor", "pre-tax-deferral", "ira-backdoor", "taxable"});
/// `IRA backdoor`.
std::string_view label_of(Vehicle);

/// The end of a year.
struct ProjectedYear {
  int year = 0;
  Money paid_in;    // in that year, out of the person's own pocket
  Money balance;    // of all accounts
  Money after_tax;  // what is left of it when all of it is taken out
  Money today;      // that in money of the first year's beginning
};

struct ProjectedStrategy {
  Vehicle vehicle = Vehicle::mega_backdoor;
  Money inside;  // of the first year's money: what the vehicle takes, by its cost to the person
  Money beside;  // what it does not take, and goes to a taxable account
  std::vector<ProjectedYear> years;
};

struct Projection {
  int year = 0;  // the first
  ProjectionSettings settings;
  std::vector<Saver> savers;
  std::vector<ProjectedStrategy> strategies;
  Derivation derivation;  // its assumptions; the years are its lines
};

}  // namespace rothcheck
