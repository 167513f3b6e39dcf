// CSV to records: one pass over the text, a row in memory at a time.
#include "intake/csv/csv_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "intake/columns/columns.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

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

}  // namespace

CsvReader::CsvReader(std::string_view text, const RecordSink& sink)
    : sink_{sink},
      layout_{layout_of(text, sink.fits)},
      rows_{text, layout_.separator},
      records_{sink} {}

bool CsvReader::read_header() {
  bool found = rows_.next(row_);
  if (found && layout_.stated) found = rows_.next(row_);
  for (std::size_t i = 0; found && i < layout_.rows_above; ++i) {
    tell_titles();
    found = rows_.next(row_);
  }
  while (found && row_.fault == RowFault::none && row_.blank()) found = rows_.next(row_);
  if (!found) {
    sink_.unreadable(about_line(finding::no_participants, "the file is empty", 1));
    return false;
  }
  header_line_ = row_.line;
  if (row_.fault != RowFault::none) {
    sink_.unreadable(fault_of(row_));
    return false;
  }
  if (row_.cells.size() > most_columns_of_a_file) {
    sink_.unreadable(about_line(
        finding::file_too_large,
        fmt::format("the header has more than {} columns", most_columns_of_a_file), row_.line));
    return false;
  }
  describe_layout();
  const std::vector<Name> names = first_row_is_data() ? names_by_position(row_) : names_of(row_);
  records_.begin(names);
  return sink_.names(names, Names::columns);
}

void CsvReader::tell_titles() {
  if (!sink_.title) return;
  for (std::string_view cell : row_.cells) sink_.title(cell, row_.line);
}

void CsvReader::describe_layout() {
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

void CsvReader::read_rows() {
  bool any = first_row_is_data(), goes_on = true;
  if (any) goes_on = records_.take(row_);
  while (goes_on && rows_.next(row_)) {
    if (row_.fault == RowFault::none && row_.blank()) continue;
    any = true;
    goes_on = records_.take(row_);
  }
  if (rows_.line_ends().mixed()) {
    note(about_line(finding::mixed_line_ends, "lines end in more than one way", 1));
  }
  if (!any) {
    sink_.unreadable(
        about_line(finding::no_participants, "there is no row under the header", header_line_));
  }
}

void read_csv(std::string_view text, const RecordSink& sink) {
  const std::string_view mark = remittance_mark(text);
  if (!mark.empty()) {
    sink.unreadable(about_line(
        finding::not_a_participant_file,
        "this looks like a recordkeeper's remittance file (" + std::string{mark} + ")", 1));
    return;
  }
  CsvReader reader{text, sink};
  if (reader.read_header()) reader.read_rows();
}

}  // namespace rothcheck::intake
