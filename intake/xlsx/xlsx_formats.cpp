// Format codes and the styles of cells.
#include "intake/xlsx/xlsx_formats.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

using Kind = NumberFormat::Kind;

/// As many styles as a workbook can have.
constexpr std::size_t most_formats = 65'536;

/// A format code in two readings: the letters and signs that say how to show a number, in lower
/// case, and the picture in which literal text stands too.
struct Code {
  std::string signs;
  std::string picture;
  bool literal_digits = false;  // a picture could not tell them from places for digits
};

/// `[h]` counts hours; `[Red]`, `[$-409]` and `[>=100]` say nothing about the kind of number.
std::string_view counted_time(std::string_view bracket) {
  const bool counts = !bracket.empty() && std::all_of(bracket.begin(), bracket.end(), [](char c) {
    return lower(c) == 'h' || lower(c) == 'm' || lower(c) == 's';
  });
  return counts ? "h" : "";
}

void add_literal(Code& code, std::string_view text) {
  code.picture += text;
  code.literal_digits = code.literal_digits || text.find('0') != std::string_view::npos;
}

/// Takes one unit off the code: a quoted text, an escaped character, a bracket, or a sign.
void take_unit(std::string_view& rest, Code& code) {
  const char c = rest.front();
  std::size_t length = 1;
  if (c == '"' || c == '[') {
    const std::size_t end = std::min(rest.find(c == '"' ? '"' : ']', 1), rest.size());
    const std::string_view inside = rest.substr(1, end - 1);
    if (c == '"') {
      add_literal(code, inside);
    } else {
      code.signs += counted_time(inside);
    }
    length = end + 1;
  } else if (c == '\\' && rest.size() > 1) {
    add_literal(code, rest.substr(1, 1));
    length = 2;
  } else if (c == '_' || c == '*') {
    // The width of a character, or a character that fills the cell.
    length = 2;
  } else if (lower(c) == 'a' && (rest.size() > 4 && lower(rest[1]) == 'm' && rest[2] == '/')) {
    code.signs += 'h';
    length = 5;
  } else {
    code.signs += lower(c);
    code.picture += c;
  }
  rest.remove_prefix(std::min(length, rest.size()));
}

Code read_code(std::string_view code) {
  Code result;
  while (!code.empty() && code.front() != ';') take_unit(code, result);
  return result;
}

bool has_any(std::string_view text, std::string_view of) {
  return text.find_first_of(of) != std::string_view::npos;
}

/// Two digits at least that are always shown, and nothing that counts or measures.
bool is_picture(const Code& code) {
  const auto zeros = std::count(code.signs.begin(), code.signs.end(), '0');
  return zeros >= 2 && !code.literal_digits && !has_any(code.signs, ".,#?%e@/");
}

NumberFormat format_of_id(int id) {
  if (id == 9 || id == 10) return {Kind::percent, {}};
  if ((id >= 14 && id <= 17) || id == 22) return {Kind::date, {}};
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return {Kind::time, {}};
  return {};
}

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

NumberFormat format_of_code(std::string_view code) {
  const Code read = read_code(code);
  if (read.signs == "general") return {};
  // A month alone is a date, minutes beside hours or seconds are a time.
  if (has_any(read.signs, "yd")) return {Kind::date, {}};
  if (has_any(read.signs, "hs")) return {Kind::time, {}};
  if (has_any(read.signs, "m")) return {Kind::date, {}};
  if (has_any(read.signs, "%")) return {Kind::percent, {}};
  if (is_picture(read)) return {Kind::digits, read.picture};
  return {};
}

void CellFormats::read(const ByteSource& styles) {
  std::map<int, NumberFormat> custom;
  bool in_cells = false;
  const auto open = [&](const XmlTag& tag) {
    if (tag.name == "numFmt" && custom.size() < most_formats) {
      custom[number_in(tag.value_of("numFmtId"))] = format_of_code(tag.value_of("formatCode"));
    } else if (tag.name == "cellXfs") {
      in_cells = true;
    } else if (tag.name == "xf" && in_cells && formats_.size() < most_formats) {
      const int id = number_in(tag.value_of("numFmtId"));
      const auto found = custom.find(id);
      formats_.push_back(found == custom.end() ? format_of_id(id) : found->second);
    }
    return true;
  };
  const auto close = [&](std::string_view name) { return name != "cellXfs"; };
  read_xml(styles, {open, [](std::string_view) {}, close});
}

const NumberFormat& CellFormats::of(std::size_t style) const {
  static const NumberFormat plain;
  return style < formats_.size() ? formats_[style] : plain;
}

}  // namespace rothcheck::intake
