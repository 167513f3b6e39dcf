// Amounts, dates, numbers, texts and kinds.
#include "dsl/read.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/findings.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;
using ast::Value;

constexpr int last_year = 2100;
constexpr int first_plan_year = 2000;
constexpr int first_date_year = 1900;

bool is_word(const Value& value, std::string_view word) {
  return value.shape == Shape::word && value.text == word;
}

/// The number with single blanks, as the model's readers want it.
std::string plain(std::string_view text) {
  std::string result;
  for (char c : text) {
    // The two bytes of a no-break space make one blank.
    const bool blank = c == ' ' || c == '\t' || c == '\xC2' || c == '\xA0';
    if (!blank || (!result.empty() && result.back() != ' ')) result += blank ? ' ' : c;
  }
  return result;
}

std::nullopt_t wrong(const Value& value, std::string_view what, Faults& faults,
                     std::vector<Note> notes = {}) {
  say_expected(faults, value.span, what, value.text, std::move(notes));
  return std::nullopt;
}

/// A bare number where an amount must stand: say which unit it may have lost.
std::nullopt_t unit_is_missing(const Value& value, Faults& faults) {
  const std::optional<Rate> number = Rate::parse_number(plain(value.text));
  if (number && *number < Rate::whole(1) && !number->is_zero()) {
    const std::string percent = to_percent_string(*number);
    faults.say(finding::bad_percent, value.span,
               fmt::format("a percent is written {}, not {}", percent, value.text),
               {{fmt::format("write {} of pay", percent)}});
    return std::nullopt;
  }
  faults.say(finding::bad_percent, value.span,
             fmt::format("{} has no unit: a percent is written 10%, an amount $5,000",
                         quoted(value.text)));
  return std::nullopt;
}

}  // namespace

std::optional<Money> read_money(const Value& value, Faults& faults) {
  if (value.shape != Shape::money) {
    std::vector<Note> notes;
    if (const auto meant = value.shape == Shape::number ? Money::parse(value.text) : std::nullopt) {
      notes.push_back({fmt::format("write {}", to_string(*meant))});
    }
    return wrong(value, "an amount such as $5,000", faults, std::move(notes));
  }
  const std::optional<Money> amount = Money::parse(value.text);
  if (!amount) {
    faults.say(finding::bad_money, value.span,
               fmt::format("money is written $1,234 or $1,234.50, not {}", quoted(value.text)));
  }
  return amount;
}

std::optional<Rate> read_percent(const Value& value, Faults& faults) {
  if (value.shape == Shape::number) return unit_is_missing(value, faults);
  if (value.shape != Shape::percent) return wrong(value, "a percent such as 10%", faults);
  const std::optional<Rate> rate = Rate::parse_percent(plain(value.text));
  if (!rate) {
    faults.say(
        finding::bad_percent, value.span,
        fmt::format("a percent is written 10%, 87.5% or 66 2/3%, not {}", quoted(value.text)));
  }
  return rate;
}

std::optional<Amount> read_amount(const Value& value, Faults& faults) {
  if (is_word(value, "unknown")) return Amount::unknown();
  if (value.shape == Shape::money) {
    const std::optional<Money> money = read_money(value, faults);
    return money ? std::optional{Amount::of(*money)} : std::nullopt;
  }
  if (value.shape == Shape::number) return unit_is_missing(value, faults);
  if (value.shape == Shape::percent) {
    faults.say(finding::bad_percent, value.span,
               fmt::format("{} of what? write {} of pay", quoted(value.text), value.text));
    return std::nullopt;
  }
  if (value.shape != Shape::share) {
    return wrong(value, "an amount such as 10% of pay or $5,000", faults);
  }
  const std::optional<Rate> rate = read_percent(value.parts[0], faults);
  if (!rate) return std::nullopt;
  const Value& basis = value.parts[1];
  if (basis.text.starts_with("402(g)")) return Amount::percent_of_402g(*rate);
  if (basis.text.starts_with("415(c)")) return Amount::percent_of_415c(*rate);
  if (!is_word(basis, "pay")) {
    return wrong(basis, "`pay` or `the 402(g) limit`", faults, suggestions(basis.text, {"pay"}));
  }
  if (*rate > 100_pct) {
    faults.say(finding::over_100_percent, value.span,
               fmt::format("{} is more than 100% of pay", to_percent_string(*rate)));
    return std::nullopt;
  }
  return Amount::percent_of_pay(*rate);
}

std::optional<Date> read_date(const Value& value, Faults& faults) {
  const std::optional<Date> date = parse_date(value.text);
  if (value.shape != Shape::date) {
    std::vector<Note> notes;
    if (date) notes.push_back({fmt::format("write {}", to_string(*date))});
    return wrong(value, "a date such as 2026-07-01", faults, std::move(notes));
  }
  if (date && year_of(*date) >= first_date_year && year_of(*date) <= last_year) return date;
  faults.say(finding::bad_date, value.span,
             date ? fmt::format("{} is not between {} and {}", quoted(value.text), first_date_year,
                                last_year)
                  : fmt::format("{} is no day of the calendar", quoted(value.text)));
  return std::nullopt;
}

