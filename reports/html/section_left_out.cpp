// `Rows left out`: counted, with what is wrong in words, and the cells as the spreadsheet shows
// them.
#include <fmt/format.h>

#include <algorithm>

#include "model/counted.hpp"
#include "reports/html/words.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {

namespace {

void write_reasons(Html& html, const Behind& behind) {
  html("<ol class=\"fix\">\n");
  for (const LeftOutRow& row : behind.left_out) {
    html("<li value=\"{}\">Row {}", row.row, row.row);
    for (std::size_t i = 0; i < row.reasons.size(); ++i)
      html("{}{}", i == 0 ? ": " : "; ", shortened(row.reasons[i]));
    html("</li>\n");
  }
  html("</ol>\n");
}

/// Only what something was read from: names and the like are nobody's business here.
void write_cells(Html& html, const Behind& behind) {
  const bool any = std::any_of(behind.left_out.begin(), behind.left_out.end(),
                               [](const LeftOutRow& row) { return !row.cells.empty(); });
  if (!any || behind.columns.empty()) return;
  html(
      "<section class=\"wrap\" aria-label=\"The rows left out\" tabindex=\"0\"><table "
      "class=\"cells\"><caption>As the spreadsheet shows them, without the columns that nothing "
      "was "
      "read from</caption>\n<thead><tr><th scope=\"col\"><span class=\"vh\">Row</span></th>");
  for (const SheetColumn& column : behind.columns) html("<th scope=\"col\">{}</th>", column.letter);
  html(
      "</tr></thead>\n<tbody>\n<tr class=\"h\"><th scope=\"row\"><span "
      "class=\"vh\">Heads</span></th>");
  for (const SheetColumn& column : behind.columns)
    html("<td>{}</td>", shortened(column.header, 60));
  html("</tr>\n");
  for (const LeftOutRow& row : behind.left_out) {
    if (row.cells.empty()) continue;
    html("<tr><th scope=\"row\">{}</th>", row.row);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool wrong = std::find(row.wrong.begin(), row.wrong.end(), i) != row.wrong.end();
      html(wrong ? Markup<0>{"<td class=\"x\">"} : Markup<0>{"<td>"});
      html("{}</td>", shortened(shown_id(row.cells[i]), 60));
    }
    html("</tr>\n");
  }
  html("</tbody></table></section>\n");
}

}  // namespace

void write_left_out_section(const Context& context) {
  const Summary& summary = context.report.summary;
  if (summary.rows_rejected == 0 && summary.rows_skipped == 0) return;
  Html& html = context.html;
  html(
      "<section id=\"left-out\" aria-labelledby=\"left-out-h\" class=\"flow\"><h2 "
      "id=\"left-out-h\">Rows left out</h2>\n<p class=\"measure\">{} of {} could not be used. They "
      "are in no figure above. Nothing in them was guessed.",
      grouped(summary.rows_rejected), counted(summary.rows_read, "row"));
  if (summary.rows_skipped != 0)
    html(" Passed over, because nobody’s (totals, repeated heads): {}.",
         counted(summary.rows_skipped, "row"));
  html("</p>\n");
  if (const Behind* behind = context.options.behind;
      behind != nullptr && !behind->left_out.empty()) {
    write_reasons(html, *behind);
    write_cells(html, *behind);
    const auto shown = static_cast<std::int64_t>(behind->left_out.size());
    if (shown < summary.rows_rejected) {
      html(
          "<p>The first {} are shown. <code>--rejects rejects.csv</code> writes all {} for "
          "mending.</p>\n",
          shown, grouped(summary.rows_rejected));
    }
  }
  html("</section>\n");
}

}  // namespace rothcheck::reports
