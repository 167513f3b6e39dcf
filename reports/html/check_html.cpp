// `check -f html`: one page in the order of the questions that are asked. It works without its
// script, and lets nothing in.
#include <fmt/format.h>

#include <algorithm>

#include "model/counted.hpp"
#include "model/text.hpp"
#include "reports/html/page.hpp"
#include "reports/html/words.hpp"
#include "reports/sources_of_law.hpp"
#include "reports/version.hpp"

namespace rothcheck::reports {

void begin_section(const Context& context, std::string_view name, std::string_view heading) {
  const std::string id = context.id(name);
  if (context.of_several()) {
    // A landmark has a name of its own, and these are the same in each plan.
    context.html("<div id=\"{}\" class=\"flow part\"><h3>{}</h3>\n", id, heading);
    return;
  }
  context.html(
      "<section id=\"{}\" aria-labelledby=\"{}-h\" class=\"flow\"><h{} id=\"{}-h\">{}</h{}>\n", id,
      id, context.level(), id, heading, context.level());
}

void end_section(const Context& context) {
  context.html(context.of_several() ? Markup<0>{"</div>\n"} : Markup<0>{"</section>\n"});
}

namespace {

std::vector<Tally> tallies_of(const CheckReport& report) {
  std::vector<Tally> tallies(report.plans.size());
  BriefAnswer brief;
  for (const Assessment& answer : report.participants) {
    shorten(answer, brief);
    tallies[answer.plan].add(brief);
  }
  return tallies;
}

std::string title_of(const CheckReport& report) {
  if (report.plans.size() == 1) return report.plans.front().name;
  return counted(static_cast<std::int64_t>(report.plans.size()), "plan");
}

/// A window's title has no room for more; the page has the name.
std::string window_title(std::string_view name) {
  constexpr std::size_t most = 32;
  if (name.size() <= most) return std::string{name};
  return std::string{name.substr(0, cut_before(name, most))} + "…";
}

/// Of several plans each has an answer for everybody.
std::int64_t most_people(const std::vector<Tally>& tallies) {
  std::int64_t most = 0;
  for (const Tally& tally : tallies) most = std::max(most, tally.people());
  return most;
}

void write_facts(const Context& context) {
  const CheckReport& report = context.report;
  Html& html = context.html;
  html("<dl class=\"meta\">");
  if (context.has_people()) {
    html("<div><dt>{}</dt><dd>{}</dd></div>", context.of_several() ? "Answers" : "People checked",
         grouped(report.summary.participants));
  }
  if (report.summary.rows_rejected != 0) {
    html("<div><dt>Rows left out</dt><dd><a href=\"#left-out\">{}</a></dd></div>",
         grouped(report.summary.rows_rejected));
  }
  if (const YearFigures* year = report.limits->find(report.year)) {
    html("<div><dt>Limits of</dt><dd>{}, {} ({})</dd></div>", report.year,
         year->overridden ? "stated by a file" : "published", source_of_year(*year));
  }
  html("</dl>\n");
}

void write_top(const Context& context) {
  Html& html = context.html;
  html(
      "<header class=\"top\"><div class=\"brand\"><span>rothcheck report</span><span>Plan year "
      "{}</span></div>\n<h1>{}</h1>\n<p class=\"lead\">Can people save after tax and move that "
      "money "
      "to Roth (a “mega backdoor Roth”)? Who can, how much, and what stands in the way?</p>\n",
      context.report.year, shortened(title_of(context.report)));
  write_facts(context);
  if (context.has_people()) {
    html(
        "<p class=\"private\">This page holds pay and savings of {}, by ID. Keep it like "
        "payroll.</p>\n",
        people(most_people(context.tallies)));
  }
  html("</header>\n");
}

void write_plan(const Context& context) {
  if (context.of_several()) {
    context.html("<section class=\"one-plan\" aria-labelledby=\"{}\"><h2 id=\"{}\">{}</h2>\n",
                 context.id("name"), context.id("name"), shortened(context.plan().name));
  }
  write_in_short(context);
  write_plan_section(context);
  if (context.has_people()) {
    write_room_section(context);
    write_limits_section(context);
  }
  write_test_section(context);
  write_changes_section(context);
  if (context.has_people()) write_people_section(context);
  if (context.of_several()) context.html("</section>\n");
}

void write_foot(Html& html) {
  html(
      "<footer class=\"foot\"><p><b>Informational; not legal or tax advice. The plan document "
      "decides.</b> Worked out with rothcheck {}. Nothing was sent anywhere.</p></footer>\n",
      program_version());
}

}  // namespace

void write_check_html(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  std::vector<Tally> own;
  if (options.tallies == nullptr) own = tallies_of(report);
  const std::vector<Tally>& tallies = options.tallies == nullptr ? own : *options.tallies;
  Html html{out};
  const std::string title =
      fmt::format("{}, {}: after-tax to Roth", window_title(title_of(report)), report.year);
  const PageParts parts{title, report_style, report_script};
  begin_page(html, parts);
  html("<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<div class=\"page\">\n");
  Context context{html, report, options, tallies};
  write_top(context);
  html("<main id=\"main\">\n");
  for (std::size_t i = 0; i < report.plans.size(); ++i) {
    context.number = i;
    write_plan(context);
  }
  context.number = 0;
  write_left_out_section(context);
  write_rests_section(context);
  html("</main>\n");
  write_foot(html);
  html("</div>\n");
  end_page(html, parts);
}

}  // namespace rothcheck::reports
