// Bytes of text: the letters and digits of ASCII, and the code points of UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rothcheck {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80u; }
/// A capital letter of ASCII as a small one; any other byte as it is.
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
std::string lowered(std::string_view text);
/// Whether two words differ in capitals at most.
bool same_letters(std::string_view one, std::string_view other);

/// Whether a byte goes on with a code point that another began.
constexpr bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}
/// The code point that `text` begins with, and its length in bytes: 0 where it begins with none
/// that is well-formed.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};
CodePoint long_code_point_at(std::string_view text);
inline CodePoint code_point_at(std::string_view text) {
  if (!text.empty() && is_ascii(text[0])) return {static_cast<unsigned char>(text[0]), 1};
  return long_code_point_at(text);
}
/// Where to cut a text that is to have at most `most` bytes: not inside of a code point.
std::size_t cut_before(std::string_view text, std::size_t most);
/// How many code points begin in a text.
std::size_t code_points(std::string_view text);

/// 11 is K and 27 is AA, as spreadsheets name columns.
std::string column_letters(int column);

}  // namespace rothcheck
