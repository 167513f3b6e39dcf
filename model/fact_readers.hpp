// Readers of facts that are given by name and text, shared by the tables of facts. Each says what
// it expects.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/money.hpp"

namespace rothcheck {

/// One fact of a table, for lists and messages.
struct FactRow {
  std::string_view name, expects, meaning;
};

struct MoneyReader {
  static constexpr std::string_view expects = "an amount such as 1234.50, not below zero";
  static std::optional<Money> read(std::string_view text);
};

struct PercentReader {
  static constexpr std::string_view expects = "a percent from 0% to 100% with its sign";
  static std::optional<Rate> read(std::string_view text);
};

struct YesNoReader {
  static constexpr std::string_view expects = "yes or no";
  static std::optional<bool> read(std::string_view text);
};

/// The name with `_` for `-`: they are the same.
std::string normalised(std::string_view name);
/// What to say of a name that no row has.
std::string unknown_fact(std::string_view name, const std::vector<FactRow>& rows);

/// Reads `text` into a fact that was not given before. Returns what was wrong, or nothing.
template <class Reader, class T>
std::optional<std::string> read_fact(std::optional<T>& fact, std::string_view text) {
  if (fact) return "it is given twice";
  fact = Reader::read(text);
  if (fact) return std::nullopt;
  return "expected " + std::string{Reader::expects};
}

}  // namespace rothcheck
