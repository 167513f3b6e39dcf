#include "reports/html/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text.hpp"
#include "reports/clauses.hpp"
#include "reports/html/parts.hpp"

namespace rothcheck::reports {

namespace {

constexpr std::size_t most_findings = 100;

std::string place_of(const Sources& sources, const Finding& finding) {
  if (finding.where.somewhere()) return line_place(sources, finding.where);
  if (!finding.cell || finding.cell->line == 0) return {};
  const Cell& cell = *finding.cell;
  const std::uint64_t row = cell.row != 0 ? cell.row : cell.line;
  if (cell.column == 0) return fmt::format("row {}", row);
  const std::string head = cell.header.empty() ? "" : ", " + shortened(cell.header, 60);
  return fmt::format("{}{}{}", column_letters(cell.column), row, head);
}

}  // namespace

void write_findings(const Context& context, const Findings& findings) {
  if (findings.empty()) return;
  Html& html = context.html;
  html("<ul class=\"findings\">\n");
  const std::size_t shown = std::min(findings.size(), most_findings);
  for (std::size_t i = 0; i < shown; ++i) {
    const Finding& finding = findings[i];
    html("<li><span class=\"kind {}\">{} {}</span> {} ", to_string(finding.kind->severity),
         finding.kind->code, finding.kind->name, with_capital(finding.message));
    const std::string place = place_of(context.sources(), finding);
    if (!place.empty()) html("<span class=\"cite\">{}</span>", place);
    for (const Note& note : finding.notes) {
      if (!note.where.somewhere()) html("<span class=\"help\">{}</span>", with_capital(note.text));
    }
    html("</li>\n");
  }
  html("</ul>\n");
  if (shown < findings.size()) html("<p>And {} more.</p>\n", findings.size() - shown);
}

}  // namespace rothcheck::reports
