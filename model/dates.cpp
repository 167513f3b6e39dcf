// Calendar arithmetic.
#include "model/dates.hpp"

#include <array>
#include <cassert>

namespace rothcheck {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// The number that `text` is, digits only; -1 for anything else.
int digits(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> existing(int year, int month, int day) {
  if (year < 1000 || month < 1 || day < 1) return std::nullopt;
  const Date found = date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  return found.ok() ? std::optional{found} : std::nullopt;
}

/// The last day of February where the day does not exist.
Date clamped(Date day) {
  if (unsigned{day.day()} <= shortest_month || day.ok()) return day;
  return Date{day.year() / day.month() / std::chrono::last};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const char separator = text.find('-') != std::string_view::npos ? '-' : '/';
  const std::size_t first = text.find(separator);
  const std::size_t second =
      first == std::string_view::npos ? first : text.find(separator, first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::string_view a = text.substr(0, first);
  const std::string_view b = text.substr(first + 1, second - first - 1);
  const std::string_view c = text.substr(second + 1);
  if (separator == '-') {
    const bool iso = a.size() == 4 && b.size() == 2 && c.size() == 2;
    return iso ? existing(digits(a), digits(b), digits(c)) : std::nullopt;
  }
  const bool american = b.size() <= 2 && a.size() <= 2 && c.size() == 4;
  return american ? existing(digits(c), digits(a), digits(b)) : std::nullopt;
}

std::string to_string(Date day) {
  std::string text = std::to_string(year_of(day));
  const auto two = [&text](unsigned number) {
    text += number < 10 ? "-0" : "-";
    text += std::to_string(number);
  };
  two(static_cast<unsigned>(day.month()));
  two(static_cast<unsigned>(day.day()));
  return text;
}

std::string to_string(Duration stretch) {
  const auto counted = [](int count, std::string_view unit) {
    return std::to_string(count) + " " + std::string{unit} + (count == 1 ? "" : "s");
  };
  if (stretch.days != 0) return counted(stretch.days, "day");
  return stretch.months != 0 && stretch.months % 12 == 0 ? counted(stretch.months / 12, "year")
                                                         : counted(stretch.months, "month");
}

Date after(Date start, Duration stretch) {
  const int months =
      year_of(start) * 12 + static_cast<int>(unsigned{start.month()}) - 1 + stretch.months;
  assert(months >= 0 && "years are counted from 0");
  const Date later =
      clamped(date(months / 12, static_cast<unsigned>(months % 12) + 1, unsigned{start.day()}));
  return stretch.days == 0 ? later : Date{sys_days{later} + days{stretch.days}};
}

// Most days have their neighbour in the same month, which needs no calendar.
Date day_after(Date day) {
  if (unsigned{day.day()} < shortest_month) return {day.year(), day.month(), day.day() + days{1}};
  return Date{sys_days{day} + days{1}};
}
Date day_before(Date day) {
  if (unsigned{day.day()} > 1) return {day.year(), day.month(), day.day() - days{1}};
  return Date{sys_days{day} - days{1}};
}

int days_from_to(Date first, Date last) {
  return static_cast<int>((sys_days{last} - sys_days{first}).count()) + 1;
}

int age_on(Date birth, Date on) {
  const int years = year_of(on) - year_of(birth);
  const Date birthday = clamped(birth + std::chrono::years{years});
  return birthday <= on ? years : years - 1;
}

int service_on(Date hired, Date on) {
  // Twelve months are complete at the end of their last day, which is the day before the
  // anniversary.
  return age_on(hired, day_after(on));
}

}  // namespace rothcheck
