// The ACP test on a page: the result, why, what has to be done and by when, what would change it.
#include "reports/acp.hpp"

#include <fmt/format.h>

#include <array>
#include <ostream>

#include "model/counted.hpp"
#include "reports/check_text.hpp"
#include "reports/page.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {
namespace {

Ink ink_of(AcpResult result) {
  switch (result) {
    case AcpResult::pass:
    case AcpResult::exempt:
      return Ink::good;
    case AcpResult::fail:
      return Ink::bad;
    case AcpResult::undetermined:
      return Ink::unsure;
  }
  return Ink::plain;
}

std::string_view result_word(AcpResult result) {
  switch (result) {
    case AcpResult::pass:
      return "PASSES";
    case AcpResult::fail:
      return "FAILS";
    case AcpResult::exempt:
      return "EXEMPT";
    case AcpResult::undetermined:
      return "UNDETERMINED";
  }
  return "";
}

/// `March 15, 2027`.
std::string in_full(Date day) {
  constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return fmt::format("{} {}, {}", months[unsigned{day.month()} - 1], unsigned{day.day()},
                     year_of(day));
}

bool is_settled(const AcpReport& report) { return report.excess_low == report.excess_high; }

std::string group_words(const AcpGroup& group, Hundredths average, std::string_view who) {
  return fmt::format("{} average {} of pay", counted(group.count, who), percent(average));
}

std::string way_words(const AcpElection& way) {
  std::string words = fmt::format("{}, match {}", way.method, way.match);
  if (way.excludables != Excludables::together)
    words += fmt::format(", under 21 or a year of service {}", to_string(way.excludables));
  if (way.extras) words += ", with qualified money";
  return words;
}

void write_why(Page& page, const AcpReport& report) {
  page.entry("others",
             group_words(report.nhce, report.nhce_average, "nonhighly compensated employee"));
  page.entry("limit",
             "the greater of 1.25 times that, and the lesser of twice that and that plus 2 points "
             "(IRC 401(m)(2)(A))");
  page.entry("tested",
             fmt::format("{}; {}", counted(report.hce.count, "highly compensated employee"),
                         way_words(report.elections.front())));
  for (const AcpPart& part : report.parts) {
    page.entry(part.name == "over" ? "21 and 1 year" : "under that",
               fmt::format("{} of {} against {}: {}", percent(part.hce.average()),
                           counted(part.hce.count, "highly compensated employee"),
                           percent(part.limit), to_string(part.result)));
  }
}

void write_ways(Page& page, const AcpReport& report) {
  std::string_view label = "ways";
  for (const AcpElection& way : report.elections) {
    std::string words = fmt::format("{}: {} against {}: {}", way_words(way), percent(way.hce),
                                    percent(way.limit), to_string(way.result));
    if (way.chosen) words += ", the plan's";
    if (way.best && report.elections.size() > 1) words += ", the best";
    words += fmt::format(" ({})", way.law);
    if (!way.needs.empty()) words += fmt::format("; needs that {}", way.needs);
    page.entry(label, words);
    label = "";
  }
}

std::string money_words(const AcpReturned& returned) {
  std::string words;
  const auto add = [&words](Money amount, std::string_view what) {
    if (amount == Money{}) return;
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", what, to_string(amount));
  };
  add(returned.after_tax_unmatched, "unmatched after-tax");
  add(returned.after_tax_matched, "matched after-tax");
  add(returned.match_distributed, "match paid");
  add(returned.match_forfeited, "match forfeited");
  add(returned.related_match_forfeited, "match of it forfeited");
  if (returned.earnings) add(*returned.earnings, "with earnings of");
  return words;
}

void write_corrections(Page& page, const AcpReport& report) {
  if (report.result == AcpResult::fail) {
    const std::string amount =
        is_settled(report) ? to_string(report.excess)
        : report.excess_high == Money::ceiling()
            ? std::string{"an amount that depends on what is not told"}
            : fmt::format("{} to {}, as what is not told turns out,", to_string(report.excess_low),
                          to_string(report.excess_high));
    page.entry("goes back",
               fmt::format("{} in all, from the largest amounts first, with the earnings of the "
                           "year",
                           amount));
  } else if (!report.corrections.empty()) {
    page.entry("forfeited", "match whose deferrals go back");
  }
  for (const AcpReturned& returned : report.corrections) {
    page.table_row(shown_id(returned.id, returned.row), to_string(returned.amount));
    page.entry("", money_words(returned));
  }
  if (report.result != AcpResult::fail || !report.deadlines) return;
  const AcpDeadlines& dates = *report.deadlines;
  page.entry("by", fmt::format("{}, without tax ({})", in_full(dates.without_tax),
                               dates.six_months ? "six months, as automatic enrolment covers "
                                                  "everybody"
                                                : "two and a half months"));
  page.entry("",
             fmt::format("{} at the latest (IRC 401(m)(6)(A)); in between the employer owes "
                         "10%{}, on Form 5330 by {} (IRC 4979)",
                         in_full(dates.last),
                         is_settled(report) ? fmt::format(", {}", to_string(report.excise_if_late))
                                            : std::string{},
                         in_full(dates.form_5330)));
  page.entry("report",
             "each payment on Form 1099-R, code 8: after-tax money in box 5, its "
             "earnings and match in box 2a");
}

void write_adp(Page& page, const AcpReport& report) {
  if (!report.adp || report.adp->result != AcpResult::fail) return;
  const AdpReport& adp = *report.adp;
  const bool is_open = adp.refunds.empty() && adp.catch_up.empty();
  page.entry("ADP test",
             fmt::format("fails: {} against {}; {}", percent(adp.hce.average()), percent(adp.limit),
                         is_open ? "what is not told decides how much goes back"
                                 : to_string(adp.excess) + " of deferrals is too much"));
  for (const AcpRefund& refund : adp.refunds)
    page.table_row(shown_id(refund.id, refund.row), to_string(refund.amount), "  paid back");
  for (const AcpRefund& kept : adp.catch_up)
    page.table_row(shown_id(kept.id, kept.row), to_string(kept.amount), "  stays as catch-up");
}

std::string_view label_of(std::string_view what) {
  if (what == "hce-rate") return "rate";
  if (what == "hce-dollars") return "ceiling";
  if (what == "nhce-participation") return "savers";
  if (what == "nhce-match") return "match";
  return "QNEC";
}

void write_solutions(Page& page, const AcpReport& report) {
  page.entry("could",
             fmt::format("the highly compensated pass with after-tax contributions of {} of pay "
                         "each",
                         percent(report.largest_hce_after_tax)));
  for (const AcpSolution& solution : report.solutions) {
    std::string words;
    const auto add = [&words](const std::string& part) {
      words += words.empty() ? part : ", " + part;
    };
    if (solution.people) add(counted(*solution.people, "employee"));
    if (solution.pct) add(percent(*solution.pct));
    if (solution.cap) add(to_string(*solution.cap));
    if (solution.dollars) add(fmt::format("{} in all", to_string(*solution.dollars)));
    if (!words.empty()) words += ": ";
    page.entry(label_of(solution.what), words + solution.note);
  }
}

}  // namespace

void write_acp_text(const AcpReport& report, const Sources& sources, const CheckOptions& options,
                    std::ostream& out) {
  Page page{out, options.width, options.colour};
  page.paragraph(fmt::format("{}, {}: ACP test", report.plan, report.year), 0, 0, Ink::bold);
  const bool exempt = report.result == AcpResult::exempt;
  page.headline(
      "", result_word(report.result), ink_of(report.result),
      exempt ? fmt::format("there is nobody to be compared with in {}, or no test", report.year)
             : fmt::format("the highly compensated average {}, and may average {} in {}",
                           percent(report.hce.average()), percent(report.limit), report.year));
  if (!exempt) {
    write_why(page, report);
    write_corrections(page, report);
    write_adp(page, report);
    write_solutions(page, report);
    write_ways(page, report);
  }
  for (const std::string& note : report.notes) page.entry("note", note);
  for (const Question& question : report.questions)
    page.entry("ask", std::string{sentence_of(question.kind)});
  for (Assumption assumption : report.assumptions.list())
    page.entry("assumed", sentence_of(assumption));
  write_finding_entries(page, sources, report.findings);
}

}  // namespace rothcheck::reports
