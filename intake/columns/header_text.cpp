// The one form of headers.
#include "intake/columns/header_text.hpp"

#include <array>

#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

constexpr std::array<std::string_view, 4> invisible = {"\xEF\xBB\xBF", "\xC2\xA0", "\xE2\x80\x8B",
                                                       "\xE2\x80\x8C"};

bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || !is_ascii(c); }

/// In lower case, with a blank for what cannot be seen.
std::string lowered(std::string_view header) {
  std::string text;
  while (!header.empty()) {
    std::size_t hidden = 0;
    for (std::string_view mark : invisible) {
      if (header.starts_with(mark)) hidden = mark.size();
    }
    text += hidden == 0 ? lower(header.front()) : ' ';
    header.remove_prefix(hidden == 0 ? 1 : hidden);
  }
  return text;
}

/// `mm/dd/yyyy`, `$`: what a template adds to say how to fill the column in. `(Roth)` is none.
bool is_format_hint(std::string_view inside) {
  if (inside == "usd" || inside == "y/n" || inside == "yes/no" || inside == "required" ||
      inside == "optional" || inside == "$") {
    return true;
  }
  // A single letter is a code, as in box 12 (D).
  if (inside.size() < 2) return false;
  return inside.find_first_not_of("mdyc/-.$ ") == std::string_view::npos;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string without_format_hints(std::string text) {
  for (std::size_t open = text.find('('); open != std::string::npos;
       open = text.find('(', open + 1)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string::npos) break;
    if (!is_format_hint(std::string_view{text}.substr(open + 1, close - open - 1))) continue;
    text.replace(open, close - open + 1, 1, ' ');
  }
  return text;
}

}  // namespace

std::string plain_header(std::string_view header) {
  std::string text = without_format_hints(lowered(header));
  replace_all(text, "401(k)", "401k");
  replace_all(text, "#", " number ");
  replace_all(text, "%", " percent ");
  std::string plain;
  for (char c : text) {
    if (is_word(c)) {
      plain += c;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

std::string_view without_employee(std::string_view plain) {
  for (std::string_view word : {"employee ", "ee ", "participant "}) {
    if (plain.starts_with(word)) return plain.substr(word.size());
  }
  return {};
}

std::optional<DatedHeader> year_in_header(std::string_view plain) {
  for (std::size_t at = 0; at + 4 <= plain.size(); ++at) {
    const bool century = plain.substr(at, 2) == "19" || plain.substr(at, 2) == "20";
    const bool starts = at == 0 || plain[at - 1] == ' ';
    const bool ends = at + 4 == plain.size() || plain[at + 4] == ' ';
    if (!century || !starts || !ends || !is_digit(plain[at + 2]) || !is_digit(plain[at + 3])) {
      continue;
    }
    const int year = (plain[at] - '0') * 1000 + (plain[at + 1] - '0') * 100 +
                     (plain[at + 2] - '0') * 10 + (plain[at + 3] - '0');
    std::string rest{plain.substr(0, at)};
    rest += plain.substr(at + 4);
    return DatedHeader{plain_header(rest), year};
  }
  return std::nullopt;
}

}  // namespace rothcheck::intake
