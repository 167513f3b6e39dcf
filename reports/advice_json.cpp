// `advise -f json`.
#include "model/finding.hpp"
#include "reports/advice.hpp"
#include "reports/clauses.hpp"

namespace rothcheck::reports {

namespace {

Tree::Value text(std::string_view words) { return std::string{words}; }

Tree::Value text_or_null(std::string_view words) {
  return words.empty() ? Tree::Value{Tree::Null{}} : text(words);
}

Tree::Value grade_or_null(const std::optional<Grade>& grade) {
  return grade ? text(to_string(*grade)) : Tree::Value{Tree::Null{}};
}

Tree texts(std::string key, const std::vector<std::string>& all) {
  Tree list = Tree::list(std::move(key));
  for (const std::string& one : all) list.with("", text(one));
  return list;
}

Tree clause_tree(const Sources& sources, Span where) {
  if (!where.somewhere()) return Tree{.key = "instead_of"};
  const Place place = sources.place(where);
  return std::move(Tree::object("instead_of")
                       .with("file", text(place.path))
                       .with("line", Tree::Value{std::int64_t{place.line}})
                       .with("cite", text_or_null(clause_cite(sources, where)))
                       .with("text", text(clause_text(sources, where))));
}

Tree change_tree(const PlanChange& change, const Sources& sources) {
  const ChangeRow& row = row_of(change.kind);
  Tree tree = Tree::object();
  tree.with("change", text(row.name))
      .with("title", text(row.title))
      .with("law", text(row.law))
      .with("block", text_or_null(change.block))
      .with("statement", text_or_null(change.statement))
      .with(clause_tree(sources, change.instead_of))
      .with("ask", change.asks ? text(sentence_of(*change.asks)) : Tree::Value{Tree::Null{}});
  return tree;
}

Tree worth_tree(const AdviceWorth& worth) {
  return std::move(Tree::object()
                       .with("group", text(worth.group))
                       .with("people", Tree::Value{worth.people})
                       .with("more_room", Tree::Value{worth.gain})
                       .with("less_room", Tree::Value{worth.lose})
                       .with("room_before", worth.before)
                       .with("room_after", worth.after));
}

Tree proposal_tree(const Proposal& proposal, const Sources& sources) {
  Tree tree = Tree::object();
  tree.with("aim", text(to_string(proposal.aim)))
      .with("heading", text(heading_of(proposal)))
      .with(texts("groups", proposal.groups))
      .with("ask_first", Tree::Value{proposal.asks()});
  Tree changes = Tree::list("changes");
  for (const PlanChange& change : proposal.changes) changes.with(change_tree(change, sources));
  Tree worth = Tree::list("worth");
  for (const AdviceWorth& group : proposal.worth) worth.with(worth_tree(group));
  Tree steps = Tree::list("steps");
  for (const Proposal::Step& step : proposal.steps)
    steps.with(std::move(
        Tree::object().with("statement", text(step.statement)).with("room_after", step.after)));
  tree.with(std::move(changes))
      .with("amendment", text_or_null(proposal.amendment))
      .with(std::move(worth))
      .with(std::move(steps))
      .with("room_after_acp_before", proposal.left_before)
      .with("room_after_acp", proposal.left_after)
      .with("employer_before", proposal.employer_before)
      .with("employer_after", proposal.employer_after)
      .with("grade_before", grade_or_null(proposal.grade_before))
      .with("grade_after", grade_or_null(proposal.grade_after))
      .with(texts("follows", proposal.follows));
  return tree;
}

}  // namespace

Tree tree_of(const AdviceReport& report) {
  Tree plans = Tree::list("plans");
  for (const PlanAdvice& advice : report.plans) {
    Tree proposals = Tree::list("proposals");
    for (const Proposal& proposal : advice.proposals)
      proposals.with(proposal_tree(proposal, *report.sources));
    plans.with(std::move(Tree::object()
                             .with("name", text(advice.answer.name))
                             .with("year", Tree::Value{std::int64_t{advice.answer.year}})
                             .with("verdict", text(to_string(advice.answer.verdict)))
                             .with("effective", text(rothcheck::to_string(advice.effective)))
                             .with("worth_of", text(to_string(advice.worth_of)))
                             .with(std::move(proposals))
                             .with("room_with_all", advice.room_with_all)
                             .with("sets_tried", Tree::Value{advice.sets_tried})
                             .with(texts("notes", advice.notes))));
  }
  return std::move(Tree::object()
                       .with("schema", text("rothcheck-advise/1"))
                       .with(std::move(plans))
                       .with("rows_rejected", Tree::Value{report.rows_rejected}));
}

}  // namespace rothcheck::reports
