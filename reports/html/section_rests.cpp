// `What this rests on`: assumptions, figures with their sources, columns, files with their hashes.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>

#include "reports/html/findings.hpp"
#include "reports/html/words.hpp"
#include "reports/sources_of_law.hpp"

namespace rothcheck::reports {

namespace {

void write_assumptions(const Context& context) {
  Assumptions all;
  for (const PlanAnswer& plan : context.report.plans) all.add(plan.assumptions);
  for (const Assessment& answer : context.report.participants) all.add(answer.assumptions);
  const std::vector<Assumption> list = all.list();
  if (list.empty()) return;
  Html& html = context.html;
  html("<h3>Taken for granted</h3>\n<ul>\n");
  for (const Assumption assumption : list) {
    const auto has = [assumption](const Assessment& answer) {
      return answer.assumptions.has(assumption);
    };
    const std::int64_t of_people =
        std::count_if(context.report.participants.begin(), context.report.participants.end(), has);
    html("<li>{}", with_capital(sentence_of(assumption)));
    if (of_people != 0) html(" <span class=\"sub\">({})</span>", people(of_people));
    html("</li>\n");
  }
  html("</ul>\n");
}

std::string value_of(const Figure& figure) {
  if (const auto* money = std::get_if<Money>(&figure.value)) return to_string(*money);
  if (const auto* range = std::get_if<Range>(&figure.value)) return to_string(*range);
  return to_percent_string(std::get<Rate>(figure.value));
}

using UsedFigure = std::pair<int, LimitKey>;

/// The figures that the shown derivations rest on, and those that every answer does.
std::set<UsedFigure> figures_used(const CheckReport& report) {
  std::set<UsedFigure> used;
  for (const PlanAnswer& plan : report.plans) {
    for (const LimitKey key : {LimitKey::annual_additions_415c, LimitKey::elective_deferral_402g,
                               LimitKey::catch_up_age_50, LimitKey::compensation_401a17})
      used.insert({plan.year, key});
    if (plan.annual_additions)
      used.insert({plan.annual_additions->year, LimitKey::annual_additions_415c});
  }
  for (const Assessment& answer : report.participants) {
    for (const Line& line : answer.worksheet.lines) {
      if (line.figure != LimitKey::none) used.insert({line.figure_year, line.figure});
    }
  }
  return used;
}

void write_figures(const Context& context) {
  Html& html = context.html;
  html(
      "<table class=\"t-stack\"><caption>Figures of the law</caption>\n<thead><tr><th "
      "scope=\"col\">Figure</th><th scope=\"col\">Year</th><th scope=\"col\" "
      "class=\"n\">Amount</th><th scope=\"col\">Law</th><th scope=\"col\">Published "
      "in</th></tr></thead>\n<tbody>\n");
  for (const auto& [year, key] : figures_used(context.report)) {
    const YearFigures* figures = context.report.limits->find(year);
    if (figures == nullptr || !(*figures)[key]) continue;
    const Figure& figure = *(*figures)[key];
    html(
        "<tr><th scope=\"row\">{}</th><td data-l=\"Year\">{}</td><td class=\"n\" "
        "data-l=\"Amount\">{}</td><td data-l=\"Law\">{}</td><td data-l=\"Published "
        "in\">{}</td></tr>\n",
        with_capital(limit_row(key).label), year, value_of(figure), limit_row(key).law,
        shortened(figure.source));
  }
  html("</tbody></table>\n");
  std::set<int> years;
  for (const PlanAnswer& plan : context.report.plans) years.insert(plan.year);
  for (const int year : years) {
    const YearFigures* figures = context.report.limits->find(year);
    if (figures != nullptr && figures->overridden)
      html("<p>{}: stated by {}, which replaces the published figures.</p>\n", year,
           shortened(figures->file));
  }
}

void write_columns(Html& html, const Behind& behind) {
  if (behind.columns.empty()) return;
  html(
      "<details><summary>Columns of the participant file</summary><table class=\"t-stack\">"
      "<caption class=\"vh\">What each column was read as</caption>\n<thead><tr><th "
      "scope=\"col\">Column</th><th scope=\"col\">Head</th><th scope=\"col\">Read "
      "as</th></tr></thead>\n<tbody>\n");
  for (const SheetColumn& column : behind.columns) {
    html(
        "<tr><th scope=\"row\">{}</th><td data-l=\"Head\">{}</td><td data-l=\"Read "
        "as\"><code>{}</code></td></tr>\n",
        column.letter, shortened(column.header), column.field);
  }
  html("</tbody></table></details>\n");
}

void write_files(Html& html, const Behind& behind) {
  if (behind.files.empty()) return;
  html(
      "<table class=\"t-stack\"><caption>Files</caption>\n<thead><tr><th "
      "scope=\"col\">File</th><th "
      "scope=\"col\">What it is</th><th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n");
  for (const InputFile& file : behind.files) {
    html(
        "<tr><th scope=\"row\">{}</th><td data-l=\"What it is\">{}</td><td data-l=\"SHA-256\" "
        "class=\"hash\">{}</td></tr>\n",
        shortened(file.path), file.role,
        file.sha256.empty() ? "not kept: it came through a pipe" : file.sha256);
  }
  html("</tbody></table>\n");
}

}  // namespace

void write_rests_section(const Context& context) {
  Html& html = context.html;
  html(
      "<section id=\"rests\" aria-labelledby=\"rests-h\" class=\"flow\"><h2 id=\"rests-h\">What "
      "this "
      "rests on</h2>\n");
  write_assumptions(context);
  write_figures(context);
  if (const Behind* behind = context.options.behind) {
    write_columns(html, *behind);
    write_files(html, *behind);
  }
  if (!context.report.findings.empty()) {
    html("<h3>Said about the files</h3>\n");
    write_findings(context, context.report.findings);
  }
  html(
      "<h3>What was not looked at</h3>\n<ul>\n<li>Whether the plan file says what the document "
      "says.</li>\n<li>State law, and anybody’s own taxes.</li>\n<li>What somebody saves with "
      "another "
      "employer, unless the file tells it.</li>\n</ul>\n</section>\n");
}

}  // namespace rothcheck::reports
