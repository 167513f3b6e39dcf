// UTF-8 as reports need it: measured in columns, made whole, and kept from acting on a terminal.
#include "reports/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

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

struct Stretch {
  std::uint32_t first, last;
};

// Marks that stand on the character before them, and what joins characters or chooses their look.
constexpr Stretch without_width[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},
                                     {0x0610, 0x061A}, {0x064B, 0x065F}, {0x1AB0, 0x1AFF},
                                     {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x20D0, 0x20FF},
                                     {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};
// East Asian characters, full-width forms and pictures.
constexpr Stretch wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},  {0xA960, 0xA97C}, {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};

template <std::size_t count>
bool within(std::uint32_t point, const Stretch (&stretches)[count]) {
  return std::any_of(std::begin(stretches), std::end(stretches), [point](Stretch stretch) {
    return stretch.first <= point && point <= stretch.last;
  });
}

int width_of(std::uint32_t point) {
  // Nothing before the first combining mark is wide or without width, and most text is there.
  if (point < without_width[0].first) return 1;
  if (within(point, without_width)) return 0;
  return within(point, wide) ? 2 : 1;
}

bool acts_on_terminal(std::uint32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool turns_direction = point == 0x061C || point == 0x200E || point == 0x200F ||
                               (point >= 0x202A && point <= 0x202E) ||
                               (point >= 0x2066 && point <= 0x2069);
  const bool breaks_line = point == 0x2028 || point == 0x2029;
  const bool is_byte_order_mark = point == 0xFEFF;
  return control || turns_direction || breaks_line || is_byte_order_mark;
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
  int columns = 0;
  while (!text.empty()) {
    const std::size_t length = code_point_length(text);
    columns += length == 0 ? 1 : width_of(decode(text.substr(0, length)));
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return columns;
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
