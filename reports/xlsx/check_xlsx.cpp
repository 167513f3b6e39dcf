// `check -f xlsx:FILE`: the result for those who go on working with it in a spreadsheet.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <variant>

#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/html/words.hpp"
#include "reports/privacy.hpp"
#include "reports/version.hpp"
#include "reports/xlsx/workbook.hpp"

namespace rothcheck::reports {

namespace {

void write_pair(Workbook& book, std::string_view name, std::string_view value) {
  if (!book.row()) return;
  book.text(name);
  book.text(value);
}

void write_summary(Workbook& book, const CheckReport& report) {
  book.sheet("Summary", {{"What", 34}, {"Answer", 70}, {"People", 10}, {"Dollars", 18}});
  for (const PlanAnswer& plan : report.plans) {
    write_pair(book, "Plan", plan_title(plan));
    write_pair(book, "Can this plan do it?",
               fmt::format("{}. {}", plan_answer_of(plan).words, plan_sentence_of(plan)));
    write_pair(book, "Will the test take it back?",
               fmt::format("{}. {}", test_answer_of(plan).words, test_sentence_of(plan)));
    for (const Question& question : plan.questions)
      write_pair(book, "Ask the administrator", asked(question.kind));
  }
  const auto counted_row = [&book](std::string_view name, std::int64_t people) {
    if (!book.row()) return;
    book.text(name);
    book.skip();
    book.number(people);
  };
  counted_row("People checked", report.summary.participants);
  for (int i = 0; i < verdict_count; ++i) {
    if (report.summary.by_verdict[i] != 0)
      counted_row(to_string(static_cast<Verdict>(i)), report.summary.by_verdict[i]);
  }
  counted_row("Rows left out", report.summary.rows_rejected);
  const auto amount_row = [&book](std::string_view name, Money amount) {
    if (!book.row()) return;
    book.text(name);
    book.skip();
    book.skip();
    book.money(amount);
  };
  amount_row("Room that is settled", report.summary.room_total);
  if (report.summary.room_after_acp)
    amount_row("Left by the ACP test, of the highly compensated", *report.summary.room_after_acp);
}

std::string codes_of(const Findings& findings) {
  std::string codes;
  for (const Finding& finding : findings)
    codes += fmt::format("{}{}", codes.empty() ? "" : "; ", finding.kind->code);
  return codes;
}

void write_person(Workbook& book, const CheckReport& report, const Assessment& answer) {
  const PlanAnswer& plan = report.plans[answer.plan];
  const LimitWords limit =
      words_of({answer.verdict, answer.binding, answer.binding_at}, plan, *report.sources);
  book.text(shown_id(answer.id));
  if (answer.row && answer.row->row != 0)
    book.number(static_cast<std::int64_t>(answer.row->row));
  else
    book.skip();
  book.text(plan.name);
  book.text(to_string(answer.verdict));
  book.settled(answer.room);
  book.money(answer.room.least);
  book.money(answer.room.most);
  book.settled(answer.remaining);
  book.text(limit.title);
  book.text(clause_text(*report.sources, answer.binding_at));
  book.text(!answer.highly_compensated ? "" : *answer.highly_compensated ? "yes" : "no");
  if (answer.age)
    book.number(*answer.age);
  else
    book.skip();
  book.settled(answer.deferrals);
  book.settled(answer.catch_up);
  book.settled(answer.employer);
  if (answer.room_after_acp)
    book.money(*answer.room_after_acp);
  else
    book.skip();
  book.text(codes_of(answer.findings));
  std::string questions;
  for (const Question& question : answer.questions)
    questions += fmt::format("{}{}", questions.empty() ? "" : " ", asked(question.kind));
  book.text(questions);
}

void write_people(Workbook& book, const CheckReport& report) {
  book.sheet("People", {{"ID", 16},
                        {"Row", 8},
                        {"Plan", 24},
                        {"Answer", 16},
                        {"Room", 14},
                        {"Room at least", 14},
                        {"Room at most", 14},
                        {"Still possible", 14},
                        {"What decides", 36},
                        {"The plan says", 40},
                        {"HCE", 8},
                        {"Age", 8},
                        {"Deferrals", 14},
                        {"of them catch-up", 14},
                        {"Employer", 14},
                        {"Left by the ACP test", 14},
                        {"Findings", 20},
                        {"Questions", 40}});
  for (const Assessment& answer : report.participants) {
    if (!book.row()) return;
    write_person(book, report, answer);
  }
}

void write_finding(Workbook& book, const Sources& sources, const Finding& finding,
                   std::string_view whose) {
  if (!book.row()) return;
  book.text(finding.kind->code);
  book.text(finding.kind->name);
  book.text(to_string(finding.kind->severity));
  book.text(whose);
  if (finding.cell && finding.cell->line != 0)
    book.number(
        static_cast<std::int64_t>(finding.cell->row != 0 ? finding.cell->row : finding.cell->line));
  else
    book.skip();
  book.text(line_place(sources, finding.where));
  book.text(finding.message);
  book.text(finding.kind->citation);
}

void write_findings(Workbook& book, const CheckReport& report) {
  book.sheet("Findings", {{"Code", 10},
                          {"Name", 28},
                          {"Severity", 10},
                          {"ID", 16},
                          {"Row", 8},
                          {"Place in the plan file", 28},
                          {"What", 80},
                          {"Law", 30}});
  const Sources& sources = *report.sources;
  for (const Finding& finding : report.findings) write_finding(book, sources, finding, "");
  for (const PlanAnswer& plan : report.plans) {
    for (const Finding& finding : plan.findings) write_finding(book, sources, finding, "");
  }
  for (const Assessment& answer : report.participants) {
    for (const Finding& finding : answer.findings)
      write_finding(book, sources, finding, shown_id(answer.id));
  }
}

void write_left_out(Workbook& book, const Behind* behind) {
  std::vector<SheetHead> heads = {{"Row", 8}, {"Why", 60}};
  if (behind != nullptr) {
    for (const SheetColumn& column : behind->columns) heads.push_back({column.header, 16});
  }
  book.sheet("Left out", heads);
  if (behind == nullptr) return;
  for (const LeftOutRow& row : behind->left_out) {
    if (!book.row()) return;
    book.number(static_cast<std::int64_t>(row.row));
    book.text(fmt::format("{}", fmt::join(row.reasons, "; ")));
    for (const std::string& cell : row.cells) book.text(shown_id(cell));
  }
}

void write_limits(Workbook& book, const CheckReport& report) {
  book.sheet("Limits", {{"Figure", 44},
                        {"Year", 8},
                        {"Amount", 16},
                        {"As text", 16},
                        {"Law", 34},
                        {"Published in", 44}});
  std::vector<int> years;
  for (const PlanAnswer& plan : report.plans) {
    if (std::find(years.begin(), years.end(), plan.year) == years.end()) years.push_back(plan.year);
  }
  for (const int year : years) {
    const YearFigures* figures = report.limits->find(year);
    if (figures == nullptr) continue;
    for (const LimitRow& limit : limit_rows()) {
      const std::optional<Figure>& figure = (*figures)[limit.key];
      if (!figure || !book.row()) continue;
      book.text(with_capital(limit.label));
      book.number(year);
      if (const auto* money = std::get_if<Money>(&figure->value))
        book.money(*money);
      else
        book.skip();
      if (const auto* rate = std::get_if<Rate>(&figure->value))
        book.text(to_percent_string(*rate));
      else if (const auto* range = std::get_if<Range>(&figure->value))
        book.text(to_string(*range));
      else
        book.skip();
      book.text(limit.law);
      book.text(figure->source);
    }
  }
}

void write_about(Workbook& book, const CheckReport& report, const Behind* behind) {
  book.sheet("About", {{"What", 34}, {"Value", 90}});
  write_pair(book, "Worked out with", fmt::format("rothcheck {}", program_version()));
  write_pair(book, "Year", std::to_string(report.year));
  if (behind != nullptr) {
    for (const InputFile& file : behind->files) {
      write_pair(book, fmt::format("File: {}", file.role), shortened(file.path));
      write_pair(book, "its SHA-256", file.sha256);
    }
  }
  Assumptions all;
  for (const PlanAnswer& plan : report.plans) all.add(plan.assumptions);
  for (const Assessment& answer : report.participants) all.add(answer.assumptions);
  for (const Assumption assumption : all.list())
    write_pair(book, "Taken for granted", with_capital(sentence_of(assumption)));
  write_pair(book, "Note", "Informational; not legal or tax advice. The plan document decides.");
}

}  // namespace

void write_check_xlsx(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  Workbook book;
  write_summary(book, report);
  write_people(book, report);
  write_findings(book, report);
  write_left_out(book, options.behind);
  write_limits(book, report);
  write_about(book, report, options.behind);
  book.write(out);
}

}  // namespace rothcheck::reports
