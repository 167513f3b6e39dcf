// `check -f text`: each plan, the people checked against it, one worksheet if asked for, and the
// sums.
#include "reports/check_text.hpp"

#include <fmt/format.h>

#include <map>
#include <ostream>
#include <utility>

#include "model/counted.hpp"
#include "model/text.hpp"
#include "reports/acp.hpp"
#include "reports/amounts.hpp"
#include "reports/clauses.hpp"
#include "reports/privacy.hpp"
#include "reports/report.hpp"

namespace rothcheck::reports {

namespace {

std::string in_capitals(std::string_view word) {
  std::string capitals;
  for (const char c : word) capitals += c == '-' ? ' ' : upper(c);
  return capitals;
}

std::string finding_place(const Sources& sources, const Finding& finding) {
  return finding.where.somewhere() ? fmt::format(" ({})", line_place(sources, finding.where)) : "";
}

bool is_asked_for(const Assessment& answer, const CheckOptions& options) {
  return !options.explain_id.empty() &&
         (options.explain_id == answer.id || options.explain_id == shown_id(answer.id));
}

// The derivation of an open answer may be of one case of several, when they do not have the same
// lines.
bool shows_one_case_of_several(const Assessment& answer) {
  for (const Line& line : answer.worksheet.lines) {
    if (line.kind == LineKind::room && line.amount != answer.room) return true;
  }
  return false;
}

void write_explanation(Page& page, const CheckReport& report, const Assessment& answer) {
  page.blank();
  page.paragraph(fmt::format("Worksheet of {} in {}", shown_id(answer.id),
                             plan_title(report.plans[answer.plan])),
                 0, 4, Ink::bold);
  if (shows_one_case_of_several(answer)) {
    page.paragraph("One of the cases that the missing facts leave possible:", 0);
  }
  write_worksheet(page, answer.worksheet, *report.sources, *report.limits);
}

// Each member has limits of their own; the household has their sum.
void write_households(Page& page, const CheckReport& report) {
  std::map<std::string, std::pair<int, Range>> households;
  for (const Assessment& answer : report.participants) {
    if (answer.household.empty()) continue;
    auto& [members, room] = households[answer.household];
    ++members;
    room = {room.least + answer.room.least, room.most + answer.room.most};
  }
  for (const auto& [name, sum] : households) {
    if (sum.first < 2) continue;
    page.table_row(fmt::format("household {} ({})", shown_id(name), sum.first),
                   amount_words(sum.second));
  }
}

/// ` (rows 2, 5 and 9)`, or the first few of them.
std::string rows_named(const std::vector<std::uint64_t>& rows) {
  constexpr std::size_t most = 8;
  if (rows.empty()) return {};
  std::string list;
  for (std::size_t i = 0; i < rows.size() && i < most; ++i)
    list += (i == 0 ? "" : ", ") + std::to_string(rows[i]);
  return fmt::format(" ({} {}{})", rows.size() == 1 ? "row" : "rows", list,
                     rows.size() > most ? ", ..." : "");
}

void write_summary(Page& page, const CheckReport& report) {
  const Summary& summary = report.summary;
  page.paragraph("Summary", 0, 0, Ink::bold);
  // With several plans a person has an answer in each.
  page.table_row(report.plans.size() > 1 ? "answers" : "people checked",
                 std::to_string(summary.participants));
  for (int i = 0; i < verdict_count; ++i) {
    if (summary.by_verdict[i] == 0) continue;
    page.table_row(fmt::format("  {}", to_string(static_cast<Verdict>(i))),
                   std::to_string(summary.by_verdict[i]));
  }
  if (summary.rows_rejected != 0) {
    page.table_row("rows left out", std::to_string(summary.rows_rejected));
  }
  if (summary.rows_skipped != 0) {
    page.table_row("rows that are nobody's", std::to_string(summary.rows_skipped),
                   rows_named(report.skipped_rows));
  }
  if (summary.rows_rejected + summary.rows_skipped != 0) {
    page.table_row("rows read", std::to_string(summary.rows_read));
  }
  page.table_row("room that is settled", to_string(summary.room_total));
  if (summary.room_after_acp) {
    page.table_row("left by the ACP test", to_string(*summary.room_after_acp),
                   " (of the highly compensated)");
  }
  write_households(page, report);
}

std::string test_words(const AcpOutcome& outcome) {
  if (outcome.result == AcpResult::exempt) return "EXEMPT: no nonhighly compensated employee";
  std::string words = fmt::format("{}: highly compensated {}, others {}, limit {}",
                                  in_capitals(to_string(outcome.result)), percent(outcome.hce),
                                  percent(outcome.nhce), percent(outcome.limit));
  if (outcome.people_left_out != 0)
    words += fmt::format("; {} left out", counted(outcome.people_left_out, "row"));
  if (outcome.result != AcpResult::pass) words += " (see rothcheck acp)";
  return words;
}

/// What the test says of each plan: room is not all that people may keep.
void write_tests(Page& page, const CheckReport& report) {
  for (const PlanAnswer& plan : report.plans) {
    if (!plan.acp) continue;
    const std::string name = report.plans.size() > 1
                                 ? fmt::format("{}: ACP test, as stated: ", plan_title(plan))
                                 : fmt::format("ACP test of {}, as stated: ", plan.year);
    if (plan.acp->outcome) {
      page.paragraph(name + test_words(*plan.acp->outcome), 0, 4);
    } else if (!plan.acp->untested.empty()) {
      page.paragraph(fmt::format("{}: no ACP test: {}", plan_title(plan), plan.acp->untested), 0,
                     4);
    }
  }
}

}  // namespace

std::string verdict_word(Verdict verdict) { return in_capitals(to_string(verdict)); }

Ink verdict_ink(Verdict verdict) {
  switch (verdict) {
    case Verdict::available:
      return Ink::good;
    case Verdict::at_separation:
      return Ink::unsure;
    case Verdict::no_room:
      return Ink::bad;
    case Verdict::not_eligible:
      return Ink::bad;
    case Verdict::not_available:
      return Ink::bad;
    case Verdict::undetermined:
    case Verdict::varies:
      return Ink::unsure;
  }
  return Ink::plain;
}

std::string asked(QuestionKind question) {
  std::string sentence{sentence_of(question)};
  if (!sentence.empty()) sentence[0] = upper(sentence[0]);
  return sentence;
}

void write_finding_entries(Page& page, const Sources& sources, const Findings& findings) {
  for (const Finding& finding : findings) {
    page.entry(to_string(finding.kind->severity),
               fmt::format("{} {}: {}{}", finding.kind->code, finding.kind->name, finding.message,
                           finding_place(sources, finding)));
    for (const Note& note : finding.notes) {
      page.entry("", note.where.somewhere()
                         ? fmt::format("{}: {}", line_place(sources, note.where), note.text)
                         : fmt::format("help: {}", note.text));
    }
  }
}

void write_check_text(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  Page page{out, options.width, options.colour};
  for (std::size_t plan = 0; plan < report.plans.size(); ++plan) {
    write_plan_text(page, report, report.plans[plan]);
    page.blank();
    for (const Assessment& answer : report.participants) {
      if (answer.plan != plan) continue;
      write_person_text(page, report, answer);
      if (is_asked_for(answer, options)) write_explanation(page, report, answer);
      page.blank();
    }
  }
  const bool people = report.summary.participants != 0 || report.summary.rows_rejected != 0;
  if (people) write_summary(page, report);
  if (people) write_tests(page, report);
}

void write_worksheet_text(const Worksheet& worksheet, const Sources& sources,
                          const LimitTable& limits, const CheckOptions& options,
                          std::ostream& out) {
  Page page{out, options.width, options.colour};
  write_worksheet(page, worksheet, sources, limits);
}

}  // namespace rothcheck::reports