std::optional<MonthDay> read_month_day(const Value& value, Faults& faults) {
  if (value.shape != Shape::month_day) return wrong(value, "a day such as 12-31", faults);
  // A day of every year must exist in every year.
  const std::optional<Date> date = parse_date("2001-" + std::string{value.text});
  if (date)
    return MonthDay{static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day())};
  faults.say(finding::bad_date, value.span,
             fmt::format("{} is no day of every year; it is written 12-31", quoted(value.text)));
  return std::nullopt;
}

std::optional<Duration> read_duration(const Value& value, Faults& faults) {
  if (value.shape != Shape::duration) return wrong(value, "a time such as 3 months", faults);
  const std::string_view unit = value.parts[1].text;
  const bool days = unit.starts_with("day");
  const bool years = unit.starts_with("year");
  const int most = days ? 36'500 : years ? 100 : 1'200;
  const std::optional<int> count = read_whole(value.parts[0], unit, 0, most, faults);
  if (!count) return std::nullopt;
  return days ? Duration{.days = *count} : Duration{.months = years ? *count * 12 : *count};
}

std::optional<Rate> read_years(const Value& value, int most, Faults& faults) {
  if (value.shape != Shape::number) return wrong(value, "a number such as 59 1/2", faults);
  const std::optional<Rate> years = Rate::parse_number(plain(value.text));
  if (years && *years <= Rate::whole(most)) return years;
  faults.say(finding::out_of_range, value.span,
             fmt::format("{} is not a number from 0 to {}", quoted(value.text), most));
  return std::nullopt;
}

std::optional<int> read_whole(const Value& value, std::string_view what, int least, int most,
                              Faults& faults) {
  if (value.shape != Shape::number) {
    return wrong(value, fmt::format("a number of {}", what), faults);
  }
  std::optional<Rate> number = Rate::parse_number(plain(value.text));
  // `1,000`: what documents write, with commas where those of dollars stand.
  if (!number) {
    if (const std::optional<Money> grouped = Money::parse(plain(value.text)))
      number = Rate{grouped->in_cents(), 100};
  }
  const bool fits = number && number->denominator() == 1 && *number >= Rate::whole(least) &&
                    *number <= Rate::whole(most);
  if (fits) return static_cast<int>(number->numerator());
  faults.say(finding::out_of_range, value.span,
             fmt::format("{} is not a whole number of {} from {} to {}", quoted(value.text), what,
                         least, most));
  return std::nullopt;
}

std::optional<int> read_year(const Value& value, Faults& faults) {
  if (value.shape != Shape::number) return wrong(value, "a year such as 2026", faults);
  const std::optional<Rate> year = Rate::parse_number(value.text);
  if (year && year->denominator() == 1 && *year >= Rate::whole(first_plan_year) &&
      *year <= Rate::whole(last_year)) {
    return static_cast<int>(year->numerator());
  }
  faults.say(finding::out_of_range, value.span,
             fmt::format("{} is not a year from {} to {}", quoted(value.text), first_plan_year,
                         last_year));
  return std::nullopt;
}

std::optional<std::string> read_text(const Value& value, std::string_view what, Faults& faults) {
  if (value.shape != Shape::string) {
    // Curly quotes are what word processors make of straight ones.
    const bool curly =
        value.text.starts_with("\xE2\x80\x9C") || value.text.starts_with("\xE2\x80\x9D");
    return wrong(value, fmt::format("{} in quotes", what), faults,
                 {{curly ? std::string{"quotes are written straight: \""}
                         : fmt::format("write \"{}\"", value.text.substr(0, 40))}});
  }
  std::string text;
  for (std::size_t i = 1; i + 1 < value.text.size(); ++i) {
    const char c = value.text[i];
    if (c != '\\') {
      text += c;
      continue;
    }
    const char escaped = value.text[++i];
    if (escaped != '"' && escaped != '\\') {
      const auto at = static_cast<std::uint32_t>(value.span.begin + i - 1);
      faults.say(finding::bad_escape, {value.span.source, at, at + 1},
                 "a backslash in quotes stands before a quote or a backslash only",
                 {{"write \\\\ for a backslash"}});
      return std::nullopt;
    }
    text += escaped;
  }
  return text;
}

std::vector<std::string_view> words_of(const std::vector<Kind>& kinds) {
  std::vector<std::string_view> words;
  for (Kind kind : kinds) words.push_back(to_string(kind));
  return words;
}

std::optional<Kind> read_kind(const Value& value, const std::vector<Kind>& choices,
                              Faults& faults) {
  const std::optional<Kind> kind =
      value.shape == Shape::word ? named<Kind>(value.text) : std::nullopt;
  if (kind && std::find(choices.begin(), choices.end(), *kind) != choices.end()) return kind;
  say_unknown(faults, value.span, "kind of money", value.text, words_of(choices));
  return std::nullopt;
}

std::optional<Kinds> read_kinds(const Value& value, const std::vector<Kind>& choices,
                                Faults& faults) {
  Kinds kinds;
  const std::vector<Value> one = {value};
  for (const Value& part : value.shape == Shape::list ? value.parts : one) {
    const std::optional<Kind> kind = read_kind(part, choices, faults);
    if (!kind) return std::nullopt;
    if (kinds.has(*kind)) {
      faults.say(finding::stated_twice, part.span,
                 fmt::format("`{}` is in this list twice", to_string(*kind)));
      return std::nullopt;
    }
    kinds.add(*kind);
  }
  return kinds;
}

}  // namespace rothcheck::dsl
