// CSV to rows: quotation marks, separators and line ends.
#include "intake/csv/csv_rows.hpp"

namespace rothcheck::intake {

bool CsvRows::next(CsvRow& row) {
  if (at_ >= text_.size()) return false;
  unescaped_.clear();
  row.cells.clear();
  row.line = line_;
  row.row = line_ - breaks_inside_cells_;
  row.fault = RowFault::none;
  row.bare_quote = 0;
  do {
    row.cells.push_back(cell(row));
  } while (skip_separator());
  skip_line_end();
  return true;
}

bool CsvRows::skip_separator() {
  if (at_ >= text_.size() || text_[at_] != separator_) return false;
  ++at_;
  return true;
}

void CsvRows::skip_line_end() {
  if (at_ >= text_.size()) return;
  const bool both = text_[at_] == '\r' && next_is_newline();
  if (both) {
    saw_crlf_ = true;
  } else {
    (text_[at_] == '\n' ? saw_lf_ : saw_cr_) = true;
  }
  at_ += both ? 2 : 1;
  ++line_;
}

std::string_view CsvRows::cell(CsvRow& row) {
  const bool quoted = at_ < text_.size() && text_[at_] == '"';
  const std::string_view text = quoted ? quoted_cell(row) : plain_cell(row);
  if (text.size() > longest_cell) complain(row, RowFault::cell_too_long, row.line);
  return text;
}

/// Up to the separator. A quotation mark inside (6'2") is a character like any other.
std::string_view CsvRows::plain_cell(CsvRow& row) {
  const std::size_t begin = at_;
  for (; !at_line_end() && text_[at_] != separator_; ++at_) {
    if (text_[at_] == '"' && row.bare_quote == 0) {
      row.bare_quote = static_cast<int>(row.cells.size()) + 1;
    }
  }
  return text_.substr(begin, at_ - begin);
}

std::string_view CsvRows::quoted_cell(CsvRow& row) {
  const std::uint64_t opened_on = line_;
  const std::size_t begin = ++at_;
  bool has_pairs = false;
  for (;; ++at_) {
    if (at_ >= text_.size()) {
      complain(row, RowFault::unclosed_quote, opened_on);
      return text_.substr(begin);
    }
    if (text_[at_] == '"') {
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      has_pairs = true;
      ++at_;
    } else if (text_[at_] == '\n' || (text_[at_] == '\r' && !next_is_newline())) {
      ++line_;
      ++breaks_inside_cells_;
    }
  }
  const std::string_view inside = text_.substr(begin, at_ - begin);
  ++at_;
  const int bare_quote = row.bare_quote;
  if (!trimmed(plain_cell(row)).empty()) complain(row, RowFault::text_after_quote, line_);
  row.bare_quote = bare_quote;
  return has_pairs ? without_pairs(inside) : inside;
}

std::string_view CsvRows::without_pairs(std::string_view inside) {
  std::string& single = unescaped_.emplace_back();
  for (std::size_t i = 0; i < inside.size(); ++i) {
    single += inside[i];
    if (inside[i] == '"') ++i;
  }
  return single;
}

void CsvRows::complain(CsvRow& row, RowFault fault, std::uint64_t line) {
  if (row.fault != RowFault::none) return;
  row.fault = fault;
  row.fault_line = line;
  row.fault_column = static_cast<int>(row.cells.size()) + 1;
}

}  // namespace rothcheck::intake
