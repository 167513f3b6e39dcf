// Separators and headers, found by trying them.
#include "intake/csv/csv_layout.hpp"

#include <algorithm>
#include <array>

#include "intake/csv/csv_rows.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

constexpr std::string_view separators = ",;\t|";

/// The separator that the first line with text has most of, outside quotation marks; a comma when
/// it has none.
char commonest_separator(std::string_view text) {
  std::array<std::size_t, separators.size()> counts{};
  bool inside = false;
  bool seen_text = false;
  for (char c : text) {
    if (c == '"') inside = !inside;
    if (inside) continue;
    if ((c == '\n' || c == '\r') && seen_text) break;
    seen_text = seen_text || (c != '\n' && c != '\r');
    const std::size_t candidate = separators.find(c);
    if (candidate != std::string_view::npos) ++counts[candidate];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return separators[static_cast<std::size_t>(most - counts.begin())];
}

/// `sep=;` on the first line, which spreadsheets write and read.
std::optional<char> stated_separator(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  if (line.size() != 5 || !line.starts_with("sep=")) return std::nullopt;
  return line[4];
}

/// Lays the first rows out with one separator.
CsvLayout laid_out(std::string_view text, char separator, bool stated, const Fits& fits) {
  CsvRows rows{text, separator};
  // Cells with pairs of quotation marks last only as long as their row, so the texts are kept.
  std::vector<std::vector<std::string>> kept;
  CsvRow row;
  while (kept.size() < rows_with_titles + (stated ? 1 : 0) && rows.next(row)) {
    auto& cells = kept.emplace_back();
    for (std::string_view cell : row.cells) cells.emplace_back(cell);
    if (row.fault == RowFault::unclosed_quote) break;
  }
  if (stated) kept.erase(kept.begin());
  std::vector<std::vector<std::string_view>> views;
  for (const auto& cells : kept) views.emplace_back(cells.begin(), cells.end());

  CsvLayout layout;
  layout.separator = separator;
  layout.stated = stated;
  if (const auto header = header_among(views, fits)) {
    layout.header = *header;
    layout.rows_above = header->row;
  }
  return layout;
}

bool is_blank(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](std::string_view cell) { return trimmed(cell).empty(); });
}

}  // namespace

std::optional<HeaderRow> header_among(const std::vector<std::vector<std::string_view>>& rows,
                                      const Fits& fits) {
  std::optional<HeaderRow> first, best;
  for (std::size_t i = 0; i < rows.size() && i < rows_with_titles; ++i) {
    if (is_blank(rows[i])) continue;
    HeaderRow candidate{i, fits ? fits(rows[i]) : HeaderFit{}, false};
    if (!first) first = candidate;
    if (!best || candidate.fit.known > best->fit.known) best = candidate;
  }
  if (!first || best->row == first->row) return first;
  const bool certain = best->fit.known >= 3 && best->fit.has_id;
  if (!certain) return first;
  best->below_titles = true;
  return best;
}

CsvLayout layout_of(std::string_view text, const Fits& fits) {
  if (const std::optional<char> stated = stated_separator(text)) {
    return laid_out(text, *stated, true, fits);
  }
  // Titles above the header may hold other separators than the table does.
  CsvLayout best = laid_out(text, commonest_separator(text), false, fits);
  for (char separator : separators) {
    if (separator == best.separator || text.find(separator) == std::string_view::npos) continue;
    const CsvLayout other = laid_out(text, separator, false, fits);
    if (other.header.fit.known > best.header.fit.known) best = other;
  }
  return best;
}

std::string_view remittance_mark(std::string_view text) {
  const auto line_at = [&text](std::size_t begin) {
    return text.substr(begin, std::min(text.find_first_of("\r\n", begin), text.size()) - begin);
  };
  const std::string_view first = line_at(0);
  if (first.starts_with("$$ADD")) return "$$ADD";
  for (std::string_view mark : {"HDR", "FHR", "FHDR"}) {
    const bool ends =
        first.size() > mark.size() &&
        std::string_view{" ,;|\t0123456789"}.find(first[mark.size()]) != std::string_view::npos;
    if (first.starts_with(mark) && ends) return mark;
  }
  // Rows of one width without a separator are columns of fixed width.
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || first.size() < 40) return {};
  const std::string_view second = line_at(end + 1);
  const bool separated = first.find_first_of(separators) != std::string_view::npos;
  return !separated && second.size() == first.size() ? "columns of fixed width" : "";
}

}  // namespace rothcheck::intake
