// The ACP test as a tree, for JSON and for the cases that ask for one value of it.
#include "reports/acp.hpp"
#include "reports/id_hash.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {
namespace {

Tree::Value text(std::string_view words) { return std::string{words}; }

/// A percentage in hundredths has two decimals, as an amount has.
Tree::Value number(Hundredths percent) { return Money::cents(percent.count); }

Tree::Value number_or_null(const std::optional<Hundredths>& percent) {
  return percent ? number(*percent) : Tree::Value{Tree::Null{}};
}

Tree::Value money_or_null(const std::optional<Money>& amount) {
  return amount ? Tree::Value{*amount} : Tree::Value{Tree::Null{}};
}

/// An amount that bounds something, where there is one.
Tree::Value bound(Money amount) {
  if (amount == Money::ceiling()) return Tree::Null{};
  return amount;
}

Tree group_tree(std::string key, const AcpGroup& group, Hundredths average,
                std::string_view name = "acp") {
  return Tree::object(std::move(key))
      .with("count", Tree::Value{group.count})
      .with(name, number(average));
}

template <class Items, class Sentence>
Tree sentences(std::string key, const Items& items, Sentence sentence) {
  Tree list = Tree::list(std::move(key));
  for (const auto& item : items) list.with("", text(sentence(item)));
  return list;
}

Tree election_tree(const AcpElection& election) {
  return Tree::object()
      .with("method", text(election.method))
      .with("match", text(election.match))
      .with("excludables", text(to_string(election.excludables)))
      .with("extras", Tree::Value{election.extras})
      .with("nhce_acp", number(election.nhce))
      .with("hce_acp", number(election.hce))
      .with("limit", number(election.limit))
      .with("result", text(to_string(election.result)))
      .with("largest_hce_after_tax_pct", number(election.largest_hce_after_tax))
      .with("chosen", Tree::Value{election.chosen})
      .with("best", Tree::Value{election.best})
      .with("needs", election.needs.empty() ? Tree::Value{Tree::Null{}} : text(election.needs))
      .with("law", text(election.law));
}

Tree part_tree(const AcpPart& part) {
  return Tree::object()
      .with("part", text(part.name))
      .with(group_tree("nhce", part.nhce, part.nhce_average))
      .with(group_tree("hce", part.hce, part.hce.average()))
      .with("limit", number(part.limit))
      .with("result", text(to_string(part.result)));
}

/// The id, its row, and the hash that tells masked ids apart.
Tree person_tree(const std::string& id, std::uint64_t row, std::string_view id_key) {
  Tree person = Tree::object().with("id", text(shown_id(id)));
  if (row != 0) person.with("row", Tree::Value{static_cast<std::int64_t>(row)});
  if (!id_key.empty() && is_masked(id)) person.with("id_hash", text(id_hash(id_key, id)));
  return person;
}

Tree refunds_tree(std::string key, const std::vector<AcpRefund>& refunds, std::string_view id_key) {
  Tree list = Tree::list(std::move(key));
  for (const AcpRefund& refund : refunds) {
    list.with(std::move(person_tree(refund.id, refund.row, id_key).with("amount", refund.amount)));
  }
  return list;
}

Tree correction_tree(const AcpReturned& returned, const AcpDeadlines& dates,
                     std::string_view id_key) {
  return std::move(person_tree(returned.id, returned.row, id_key)
                       .with("amount", returned.amount)
                       .with("after_tax_unmatched", returned.after_tax_unmatched)
                       .with("after_tax_matched", returned.after_tax_matched)
                       .with("match", returned.match)
                       .with("match_distributed", returned.match_distributed)
                       .with("match_forfeited", returned.match_forfeited)
                       .with("related_match_forfeited", returned.related_match_forfeited)
                       .with("earnings", money_or_null(returned.earnings))
                       .with("without_tax", text(rothcheck::to_string(dates.without_tax)))
                       .with("last", text(rothcheck::to_string(dates.last)))
                       .with(std::move(Tree::object("form_1099r")
                                           .with("box_1", money_or_null(returned.box_1))
                                           .with("box_2a", money_or_null(returned.box_2a))
                                           .with("box_5", returned.box_5)
                                           .with("box_7", text("8")))));
}

Tree adp_tree(const AdpReport& adp, std::string_view id_key) {
  // A failed test of which nobody's part is settled.
  const bool is_open = adp.result == AcpResult::fail && adp.refunds.empty() && adp.catch_up.empty();
  return std::move(
      Tree::object("adp")
          .with(group_tree("nhce", adp.nhce, adp.nhce.average(), "adp"))
          .with(group_tree("hce", adp.hce, adp.hce.average(), "adp"))
          .with("limit", number(adp.limit))
          .with("result", text(to_string(adp.result)))
          .with("excess", is_open ? Tree::Value{Tree::Null{}} : Tree::Value{adp.excess})
          .with(refunds_tree("refunds", adp.refunds, id_key))
          .with(refunds_tree("catch_up", adp.catch_up, id_key)));
}

Tree deadlines_tree(const AcpDeadlines& dates) {
  return std::move(Tree::object("deadlines")
                       .with("without_tax", text(rothcheck::to_string(dates.without_tax)))
                       .with("last", text(rothcheck::to_string(dates.last)))
                       .with("form_5330", text(rothcheck::to_string(dates.form_5330))));
}

Tree top_heavy_tree(const TopHeavy& found) {
  const std::string_view result = !found.ratio      ? "undetermined"
                                  : found.top_heavy ? "top-heavy"
                                                    : "not-top-heavy";
  return std::move(Tree::object("top_heavy")
                       .with("ratio", number_or_null(found.ratio))
                       .with("result", text(result))
                       .with("minimum_pct", number(found.minimum))
                       .with("cost", money_or_null(found.cost)));
}

Tree solution_tree(const AcpSolution& solution) {
  return std::move(Tree::object(std::string{solution.what})
                       .with("pct", number_or_null(solution.pct))
                       .with("cap", money_or_null(solution.cap))
                       .with("people", solution.people ? Tree::Value{*solution.people}
                                                       : Tree::Value{Tree::Null{}})
                       .with("dollars", money_or_null(solution.dollars))
                       .with("note", text(solution.note)));
}

template <class Part, class ToTree>
void add_or_null(Tree& tree, std::string_view key, const std::optional<Part>& part,
                 ToTree to_tree) {
  if (part) {
    tree.with(to_tree(*part));
  } else {
    tree.with(key, Tree::Value{Tree::Null{}});
  }
}

}  // namespace

