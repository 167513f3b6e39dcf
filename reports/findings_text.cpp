// Findings for people, with the line they point at and a caret under it; and one a line, for
// editors.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <tuple>

#include "model/text.hpp"
#include "reports/clauses.hpp"
#include "reports/excerpt.hpp"
#include "reports/page.hpp"
#include "reports/report.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

Ink severity_ink(Severity severity) {
  switch (severity) {
    case Severity::info:
      return Ink::bold;
    case Severity::warning:
      return Ink::unsure;
    case Severity::error:
      return Ink::bad;
  }
  return Ink::plain;
}

// TOML and XML have no cells: there a column counts the characters of its line.
bool has_cells(std::string_view path) {
  return !path.ends_with(".toml") && !path.ends_with(".xml");
}

std::string cell_place(const Cell& cell) {
  if (cell.column == 0) return fmt::format("{}:{}", cell.path, cell.line);
  const std::string column =
      has_cells(cell.path) ? column_letters(cell.column) : std::to_string(cell.column);
  const std::string header =
      cell.header.empty() ? "" : fmt::format(" ({})", printable(cell.header));
  return fmt::format("{}:{}:{}{}", cell.path, cell.line, column, header);
}

std::string place_text(const Place& place) {
  return fmt::format("{}:{}:{}", place.path, place.line, place.column);
}

class FindingWriter {
 public:
  FindingWriter(const Sources& sources, bool colour, std::ostream& out)
      : sources_{sources}, colour_{colour}, out_{out} {}

  void write(const Finding& finding) {
    const FindingKind& kind = *finding.kind;
    const std::string title = fmt::format("{}[{}]", to_string(kind.severity), kind.code);
    out_ << inked(title, severity_ink(kind.severity), colour_) << ' ' << kind.name << ": "
         << inked(printable(finding.message), Ink::bold, colour_) << '\n';
    gutter_ = gutter_of(finding);
    if (finding.where.somewhere()) {
      snippet(finding.where, '^', "", severity_ink(kind.severity));
    } else if (finding.cell) {
      out_ << margin() << "--> " << printable(cell_place(*finding.cell)) << '\n';
    }
    notes(finding);
    out_ << '\n';
  }

 private:
  // Notes with a place are second places; those without one say how to mend it. Why it matters is
  // said once for each kind.
  void notes(const Finding& finding) {
    const FindingKind& kind = *finding.kind;
    for (const Note& note : finding.notes) {
      if (note.where.somewhere()) snippet(note.where, '-', note.text, Ink::bold);
    }
    if (explained_.insert(&kind).second) remark("because", kind.why);
    remark("law", kind.citation);
    bool helped = !finding.ask.empty();
    for (const Note& note : finding.notes) {
      if (note.where.somewhere()) continue;
      remark("help", note.text);
      helped = true;
    }
    if (!helped) remark("help", kind.help);
    if (!finding.ask.empty()) remark("ask", as_asked(finding.ask));
  }

  // As one would write it to the plan administrator.
  static std::string as_asked(std::string question) {
    question[0] = upper(question[0]);
    return '"' + question + '"';
  }

  void remark(std::string_view what, std::string_view text) {
    if (text.empty()) return;
    const std::string indent = margin() + "            ";
    bool first = true;
    for (const std::string& line : wrapped(printable(text), 84)) {
      if (first) {
        out_ << margin() << " = "
             << inked(fmt::format("{:<8}", fmt::format("{}:", what)), Ink::bold, colour_) << ' ';
      } else {
        out_ << indent;
      }
      out_ << line << '\n';
      first = false;
    }
  }

  void snippet(Span where, char mark, std::string_view label, Ink ink) {
    const Place place = sources_.place(where);
    out_ << margin() << "--> " << printable(place_text(place)) << '\n';
    const int last = place.end_line == place.line ? place.end_column : 1 << 30;
    const Excerpt shown = excerpt(sources_.line_at(where), place.column, last);
    if (shown.line.empty()) {
      if (!label.empty()) out_ << margin() << " | " << printable(label) << '\n';
      return;
    }
    const std::string marks(static_cast<std::size_t>(shown.length), mark);
    out_ << margin() << " |\n"
         << fmt::format("{:>{}} | {}\n", place.line, gutter_, shown.line) << margin() << " | "
         << std::string(static_cast<std::size_t>(shown.from), ' ') << inked(marks, ink, colour_)
         << (label.empty() ? "" : " ") << printable(label) << '\n';
    remark("cite", clause_cite(sources_, where));
  }

  // As wide as the longest line number shown.
  int gutter_of(const Finding& finding) const {
    int line = finding.where.somewhere() ? sources_.place(finding.where).line : 0;
    for (const Note& note : finding.notes) {
      if (note.where.somewhere()) line = std::max(line, sources_.place(note.where).line);
    }
    return std::max(static_cast<int>(std::to_string(line).size()), 2);
  }

  std::string margin() const { return std::string(static_cast<std::size_t>(gutter_), ' '); }

  const Sources& sources_;
  bool colour_;
  std::ostream& out_;
  int gutter_ = 2;
  std::set<const FindingKind*> explained_;
};

}  // namespace

void write_findings_text(const Findings& findings, const Sources& sources, bool colour,
                         std::ostream& out) {
  FindingWriter writer{sources, colour, out};
  for (const Finding& finding : findings) writer.write(finding);
}

void write_findings_concise(const Findings& findings, const Sources& sources, std::ostream& out) {
  for (const Finding& finding : findings) {
    if (finding.where.somewhere()) {
      out << printable(place_text(sources.place(finding.where))) << ": ";
    } else if (finding.cell) {
      // Editors want the column as a number.
      const Cell& cell = *finding.cell;
      out << printable(cell.path) << ':' << cell.line << ':' << std::max(cell.column, 1) << ": ";
    }
    out << to_string(finding.kind->severity) << '[' << finding.kind->code << "] "
        << finding.kind->name << ": " << printable(finding.message) << '\n';
  }
}

Findings in_reading_order(Findings findings) {
  const auto order = [](const Finding& finding) {
    const Cell* cell = finding.cell ? &*finding.cell : nullptr;
    return std::tuple{finding.where.source,
                      cell ? std::string_view{cell->path} : std::string_view{},
                      cell ? cell->line : finding.where.begin,
                      cell ? cell->column : 0,
                      finding.kind->code,
                      std::string_view{finding.message}};
  };
  std::sort(findings.begin(), findings.end(),
            [&order](const Finding& a, const Finding& b) { return order(a) < order(b); });
  return findings;
}

}  // namespace rothcheck::reports
