#include "reports/html/writer.hpp"

#include <fmt/format.h>

#include "model/text.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

std::string_view entity_of(char32_t point) {
  switch (point) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\n':
    case '\t':
    case '\r':
      return " ";
    default:
      return {};
  }
}

}  // namespace

std::string html_text(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const auto [point, length] = code_point_at(text);
    const std::size_t taken = length == 0 ? 1 : length;
    if (length == 0) {
      safe += replacement;
    } else if (const std::string_view entity = entity_of(point); !entity.empty()) {
      safe += entity;
    } else if (acts_on_reader(point)) {
      safe += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(point));
    } else {
      safe += text.substr(0, taken);
    }
    text.remove_prefix(taken);
  }
  return safe;
}

}  // namespace rothcheck::reports
