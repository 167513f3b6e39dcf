// `diff -f json`. Keys are only ever added, behind those that are there.
#include "reports/clauses.hpp"
#include "reports/diff.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {

namespace {

Tree::Value text(std::string_view words) { return std::string{words}; }
Tree::Value text_or_null(std::string_view words) {
  return words.empty() ? Tree::Value{Tree::Null{}} : text(words);
}
Tree null(std::string key) { return {std::move(key), Tree::Shape::value, Tree::Null{}, {}}; }

std::optional<Money> settled(Range range) {
  return range.settled() ? std::optional{range.most} : std::nullopt;
}

Tree clause(std::string key, const std::string& words, const Sources& sources, Span where) {
  if (words.empty()) return null(std::move(key));
  const bool somewhere = where.somewhere();
  return Tree::object(std::move(key))
      .with("text", text(words))
      .with("file", text_or_null(somewhere ? sources.path(where.source) : ""))
      .with("line", somewhere ? Tree::Value{std::int64_t{sources.place(where).line}}
                              : Tree::Value{Tree::Null{}})
      .with("cite", text_or_null(clause_cite(sources, where)));
}

Tree version(std::string key, const std::optional<PlanAnswer>& answer, const Sources& sources) {
  if (!answer) return null(std::move(key));
  return Tree::object(std::move(key))
      .with("name", text(answer->name))
      .with("file", text(sources.path(answer->where.source)))
      .with("year", Tree::Value{std::int64_t{answer->year}})
      .with("verdict", text(to_string(answer->verdict)));
}

Tree changes_of(const PlanComparison& plan, const Sources& sources) {
  Tree list = Tree::list("changes");
  for (const ClauseChange& one : plan.changes) {
    list.with(Tree::object()
                  .with("block", text(one.block))
                  .with("feature", text(one.feature))
                  .with("change", text(to_string(one.change)))
                  .with(clause("before", one.before, sources, one.before_at))
                  .with(clause("after", one.after, sources, one.after_at)));
  }
  return list;
}

Tree group_of(const GroupChange& group) {
  return Tree::object()
      .with("id", text(group.group))
      .with("people", Tree::Value{group.people})
      .with("loss", Tree::Value{group.loss})
      .with("gain", Tree::Value{group.gain})
      .with("same", Tree::Value{group.same})
      .with("open", Tree::Value{group.open})
      .with("summed", Tree::Value{group.summed})
      .with("room_before", group.before)
      .with("room_after", group.after)
      .with("lost", group.lost)
      .with("gained", group.gained);
}

Tree person_of(const PersonChange& person, const Sources& sources) {
  Tree tree = Tree::object()
                  .with("id", text(shown_id(person.id)))
                  .with("effect", text(to_string(person.effect)))
                  .with("verdict_before", text(to_string(person.verdict_before)))
                  .with("verdict_after", text(to_string(person.verdict_after)))
                  .with("room_before", settled(person.before))
                  .with("room_after", settled(person.after))
                  .with("room_before_low", person.before.least)
                  .with("room_before_high", person.before.most)
                  .with("room_after_low", person.after.least)
                  .with("room_after_high", person.after.most)
                  .with(clause("decided_by", clause_text(sources, person.binding_at), sources,
                               person.binding_at));
  if (person.row && person.row->row != 0)
    tree.with("row", Tree::Value{static_cast<std::int64_t>(person.row->row)});
  return tree;
}

Tree findings_of(const PlanComparison& plan) {
  Tree list = Tree::list("findings");
  for (const Finding& finding : plan.findings) {
    list.with(Tree::object()
                  .with("code", text(finding.kind->code))
                  .with("name", text(finding.kind->name))
                  .with("severity", text(to_string(finding.kind->severity)))
                  .with("message", finding.message)
                  .with("waived", text_or_null(finding.waived)));
  }
  return list;
}

Tree plan_of(const PlanComparison& plan, const Sources& sources) {
  Tree groups = Tree::list("groups"), verdicts = Tree::list("verdict_changes"),
       people = Tree::list("people"), notes = Tree::list("notes");
  for (const GroupChange& group : plan.groups) groups.with(group_of(group));
  for (const VerdictChange& change : plan.verdict_changes) {
    verdicts.with(Tree::object()
                      .with("before", text(to_string(change.before)))
                      .with("after", text(to_string(change.after)))
                      .with("people", Tree::Value{change.people}));
  }
  for (const PersonChange* person : in_order_of_loss(plan))
    people.with(person_of(*person, sources));
  for (const std::string& note : plan.notes) notes.with("", text(note));
  return Tree::object()
      .with("name", text(plan.either().name))
      .with("status", text(!plan.before  ? "added"
                           : !plan.after ? "removed"
                                         : "compared"))
      .with(version("before", plan.before, sources))
      .with(version("after", plan.after, sources))
      .with(changes_of(plan, sources))
      .with("asked_about", text(to_string(plan.asked)))
      .with(std::move(groups))
      .with(std::move(verdicts))
      .with(std::move(people))
      .with(std::move(notes))
      .with(findings_of(plan));
}

}  // namespace

Tree tree_of(const DiffReport& report) {
  Tree plans = Tree::list("plans");
  for (const PlanComparison& plan : report.plans) plans.with(plan_of(plan, *report.sources));
  return Tree::object()
      .with("schema", text("rothcheck-diff/1"))
      .with("against", text_or_null(report.against))
      .with(std::move(plans))
      .with("rows_rejected", Tree::Value{report.rows_rejected});
}

}  // namespace rothcheck::reports
