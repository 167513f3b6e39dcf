// Where in doubt a text is one of these numbers: what is masked in vain can be looked up by its
// row, and what is shown in vain cannot be taken back.
#include "model/social_security.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "model/text.hpp"

namespace rothcheck {
namespace {

constexpr std::size_t first_group = 3, first_two_groups = 5, all_digits = 9;
/// `) - ` is the longest that people put between two groups.
constexpr int most_marks = 4;

/// The code point at the start of a text; a byte that begins none stands for itself.
CodePoint point_at(std::string_view text) {
  const CodePoint point = code_point_at(text);
  if (point.length != 0 || text.empty())
    return {point.value, std::max(point.length, std::size_t{1})};
  return {static_cast<unsigned char>(text.front()), 1};
}

bool is_between(char32_t code, char32_t first, char32_t last) {
  return first <= code && code <= last;
}

/// The digit that a code point is, in the scripts that people type and copy; -1 where it is none.
int digit_of(char32_t code) {
  for (const char32_t zero : {U'0', U'\uFF10', U'\u0660', U'\u06F0', U'\u0966'}) {
    if (is_between(code, zero, zero + 9)) return static_cast<int>(code - zero);
  }
  // Mathematical digits, in five styles.
  if (is_between(code, 0x1D7CE, 0x1D7FF)) return static_cast<int>((code - 0x1D7CE) % 10);
  return -1;
}

/// Soft hyphens, spaces without width, marks of direction.
bool takes_no_room(char32_t code) {
  return code == 0xAD || is_between(code, 0x200B, 0x200F) || is_between(code, 0x202A, 0x202E) ||
         is_between(code, 0x2060, 0x206F) || code == 0xFEFF;
}

/// Blanks and dashes, of which one is enough to make groups.
bool is_blank_or_dash(char32_t code) {
  return code == ' ' || code == '-' || code == '\t' || code == 0xA0 ||
         is_between(code, 0x2000, 0x200A) || is_between(code, 0x2010, 0x2015) || code == 0x202F ||
         code == 0x205F || code == 0x2212 || code == 0x3000 || code == 0xFE58 || code == 0xFE63 ||
         code == 0xFF0D;
}

/// What may also stand between groups, but in decimal numbers, paths and names as well.
bool is_other_mark(char32_t code) {
  constexpr std::array<char32_t, 14> marks = {'.',  '_',    '/',    '(',    ')',    ',',    '\'',
                                              0xB7, 0xFF08, 0xFF09, 0xFF0E, 0xFF0F, 0xFF3F, 0x2219};
  return std::find(marks.begin(), marks.end(), code) != marks.end();
}

/// What stands right before a place.
struct Before {
  bool digit = false, letter = false;
};

Before before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0) {
    --begin;
    if (continues_code_point(text[begin])) continue;
    const char32_t code = point_at(text.substr(begin)).value;
    if (takes_no_room(code)) continue;
    return {digit_of(code) >= 0, code < 0x80 && is_letter(static_cast<char>(code))};
  }
  return {};
}

/// `SSN987654320`: letters that name what follows.
bool is_named_before(std::string_view text, std::size_t at) {
  std::string word;
  while (at > 0 && is_letter(text[at - 1])) word += lower(text[--at]);
  for (const std::string_view reversed : {"nss", "ss", "nit", "niti", "ons"}) {
    if (word == reversed) return true;
  }
  return false;
}

/// Goes over a text code point by code point.
class Walk {
 public:
  Walk(std::string_view text, std::size_t at) : text_{text}, at_{at} { pass_hidden(); }

  std::size_t at() const { return at_; }
  bool ended() const { return at_ >= text_.size(); }
  char32_t code() const { return ended() ? 0 : point_at(text_.substr(at_)).value; }
  int digit() const { return ended() ? -1 : digit_of(code()); }
  bool letter() const { return !ended() && is_letter(text_[at_]); }
  void step() {
    end_ = at_ += point_at(text_.substr(at_)).length;
    pass_hidden();
  }
  /// Behind the last code point that was passed, without what takes no room behind it.
  std::size_t end() const { return end_; }

 private:
  void pass_hidden() {
    while (!ended()) {
      const CodePoint point = point_at(text_.substr(at_));
      if (!takes_no_room(point.value)) return;
      at_ += point.length;
    }
  }

  std::string_view text_;
  std::size_t at_, end_ = 0;
};

/// Passes over what stands between two groups. False where that is nothing that may.
bool pass_marks(Walk& walk, bool& other) {
  int marks = 0;
  for (; walk.digit() < 0; walk.step()) {
    const bool blank_or_dash = is_blank_or_dash(walk.code());
    if (walk.ended() || ++marks > most_marks || (!blank_or_dash && !is_other_mark(walk.code())))
      return false;
    other = other || !blank_or_dash;
  }
  return true;
}

