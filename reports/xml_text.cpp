// Text for XML, in elements and in attributes.
#include "reports/xml_text.hpp"

#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// U+FFFE and U+FFFF are no characters of XML.
bool is_noncharacter(std::string_view rest) {
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

std::string escaped(std::string_view text, bool in_attribute) {
  const std::string whole = whole_utf8(text);
  std::string_view rest = whole;
  std::string safe;
  safe.reserve(rest.size());
  while (!rest.empty()) {
    const char c = rest[0];
    if (is_noncharacter(rest)) {
      safe += replacement;
      rest.remove_prefix(3);
      continue;
    }
    if (c == '&') {
      safe += "&amp;";
    } else if (c == '<') {
      safe += "&lt;";
    } else if (c == '>') {
      safe += "&gt;";
    } else if (c == '"') {
      safe += "&quot;";
    } else if (c == '\n' || c == '\t') {
      safe += !in_attribute ? std::string(1, c) : c == '\n' ? "&#10;" : "&#9;";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      safe += replacement;
    } else {
      safe += c;
    }
    rest.remove_prefix(1);
  }
  return safe;
}

}  // namespace

std::string xml_text(std::string_view text) { return escaped(text, false); }

std::string xml_attribute(std::string_view text) { return escaped(text, true); }

}  // namespace rothcheck::reports
