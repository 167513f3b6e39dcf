// Columns: which words share one, and where cites and comments go.
#include "dsl/format_columns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "model/provision.hpp"
#include "model/text.hpp"

namespace rothcheck::dsl {
namespace {

/// Where cites and comments stand unless statements reach further, so that they line up in the
/// whole file and a changed line leaves its neighbours alone.
constexpr std::size_t usual_column = 47;
constexpr std::size_t gap = 4;
constexpr std::size_t narrow_gap = 2;
/// One statement longer than this does not push the comments of its neighbours to the right.
constexpr std::size_t longest_aligned = 64;

// ---- Words that line up with those of the neighbours.

enum class Column : std::uint8_t { rate, percent, money, kind, header };
using Widths = std::array<std::size_t, 5>;

bool is_percent(std::string_view word) { return word.ends_with('%') && is_digit(word.front()); }

/// The part of a statement that is made as wide as its neighbours' part.
struct Part {
  Column column;
  std::size_t width;

  std::size_t& in(Widths& widths) const { return widths[static_cast<std::size_t>(column)]; }
};

std::optional<Part> aligned_part(const Entry& entry) {
  if (!entry.bodies.empty()) return std::nullopt;
  const std::string_view first = entry.words[0];
  // `100% of the first 3% of pay` over ` 50% of the next 2% of pay`.
  if (is_percent(first)) return Part{Column::rate, code_points(first)};
  if (entry.words.size() < 2) return std::nullopt;
  const std::string_view second = entry.words[1];
  // `limit  50% of pay` over `minimum 1% of pay`.
  if (first == "limit" || first == "minimum") {
    const std::size_t both = code_points(first) + 1 + code_points(second);
    if (is_percent(second)) return Part{Column::percent, both};
    if (second.front() == '$') return Part{Column::money, both};
  }
  if (named<Kind>(first) && (second == "allowed" || second == "not"))
    return Part{Column::kind, code_points(first)};
  const bool header = first == "sponsor" || first == "type" || first == "year" || first == "source";
  return header ? std::optional{Part{Column::header, code_points(first)}} : std::nullopt;
}

// ---- Cites and comments.

/// What follows a statement on its line.
struct Tail {
  std::size_t statement;  // its width, indentation included
  std::size_t width;

  bool fits(std::size_t column) const { return column + width <= page_width; }
  bool too_long_anyway() const { return !fits(statement + narrow_gap); }
};

/// One column for all, but for the lines that would be too long with it.
std::vector<std::size_t> columns_of(const std::vector<Tail>& tails, std::size_t usual,
                                    std::size_t longest) {
  std::size_t widest = 0;
  for (const Tail& tail : tails) {
    if (tail.statement <= longest) widest = std::max(widest, tail.statement);
  }
  const auto suits = [longest](const Tail& tail, std::size_t column) {
    return tail.statement <= longest && (tail.too_long_anyway() || tail.fits(column));
  };
  const auto suits_all = [&](std::size_t column) {
    return std::all_of(tails.begin(), tails.end(), [&](const Tail& tail) {
      return tail.statement > longest || suits(tail, column);
    });
  };
  std::size_t column = std::max(usual, widest + gap);
  for (std::size_t closer : {widest + gap, widest + narrow_gap}) {
    if (!suits_all(column) && suits_all(closer)) column = closer;
  }
  std::vector<std::size_t> columns;
  for (const Tail& tail : tails) {
    const std::size_t alone = tail.statement + (tail.fits(tail.statement + gap) ? gap : narrow_gap);
    columns.push_back(suits(tail, column) ? column : alone);
  }
  return columns;
}

void add(const std::vector<Addition>& additions, std::size_t usual, std::size_t longest) {
  std::vector<Tail> tails;
  for (const Addition& addition : additions)
    tails.push_back({code_points(*addition.line), code_points(addition.text)});
  const std::vector<std::size_t> columns = columns_of(tails, usual, longest);
  for (std::size_t i = 0; i < additions.size(); ++i) {
    const std::string blanks(columns[i] - tails[i].statement, ' ');
    *additions[i].line += blanks + additions[i].text;
  }
}

}  // namespace

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::vector<std::string> aligned(const Entry* first, const Entry* last) {
  Widths widths{};
  for (const Entry* entry = first; entry != last; ++entry) {
    if (const std::optional<Part> part = aligned_part(*entry))
      part->in(widths) = std::max(part->in(widths), part->width);
  }
  std::vector<std::string> lines;
  for (const Entry* entry = first; entry != last; ++entry) {
    std::string line = joined(entry->words);
    if (const std::optional<Part> part = aligned_part(*entry)) {
      const std::size_t at = part->column == Column::rate ? 0 : entry->words.front().size();
      line.insert(at, part->in(widths)-part->width, ' ');
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

void add_in_columns(const std::vector<Addition>& additions) {
  add(additions, usual_column, longest_aligned);
}

void add_behind(const std::vector<Addition>& additions) { add(additions, 0, page_width); }

}  // namespace rothcheck::dsl
