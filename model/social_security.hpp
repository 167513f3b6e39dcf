// What looks like a Social Security number: one answer for everything that prints, compares or
// reads them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rothcheck {

/// A stretch of a text that is a Social Security number, and its nine digits.
struct SocialSecurityNumber {
  std::size_t begin = 0, end = 0;
  std::string digits;
};

/// The first at or behind `from`: nine digits, full-width ones too, together or in groups of three,
/// two and four with blanks, dashes, dots, `_`, `/` or brackets between them and signs that take no
/// room anywhere; and what a spreadsheet makes of such a number, `9.87654E+08`.
std::optional<SocialSecurityNumber> social_security_number(std::string_view text,
                                                           std::size_t from = 0);
bool has_social_security_number(std::string_view text);

/// The digits of a text that is such a number in one of its two usual spellings, `987-65-4320` and
/// `987654320`, which are told at once.
inline std::optional<std::array<char, 9>> usual_number(std::string_view text) {
  constexpr std::size_t together = 9, in_groups = 11;
  const bool grouped = text.size() == in_groups && text[3] == '-' && text[6] == '-';
  if (!grouped && text.size() != together) return std::nullopt;
  std::array<char, 9> digits{};
  std::size_t at = 0;
  for (char& digit : digits) {
    at += grouped && (at == 3 || at == 6);
    digit = text[at++];
    if (static_cast<unsigned char>(digit - '0') > 9) return std::nullopt;
  }
  return digits;
}

/// The text with each of them as `***-**-4320`.
std::string with_masked_numbers(std::string_view text);
/// The text with each of them as nine digits: one number in two notations is one number.
std::string with_plain_numbers(std::string_view text);

}  // namespace rothcheck
