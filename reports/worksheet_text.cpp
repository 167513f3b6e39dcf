// A derivation as a numbered form: label, amount at the right edge, and under each line what it
// rests on.
#include "reports/check_text.hpp"
#include "reports/worksheet_lines.hpp"

namespace rothcheck::reports {

void write_worksheet(Page& page, const Worksheet& worksheet, const Sources& sources,
                     const LimitTable& limits) {
  for (const WrittenLine& line : written_lines(worksheet, sources, limits)) {
    page.amount_line(line.number, line.label, line.amount, line.strong);
    if (!line.basis.empty()) page.paragraph(line.basis, 10, 0, Ink::faint);
  }
}

}  // namespace rothcheck::reports
