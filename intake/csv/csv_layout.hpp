// How a CSV text is laid out: what separates its cells, and which row is the header.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "intake/record.hpp"

namespace rothcheck::intake {

/// Whether a row is a header, of the first rows of a table.
using Fits = std::function<HeaderFit(const std::vector<std::string_view>&)>;

/// The header is looked for in this many rows.
inline constexpr std::size_t rows_with_titles = 20;

struct HeaderRow {
  std::size_t row = 0;  // index among the rows given
  HeaderFit fit;        // how well it does
  bool below_titles = false;
};
/// The row that names the most facts, where it names three or more and an id; else the first that
/// is not blank. Empty when all are blank. Serves every kind of table.
std::optional<HeaderRow> header_among(const std::vector<std::vector<std::string_view>>& rows,
                                      const Fits& fits);

struct CsvLayout {
  char separator = ',';
  bool stated = false;         // by a first line `sep=;`, which is no row
  std::size_t rows_above = 0;  // of the header, blank ones included
  HeaderRow header;
};
CsvLayout layout_of(std::string_view text, const Fits& fits);

/// What the text is instead of a table; empty when nothing says so. Recordkeepers' remittance files
/// have records of several kinds, or columns of fixed width.
std::string_view remittance_mark(std::string_view text);

}  // namespace rothcheck::intake
