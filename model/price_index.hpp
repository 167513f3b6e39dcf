// Consumer prices by month, by which the law raises its figures.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rothcheck {

/// A month of the calendar.
struct Month {
  int year = 0;
  int month = 1;  // 1 to 12
  friend constexpr auto operator<=>(Month, Month) = default;
};

constexpr Month next(Month month) {
  return month.month == 12 ? Month{month.year + 1, 1} : Month{month.year, month.month + 1};
}

/// `September 2026`.
std::string to_string(Month);

/// An index in thousandths of a point: 335.123 is 335,123.
using PriceIndex = std::map<Month, std::int64_t>;

/// The indexes of the Bureau of Labor Statistics for all urban consumers, all items, US city
/// average, not seasonally adjusted. A month that is not out is not there.
struct Prices {
  PriceIndex cpi_u;
  PriceIndex chained;  // C-CPI-U
};

/// `335.123`.
std::string index_text(std::int64_t thousandths);
/// Reads `335.1` and the like, above zero and with at most three decimals.
std::optional<std::int64_t> index_named(std::string_view text);

}  // namespace rothcheck
