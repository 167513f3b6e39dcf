// Facts that are given by name and text: one reader a type, and tables with a row a fact.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/dates.hpp"
#include "model/finding.hpp"
#include "model/money.hpp"
#include "model/words.hpp"

namespace rothcheck {

/// A reader of a type: what it expects, and how it reads.
struct TextReader {
  static constexpr std::string_view expects = "a word or words";
  static std::optional<std::string> read(std::string_view text) { return std::string{text}; }
};
struct MoneyReader {
  static constexpr std::string_view expects = "an amount such as 1234.50, not below zero";
  static std::optional<Money> read(std::string_view text);
};
/// Where nothing but a percent can be meant, its sign may be left out.
struct PercentReader {
  static constexpr std::string_view expects = "a percent from 0 to 100, such as 5 or 5%";
  static std::optional<Rate> read(std::string_view text);
};
using Share = Rate;  // 5% is 1/20
/// A percent with its sign, so that 0.35 is never taken for 35%.
struct ShareReader {
  static constexpr std::string_view expects = "a percent from 0% to 100% with its sign";
  static std::optional<Rate> read(std::string_view text);
};
struct DateReader {
  static constexpr std::string_view expects = "a date such as 1998-02-03 or 2/3/1998";
  static std::optional<Date> read(std::string_view text) { return parse_date(text); }
};
struct YesNoReader {
  static constexpr std::string_view expects = "yes or no";
  static std::optional<bool> read(std::string_view text);
};

/// The whole number that `text` is, between two others.
std::optional<int> whole_number(std::string_view text, int least, int most);
/// The number that `text` is, fractions allowed, between zero and another.
std::optional<Rate> number_up_to(std::string_view text, int most);

struct AgeReader {
  static constexpr std::string_view expects = "an age in whole years, at most 120";
  static std::optional<int> read(std::string_view text) { return whole_number(text, 0, 120); }
};
struct ExactAgeReader {
  static constexpr std::string_view expects = "an age such as 40 or 59.5, at most 120";
  static std::optional<Rate> read(std::string_view text) { return number_up_to(text, 120); }
};
struct YearsReader {
  static constexpr std::string_view expects = "a number of years such as 3 or 2.5, at most 100";
  static std::optional<Rate> read(std::string_view text) { return number_up_to(text, 100); }
};
struct HoursReader {
  static constexpr std::string_view expects =
      "a number of hours such as 1850 or 1850.5, at most 8784";
  static std::optional<Rate> read(std::string_view text) { return number_up_to(text, 8'784); }
};
struct PeriodsReader {
  static constexpr std::string_view expects = "a whole number from 1 to 366";
  static std::optional<int> read(std::string_view text) { return whole_number(text, 1, 366); }
};

/// `weekly, biweekly or monthly`: the words of an enum in one line.
template <Spoken T>
constexpr auto one_of_words() {
  constexpr auto length = [] {
    std::size_t sum = 2 * words<T>.size();  // ", " and once " or "
    for (const std::string_view word : words<T>) sum += word.size();
    return sum;
  }();
  std::array<char, length> line{};
  std::size_t at = 0;
  const auto add = [&](std::string_view part) {
    for (const char c : part) line[at++] = c;
  };
  for (std::size_t i = 0; i < words<T>.size(); ++i) {
    if (i != 0) add(i + 1 == words<T>.size() ? " or " : ", ");
    add(words<T>[i]);
  }
  return line;
}
template <Spoken T>
struct WordReader {
  static constexpr auto line = one_of_words<T>();
  static constexpr std::string_view expects{line.data(), line.size()};
  static std::optional<T> read(std::string_view text) { return named<T>(text); }
};

/// A row of a table of facts. `set` returns what was wrong with the text, or nothing when it was
/// taken.
template <class Facts>
struct Fact {
  std::string_view name, expects, meaning;
  std::optional<std::string> (*set)(Facts&, std::string_view text);
};

/// The row of a member that is read once.
template <class Facts, auto member, class Reader>
constexpr Fact<Facts> fact(std::string_view name, std::string_view meaning) {
  return {name, Reader::expects, meaning,
          [](Facts& facts, std::string_view text) -> std::optional<std::string> {
            if (facts.*member) return "it is given twice";
            facts.*member = Reader::read(text);
            if (facts.*member) return std::nullopt;
            return "expected " + std::string{Reader::expects};
          }};
}

/// The name with `_` for `-`: they are the same.
std::string with_underscores(std::string_view name);
/// What to say of a name that no row has.
std::string unknown_fact(std::string_view name, const std::vector<std::string_view>& names);

/// Reads `text` into the fact of that name (`_` and `-` are the same) of a struct whose table
/// `fact_rows` has. Returns what was wrong, or nothing when it was taken.
template <class Facts>
std::optional<std::string> set_fact(Facts& facts, std::string_view name, std::string_view text) {
  const std::string wanted = with_underscores(name);
  std::vector<std::string_view> names;
  for (const Fact<Facts>& row : fact_rows(facts)) {
    if (row.name == wanted) return row.set(facts, text);
    names.push_back(row.name);
  }
  return unknown_fact(wanted, names);
}

}  // namespace rothcheck
