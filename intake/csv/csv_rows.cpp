// Quotation marks: what is inside them, and where there is something wrong with them.
#include "intake/csv/csv_rows.hpp"

namespace rothcheck::intake {

void CsvRow::take(const CutRow& cut, LineCount above) {
  unescaped_.clear();
  cells.clear();
  line = above.lines + 1;
  row = line - above.inside_cells;
  fault = RowFault::none;
  bare_quote = 0;
  for (std::size_t i = 0; i < cut.count; ++i) {
    const std::string_view cell = cut.cell(i);
    const std::string_view text = cut.may_have_quotes ? text_of(cell, cut) : cell;
    if (text.size() > longest_cell) complain(RowFault::cell_too_long, line);
    cells.push_back(text);
  }
}

/// What a cell says. A quotation mark inside a plain one (6'2") is a character like any other.
std::string_view CsvRow::text_of(std::string_view cell, const CutRow& cut) {
  if (!cell.starts_with('"')) {
    if (bare_quote == 0 && cell.find('"') != cell.npos)
      bare_quote = static_cast<int>(cells.size()) + 1;
    return cell;
  }
  const auto line_at = [&](const char* at) {
    return line + line_breaks_in({cut.begin, static_cast<std::size_t>(at - cut.begin)});
  };
  bool has_pairs = false;
  std::size_t close = cell.find('"', 1);
  while (close != cell.npos && close + 1 < cell.size() && cell[close + 1] == '"') {
    has_pairs = true;
    close = cell.find('"', close + 2);
  }
  if (close == cell.npos) {
    complain(RowFault::unclosed_quote, line_at(cell.data()));
    return cell.substr(1);
  }
  if (!trimmed(cell.substr(close + 1)).empty())
    complain(RowFault::text_after_quote, line_at(cell.data() + close));
  const std::string_view inside = cell.substr(1, close - 1);
  return has_pairs ? without_pairs(inside) : inside;
}

std::string_view CsvRow::without_pairs(std::string_view inside) {
  std::string& single = unescaped_.emplace_back();
  for (std::size_t i = 0; i < inside.size(); ++i) {
    single += inside[i];
    if (inside[i] == '"') ++i;
  }
  return single;
}

void CsvRow::complain(RowFault about, std::uint64_t on_line) {
  if (fault != RowFault::none) return;
  fault = about;
  fault_line = on_line;
  fault_column = static_cast<int>(cells.size()) + 1;
}

}  // namespace rothcheck::intake
