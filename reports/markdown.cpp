#include "reports/markdown.hpp"

#include "reports/unicode.hpp"

namespace rothcheck::reports {

std::string markdown_text(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    if (std::string_view{"\\`*_{}[]<>#!|~@&"}.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string markdown_code(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    if (c == '|') result += '\\';
    result += c == '`' ? '\'' : c;
  }
  return "`" + result + "`";
}

}  // namespace rothcheck::reports
