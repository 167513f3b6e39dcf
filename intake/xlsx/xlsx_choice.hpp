// Which sheet of a workbook has the participants, and which of its rows is the header.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/record.hpp"
#include "intake/xlsx/xlsx_sheet.hpp"
#include "intake/xlsx/xlsx_workbook.hpp"

namespace rothcheck::intake {

struct SheetHeader {
  std::uint64_t row = 0;
  std::vector<std::string> cells = {};  // by column, the first being A; empty when the sheet is
  HeaderFit fit = {};
  std::vector<std::string> titles = {};  // the cells of the rows above it
};

struct SheetChoice {
  const SheetPart* sheet;
  SheetHeader header;
};

/// The sheet called `wanted`; where that is empty, the first visible one with a header, or else the
/// first visible one. What the choice passes over is noted. Nothing, after saying why, when there
/// is no sheet to read.
std::optional<SheetChoice> choose_sheet(Zip& zip, const Workbook& workbook,
                                        const CellContext& context, std::string_view wanted,
                                        const RecordSink& sink);

}  // namespace rothcheck::intake
