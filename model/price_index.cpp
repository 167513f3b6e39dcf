#include "model/price_index.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace rothcheck {

std::string to_string(Month month) {
  constexpr std::array<const char*, 12> names = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
  return std::string{names[static_cast<std::size_t>(month.month - 1)]} + " " +
         std::to_string(month.year);
}

std::string index_text(std::int64_t thousandths) {
  const std::string decimals = std::to_string(1000 + thousandths % 1000).substr(1);
  return std::to_string(thousandths / 1000) + "." + decimals;
}

std::optional<std::int64_t> index_named(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits{text.substr(0, point)};
  const std::string_view decimals = point < text.size() ? text.substr(point + 1) : "";
  if (digits.empty() || digits.size() > 6 || decimals.size() > 3) return std::nullopt;
  if (point < text.size() && decimals.empty()) return std::nullopt;
  digits.append(decimals).append(3 - decimals.size(), '0');
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value <= 0)
    return std::nullopt;
  return value;
}

}  // namespace rothcheck
