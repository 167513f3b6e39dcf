// UTF-8 as reports need it: measured in columns, made whole, and kept from acting on a terminal.
#include "reports/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "model/text.hpp"

namespace rothcheck::reports {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

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

}  // namespace

bool acts_on_reader(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool turns_direction = point == 0x061C || point == 0x200E || point == 0x200F ||
                               (point >= 0x202A && point <= 0x202E) ||
                               (point >= 0x2066 && point <= 0x2069);
  const bool breaks_line = point == 0x2028 || point == 0x2029;
  const bool is_byte_order_mark = point == 0xFEFF;
  return control || turns_direction || breaks_line || is_byte_order_mark;
}

int columns_of(std::string_view text) {
  int columns = 0;
  while (!text.empty()) {
    const auto [point, length] = code_point_at(text);
    columns += length == 0 ? 1 : width_of(point);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return columns;
}

std::string whole_utf8(std::string_view text) {
  std::string whole;
  whole.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = code_point_at(text).length;
    whole += length == 0 ? replacement : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return whole;
}

std::string visible(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const auto [point, length] = code_point_at(text);
    if (length == 0) {
      shown += replacement;
    } else if (point == '\n' || point == '\t' || point == '\r') {
      shown += ' ';
    } else if (acts_on_reader(point)) {
      shown += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(point));
    } else {
      shown += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return shown;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const auto [point, length] = code_point_at(text);
    const bool harmless = length != 0 && !acts_on_reader(point);
    shown += harmless ? text.substr(0, length) : replacement;
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return shown;
}

}  // namespace rothcheck::reports
