// CSV to records: one pass over the text, a row in memory at a time.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <optional>

#include "intake/findings.hpp"
#include "intake/record.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

/// Where a row goes wrong as CSV.
enum class Fault : std::uint8_t { none, unclosed_quote, text_after_quote };

struct Row {
  std::vector<std::string_view> cells;
  std::uint64_t line = 0, row = 0;
  Fault fault = Fault::none;
  std::uint64_t fault_line = 0;
  int fault_column = 0;

  bool blank() const {
    return std::all_of(cells.begin(), cells.end(),
                       [](std::string_view cell) { return trimmed(cell).empty(); });
  }
};

class Scanner {
 public:
  Scanner(std::string_view text, char separator, std::uint64_t first_line)
      : text_{text}, separator_{separator}, line_{first_line} {}

  /// Reads the next row, whose cells last until the row after it. False at the end of the text.
  bool next(Row& row) {
    if (at_ >= text_.size()) return false;
    unescaped_.clear();
    row.cells.clear();
    row.line = line_;
    row.row = line_ - breaks_inside_cells_;
    row.fault = Fault::none;
    do {
      row.cells.push_back(cell(row));
    } while (skip_separator());
    skip_line_end();
    return true;
  }

 private:
  bool at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }

  bool skip_separator() {
    if (at_ >= text_.size() || text_[at_] != separator_) return false;
    ++at_;
    return true;
  }

  void skip_line_end() {
    if (at_ >= text_.size()) return;
    at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
    ++line_;
  }

  std::string_view cell(Row& row) {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell(row);
    return plain_cell();
  }

  /// Up to the separator. A quotation mark inside (6'2") is a character like any other.
  std::string_view plain_cell() {
    const std::size_t begin = at_;
    while (!at_line_end() && text_[at_] != separator_) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  std::string_view quoted_cell(Row& row) {
    const std::uint64_t opened_on = line_;
    const std::size_t begin = ++at_;
    bool has_pairs = false;
    for (;; ++at_) {
      if (at_ >= text_.size()) {
        complain(row, Fault::unclosed_quote, opened_on);
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
    if (!trimmed(plain_cell()).empty()) complain(row, Fault::text_after_quote, line_);
    return has_pairs ? without_pairs(inside) : inside;
  }

  bool next_is_newline() const { return at_ + 1 < text_.size() && text_[at_ + 1] == '\n'; }

  std::string_view without_pairs(std::string_view inside) {
    std::string& single = unescaped_.emplace_back();
    for (std::size_t i = 0; i < inside.size(); ++i) {
      single += inside[i];
      if (inside[i] == '"') ++i;
    }
    return single;
  }

  static void complain(Row& row, Fault fault, std::uint64_t line) {
    if (row.fault != Fault::none) return;
    row.fault = fault;
    row.fault_line = line;
    row.fault_column = static_cast<int>(row.cells.size()) + 1;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint64_t line_;
  std::uint64_t breaks_inside_cells_ = 0;
  std::deque<std::string> unescaped_;
};

/// The separator that the header has most of, outside quotation marks; a comma when it has none.
char separator_of(std::string_view text) {
  constexpr std::string_view candidates = ",;\t|";
  std::size_t counts[4] = {};
  bool inside = false;
  bool seen_text = false;
  for (char c : text) {
    if (c == '"') inside = !inside;
    if (inside) continue;
    if ((c == '\n' || c == '\r') && seen_text) break;
    seen_text = seen_text || (c != '\n' && c != '\r');
    const std::size_t candidate = candidates.find(c);
    if (candidate != std::string_view::npos) ++counts[candidate];
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts, counts + 4) - counts)];
}

/// `sep=;` on the first line, which spreadsheets write and read.
std::optional<char> stated_separator(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  if (line.size() != 5 || !line.starts_with("sep=")) return std::nullopt;
  return line[4];
}

std::vector<Name> names_of(const Row& header) {
  std::vector<Name> names;
  int column = 0;
  for (std::string_view cell : header.cells) {
    names.push_back({std::string{trimmed(cell)}, header.line, ++column});
  }
  return names;
}

Finding fault_of(const Row& row) {
  const Cell cell{{}, row.fault_line, row.fault_column, {}};
  switch (row.fault) {
    case Fault::unclosed_quote:
      return {&finding::unclosed_cell_quote,
              "the quotation mark opened here is never closed",
              {},
              {},
              cell};
    case Fault::text_after_quote:
    case Fault::none:
      break;
  }
  return {&finding::text_after_quote,
          "there is text after the quotation mark that ends the cell",
          {},
          {},
          cell};
}

/// One empty cell too many is the trace of a separator at the end of the row.
bool fits(const Row& row, std::size_t columns) {
  if (row.cells.size() == columns) return true;
  return row.cells.size() == columns + 1 && trimmed(row.cells.back()).empty();
}

std::string count_of_cells(std::size_t count) {
  return fmt::format("{} cell{}", count, count == 1 ? "" : "s");
}

Finding unevenness_of(const Row& row, std::size_t columns) {
  return {
      &finding::uneven_row,
      fmt::format("the row has {}, the header has {}", count_of_cells(row.cells.size()), columns),
      {},
      {},
      Cell{{}, row.line, 0, {}}};
}

void hand_over(const Row& row, std::size_t columns, Record& record, const RecordSink& sink) {
  record.line = row.line;
  record.row = row.row;
  record.values.clear();
  for (std::size_t i = 0; i < columns; ++i) {
    record.values.push_back({i, row.cells[i], row.line, static_cast<int>(i) + 1});
  }
  sink.record(record);
}

}  // namespace

void read_csv(std::string_view text, const RecordSink& sink) {
  const std::optional<char> stated = stated_separator(text);
  // The line that states the separator ends with one line end; it counts as line 1.
  if (stated) text.remove_prefix(std::min(text.size(), text.find_first_of("\r\n")));
  Scanner scanner{text, stated ? *stated : separator_of(text), 1};

  Row row;
  bool found = scanner.next(row);
  while (found && row.fault == Fault::none && row.blank()) found = scanner.next(row);
  if (!found) {
    sink.unreadable({&finding::no_participants, "the file is empty", {}, {}, Cell{{}, 1, 0, {}}});
    return;
  }
  if (row.fault != Fault::none) {
    sink.unreadable(fault_of(row));
    return;
  }
  const std::vector<Name> names = names_of(row);
  if (!sink.names(names, Names::columns)) return;

  Record record;
  bool any = false;
  while (scanner.next(row)) {
    if (row.fault != Fault::none) {
      sink.spoilt(fault_of(row), row.line, row.row);
    } else if (row.blank()) {
      continue;
    } else if (!fits(row, names.size())) {
      sink.spoilt(unevenness_of(row, names.size()), row.line, row.row);
    } else {
      hand_over(row, names.size(), record, sink);
    }
    any = true;
  }
  if (!any) {
    sink.unreadable({&finding::no_participants,
                     "there is no row under the header",
                     {},
                     {},
                     Cell{{}, names.front().line, 0, {}}});
  }
}

}  // namespace rothcheck::intake
