#include "intake/csv/csv_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/findings.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

/// After these nothing in the file stands where it seems to.
bool ends_the_file(RowFault fault) {
  return fault == RowFault::unclosed_quote || fault == RowFault::cell_too_long;
}

Finding unevenness_of(const CsvRow& row, std::size_t columns) {
  const std::size_t count = row.cells.size();
  return about_line(finding::uneven_row,
                    fmt::format("the row has {} cell{}, the header has {}", count,
                                count == 1 ? "" : "s", columns),
                    row.line);
}

}  // namespace

Finding about_line(const FindingKind& kind, std::string message, std::uint64_t line, int column) {
  return {&kind, std::move(message), {}, {}, Cell{{}, line, column, {}}};
}

Finding fault_of(const CsvRow& row) {
  switch (row.fault) {
    case RowFault::unclosed_quote:
      return about_line(finding::unclosed_cell_quote,
                        "the quotation mark opened here is never closed", row.fault_line,
                        row.fault_column);
    case RowFault::cell_too_long:
      return about_line(finding::file_too_large,
                        fmt::format("the cell has more than {} characters", CsvRow::longest_cell),
                        row.fault_line, row.fault_column);
    case RowFault::text_after_quote:
    case RowFault::none:
      break;
  }
  return about_line(finding::text_after_quote,
                    "there is text after the quotation mark that ends the cell", row.fault_line,
                    row.fault_column);
}

void CsvRecords::begin(const std::vector<Name>& names) {
  columns_ = names.size();
  named_ = 0;
  for (const Name& name : names) {
    if (!name.text.empty()) named_ = static_cast<std::size_t>(name.column);
  }
}

/// Columns without a name at the end may be missing, and one empty cell too many is the trace of a
/// separator at the end of the row.
bool CsvRecords::fits(const CsvRow& row) const {
  const std::size_t cells = row.cells.size();
  if (cells == columns_ + 1) return trimmed(row.cells.back()).empty();
  return named_ <= cells && cells <= columns_;
}

bool CsvRecords::take(const CsvRow& row) {
  if (ends_the_file(row.fault)) {
    sink_.unreadable(fault_of(row));
    return false;
  }
  if (row.bare_quote != 0 && !told_of_quote_) {
    told_of_quote_ = true;
    if (sink_.note)
      sink_.note(about_line(finding::bare_quote,
                            "a quotation mark inside a cell is taken as a letter", row.line,
                            row.bare_quote));
  }
  record_.line = row.line;
  record_.row = row.row;
  record_.fault.reset();
  if (row.fault != RowFault::none) {
    record_.fault = fault_of(row);
  } else if (!fits(row)) {
    record_.fault = unevenness_of(row, columns_);
  }
  const std::size_t cells = row.cells.size();
  const std::size_t count = record_.fault ? cells : std::min(cells, columns_);
  record_.values.clear();
  for (std::size_t i = 0; i < count; ++i) {
    record_.values.push_back({i, row.cells[i], row.line, static_cast<int>(i) + 1});
  }
  sink_.record(record_);
  return true;
}

}  // namespace rothcheck::intake
