// The ACP test: the averages, the limit they are held to, and what would have to go back.
#include "reports/acp.hpp"

#include <fmt/format.h>

#include <ostream>

#include "model/counted.hpp"
#include "reports/check_text.hpp"
#include "reports/id_hash.hpp"
#include "reports/page.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {

namespace {

/// A percentage in hundredths has two decimals, as an amount has.
Money as_number(Hundredths percent) { return Money::cents(percent.count); }

Tree::Value text(std::string_view words) { return std::string{words}; }

Tree group_tree(std::string key, const AcpGroup& group, Hundredths average) {
  return Tree::object(std::move(key))
      .with("count", Tree::Value{group.count})
      .with("acp", as_number(average));
}

Tree election_tree(const AcpElection& election) {
  return Tree::object()
      .with("method", text(election.method))
      .with("match", text(election.match))
      .with("nhce_acp", as_number(election.nhce))
      .with("hce_acp", as_number(election.hce))
      .with("limit", as_number(election.limit))
      .with("result", text(to_string(election.result)))
      .with("law", text(election.law));
}

template <class Items, class Sentence>
Tree sentences(std::string key, const Items& items, Sentence sentence) {
  Tree list = Tree::list(std::move(key));
  for (const auto& item : items) list.with("", text(sentence(item)));
  return list;
}

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

}  // namespace

namespace {

/// An amount that bounds something, where there is one.
Tree::Value bound(Money amount) {
  if (amount == Money::ceiling()) return Tree::Null{};
  return amount;
}

bool excess_is_settled(const AcpReport& report) { return report.excess_low == report.excess_high; }

}  // namespace

Tree tree_of(const std::vector<AcpReport>& reports, std::string_view id_key) {
  if (reports.size() == 1) return tree_of(reports.front(), id_key);
  Tree plans = Tree::list("plans");
  for (const AcpReport& report : reports) plans.with(tree_of(report, id_key));
  return Tree::object().with("schema", text("rothcheck-acp/1")).with(std::move(plans));
}

Tree tree_of(const AcpReport& report, std::string_view id_key) {
  Tree refunds = Tree::list("refunds");
  for (const AcpRefund& refund : report.refunds) {
    Tree person =
        Tree::object().with("id", text(shown_id(refund.id))).with("amount", refund.amount);
    if (refund.row != 0) person.with("row", Tree::Value{static_cast<std::int64_t>(refund.row)});
    if (!id_key.empty() && is_masked(refund.id))
      person.with("id_hash", text(id_hash(id_key, refund.id)));
    refunds.with(std::move(person));
  }
  Tree elections = Tree::list("elections");
  for (const AcpElection& election : report.elections) elections.with(election_tree(election));
  return Tree::object()
      .with("schema", text("rothcheck-acp/1"))
      .with("year", Tree::Value{std::int64_t{report.year}})
      .with("method", text(report.method))
      .with(group_tree("nhce", report.nhce, report.nhce_average))
      .with(group_tree("hce", report.hce, report.hce.average()))
      .with("limit", as_number(report.limit))
      .with("result", text(to_string(report.result)))
      .with("excess",
            excess_is_settled(report) ? Tree::Value{report.excess} : Tree::Value{Tree::Null{}})
      .with("excess_low", bound(report.excess_low))
      .with("excess_high", bound(report.excess_high))
      .with("people_left_out", Tree::Value{report.people_left_out})
      .with(std::move(refunds))
      .with("largest_hce_after_tax_pct", as_number(report.largest_hce_after_tax))
      .with(std::move(elections))
      .with("plan", text(report.plan))
      .with(sentences("notes", report.notes, [](const std::string& note) { return note; }))
      .with(sentences("questions", report.questions,
                      [](const Question& each) { return sentence_of(each.kind); }))
      .with(sentences("assumptions", report.assumptions.list(),
                      [](Assumption each) { return sentence_of(each); }));
}

void write_acp_text(const AcpReport& report, const Sources& sources, const CheckOptions& options,
                    std::ostream& out) {
  Page page{out, options.width, options.colour};
  page.paragraph(fmt::format("{}, {}: ACP test", report.plan, report.year), 0, 0, Ink::bold);
  page.headline("", result_word(report.result), ink_of(report.result),
                fmt::format("the highly compensated average {}, and may average {} in {}",
                            percent(report.hce.average()), percent(report.limit), report.year));
  page.entry("others", fmt::format("{} average {} of pay",
                                   counted(report.nhce.count, "nonhighly compensated employee"),
                                   percent(report.nhce_average)));
  page.entry(
      "limit",
      fmt::format(
          "the greater of 1.25 times that, and the lesser of twice that and that plus 2 points "
          "(IRC 401(m)(2)(A))"));
  page.entry("tested",
             fmt::format("{}; {}", counted(report.hce.count, "highly compensated employee"),
                         report.method));
  for (const AcpElection& election : report.elections) {
    page.entry("way", fmt::format("{}, match {}: {} against {}: {} ({})", election.method,
                                  election.match, percent(election.hce), percent(election.limit),
                                  to_string(election.result), election.law));
  }
  page.entry(
      "could",
      fmt::format("the highly compensated pass with after-tax contributions of {} of pay each",
                  percent(report.largest_hce_after_tax)));
  if (report.result == AcpResult::fail) {
    const std::string amount =
        excess_is_settled(report) ? to_string(report.excess)
        : report.excess_high == Money::ceiling()
            ? std::string{"an amount that depends on whose status is not told"}
            : fmt::format("{} to {}, as the HCE status that is not told turns out,",
                          to_string(report.excess_low), to_string(report.excess_high));
    page.entry("excess",
               fmt::format("{} in all must go back, from the largest amounts first", amount));
    for (const AcpRefund& refund : report.refunds)
      page.table_row(shown_id(refund.id, refund.row), to_string(refund.amount));
  }
  for (const std::string& note : report.notes) page.entry("note", note);
  for (const Question& question : report.questions)
    page.entry("ask", std::string{sentence_of(question.kind)});
  for (Assumption assumption : report.assumptions.list())
    page.entry("assumed", sentence_of(assumption));
  write_finding_entries(page, sources, report.findings);
}

}  // namespace rothcheck::reports
