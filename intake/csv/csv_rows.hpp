// The cells of CSV rows, without the quotation marks around them; what they mean is not known here.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "intake/csv/scanner.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {

/// Where a row goes wrong as CSV.
enum class RowFault : std::uint8_t { none, unclosed_quote, text_after_quote, cell_too_long };

struct CsvRow {
  static constexpr std::size_t longest_cell = 32'767;

  std::vector<std::string_view> cells;  // without the quotation marks around them
  std::uint64_t line = 0, row = 0;      // as in a record
  RowFault fault = RowFault::none;
  std::uint64_t fault_line = 0;
  int fault_column = 0;
  int bare_quote = 0;  // the first column with a quotation mark inside a plain cell; 0 for none

  bool blank() const {
    return std::all_of(cells.begin(), cells.end(),
                       [](std::string_view cell) { return trimmed(cell).empty(); });
  }
  /// Takes the cells of a row that begins below so many lines.
  void take(const CutRow& cut, LineCount above);

 private:
  std::string_view text_of(std::string_view cell, const CutRow& cut);
  std::string_view without_pairs(std::string_view inside);
  void complain(RowFault about, std::uint64_t on_line);

  std::deque<std::string> unescaped_;  // texts of cells that had pairs of quotation marks
};

/// Goes through a text row by row.
class CsvRows {
 public:
  CsvRows(std::string_view text, char separator) : scanner_{text, separator} {}

  /// Reads the next row, whose cells last until the row after it. False at the end of the text.
  bool next(CsvRow& row) {
    if (!scanner_.cut(cut_)) return false;
    row.take(cut_, above_);
    above_ += {cut_.breaks + 1, cut_.breaks};
    return true;
  }
  /// The lines so far, how they ended, and what is behind them.
  LineCount above() const { return above_; }
  const LineEnds& line_ends() const { return scanner_.line_ends(); }
  const char* at() const { return scanner_.at(); }

 private:
  Scanner scanner_;
  CutRow cut_;
  LineCount above_;
};

}  // namespace rothcheck::intake