Tree tree_of(const std::vector<AcpReport>& reports, std::string_view id_key) {
  if (reports.size() == 1) return tree_of(reports.front(), id_key);
  Tree plans = Tree::list("plans");
  for (const AcpReport& report : reports) plans.with(tree_of(report, id_key));
  return Tree::object().with("schema", text("rothcheck-acp/1")).with(std::move(plans));
}

Tree tree_of(const AcpReport& report, std::string_view id_key) {
  Tree elections = Tree::list("elections");
  for (const AcpElection& election : report.elections) elections.with(election_tree(election));
  Tree groups = Tree::list("groups");
  for (const AcpPart& part : report.parts) groups.with(part_tree(part));
  Tree corrections = Tree::list("corrections");
  for (const AcpReturned& returned : report.corrections)
    corrections.with(correction_tree(returned, report.deadlines.value_or(AcpDeadlines{}), id_key));
  Tree solutions = Tree::object("solve");
  for (const AcpSolution& solution : report.solutions) solutions.with(solution_tree(solution));
  Tree tree = Tree::object();
  tree.with("schema", text("rothcheck-acp/1"))
      .with("year", Tree::Value{std::int64_t{report.year}})
      .with("method", text(report.method))
      .with(group_tree("nhce", report.nhce, report.nhce_average))
      .with(group_tree("hce", report.hce, report.hce.average()))
      .with("limit", number(report.limit))
      .with("result", text(to_string(report.result)))
      .with("excess", report.excess_low == report.excess_high ? Tree::Value{report.excess}
                                                              : Tree::Value{Tree::Null{}})
      .with("excess_low", bound(report.excess_low))
      .with("excess_high", bound(report.excess_high))
      .with("people_left_out", Tree::Value{report.people_left_out})
      .with(refunds_tree("refunds", report.refunds, id_key))
      .with("largest_hce_after_tax_pct", number(report.largest_hce_after_tax))
      .with(std::move(elections))
      .with(std::move(groups))
      .with(std::move(corrections));
  add_or_null(tree, "deadlines", report.deadlines, deadlines_tree);
  tree.with("excise_if_late", report.excise_if_late);
  add_or_null(tree, "adp", report.adp, [&](const AdpReport& adp) { return adp_tree(adp, id_key); });
  add_or_null(tree, "top_heavy", report.top_heavy, top_heavy_tree);
  tree.with(std::move(solutions))
      .with("plan", text(report.plan))
      .with(sentences("notes", report.notes, [](const std::string& note) { return note; }))
      .with(sentences("questions", report.questions,
                      [](const Question& each) { return sentence_of(each.kind); }))
      .with(sentences("assumptions", report.assumptions.list(),
                      [](Assumption each) { return sentence_of(each); }));
  Tree findings = Tree::list("findings");
  for (const Finding& finding : report.findings) {
    findings.with(std::move(Tree::object()
                                .with("code", text(finding.kind->code))
                                .with("name", text(finding.kind->name))
                                .with("severity", text(to_string(finding.kind->severity)))
                                .with("message", text(finding.message))));
  }
  tree.with(std::move(findings));
  return tree;
}

}  // namespace rothcheck::reports
