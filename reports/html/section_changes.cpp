// `What would open or widen it?`: which clauses decide, and which questions are open. A trial of
// changes belongs here once there is one; until then nothing is proposed.
#include <algorithm>

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

}  // namespace

void write_changes_section(const Context& context) {
  const PlanAnswer& plan = context.plan();
  begin_section(context, "changes", "What would open or widen it?");
  context.html(
      "<p class=\"measure\">This page tries no change to the plan. It names what decides. The "
      "document’s provider drafts an amendment; the sponsor adopts it.</p>\n");
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
  end_section(context);
}

}  // namespace rothcheck::reports
