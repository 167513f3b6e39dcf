// The rows of a sheet, one at a time, each cell as the text it means.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/xlsx/xlsx_formats.hpp"
#include "intake/xlsx/xlsx_number.hpp"
#include "intake/xlsx/xlsx_strings.hpp"

namespace rothcheck::intake {

/// What the cells of all sheets of a workbook refer to.
struct CellContext {
  const SharedStrings& strings;
  const CellFormats& formats;
  Epoch epoch;
};

struct SheetCell {
  int column;  // from 1
  std::string text;
  std::string_view unfit;  // as in a record's value
};

struct SheetRow {
  std::uint64_t number;  // as the spreadsheet shows it
  bool hidden;
  std::vector<SheetCell> cells;  // those that are not empty, from left to right
};

/// Hands every row over that is not empty, until the answer is false.
std::optional<XmlFault> read_sheet(const ByteSource& sheet, const CellContext& context,
                                   const std::function<bool(const SheetRow&)>& take);

/// `AB12` for row 12 of column 28.
std::string cell_name(int column, std::uint64_t row);

}  // namespace rothcheck::intake
