// CSV to records: one pass over the text, a row in memory at a time.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/columns/columns.hpp"
#include "intake/csv/csv_layout.hpp"
#include "intake/csv/csv_rows.hpp"
#include "intake/findings.hpp"
#include "intake/record.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

Finding about_line(const FindingKind& kind, std::string message, std::uint64_t line,
                   int column = 0) {
  return {&kind, std::move(message), {}, {}, Cell{{}, line, column, {}}};
}

std::string_view word_for(char separator) {
  switch (separator) {
    case ';':
      return "semicolons";
    case '\t':
      return "tabs";
    case '|':
      return "vertical bars";
    default:
      return "characters that are not commas";
  }
}

std::vector<Name> names_of(const CsvRow& header) {
  std::vector<Name> names;
  int column = 0;
  for (std::string_view cell : header.cells) {
    names.push_back({std::string{trimmed(cell)}, header.line, ++column});
  }
  return names;
}

/// The columns of a file without a header are told apart by their position.
std::vector<Name> names_by_position(const CsvRow& first) {
  std::vector<Name> names;
  for (std::size_t i = 1; i <= first.cells.size(); ++i) {
    names.push_back({fmt::format("column {}", i), first.line, static_cast<int>(i)});
  }
  return names;
}

Finding fault_of(const CsvRow& row) {
  switch (row.fault) {
    case RowFault::unclosed_quote:
      return about_line(finding::unclosed_cell_quote,
                        "the quotation mark opened here is never closed", row.fault_line,
                        row.fault_column);
    case RowFault::cell_too_long:
      return about_line(finding::file_too_large,
                        fmt::format("the cell has more than {} characters", CsvRows::longest_cell),
                        row.fault_line, row.fault_column);
    case RowFault::text_after_quote:
    case RowFault::none:
      break;
  }
  return about_line(finding::text_after_quote,
                    "there is text after the quotation mark that ends the cell", row.fault_line,
                    row.fault_column);
}

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

class CsvReader {
 public:
  CsvReader(std::string_view text, const RecordSink& sink)
      : sink_{sink}, layout_{layout_of(text, sink.fits)}, rows_{text, layout_.separator} {}

  void read() {
    if (!read_header()) return;
    bool any = first_row_is_data() && take();
    while (!stopped_ && rows_.next(row_)) {
      if (row_.fault == RowFault::none && row_.blank()) continue;
      any = true;
      take();
    }
    if (rows_.mixed_line_ends()) {
      note(about_line(finding::mixed_line_ends, "lines end in more than one way", 1));
    }
    if (!any) {
      sink_.unreadable(
          about_line(finding::no_participants, "there is no row under the header", header_line_));
    }
  }

 private:
  void note(Finding finding) {
    if (sink_.note) sink_.note(std::move(finding));
  }

  void stop(Finding finding) {
    stopped_ = true;
    sink_.unreadable(std::move(finding));
  }

  bool first_row_is_data() const { return layout_.header.fit.is_data; }

  /// Goes to the header and hands it over. False when there is nothing to read below it.
  bool read_header() {
    bool found = rows_.next(row_);
    if (found && layout_.stated) found = rows_.next(row_);
    for (std::size_t i = 0; found && i < layout_.rows_above; ++i) {
      tell_titles();
      found = rows_.next(row_);
    }
    while (found && row_.fault == RowFault::none && row_.blank()) found = rows_.next(row_);
    if (!found) {
      stop(about_line(finding::no_participants, "the file is empty", 1));
      return false;
    }
    header_line_ = row_.line;
    if (row_.fault != RowFault::none) {
      stop(fault_of(row_));
      return false;
    }
    if (row_.cells.size() > most_columns_of_a_file) {
      stop(about_line(finding::file_too_large,
                      fmt::format("the header has more than {} columns", most_columns_of_a_file),
                      row_.line));
      return false;
    }
    describe_layout();
    const std::vector<Name> names = first_row_is_data() ? names_by_position(row_) : names_of(row_);
    columns_ = names.size();
    for (const Name& name : names) {
      if (!name.text.empty()) named_ = static_cast<std::size_t>(name.column);
    }
    return sink_.names(names, Names::columns);
  }

  void tell_titles() {
    if (!sink_.title) return;
    for (std::string_view cell : row_.cells) sink_.title(cell, row_.line);
  }

  void describe_layout() {
    if (layout_.separator != ',' && row_.cells.size() > 1) {
      note(about_line(finding::other_separator,
                      fmt::format("cells are separated by {}", word_for(layout_.separator)),
                      header_line_));
    }
    if (layout_.header.below_titles) {
      note(about_line(
          finding::header_below_titles,
          fmt::format("the header is line {}; the lines above it are left out", header_line_),
          header_line_));
    }
  }

  /// Columns without a name at the end may be missing, and one empty cell too many is the trace of
  /// a separator at the end of the row.
  bool fits() const {
    const std::size_t cells = row_.cells.size();
    if (cells == columns_ + 1) return trimmed(row_.cells.back()).empty();
    return named_ <= cells && cells <= columns_;
  }

  bool take() {
    if (ends_the_file(row_.fault)) {
      stop(fault_of(row_));
      return true;
    }
    if (row_.bare_quote != 0 && !told_of_quote_) {
      told_of_quote_ = true;
      note(about_line(finding::bare_quote, "a quotation mark inside a cell is taken as a letter",
                      row_.line, row_.bare_quote));
    }
    record_.line = row_.line;
    record_.row = row_.row;
    record_.fault.reset();
    if (row_.fault != RowFault::none) {
      record_.fault = fault_of(row_);
    } else if (!fits()) {
      record_.fault = unevenness_of(row_, columns_);
    }
    const std::size_t cells = row_.cells.size();
    const std::size_t count = record_.fault ? cells : std::min(cells, columns_);
    record_.values.clear();
    for (std::size_t i = 0; i < count; ++i) {
      record_.values.push_back({i, row_.cells[i], row_.line, static_cast<int>(i) + 1});
    }
    sink_.record(record_);
    return true;
  }

  const RecordSink& sink_;
  CsvLayout layout_;
  CsvRows rows_;
  CsvRow row_;
  Record record_{};
  std::size_t columns_ = 0;  // of the header
  std::size_t named_ = 0;    // of them, up to the last that has a name
  std::uint64_t header_line_ = 1;
  bool stopped_ = false, told_of_quote_ = false;
};

}  // namespace

void read_csv(std::string_view text, const RecordSink& sink) {
  const std::string_view mark = remittance_mark(text);
  if (!mark.empty()) {
    sink.unreadable(about_line(
        finding::not_a_participant_file,
        "this looks like a recordkeeper's remittance file (" + std::string{mark} + ")", 1));
    return;
  }
  CsvReader{text, sink}.read();
}

}  // namespace rothcheck::intake
