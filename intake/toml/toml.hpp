// A TOML text as plain values with their places: what the readers of limits, cases and participants
// see.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/source.hpp"

namespace rothcheck::intake {

/// Where a key or a value stands: its bytes, and the line and column of the first.
struct TomlPlace {
  Span span;
  int line = 0, column = 0;
};

struct TomlEntry;

struct TomlValue {
  enum class Type : std::uint8_t { string, integer, decimal, boolean, date, array, table };
  Type type = Type::table;
  std::string text;  // what a string holds; every other scalar exactly as the file writes it
  TomlPlace at;
  std::vector<TomlValue> items;    // of an array
  std::vector<TomlEntry> entries;  // of a table, in the order of the file

  bool is(Type other) const { return type == other; }
  /// The entry of a table; null when it has none of that name.
  const TomlEntry* find(std::string_view key) const;
};

struct TomlEntry {
  std::string key;
  TomlPlace at;
  TomlValue value;
};

/// `a list`, `a table`, `a date`: how a message calls a value of that type.
std::string_view to_string(TomlValue::Type);

/// The text as TOML writes it, in quotation marks: for a key or a value.
std::string toml_text(std::string_view text);

/// Reads a whole text as a table. Its one finding, when it is not TOML, is of the kind given.
Outcome<TomlValue> read_toml(std::string_view text, std::uint16_t source,
                             const FindingKind& not_toml);

}  // namespace rothcheck::intake
