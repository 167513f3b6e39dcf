// `What would open or widen it?`: which clauses decide, which questions are open, and what each
// smallest set of changes comes to.
#include <algorithm>

#include "model/counted.hpp"
#include "reports/advice.hpp"
#include "reports/check_text.hpp"
#include "reports/html/words.hpp"

namespace rothcheck::reports {

namespace {

/// The clauses that keep a group out, each once.
std::vector<Span> closing_clauses(const PlanAnswer& plan) {
  std::vector<Span> clauses;
  const auto add = [&clauses](Verdict verdict, Span where) {
    const bool closes = verdict == Verdict::not_available || verdict == Verdict::not_eligible ||
                        verdict == Verdict::at_separation;
    if (closes && where.somewhere() &&
        std::find(clauses.begin(), clauses.end(), where) == clauses.end())
      clauses.push_back(where);
  };
  add(plan.verdict, plan.decided_by);
  for (const GroupAnswer& group : plan.groups) add(group.verdict, group.decided_by);
  return clauses;
}

void write_closing(const Context& context) {
  const std::vector<Span> clauses = closing_clauses(context.plan());
  if (clauses.empty()) return;
  context.html("<h{}>What keeps it shut</h{}>\n<ul>\n", context.level() + 1, context.level() + 1);
  for (const Span where : clauses) {
    context.html("<li>");
    write_clause(context.html, context.sources(), where);
    context.html("</li>\n");
  }
  context.html("</ul>\n");
}

void write_ceilings(const Context& context) {
  if (!context.has_people()) return;
  bool any = false;
  for (const auto& [decider, share] : context.tally().deciders()) {
    if (decider.binding != Binding::plan_limit || !has_room(decider.verdict)) continue;
    if (!any)
      context.html("<h{}>Ceilings of the plan that decide</h{}>\n<ul>\n", context.level() + 1,
                   context.level() + 1);
    any = true;
    context.html("<li>");
    write_clause(context.html, context.sources(), decider.where);
    context.html(" decides for {}.</li>\n", people(share.people));
  }
  if (any) context.html("</ul>\n");
}

/// `rothcheck advise` has all of them.
constexpr std::size_t most_shown = 8;

/// Line by line: a line end within a text means nothing on a page.
void write_block(const Context& context, std::string_view block) {
  context.html("<pre>");
  while (!block.empty()) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    context.html("{}\n", block.substr(0, end));
    block.remove_prefix(std::min(end + 1, block.size()));
  }
  context.html("</pre>\n");
}

void write_proposal(const Context& context, const Proposal& proposal, const PlanAdvice& advice) {
  context.html("<li><b>{}.</b> {}.\n<ul>\n", heading_of(proposal),
               with_capital(worth_words(proposal, advice.worth_of)));
  for (const PlanChange& change : proposal.changes)
    context.html("<li>{}</li>\n", with_capital(words_of(change, context.sources())));
  for (const std::string_view law : laws_of(proposal)) context.html("<li>{}</li>\n", law);
  for (const std::string& line : proposal.follows)
    context.html("<li>{}</li>\n", with_capital(line));
  context.html("</ul>\n");
  if (!proposal.amendment.empty()) write_block(context, proposal.amendment);
  context.html("</li>\n");
}

void write_proposals(const Context& context, const PlanAdvice& advice) {
  context.html("<h{}>What changes would do</h{}>\n", context.level() + 1, context.level() + 1);
  if (advice.proposals.empty())
    return context.html("<p class=\"measure\">{}.</p>\n", with_capital(nothing_words(advice)));
  context.html(
      "<p class=\"measure\">Each is the smallest set of changes that does what it does; the block "
      "goes into the plan file. The document’s provider drafts the amendment, and the sponsor "
      "adopts it.</p>\n<ol>\n");
  for (std::size_t i = 0; i < std::min(most_shown, advice.proposals.size()); ++i)
    write_proposal(context, advice.proposals[i], advice);
  context.html("</ol>\n");
  if (advice.proposals.size() > most_shown)
    context.html("<p class=\"measure\">{} more: <code>rothcheck advise</code> tells them.</p>\n",
                 counted(static_cast<std::int64_t>(advice.proposals.size() - most_shown), "set"));
  for (const std::string& note : advice.notes)
    context.html("<p class=\"measure\">{}.</p>\n", with_capital(note));
}

}  // namespace

void write_changes_section(const Context& context) {
  const PlanAnswer& plan = context.plan();
  begin_section(context, "changes", "What would open or widen it?");
  if (context.advice() == nullptr) {
    context.html(
        "<p class=\"measure\">This page tries no change to the plan. It names what decides. The "
        "document’s provider drafts an amendment; the sponsor adopts it.</p>\n");
  }
  write_closing(context);
  write_ceilings(context);
  if (!plan.questions.empty()) {
    context.html(
        "<p class=\"measure\"><b>Ask first.</b> Where the document is silent the answer may be "
        "yes already: <a href=\"#{}\">the questions for the administrator</a>.</p>\n",
        context.id("ask"));
  }
  if (plan.acp && plan.acp->outcome && plan.acp->outcome->result == AcpResult::fail) {
    context.html(
        "<p class=\"measure\"><b>Room on paper only.</b> The test takes money of the highly "
        "compensated back today. A higher ceiling for them alone would add to that.</p>\n");
  }
  if (context.advice() != nullptr) write_proposals(context, *context.advice());
  end_section(context);
}

}  // namespace rothcheck::reports
