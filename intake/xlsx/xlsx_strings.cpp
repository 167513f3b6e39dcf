// Shared and rich text.
#include "intake/xlsx/xlsx_strings.hpp"

#include <algorithm>

namespace rothcheck::intake {
namespace {

constexpr std::size_t longest_text = 4 * 32'767;  // characters of a cell, four bytes each
constexpr std::size_t most_text = std::size_t{1} << 30U;

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// The character of `_x000D_` at the start of the text; -1 when there is none. Only characters that
/// XML cannot hold, and the underscore of such a word, are written so.
int escaped_character(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return -1;
  int code = 0;
  for (char c : text.substr(2, 4)) {
    const int digit = hexadecimal(c);
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code < 0x80 ? code : -1;
}

void unescape(std::string& text) {
  if (text.find("_x") == std::string::npos) return;
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int code = escaped_character(std::string_view{text}.substr(at));
    plain += code < 0 ? text[at] : static_cast<char>(code);
    if (code >= 0) at += 6;
  }
  text = std::move(plain);
}

}  // namespace

void RichText::clear() {
  text_.clear();
  in_text_ = in_hint_ = false;
}

void RichText::open(std::string_view tag) {
  if (tag == "t") in_text_ = true;
  if (tag == "rPh") in_hint_ = true;
}

void RichText::text(std::string_view piece) {
  if (in_text_ && !in_hint_ && text_.size() + piece.size() <= longest_text) text_ += piece;
}

void RichText::close(std::string_view tag) {
  if (tag == "t") in_text_ = false;
  if (tag == "rPh") in_hint_ = false;
}

std::string_view RichText::value() {
  unescape(text_);
  return text_;
}

bool SharedStrings::read(const ByteSource& strings) {
  RichText text;
  const auto open = [&](const XmlTag& tag) {
    if (tag.name == "si") text.clear();
    text.open(tag.name);
    return true;
  };
  const auto close = [&](std::string_view name) {
    text.close(name);
    if (name != "si") return true;
    texts_ += text.value();
    ends_.push_back(texts_.size());
    return texts_.size() + ends_.size() * sizeof(std::size_t) < most_text;
  };
  read_xml(strings, {open, [&](std::string_view piece) { text.text(piece); }, close});
  return texts_.size() + ends_.size() * sizeof(std::size_t) < most_text;
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
  if (index >= ends_.size()) return std::nullopt;
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view{texts_}.substr(begin, ends_[index] - begin);
}

}  // namespace rothcheck::intake
