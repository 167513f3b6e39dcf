// `Can this plan do it?`: the answer, for which group, by which way, and what to ask the
// administrator.
#include <fmt/format.h>

#include <algorithm>

#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/html/findings.hpp"
#include "reports/html/words.hpp"

namespace rothcheck::reports {

namespace {

// A page has no place for more; json has them all.
constexpr std::size_t most_groups = 12;

void write_group(const Context& context, const GroupAnswer& group) {
  Html& html = context.html;
  const bool everybody = group.group == "everybody" || group.group.empty();
  html("<tr><th scope=\"row\">{}</th><td data-l=\"Answer\">",
       everybody ? std::string{"Everybody"} : with_capital(shortened(group.group)));
  write_mark(html, mark_of(group.verdict));
  html("</td><td data-l=\"The plan says\">");
  write_clause(html, context.sources(), group.decided_by);
  for (const Question& question : group.questions)
    html(" <span>Ask: {}</span>", asked(question.kind));
  if (!group.decided_by.somewhere() && group.questions.empty())
    html("<span class=\"sub\">nothing that forbids it</span>");
  html("</td></tr>\n");
}

void write_groups(const Context& context) {
  const PlanAnswer& plan = context.plan();
  if (plan.groups.empty()) return;
  Html& html = context.html;
  html(
      "<table class=\"t-stack\"><caption>Who is in and who is out: every group that the plan tells "
      "apart</caption>\n<thead><tr><th scope=\"col\">Group</th><th scope=\"col\">Answer</th>"
      "<th scope=\"col\">The plan says</th></tr></thead>\n<tbody>\n");
  const std::size_t shown = std::min(plan.groups.size(), most_groups);
  for (std::size_t i = 0; i < shown; ++i) write_group(context, plan.groups[i]);
  html("</tbody></table>\n");
  if (shown == plan.groups.size()) return;
  html(
      "<details><summary>{} more groups</summary><table class=\"t-stack\"><caption "
      "class=\"vh\">The "
      "other groups</caption>\n<thead><tr><th scope=\"col\">Group</th><th scope=\"col\">Answer</th>"
      "<th scope=\"col\">The plan says</th></tr></thead>\n<tbody>\n",
      plan.groups.size() - shown);
  for (std::size_t i = shown; i < plan.groups.size(); ++i) write_group(context, plan.groups[i]);
  html("</tbody></table></details>\n");
}

void write_ways(const Context& context) {
  const PlanAnswer& plan = context.plan();
  Html& html = context.html;
  if (!plan.routes.empty()) {
    html("<h{}>The way to Roth</h{}>\n<ul>\n", context.level() + 1, context.level() + 1);
    for (const Route route : plan.routes) html("<li>{}.</li>\n", route_words(route));
    html("</ul>\n");
  }
  if (plan.frictions.empty()) return;
  html("<h{}>Conditions</h{}>\n<ul>\n", context.level() + 1, context.level() + 1);
  for (const Friction& friction : plan.frictions) {
    html("<li>{} ", with_capital(friction.text));
    write_clause(html, context.sources(), friction.where);
    html("</li>\n");
  }
  html("</ul>\n");
}

void write_questions(const Context& context) {
  const PlanAnswer& plan = context.plan();
  if (plan.questions.empty()) return;
  Html& html = context.html;
  html("<h{}>Ask the plan administrator</h{}>\n", context.level() + 1, context.level() + 1);
  html(
      "<p class=\"measure\">The document is silent or not clear here. Its answer would settle what "
      "is open.</p>\n<ol class=\"ask\" id=\"{}\">\n",
      context.id("ask"));
  for (const Question& question : plan.questions) {
    html("<li>{} ", asked(question.kind));
    if (question.where.somewhere())
      html("<span class=\"cite\">{}</span>", line_place(context.sources(), question.where));
    html("</li>\n");
  }
  html(
      "</ol>\n<p><button type=\"button\" class=\"copy\" data-js data-copy=\"{}\" hidden>Copy the "
      "questions</button></p>\n",
      context.id("ask"));
}

}  // namespace

void write_plan_section(const Context& context) {
  const PlanAnswer& plan = context.plan();
  begin_section(context, "plan", "Can this plan do it?");
  write_box(context.html, plan_answer_of(plan), plan_sentence_of(plan));
  if (plan.decided_by.somewhere()) {
    context.html("<p>{} ", plan.verdict == Verdict::undetermined ? "It says:" : "Because it says:");
    write_clause(context.html, context.sources(), plan.decided_by);
    context.html("</p>\n");
  }
  write_groups(context);
  write_ways(context);
  write_questions(context);
  if (!plan.findings.empty()) {
    context.html("<h{}>Worth knowing about the plan</h{}>\n", context.level() + 1,
                 context.level() + 1);
    write_findings(context, plan.findings);
  }
  end_section(context);
}

}  // namespace rothcheck::reports
