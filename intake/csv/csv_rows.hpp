// The rows of a CSV text: the byte loop, which knows nothing of what cells mean.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "intake/shown.hpp"

namespace rothcheck::intake {

/// Where a row goes wrong as CSV.
enum class RowFault : std::uint8_t { none, unclosed_quote, text_after_quote, cell_too_long };

struct CsvRow {
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
};

class CsvRows {
 public:
  static constexpr std::size_t longest_cell = 32'767;

  CsvRows(std::string_view text, char separator) : text_{text}, separator_{separator} {}

  /// Reads the next row, whose cells last until the row after it. False at the end of the text.
  bool next(CsvRow& row);
  /// Whether the rows so far end in more than one way.
  bool mixed_line_ends() const { return saw_lf_ + saw_crlf_ + saw_cr_ > 1; }

 private:
  bool at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }
  bool next_is_newline() const { return at_ + 1 < text_.size() && text_[at_ + 1] == '\n'; }
  bool skip_separator();
  void skip_line_end();
  std::string_view cell(CsvRow& row);
  std::string_view plain_cell(CsvRow& row);
  std::string_view quoted_cell(CsvRow& row);
  std::string_view without_pairs(std::string_view inside);
  static void complain(CsvRow& row, RowFault fault, std::uint64_t line);

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t breaks_inside_cells_ = 0;
  bool saw_lf_ = false, saw_crlf_ = false, saw_cr_ = false;
  std::deque<std::string> unescaped_;
};

}  // namespace rothcheck::intake