/// `.0` at the end of a text: what a spreadsheet adds to a number.
std::size_t behind_zero_cents(std::string_view text, std::size_t end) {
  const std::string_view rest = text.substr(end);
  return rest == ".0" || rest == ".00" ? text.size() : end;
}

std::optional<SocialSecurityNumber> grouped_at(std::string_view text, std::size_t begin) {
  Walk walk{text, begin};
  if (walk.code() == '(' || walk.code() == 0xFF08) walk.step();
  if (walk.digit() < 0) return std::nullopt;
  std::string digits;
  int gaps = 0;
  bool other_marks = false;
  while (digits.size() < all_digits) {
    const bool gap = walk.digit() < 0;
    if (gap) {
      if (digits.size() != first_group && digits.size() != first_two_groups) return std::nullopt;
      if (!pass_marks(walk, other_marks)) return std::nullopt;
      ++gaps;
    }
    digits += static_cast<char>('0' + walk.digit());
    walk.step();
  }
  // 12345.6789 is an amount, and 2026/104417 the number of a case.
  if (other_marks && gaps < 2) return std::nullopt;
  const Before before_it = before(text, begin);
  const bool glued = before_it.letter || walk.letter();
  if (before_it.digit || walk.digit() >= 0) return std::nullopt;
  // Nine digits behind a letter are most often a number of the employer's own.
  if (glued && gaps < 2 && (walk.letter() || !is_named_before(text, begin))) return std::nullopt;
  return SocialSecurityNumber{begin, behind_zero_cents(text, walk.end()), std::move(digits)};
}

/// `9.87654E+08`: nine digits, of which the spreadsheet shows the first few.
std::optional<SocialSecurityNumber> exponent_at(std::string_view text, std::size_t begin) {
  const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
  const Before before_it = before(text, begin);
  if (!digit(begin) || before_it.digit || before_it.letter) return std::nullopt;
  std::string digits{text[begin]};
  std::size_t at = begin + 1;
  const bool point = at < text.size() && (text[at] == '.' || text[at] == ',');
  for (at += point; digit(at); ++at) digits += text[at];
  if (at >= text.size() || (text[at] != 'E' && text[at] != 'e')) return std::nullopt;
  const bool plus = ++at < text.size() && text[at] == '+';
  at += plus;
  if (!point && !plus) return std::nullopt;
  while (at < text.size() && text[at] == '0') ++at;
  if (at >= text.size() || text[at] != '8' || digit(at + 1)) return std::nullopt;
  digits.resize(all_digits, '0');
  return SocialSecurityNumber{begin, at + 1, std::move(digits)};
}

/// Whether there is any need to look closer.
bool may_have_one(std::string_view text) {
  std::size_t digits = 0;
  bool exponent = false;
  for (const char c : text) {
    digits += is_digit(c);
    exponent = exponent || c == 'E' || c == 'e';
    if (!is_ascii(c)) return true;
  }
  return digits >= all_digits || (exponent && digits > 1);
}

template <class Shown>
std::string with_numbers(std::string_view text, Shown shown) {
  std::string result;
  std::size_t from = 0;
  while (const auto found = social_security_number(text, from)) {
    result += text.substr(from, found->begin - from);
    result += shown(found->digits);
    from = found->end;
  }
  return result += text.substr(from);
}

}  // namespace

std::optional<SocialSecurityNumber> social_security_number(std::string_view text,
                                                           std::size_t from) {
  if (from >= text.size() || !may_have_one(text.substr(from))) return std::nullopt;
  for (std::size_t at = from; at < text.size(); at += point_at(text.substr(at)).length) {
    const char32_t code = point_at(text.substr(at)).value;
    if (digit_of(code) < 0 && code != '(' && code != 0xFF08) continue;
    if (auto found = grouped_at(text, at)) return found;
    if (auto found = exponent_at(text, at)) return found;
  }
  return std::nullopt;
}

bool has_social_security_number(std::string_view text) {
  return usual_number(text) || social_security_number(text).has_value();
}

std::string with_masked_numbers(std::string_view text) {
  if (const auto digits = usual_number(text))
    return "***-**-" + std::string{digits->end() - 4, digits->end()};
  return with_numbers(
      text, [](const std::string& digits) { return "***-**-" + digits.substr(first_two_groups); });
}

std::string with_plain_numbers(std::string_view text) {
  if (const auto digits = usual_number(text)) return {digits->begin(), digits->end()};
  return with_numbers(text, [](const std::string& digits) { return digits; });
}

}  // namespace rothcheck
