// Files of consumer prices: a line a month.
#include "intake/limits/prices.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <charconv>
#include <iterator>

#include "intake/findings.hpp"
#include "intake/limits/embedded_limits.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t comma = std::min(line.find(',', at), line.size());
    cells.push_back(trimmed(line.substr(at, comma - at)));
    at = comma + 1;
  }
  return cells;
}

/// `2026-09`, or a day of it.
std::optional<Month> month_named(std::string_view text) {
  const bool is_day = text.size() == 10 && text[7] == '-';
  if ((text.size() != 7 && !is_day) || text[4] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t size) {
    int value = 0;
    const char* const end = text.data() + from + size;
    const auto read = std::from_chars(text.data() + from, end, value);
    return read.ec == std::errc{} && read.ptr == end ? value : -1;
  };
  const Month month{number(0, 4), number(5, 2)};
  if (month.year < 1913 || month.month < 1 || month.month > 12) return std::nullopt;
  return month;
}

/// Which index each column behind the month has; null for one that is neither.
class Reader {
 public:
  Reader(std::uint16_t source, Prices& into, Findings& findings)
      : source_{source}, prices_{into}, findings_{findings} {}

  void read(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      span_ = {source_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      line(trimmed(text.substr(at, end - at)));
      at = end + 1;
    }
    if (columns_.empty() && findings_.empty()) complain("the file has no head");
  }

 private:
  void complain(std::string message) {
    findings_.push_back({&finding::price_not_read, std::move(message), span_});
  }

  void line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const std::vector<std::string_view> cells = cells_of(line);
    columns_.empty() ? head(cells) : month(cells);
  }

  void head(const std::vector<std::string_view>& cells) {
    bool is_head = cells.size() >= 2 && (cells[0] == "Month" || cells[0] == "Date");
    columns_.push_back(nullptr);
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const bool all_urban = cells[i] == "CPI-U" || cells[i] == "Index";
      columns_.push_back(all_urban               ? &prices_.cpi_u
                         : cells[i] == "C-CPI-U" ? &prices_.chained
                                                 : nullptr);
      is_head = is_head && columns_.back() != nullptr;
    }
    if (!is_head)
      complain(fmt::format("found {} for a head; expected Month,CPI-U or Month,CPI-U,C-CPI-U",
                           quoted(cells.front(), 40)));
  }

  void month(const std::vector<std::string_view>& cells) {
    if (!findings_.empty()) return;
    const std::optional<Month> month = month_named(cells[0]);
    if (!month) return complain(fmt::format("found {}; expected a month", quoted(cells[0], 40)));
    if (cells.size() > columns_.size())
      return complain(
          fmt::format("the line has {} cells, and the head {}", cells.size(), columns_.size()));
    for (std::size_t i = 1; i < cells.size(); ++i) {
      // A month in which only one of the two is out.
      if (cells[i].empty()) continue;
      const std::optional<std::int64_t> value = index_named(cells[i]);
      if (!value)
        return complain(fmt::format("found {} for {}; expected an index such as 335.123",
                                    quoted(cells[i], 40), to_string(*month)));
      if (!is_near(*columns_[i], *month, *value)) return;
      (*columns_[i])[*month] = *value;
    }
  }

  /// No month's prices are a tenth above or below those of the month that is told before it: a
  /// digit is missing, or it is another index.
  bool is_near(const PriceIndex& index, Month month, std::int64_t value) {
    const auto after = index.lower_bound(month);
    if (after == index.begin()) return true;
    const auto& [before, known] = *std::prev(after);
    if (10 * value >= 9 * known && 10 * value <= 11 * known) return true;
    complain(fmt::format("{} for {} is far from {} for {}", index_text(value), to_string(month),
                         index_text(known), to_string(before)));
    return false;
  }

  std::uint16_t source_;
  Prices& prices_;
  Findings& findings_;
  Span span_;
  std::vector<PriceIndex*> columns_;  // empty before the head
};

}  // namespace

Findings read_prices(const Sources& sources, std::uint16_t source, Prices& into) {
  Findings findings;
  Prices read = into;
  Reader{source, read, findings}.read(sources.text(source));
  if (findings.empty()) into = std::move(read);
  return findings;
}

Prices embedded_prices_by_month() {
  Prices prices;
  Findings findings;
  Reader{0, prices, findings}.read(embedded_prices().text);
  assert(findings.empty() && "the prices inside the program are whole, a test holds them so");
  return prices;
}

}  // namespace rothcheck::intake
