// A page of plain text: labelled entries wrapped to its width, amounts at its right edge, colour
// only where asked for.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace rothcheck::reports {

enum class Ink { plain, bold, good, bad, unsure, faint };

/// `text` in an ink; as it is when `colour` is off.
std::string inked(std::string_view text, Ink ink, bool colour);

/// The words of `text` in lines of at most `width` columns; a longer word has a line of its own.
std::vector<std::string> wrapped(std::string_view text, int width);

class Page {
 public:
  Page(std::ostream& out, int width, bool colour) : out_{out}, width_{width}, colour_{colour} {}

  void blank();
  /// A line that is wrapped to the width; what hangs over is indented by `hang`.
  void paragraph(std::string_view text, int indent = 0, int hang = 0, Ink ink = Ink::plain);
  /// A coloured word and the rest of its sentence, wrapped.
  void headline(std::string_view before, std::string_view word, Ink ink, std::string_view after);
  /// `    binds       the plan's limit ...`, wrapped under itself. No label: goes on under the
  /// entry before.
  void entry(std::string_view label, std::string_view text, Ink ink = Ink::plain);
  /// `    people checked            12`: a line of a small table.
  /// `note` stands behind the value, out of the column.
  void table_row(std::string_view name, std::string_view value, std::string_view note = {});
  /// ` 12  label ......... $1,234.50`: a line of a form.
  void amount_line(int number, std::string_view label, std::string_view amount, bool strong);

 private:
  std::ostream& out_;
  int width_;
  bool colour_;
};

}  // namespace rothcheck::reports
