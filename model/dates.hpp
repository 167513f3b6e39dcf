// Calendar dates, ages and plan years. Nothing here reads a clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "model/money.hpp"

namespace rothcheck {

using Date = std::chrono::year_month_day;

constexpr Date date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

/// Reads `2026-07-01`, and `7/1/2026` (month first). Empty for anything else and for days that do
/// not exist.
std::optional<Date> parse_date(std::string_view text);
/// `2026-07-01`.
std::string to_string(Date);

constexpr int year_of(Date day) { return static_cast<int>(day.year()); }

/// A stretch of time as plan documents state it: `3 months`, `1 year` (12 months), `30 days`.
struct Duration {
  int months = 0;
  int days = 0;
  friend constexpr bool operator==(Duration, Duration) = default;
};
std::string to_string(Duration);

/// `start` and a stretch later; February 29 becomes February 28 where the later year has none.
Date after(Date start, Duration stretch);
/// Days that every month has.
inline constexpr unsigned shortest_month = 28;
Date day_after(Date);
Date day_before(Date);
/// The number of days from `first` to `last`, both counted.
int days_from_to(Date first, Date last);

/// Whole years from `birth` reached by the end of the day `on`.
int age_on(Date birth, Date on);
/// Whole years of service completed by the end of the day `on`: the day before the anniversary
/// completes the year.
int service_on(Date hired, Date on);

/// The twelve months (or fewer) a plan is checked for.
struct PlanYear {
  Date first, last;
  friend constexpr bool operator==(const PlanYear&, const PlanYear&) = default;
};
constexpr PlanYear calendar_year(int year) { return {date(year, 1, 1), date(year, 12, 31)}; }

}  // namespace rothcheck
