// Rows of a table that are nobody's: repeated headers, totals, averages, headings, footnotes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "intake/columns/columns.hpp"
#include "intake/record.hpp"

namespace rothcheck::intake {

enum class RowKind : std::uint8_t {
  person,
  blank,
  repeated_header,
  totals,
  averages,  // and counts, smallest and largest: sums of nothing
  remark,    // a heading, a footnote, the line of a page
  doubtful   // perhaps a person, perhaps one of the others: never answered
};

/// `columns` says which cell is the id. Keys that each record picks from make no table, and their
/// rows are people unless they say that they are sums.
RowKind kind_of(const Record& record, const std::vector<Name>& names, Names are,
                const std::vector<Column>& columns);

/// Whether the cells of a column are dates.
bool is_date(Meaning meaning);

/// Whether an id is a number or a code, as no label of a report is.
bool is_code(std::string_view id);
/// Whether it is a label with its value behind it: `Department:`.
inline bool is_label(std::string_view id) { return id.ends_with(':'); }

}  // namespace rothcheck::intake
