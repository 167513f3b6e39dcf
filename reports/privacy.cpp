// How an id is shown. A Social Security number is never printed whole.
#include "reports/privacy.hpp"

#include <cstddef>

namespace rothcheck::reports {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The length of nine digits at the start of `text`, grouped 3-2-4 by `-`, a space, `.` or nothing;
// 0 when there are none.
std::size_t social_security_number(std::string_view text) {
  std::size_t at = 0;
  for (int digit = 0; digit < 9; ++digit) {
    const bool between_groups = digit == 3 || digit == 5;
    if (between_groups && at < text.size() &&
        (text[at] == '-' || text[at] == ' ' || text[at] == '.'))
      ++at;
    if (at >= text.size() || !is_digit(text[at])) return 0;
    ++at;
  }
  const bool ends = at == text.size() || !is_word(text[at]);
  return ends ? at : 0;
}

}  // namespace

std::string shown_id(std::string_view id) {
  std::string shown;
  for (std::size_t at = 0; at < id.size();) {
    const bool starts = at == 0 || !is_word(id[at - 1]);
    const std::size_t length = starts ? social_security_number(id.substr(at)) : 0;
    if (length == 0) {
      shown += id[at++];
    } else {
      shown += "***-**-";
      shown += id.substr(at + length - 4, 4);
      at += length;
    }
  }
  return shown;
}

std::string short_id(std::string_view id) {
  if (id.size() <= 4) return std::string(id);
  std::size_t start = id.size() - 4;
  // Not in the middle of a character.
  while (start > 0 && (static_cast<unsigned char>(id[start]) & 0xC0u) == 0x80u) --start;
  return "..." + std::string(id.substr(start));
}

}  // namespace rothcheck::reports
