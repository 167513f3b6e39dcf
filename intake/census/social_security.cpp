// Reading Social Security numbers.
#include "intake/census/social_security.hpp"

#include <algorithm>

#include "model/social_security.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// The digits of a number, or those of one whose zero in front is lost, with nothing but dashes and
/// blanks between them; empty for anything else.
std::string digits_of(std::string_view text) {
  const auto number = social_security_number(text);
  if (number && number->begin == 0 && number->end == text.size()) return number->digits;
  if (text.ends_with(".0") || text.ends_with(".00")) text = text.substr(0, text.rfind('.'));
  std::string digits;
  for (char c : text) {
    if (is_digit(c)) {
      digits += c;
    } else if (c != '-' && c != ' ') {
      return {};
    }
  }
  return digits;
}

bool is_masked(std::string_view text) {
  const bool mask = std::any_of(text.begin(), text.end(),
                                [](char c) { return c == '*' || c == 'X' || c == 'x'; });
  return mask && text.find_first_not_of("*Xx- 0123456789") == std::string_view::npos;
}

}  // namespace

// By the rules of the Social Security Administration (POMS RM 10201.035), and numbers that people
// make up.
bool was_never_issued(std::string_view digits) {
  const std::string_view area = digits.substr(0, 3);
  if (area == "000" || area == "666" || area[0] == '9') return true;
  if (digits.substr(3, 2) == "00" || digits.substr(5) == "0000") return true;
  return digits == "123456789" || digits.find_first_not_of(digits[0]) == std::string_view::npos;
}

SocialSecurity read_social_security(std::string_view text) {
  using What = SocialSecurity::What;
  if (is_masked(text)) return {What::masked};
  const std::size_t exponent = text.find_first_of("eE");
  if (text.starts_with('#') ||
      (exponent != std::string_view::npos && exponent > 0 && is_digit(text[exponent - 1]))) {
    return {What::damaged};
  }
  std::string digits = digits_of(text);
  const bool padded = digits.size() == 8;
  if (padded) digits.insert(digits.begin(), '0');
  if (digits.size() != 9) return {};
  const bool never_issued = was_never_issued(digits);
  digits.insert(5, 1, '-');
  digits.insert(3, 1, '-');
  return {What::number, std::move(digits), padded, never_issued};
}

}  // namespace rothcheck::intake
