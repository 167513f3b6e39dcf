// Rows of a table that are nobody's: repeated headers, totals, footnotes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "intake/columns.hpp"
#include "intake/record.hpp"

namespace rothcheck::intake {

enum class RowKind : std::uint8_t { person, blank, repeated_header, totals, footnote };

/// `columns` says which cell is the id.
RowKind kind_of(const Record& record, const std::vector<Name>& names,
                const std::vector<Column>& columns);

}  // namespace rothcheck::intake
