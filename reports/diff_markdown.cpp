// `diff -f markdown`: a comment on a pull request. Of participants it counts only; a format that is
// not given an id or an amount cannot leak it.
#include <fmt/format.h>

#include <ostream>

#include "reports/amounts.hpp"
#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/diff.hpp"
#include "reports/markdown.hpp"

namespace rothcheck::reports {

namespace {

std::string cell(const std::string& words, const Sources& sources, Span where) {
  if (words.empty()) return "";
  return fmt::format("{} ({})", markdown_code(words), markdown_text(line_place(sources, where)));
}

void write_changes(std::ostream& out, const PlanComparison& plan, const Sources& sources) {
  if (plan.changes.empty()) return;
  out << "\n| block | change | before | after |\n| --- | --- | --- | --- |\n";
  for (const ClauseChange& one : plan.changes) {
    out << fmt::format("| {} | {} | {} | {} |\n", markdown_text(one.block), to_string(one.change),
                       cell(one.before, sources, one.before_at),
                       cell(one.after, sources, one.after_at));
  }
}

void write_groups(std::ostream& out, const PlanComparison& plan) {
  if (plan.groups.empty()) return;
  out << "\n| group | people | less room | more room | as before | open |\n"
         "| --- | ---: | ---: | ---: | ---: | ---: |\n";
  for (const GroupChange& group : plan.groups) {
    out << fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdown_text(group.group),
                       group.people, group.loss, group.gain, group.same, group.open);
  }
  for (const VerdictChange& change : plan.verdict_changes) {
    out << fmt::format("\n{} {} from {} to {}.\n", change.people,
                       change.people == 1 ? "person goes" : "people go", to_string(change.before),
                       to_string(change.after));
  }
}

void write_scenarios(std::ostream& out, const PlanComparison& plan) {
  const std::vector<const PersonChange*> people = in_order_of_loss(plan);
  if (plan.asked != AskedAbout::scenarios || people.empty()) return;
  out << "\n| scenario | room before | room now | verdict |\n| --- | ---: | ---: | --- |\n";
  for (const PersonChange* person : people) {
    const std::string verdict = person->verdict_before == person->verdict_after
                                    ? std::string{to_string(person->verdict_after)}
                                    : fmt::format("{} to {}", to_string(person->verdict_before),
                                                  to_string(person->verdict_after));
    out << fmt::format("| {} | {} | {} | {} |\n", markdown_text(person->id),
                       amount_words(person->before), amount_words(person->after), verdict);
  }
}

void write_plan(std::ostream& out, const PlanComparison& plan, const Sources& sources) {
  out << fmt::format("\n### {}\n\n**{}**: {}.\n", markdown_text(plan_title(plan.either())),
                     outcome_word(plan), outcome_of(plan));
  write_changes(out, plan, sources);
  write_groups(out, plan);
  write_scenarios(out, plan);
  for (const Finding& finding : plan.findings) {
    out << fmt::format("\n- **{} {}** ({}): {}{}\n", finding.kind->code, finding.kind->name,
                       to_string(finding.kind->severity), markdown_text(finding.message),
                       finding.waived.empty() ? "" : ", waived " + markdown_text(finding.waived));
  }
  for (const std::string& note : plan.notes) out << fmt::format("\n- {}\n", markdown_text(note));
}

}  // namespace

void write_diff_markdown(const DiffReport& report, std::ostream& out) {
  out << "## What changes in the plans\n";
  bool any = false;
  for (const PlanComparison& plan : report.plans) {
    const bool same = plan.before && plan.after && plan.changes.empty() &&
                      plan.before->verdict == plan.after->verdict && plan.findings.empty();
    if (same) continue;
    write_plan(out, plan, *report.sources);
    any = true;
  }
  if (!any) out << "\nNothing: the plans say the same as before.\n";
}

}  // namespace rothcheck::reports
