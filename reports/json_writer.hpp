// JSON as text: nesting, commas and escaping. Whole numbers and money only; keys come out in the
// order written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/money.hpp"

namespace rothcheck::reports {

class JsonWriter {
 public:
  /// `indented` puts what is nested deeper than four levels on one line: a step of a derivation is
  /// a line of the file.
  enum class Layout { indented, one_line };

  /// Appends to `out`, which the caller may empty between values.
  JsonWriter(std::string& out, Layout layout) : out_{out}, layout_{layout} {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  void key(std::string_view name);

  void text(std::string_view value);
  void number(std::int64_t value);
  /// A JSON number with two decimals, from whole cents.
  void money(Money value);
  void flag(bool value) { plain(value ? "true" : "false"); }
  void null() { plain("null"); }

 private:
  void begin(char bracket);
  void end(char bracket);
  void plain(std::string_view value);
  void before_value();
  bool breaks_lines() const;
  void new_line();
  void quoted(std::string_view value);

  std::string& out_;
  Layout layout_;
  std::vector<bool> has_members_;  // of each open object or array
  bool after_key_ = false;
};

}  // namespace rothcheck::reports
