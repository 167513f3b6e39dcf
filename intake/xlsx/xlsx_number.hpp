// The number in a cell as text, worked out on its decimal digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "intake/xlsx/xlsx_formats.hpp"

namespace rothcheck::intake {

/// From which day a workbook counts dates: Excel for Windows, or old Excel for the Macintosh.
enum class Epoch : std::uint8_t { from_1900, from_1904 };

/// `1234.5600000000001`, which is how a spreadsheet stores 1234.56, without the noise of binary
/// fractions: rounded to the 15 digits that spreadsheets keep, and cut where six or more zeros or
/// nines follow the cents. Exponents are written out. Text that is no number stays as it is.
std::string plain_decimal(std::string_view stored);

struct CellText {
  std::string text;
  std::string_view unfit = {};  // as in a record's value
};

/// A stored number as its format means it: `2024-01-31`, `6%`, `012-34-5678`, `1234.56`.
CellText text_of_number(std::string_view stored, const NumberFormat& format, Epoch epoch);

}  // namespace rothcheck::intake
