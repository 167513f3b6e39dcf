// GitHub workflow commands. Everything that comes from a file is escaped, so that no text of one
// can start a command of its own.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "reports/findings_report.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

// GitHub shows ten annotations of a level a step and drops the others in silence. The last notice
// is ours, to say so.
constexpr int most_shown = 10;

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "notice";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

// The text of a command ends with its line.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n') {
      safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      safe += c;
    }
  }
  return safe;
}

// The runner takes line breaks as ours; any other control character has no place in a log.
std::string text_of(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines += printable(text.substr(0, end));
    if (end < text.size()) lines += text[end];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return escaped(lines);
}

// A property ends at a comma or a colon too.
std::string property(std::string_view text) {
  std::string safe;
  for (const char c : text_of(text)) {
    if (c == ':' || c == ',') {
      safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string place_of(const FindingsReport& report, const Finding& finding) {
  if (!finding.where.somewhere()) return "";
  const Place place = report.sources.place(finding.where);
  std::string properties =
      fmt::format("file={},line={},endLine={},", property(name_in(report.repository, place.path)),
                  place.line, std::max(place.line, place.end_line));
  // Columns are understood within one line only.
  if (place.line == place.end_line) {
    properties += fmt::format("col={},endColumn={},", place.column,
                              std::max(place.column + 1, place.end_column));
  }
  return properties;
}

std::string message_of(const Finding& finding) {
  std::string message = finding.message;
  bool helped = !finding.ask.empty();
  for (const Note& note : finding.notes) {
    if (note.where.somewhere()) continue;
    message += "\nhelp: " + note.text;
    helped = true;
  }
  if (!helped && !finding.kind->help.empty())
    message += "\nhelp: " + std::string{finding.kind->help};
  if (!finding.ask.empty()) message += "\nask: " + finding.ask;
  if (!finding.kind->citation.empty()) message += "\nlaw: " + std::string{finding.kind->citation};
  return message;
}

}  // namespace

void write_findings_github(const FindingsReport& report, bool, std::ostream& out) {
  int left_out = 0;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    int shown = severity == Severity::info ? 1 : 0;
    for (const Finding& finding : report.findings) {
      if (finding.kind->severity != severity || !finding.waived.empty()) continue;
      if (shown == most_shown) {
        ++left_out;
        continue;
      }
      ++shown;
      out << fmt::format(
          "::{} {}title={}::{}\n", command_of(severity), place_of(report, finding),
          property(fmt::format("rothcheck {} {}", finding.kind->code, finding.kind->name)),
          text_of(message_of(finding)));
    }
  }
  if (left_out == 0) return;
  out << fmt::format(
      "::notice title=rothcheck::{} more {} not shown here; the formats sarif and json have "
      "them all\n",
      left_out, left_out == 1 ? "finding is" : "findings are");
}

}  // namespace rothcheck::reports
