// `check -f markdown`: a comment on a pull request. More people read it than read a census, so it
// has no id and no amount of one person: counts, and sums of many.
#include <fmt/format.h>

#include <ostream>

#include "model/acp.hpp"
#include "model/counted.hpp"
#include "reports/check_findings.hpp"
#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/html/words.hpp"
#include "reports/markdown.hpp"

namespace rothcheck::reports {

namespace {

std::string clause(const Sources& sources, Span where) {
  if (!where.somewhere()) return {};
  return fmt::format("{} ({})", markdown_code(clause_text(sources, where)),
                     markdown_text(line_place(sources, where)));
}

void write_groups(std::ostream& out, const Sources& sources, const PlanAnswer& plan) {
  if (plan.groups.size() < 2) return;
  out << "\n| group | answer | the plan says |\n| --- | --- | --- |\n";
  for (const GroupAnswer& group : plan.groups) {
    out << fmt::format("| {} | {} | {} |\n", markdown_text(shortened(group.group)),
                       to_string(group.verdict), clause(sources, group.decided_by));
  }
}

void write_plan(std::ostream& out, const CheckReport& report, const PlanAnswer& plan) {
  const Sources& sources = *report.sources;
  out << fmt::format("\n### {}\n\n**{}.** {}\n", markdown_text(shortened(plan_title(plan))),
                     plan_answer_of(plan).words, markdown_text(plan_sentence_of(plan)));
  if (plan.decided_by.somewhere()) out << "\nIt says " << clause(sources, plan.decided_by) << ".\n";
  write_groups(out, sources, plan);
  if (!plan.frictions.empty() || !plan.questions.empty()) out << '\n';
  for (const Friction& friction : plan.frictions)
    out << fmt::format("- {} {}\n", markdown_text(with_capital(friction.text)),
                       clause(sources, friction.where));
  for (const Question& question : plan.questions)
    out << fmt::format("- Ask the administrator: {}\n", asked(question.kind));
  if (plan.acp)
    out << fmt::format("\n**The ACP test: {}.** {}\n", test_answer_of(plan).words,
                       markdown_text(test_sentence_of(plan)));
}

void write_people(std::ostream& out, const CheckReport& report) {
  const Summary& summary = report.summary;
  if (summary.participants == 0 && summary.rows_rejected == 0) return;
  out << "\n### The people\n\n| answer | people |\n| --- | ---: |\n";
  for (int i = 0; i < verdict_count; ++i) {
    if (summary.by_verdict[i] == 0) continue;
    out << fmt::format("| {} | {} |\n", to_string(static_cast<Verdict>(i)),
                       grouped(summary.by_verdict[i]));
  }
  // A sum of few is nearly the amount of each.
  const std::int64_t open = summary.by_verdict[static_cast<int>(Verdict::undetermined)];
  if (summary.participants - open >= 5)
    out << fmt::format("\nRoom that is settled: {}.\n", to_string(summary.room_total));
  if (summary.rows_rejected != 0)
    out << fmt::format("\n{} of {} left out.\n", counted(summary.rows_rejected, "row"),
                       grouped(summary.rows_read));
}

}  // namespace

void write_check_markdown(const CheckReport& report, const CheckOptions&, std::ostream& out) {
  out << "## Is a mega backdoor Roth possible?\n";
  for (const PlanAnswer& plan : report.plans) write_plan(out, report, plan);
  write_people(out, report);
  const Findings findings = without_people(report);
  if (!findings.empty()) out << "\n### Findings\n\n";
  for (const Finding& finding : findings) {
    // What is about people stands at the plan as a whole.
    const bool of_clause = finding.where.somewhere() && !report.plans.empty() &&
                           finding.where != report.plans.front().where;
    out << fmt::format("- **{} {}** ({}): {}", finding.kind->code, finding.kind->name,
                       to_string(finding.kind->severity), markdown_text(finding.message));
    if (of_clause)
      out << fmt::format(" ({})", markdown_text(line_place(*report.sources, finding.where)));
    out << '\n';
  }
}

}  // namespace rothcheck::reports
