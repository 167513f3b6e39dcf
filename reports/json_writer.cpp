// JSON as text: nesting, commas and escaping.
#include "reports/json_writer.hpp"

#include <fmt/format.h>

#include <cassert>

#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

constexpr std::size_t deepest_broken_level = 4;

}  // namespace

bool JsonWriter::breaks_lines() const {
  return layout_ == Layout::indented && has_members_.size() <= deepest_broken_level;
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(2 * has_members_.size(), ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_members_.empty()) return;
  if (has_members_.back()) out_ += breaks_lines() ? "," : ", ";
  has_members_.back() = true;
  if (breaks_lines()) new_line();
}

void JsonWriter::key(std::string_view name) {
  assert(!after_key_ && "a key needs its value before the next key");
  before_value();
  quoted(name);
  out_ += ": ";
  after_key_ = true;
}

void JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  has_members_.push_back(false);
}

void JsonWriter::end(char bracket) {
  assert(!has_members_.empty() && !after_key_ && "an end needs its beginning");
  const bool breaks = has_members_.back() && breaks_lines();
  has_members_.pop_back();
  if (breaks) new_line();
  out_ += bracket;
}

void JsonWriter::plain(std::string_view value) {
  before_value();
  out_ += value;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  quoted(value);
}

void JsonWriter::number(std::int64_t value) { plain(std::to_string(value)); }

void JsonWriter::money(Money value) { plain(to_plain_string(value)); }

void JsonWriter::quoted(std::string_view value) {
  out_ += '"';
  for (const char c : whole_utf8(value)) {
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (c == '\t') {
      out_ += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

}  // namespace rothcheck::reports
