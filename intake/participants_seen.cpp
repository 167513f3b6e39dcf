// A plan's text begins with a word of the language and has braces; a table has neither.
#include "intake/participants_seen.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "intake/columns/columns.hpp"
#include "intake/csv/csv_rows.hpp"
#include "intake/decode.hpp"
#include "intake/file_kind.hpp"
#include "intake/shown.hpp"
#include "model/social_security.hpp"

namespace rothcheck::intake {
namespace {

constexpr std::size_t rows_looked_at = 25, bytes_looked_at = 1u << 16;
constexpr std::array separators = {',', ';', '\t', '|'};

/// Keys of limits, mappings, cases and sums have an equals sign, their tables a bracket.
bool is_toml_line(std::string_view line) {
  const std::size_t equals = line.find('=');
  return line.starts_with('[') ||
         (equals != std::string_view::npos &&
          line.substr(0, equals).find_first_of(",;|\t") == std::string_view::npos);
}

/// The first lines that say something.
std::vector<std::string_view> first_lines(std::string_view text) {
  text = text.substr(0, bytes_looked_at);
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < rows_looked_at) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty() && !line.starts_with('#') && !line.starts_with("//")) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string_view> cells_of(CsvRow& row, std::string_view line, char separator) {
  CsvRows rows{line, separator};
  if (!rows.next(row)) return {};
  return {row.cells.begin(), row.cells.end()};
}

/// Two facts and one of them the id, as the header of a workbook's sheet has.
bool is_header(std::string_view line) {
  const Mapping none;
  return std::any_of(separators.begin(), separators.end(), [&](char separator) {
    CsvRow row;
    const HeaderFit fit = header_fit(cells_of(row, line, separator), none);
    return fit.has_id && fit.known >= 2;
  });
}

/// Rows of data without a header: cells, most of them numbers or dates, and as many in each row.
bool is_data(std::string_view line, char separator, std::size_t& cells) {
  CsvRow row;
  const std::vector<std::string_view> all = cells_of(row, line, separator);
  const auto is_fact = [](std::string_view cell) {
    return parse_date(trimmed(cell)) || Money::parse(trimmed(cell)) ||
           has_social_security_number(cell);
  };
  cells = all.size();
  return all.size() >= 3 && std::count_if(all.begin(), all.end(), is_fact) >= 2;
}

bool is_table(const std::vector<std::string_view>& lines) {
  if (std::any_of(lines.begin(), lines.end(), is_header)) return true;
  // A title may stand above.
  return std::any_of(separators.begin(), separators.end(), [&](char separator) {
    std::size_t rows = 0;
    for (const std::string_view line : lines) {
      std::size_t cells = 0;
      rows += is_data(line, separator, cells);
    }
    return rows * 2 > lines.size();
  });
}

bool is_plan(std::string_view line) {
  constexpr std::array<std::string_view, 3> words = {"plan", "amendment", "scenario"};
  return std::any_of(words.begin(), words.end(), [line](std::string_view word) {
    const std::string_view rest = line.substr(std::min(word.size(), line.size()));
    return line.starts_with(word) && (rest.empty() || rest.front() == ' ' || rest.front() == '"' ||
                                      rest.front() == '\t' || rest.front() == '{');
  });
}

bool is_csv(std::string_view text) {
  const std::vector<std::string_view> lines = first_lines(text);
  if (lines.empty() || is_plan(lines.front()) || is_toml_line(lines.front())) return false;
  const auto has_brace = [](std::string_view line) {
    return line.find_first_of("{}") != std::string_view::npos;
  };
  return std::none_of(lines.begin(), lines.end(), has_brace) && is_table(lines);
}

bool is_toml_of_people(std::string_view text) {
  return text.starts_with("[[participant]]") ||
         text.find("\n[[participant]]") != std::string_view::npos ||
         text.find("\nparticipant = [") != std::string_view::npos ||
         text.starts_with("participant = [");
}

}  // namespace

bool looks_like_participants(std::string_view bytes) {
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  Decoded decoded{bytes};
  if (utf16) decoded = decode(bytes, Encoding::detect);
  if (!decoded.readable) return false;
  std::string_view text = decoded.text();
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  switch (file_kind(text)) {
    case FileKind::workbook:
    case FileKind::xml:
      return true;
    case FileKind::toml:
      return is_toml_of_people(text);
    case FileKind::csv:
      return is_csv(text);
    case FileKind::other:
      // A workbook of old, with or without a password.
      return text.starts_with("\xD0\xCF\x11\xE0");
  }
  return false;
}

}  // namespace rothcheck::intake
