// Which fact each column of a participant file holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns/aliases.hpp"
#include "intake/columns/column_use.hpp"
#include "intake/columns/mapping.hpp"
#include "intake/record.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

struct Column {
  Meaning meaning;
  bool adds = false;  // other columns hold parts of the same field, and they are added up
  Unit unit = Unit::amounts;
  bool unit_told = false;  // nothing of it is in doubt
};

/// What the user says of all columns at once.
struct ReadingOfColumns {
  const Mapping& mapping;
  std::optional<int> year = {};       // without it a header that names a year is left out
  std::optional<Period> period = {};  // what the amounts are of
  bool strict = false;                // a column that nobody knows is an error
};

struct Columns {
  std::vector<Column> columns;  // one for each name
  std::vector<ColumnUse> uses;  // one for each name
  Findings findings;            // their cells have no path
  bool usable = true;           // false when an id is missing, or something has to be asked
};

/// Settles every column: by the mapping first, then by its name or an alias of it. Keys of TOML and
/// XML have no aliases.
Columns read_names(const std::vector<Name>& names, Names are, const ReadingOfColumns& reading);

/// As many as a sheet of a workbook has.
inline constexpr std::size_t most_columns_of_a_file = 16'384;

/// How well a row would do as the header.
HeaderFit header_fit(const std::vector<std::string_view>& cells, const Mapping& mapping);

/// `"Employee No"`; a header that is a fact about a person, as when a file has none, is described
/// and not printed.
std::string shown_header(std::string_view header, std::size_t most);

/// The field, or `id`, that a misspelt name may stand for; empty when none is near.
std::string_view field_meant(std::string_view name);

}  // namespace rothcheck::intake
