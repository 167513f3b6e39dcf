// Dates in the forms of spreadsheets and payroll systems.
#include <array>
#include <utility>

#include "intake/census/mend.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

using What = Mended::What;

bool is_month(int number) { return 1 <= number && number <= 12; }

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

Number take_number(std::string_view& text) {
  Number number;
  while (!text.empty() && is_digit(text.front()) && number.digits < 9) {
    number.value = number.value * 10 + (text.front() - '0');
    ++number.digits;
    text.remove_prefix(1);
  }
  return number;
}

/// Three numbers with one kind of separator between them.
struct Parts {
  Number first, second, third;
};

std::optional<Parts> parts_of(std::string_view text) {
  Parts parts;
  parts.first = take_number(text);
  if (text.empty() || (text.front() != '/' && text.front() != '-')) return std::nullopt;
  const char separator = text.front();
  text.remove_prefix(1);
  parts.second = take_number(text);
  if (text.empty() || text.front() != separator) return std::nullopt;
  text.remove_prefix(1);
  parts.third = take_number(text);
  const bool whole = text.empty() && parts.first.digits != 0 && parts.second.digits != 0 &&
                     parts.third.digits != 0;
  return whole ? std::optional{parts} : std::nullopt;
}

/// Midnight is what a date becomes when a spreadsheet shows it with a time.
std::string_view without_midnight(std::string_view text) {
  constexpr std::array<std::string_view, 6> midnights = {" 00:00:00", " 0:00:00",     " 00:00",
                                                         " 0:00",     " 12:00:00 AM", "T00:00:00"};
  for (std::string_view midnight : midnights) {
    if (text.ends_with(midnight)) return text.substr(0, text.size() - midnight.size());
  }
  return text;
}

bool says_no_date(std::string_view text) {
  constexpr std::array<std::string_view, 16> nothings = {
      "0",        "-",          "--",     "N/A",      "n/a",        "NA",
      "none",     "None",       "NONE",   "1/0/1900", "01/00/1900", "00/00/0000",
      "0/0/0000", "0000-00-00", "1/0/00", "00/00/00"};
  for (std::string_view nothing : nothings) {
    if (text == nothing) return true;
  }
  return false;
}

Mended date_of(int year, int month, int day, std::string_view remark = {}) {
  const Date found = date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  if (year < 1000 || year > 9999 || !found.ok()) return {};
  return {What::value, to_string(found), remark};
}

/// The one century that makes a living employee: aged 14 to 100 at the end of the plan year, or
/// hired since somebody that old could be, and at most a year ahead.
std::optional<int> whole_year(Field field, int two_digits, int plan_year) {
  constexpr int youngest = 14, oldest = 100;
  const bool birth = field == Field::birth_date;
  const int earliest = birth ? plan_year - oldest : plan_year - (oldest - youngest);
  const int latest = birth ? plan_year - youngest : plan_year + 1;
  std::optional<int> found;
  for (int century = 1800; century <= 2100; century += 100) {
    const int year = century + two_digits;
    if (year < earliest || year > latest) continue;
    if (found) return std::nullopt;
    found = year;
  }
  return found;
}

/// A month above 12, which is a day where it stands.
Mended out_of_order(DateOrder order) {
  if (order == DateOrder::mdy) return {What::day_first};
  return {What::unreadable, {}, {}, "the month is above 12 in the order that --dates says"};
}

Mended mend_short_year(Field field, const Parts& parts, std::optional<int> plan_year) {
  if (!plan_year) {
    return {What::unreadable, {}, {}, "a year of two digits is read by the plan year: give --year"};
  }
  const auto year = whole_year(field, parts.third.value, *plan_year);
  if (!year) return {What::unreadable, {}, {}, "write the year with four digits"};
  return date_of(*year, parts.first.value, parts.second.value,
                 "two-digit years, read by the plan year");
}

/// The parts as if the month stood first. A year of four digits is told by itself.
Parts month_first(Parts parts, DateOrder order) {
  if (parts.first.digits > 2) return parts;
  if (order == DateOrder::dmy) std::swap(parts.first, parts.second);
  if (order == DateOrder::ymd && parts.third.digits <= 2)
    return {parts.second, parts.third, parts.first};
  return parts;
}

Mended mend_parts(Field field, const Parts& parts, std::optional<int> plan_year, DateOrder order) {
  const bool short_parts = parts.second.digits <= 2;
  if (parts.first.digits == 4 && short_parts && parts.third.digits <= 2) {
    return date_of(parts.first.value, parts.second.value, parts.third.value);
  }
  if (parts.first.digits > 2 || !short_parts) return {};
  const bool day_first =
      parts.first.value > 12 && parts.first.value <= 31 && is_month(parts.second.value);
  if (parts.third.digits == 4) {
    if (day_first) return out_of_order(order);
    return date_of(parts.third.value, parts.first.value, parts.second.value);
  }
  if (parts.third.digits != 2) return {};
  if (day_first) return out_of_order(order);
  return mend_short_year(field, parts, plan_year);
}

/// Days since the end of 1899, as spreadsheets count them; `19980203` and `02031998`.
Mended mend_digits(std::string_view digits, DateOrder order) {
  Number number = take_number(digits);
  if (!digits.empty()) return {};
  if (number.digits == 5 && number.value >= 10'000 && number.value <= 60'000) {
    const auto origin = std::chrono::sys_days{date(1899, 12, 30)};
    return {What::value, to_string(Date{origin + std::chrono::days{number.value}}),
            "spreadsheet date numbers, read as dates"};
  }
  if (number.digits != 8) return {};
  constexpr std::string_view remark = "dates of eight digits, read as such";
  const int front = number.value / 1'000'000;
  if (year_stands_first(number.value)) {
    return date_of(number.value / 10'000, number.value / 100 % 100, number.value % 100, remark);
  }
  const int next = number.value / 10'000 % 100;
  const int month = order == DateOrder::dmy ? next : front;
  const int day = order == DateOrder::dmy ? front : next;
  if (month > 12) return is_month(day) ? out_of_order(order) : Mended{};
  return date_of(number.value % 10'000, month, day, remark);
}

}  // namespace

Mended mend_date(Field field, std::string_view text, std::optional<int> year, DateOrder order) {
  if (says_no_date(text)) {
    if (field == Field::birth_date) {
      return {What::unreadable, {}, {}, "leave the cell empty if the date of birth is not known"};
    }
    return {What::not_stated};
  }
  if (text.starts_with('#')) {
    return {What::unreadable,
            {},
            {},
            "the spreadsheet damaged this cell; widen the column and export again"};
  }
  const std::string_view day = trimmed(without_midnight(text));
  if (const auto parts = parts_of(day))
    return mend_parts(field, month_first(*parts, order), year, order);
  return mend_digits(day, order);
}

}  // namespace rothcheck::intake
