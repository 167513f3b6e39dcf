// UTF-8 as reports need it: counted in code points, made whole, and kept from acting on a terminal.
#include "reports/unicode.hpp"

#include <cstdint>

namespace rothcheck::reports {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned byte_at(std::string_view text, std::size_t index) {
  return static_cast<unsigned char>(text[index]);
}

std::uint32_t decode(std::string_view point) {
  const unsigned first = byte_at(point, 0);
  if (point.size() == 1) return first;
  std::uint32_t value = first & (0x7Fu >> point.size());
  for (std::size_t i = 1; i < point.size(); ++i) value = value << 6 | (byte_at(point, i) & 0x3Fu);
  return value;
}

bool acts_on_terminal(std::uint32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool turns_direction = point == 0x061C || point == 0x200E || point == 0x200F ||
                               (point >= 0x202A && point <= 0x202E) ||
                               (point >= 0x2066 && point <= 0x2069);
  const bool breaks_line = point == 0x2028 || point == 0x2029;
  return control || turns_direction || breaks_line;
}

}  // namespace

std::size_t code_point_length(std::string_view text) {
  if (text.empty()) return 0;
  const unsigned first = byte_at(text, 0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_at(text, i) & 0xC0u) != 0x80u) return 0;
  }
  const std::uint32_t value = decode(text.substr(0, length));
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return overlong || surrogate || value > 0x10FFFF ? 0 : length;
}

int columns_of(std::string_view text) {
  int count = 0;
  while (!text.empty()) {
    const std::size_t length = code_point_length(text);
    text.remove_prefix(length == 0 ? 1 : length);
    ++count;
  }
  return count;
}

std::string whole_utf8(std::string_view text) {
  std::string whole;
  whole.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = code_point_length(text);
    whole += length == 0 ? replacement : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return whole;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = code_point_length(text);
    const bool harmless = length != 0 && !acts_on_terminal(decode(text.substr(0, length)));
    shown += harmless ? text.substr(0, length) : replacement;
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return shown;
}

}  // namespace rothcheck::reports
