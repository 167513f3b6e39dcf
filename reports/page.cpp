// A page of plain text: labelled entries wrapped to its width, amounts at its right edge.
#include "reports/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

constexpr int entry_indent = 4;
constexpr int label_width = 12;

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::bold:
      return "1";
    case Ink::good:
      return "1;32";
    case Ink::bad:
      return "1;31";
    case Ink::unsure:
      return "1;33";
    case Ink::faint:
      return "2";
  }
  return "";
}

std::string spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

}  // namespace

std::string inked(std::string_view text, Ink ink, bool colour) {
  if (!colour || ink == Ink::plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code_of(ink), text);
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  int used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const int columns = columns_of(word);
    if (used > 0 && used + 1 + columns > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += columns + (used > 0 ? 1 : 0);
  }
  return lines;
}

void Page::blank() { out_ << '\n'; }

void Page::paragraph(std::string_view text, int indent, int hang, Ink ink) {
  bool first = true;
  for (const std::string& line : wrapped(printable(text), width_ - indent - hang)) {
    out_ << spaces(first ? indent : indent + hang) << inked(line, ink, colour_) << '\n';
    first = false;
  }
}

void Page::headline(std::string_view before, std::string_view word, Ink ink,
                    std::string_view after) {
  const std::string start = before.empty() ? "" : printable(before) + "  ";
  const int used = columns_of(start) + columns_of(word) + 2;
  // A long name would leave no room beside it: its sentence then goes below.
  const bool beside = used <= width_ / 2;
  const int indent = beside ? used : entry_indent;
  out_ << inked(start, Ink::bold, colour_) << inked(word, ink, colour_);
  if (!beside) out_ << '\n';
  bool first = beside;
  for (const std::string& line : wrapped(printable(after), width_ - indent)) {
    out_ << (first ? "  " : spaces(indent)) << line << '\n';
    first = false;
  }
}

void Page::entry(std::string_view label, std::string_view text, Ink ink) {
  const int indent = entry_indent + label_width;
  std::string start = spaces(entry_indent) + std::string(label);
  start += spaces(indent - columns_of(start));
  for (const std::string& line : wrapped(printable(text), width_ - indent)) {
    out_ << start << inked(line, ink, colour_) << '\n';
    start = spaces(indent);
  }
}

void Page::table_row(std::string_view name, std::string_view value, std::string_view note) {
  out_ << spaces(entry_indent) << fmt::format("{:<22}{:>16}{}", name, value, note) << '\n';
}

void Page::amount_line(int number, std::string_view label, std::string_view amount, bool strong) {
  constexpr int number_width = 6;
  const std::vector<std::string> lines =
      wrapped(printable(label), width_ - number_width - columns_of(amount) - 5);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    out_ << (i == 0 ? fmt::format("{:>4}  ", number) : spaces(number_width)) << lines[i] << '\n';
  }
  const int dots = width_ - number_width - columns_of(lines.back()) - columns_of(amount) - 2;
  out_ << (lines.size() == 1 ? fmt::format("{:>4}  ", number) : spaces(number_width))
       << lines.back() << ' '
       << inked(std::string(static_cast<std::size_t>(std::max(dots, 1)), '.'), Ink::faint, colour_)
       << ' ' << inked(amount, strong ? Ink::bold : Ink::plain, colour_) << '\n';
}

}  // namespace rothcheck::reports
