// `diff -f text`: the clauses that differ, what becomes of the verdict, and who gains or loses.
#include <fmt/format.h>

#include <ostream>

#include "reports/amounts.hpp"
#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/diff.hpp"
#include "reports/page.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {

namespace {

Ink ink_of(const PlanComparison& plan) {
  return plan.after ? verdict_ink(plan.after->verdict) : Ink::bad;
}

std::string quoted(const std::string& words, const Sources& sources, Span where) {
  const char mark = words.find('"') == words.npos ? '"' : '\'';
  const std::string cite = clause_cite(sources, where);
  return fmt::format("{}{}{} ({}{}{})", mark, words, mark, line_place(sources, where),
                     cite.empty() ? "" : "; ", cite);
}

std::string sentence(const ClauseChange& one, const Sources& sources) {
  switch (one.change) {
    case Change::added:
      return quoted(one.after, sources, one.after_at);
    case Change::removed:
      return quoted(one.before, sources, one.before_at);
    case Change::changed:
      return fmt::format("{} becomes {}", quoted(one.before, sources, one.before_at),
                         quoted(one.after, sources, one.after_at));
  }
  return "";
}

void write_changes(Page& page, const PlanComparison& plan, const Sources& sources) {
  std::string_view block;
  for (const ClauseChange& one : plan.changes) {
    if (one.block != block) page.paragraph(one.block, 2, 0, Ink::bold);
    block = one.block;
    page.entry(to_string(one.change), sentence(one, sources));
  }
}

std::string of_group(const GroupChange& group) {
  std::string text = fmt::format("{} {}: {}", group.people, group.people == 1 ? "person" : "people",
                                 counts_of(group));
  if (group.summed == 0) return text;
  text += fmt::format("; room {} before, {} now", to_string(group.before), to_string(group.after));
  if (group.summed < group.people)
    text += fmt::format(" of the {} whose room is settled", group.summed);
  if (group.lost > Money{}) text += fmt::format("; {} lost", to_string(group.lost));
  if (group.gained > Money{}) text += fmt::format("; {} gained", to_string(group.gained));
  return text;
}

void write_groups(Page& page, const PlanComparison& plan) {
  std::string_view label = "group";
  for (const GroupChange& group : plan.groups) {
    if (&group == &plan.groups.front()) {
      page.entry("everybody", of_group(group));
    } else if (group.people < plan.groups.front().people) {
      // A group of everybody would say the same again.
      page.entry(label, fmt::format("{}, {}", group.group, of_group(group)));
      label = "";
    }
  }
  label = "verdict";
  for (const VerdictChange& change : plan.verdict_changes) {
    page.entry(label, fmt::format("{} {} from {} to {}", change.people,
                                  change.people == 1 ? "person goes" : "people go",
                                  to_string(change.before), to_string(change.after)));
    label = "";
  }
}

std::string by_words(const PersonChange& person) {
  switch (person.effect) {
    case Effect::loss:
      return person.before.settled() && person.after.settled()
                 ? fmt::format(", {} less", to_string(Money{} - person.by()))
                 : ", less in any case";
    case Effect::gain:
      return person.before.settled() && person.after.settled()
                 ? fmt::format(", {} more", to_string(person.by()))
                 : ", more in any case";
    case Effect::same:
      return "";
    case Effect::open:
      return ", open while a fact is missing";
  }
  return "";
}

std::string of_person(const PersonChange& person, const Sources& sources) {
  std::string text = fmt::format("{} before, {} now{}", amount_words(person.before),
                                 amount_words(person.after), by_words(person));
  if (person.verdict_before != person.verdict_after)
    text += fmt::format("; from {} to {}", to_string(person.verdict_before),
                        to_string(person.verdict_after));
  if (person.effect == Effect::loss && person.binding_at.somewhere())
    text += fmt::format("; decided by {}", quoted_clause(sources, person.binding_at));
  return text;
}

void write_people(Page& page, const PlanComparison& plan, const Sources& sources, int largest) {
  const std::vector<const PersonChange*> people = in_order_of_loss(plan);
  std::string_view label = "largest";
  std::size_t shown = 0;
  for (const PersonChange* person : people) {
    if (shown == static_cast<std::size_t>(largest)) break;
    page.entry(label,
               fmt::format("{}: {}", shown_id(person->id, person->row ? person->row->row : 0),
                           of_person(*person, sources)));
    label = "";
    ++shown;
  }
  if (shown < people.size())
    page.entry(label, fmt::format("and {} more; --largest shows them, -f json has them all",
                                  people.size() - shown));
}

void write_findings(Page& page, const PlanComparison& plan, const Sources& sources) {
  Findings open, waived;
  for (const Finding& each : plan.findings) (each.waived.empty() ? open : waived).push_back(each);
  write_finding_entries(page, sources, open);
  for (const Finding& each : waived) {
    page.entry("waived", fmt::format("{} {}: {}; waived {}", each.kind->code, each.kind->name,
                                     each.message, each.waived));
  }
}

// Then its headline has said all.
bool is_as_before(const PlanComparison& plan) {
  return plan.changes.empty() && plan.findings.empty() && plan.notes.empty() &&
         in_order_of_loss(plan).empty();
}

void write_plan(Page& page, const PlanComparison& plan, const Sources& sources, int largest) {
  page.paragraph(plan_title(plan.either()), 0, 4, Ink::bold);
  page.headline("", outcome_word(plan), ink_of(plan), outcome_of(plan));
  write_changes(page, plan, sources);
  if (is_as_before(plan)) return;
  if (plan.asked == AskedAbout::participants) page.paragraph("participants", 2, 0, Ink::bold);
  if (plan.asked == AskedAbout::scenarios)
    page.paragraph("people of the scenarios, as no participant file is given", 2, 0, Ink::bold);
  write_groups(page, plan);
  write_people(page, plan, sources, largest);
  for (const std::string& note : plan.notes) page.entry("note", note);
  write_findings(page, plan, sources);
}

}  // namespace

void write_diff_text(const DiffReport& report, const DiffOptions& options, std::ostream& out) {
  Page page{out, options.width, options.colour};
  bool first = true;
  for (const PlanComparison& plan : report.plans) {
    if (!first) page.blank();
    first = false;
    write_plan(page, plan, *report.sources, options.largest);
  }
  if (report.plans.empty()) page.paragraph("There is nothing to compare.");
  if (report.rows_rejected > 0) {
    page.blank();
    page.paragraph(
        fmt::format("{} rows of the participant file were left out.", report.rows_rejected));
  }
}

}  // namespace rothcheck::reports
