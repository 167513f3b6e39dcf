// Masking and shortening of what people's files hold.
#include "intake/shown.hpp"

#include "intake/csv/plain_cell.hpp"
#include "model/social_security.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// The length of the ASCII at the start of `text`, in whole words of eight bytes: almost all text.
std::size_t ascii_words(std::string_view text) {
  std::size_t length = 0;
  while (length + sizeof(plain::Word) <= text.size() &&
         (plain::word_at(text.data() + length) & plain::high_bits) == 0)
    length += sizeof(plain::Word);
  return length;
}

/// The end of the run of digits, each pair with at most one dash or space between, that starts at
/// `begin`.
std::size_t number_end(std::string_view text, std::size_t begin, std::size_t& digits) {
  std::size_t end = begin;
  digits = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      ++digits;
      end = i + 1;
    } else if ((text[i] != '-' && text[i] != ' ') || i != end) {
      break;
    }
  }
  return end;
}

/// Numbers that are longer than a Social Security number may have one in them, and lose all but
/// their end as well.
std::string masked(std::string_view text) {
  std::string result = with_masked_numbers(text);
  for (std::size_t i = 0; i < result.size();) {
    std::size_t digits = 0;
    const std::size_t end = is_digit(result[i]) ? number_end(result, i, digits) : i + 1;
    if (digits >= 9) {
      for (std::size_t j = i; digits > 4; ++j) {
        if (!is_digit(result[j])) continue;
        result[j] = '*';
        --digits;
      }
    }
    i = end;
  }
  return result;
}

}  // namespace

std::string shown(std::string_view text, std::size_t most) {
  // Four bytes a character are enough to see whether there is more than fits.
  const std::string safe = masked(text.substr(0, 4 * most + 16));
  std::string result;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < safe.size(); ++characters) {
    // The mark of omission takes the place of the last three characters.
    if (characters == most) {
      for (int drop = 0; drop < 3; ++drop) {
        while (!result.empty() && continues_code_point(result.back())) result.pop_back();
        if (!result.empty()) result.pop_back();
      }
      return result + "...";
    }
    const std::size_t length = code_point_at(std::string_view{safe}.substr(i)).length;
    const auto byte = static_cast<unsigned char>(safe[i]);
    const bool control =
        byte < 0x20 || byte == 0x7F ||
        (length == 2 && byte == 0xC2 && static_cast<unsigned char>(safe[i + 1]) < 0xA0);
    if (length == 0 || control) {
      result += '?';
    } else {
      result.append(safe, i, length);
    }
    i += length == 0 ? 1 : length;
  }
  return result;
}

std::string quoted(std::string_view text, std::size_t most) {
  return '"' + shown(text, most) + '"';
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  for (;;) {
    if (!text.empty() && blank(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(2);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

std::size_t utf8_length(std::string_view text) {
  std::string_view rest = text;
  for (std::size_t length = 1; length != 0; rest.remove_prefix(length)) {
    rest.remove_prefix(ascii_words(rest));
    length = code_point_at(rest).length;
  }
  return text.size() - rest.size();
}

bool is_utf8(std::string_view text) { return utf8_length(text) == text.size(); }

bool has_long_number(std::string_view text) {
  if (has_social_security_number(text)) return true;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t digits = 0;
    const std::size_t end = is_digit(text[i]) ? number_end(text, i, digits) : i + 1;
    if (digits >= 9) return true;
    i = end;
  }
  return false;
}

}  // namespace rothcheck::intake
