// `Will the nondiscrimination test take it back?`: before anything is proposed, because it ranks
// what is.
#include <algorithm>

#include "model/acp.hpp"
#include "reports/amounts.hpp"
#include "reports/html/words.hpp"

namespace rothcheck::reports {

namespace {

void write_rate(Html& html, std::string_view who, Hundredths rate, Hundredths most,
                std::string_view tone) {
  html("<tr><th scope=\"row\">{}</th><td class=\"bar\">", who);
  write_bar(html, rate.count, most.count, tone);
  html("</td><td class=\"n\">{}</td></tr>\n", percent(rate));
}

void write_rates(const Context& context, const AcpOutcome& outcome) {
  Html& html = context.html;
  const Hundredths most = std::max({outcome.hce, outcome.nhce, outcome.limit});
  const bool too_much = outcome.result == AcpResult::fail;
  html(
      "<table class=\"t-bars\"><caption>After-tax savings and match, in percent of pay, on "
      "average</caption>\n<thead><tr><th scope=\"col\">Who</th><td class=\"bar\"></td><th "
      "scope=\"col\" class=\"n\">Percent of pay</th></tr></thead>\n<tbody>\n");
  write_rate(html, "Everybody else", outcome.nhce, most, "k4");
  write_rate(html, "Allowed for the highly compensated", outcome.limit, most, "kg");
  write_rate(html, "The highly compensated", outcome.hce, most, too_much ? "kb" : "k4");
  html("</tbody></table>\n");
}

void write_after_test(const Context& context) {
  if (!context.report.asks_room_after_acp || !context.has_people()) return;
  if (const Share& share = context.tally().highly_compensated(); share.after_test) {
    context.html(
        "<p class=\"measure\">If each of the highly compensated puts in the highest rate that "
        "passes, or what they have room for, <b>{}</b> of their {} is left.</p>\n",
        to_string(*share.after_test), to_string(share.room));
  } else {
    context.html(
        "<p class=\"measure\">What the test leaves of each room is not settled: facts that "
        "decide it are missing.</p>\n");
  }
}

}  // namespace

void write_test_section(const Context& context) {
  const PlanAnswer& plan = context.plan();
  begin_section(context, "test", "Will the nondiscrimination test take it back?");
  write_box(context.html, test_answer_of(plan), test_sentence_of(plan));
  if (plan.acp && plan.acp->untested.empty()) {
    context.html(
        "<p class=\"measure\">Every year the plan must compare after-tax savings and match of "
        "two groups (the ACP test, IRC 401(m)).");
    if (!plan.acp->safe_harbor.empty()) context.html(" {}.", with_capital(plan.acp->safe_harbor));
    context.html(" <code>rothcheck acp</code> has the whole test.</p>\n");
  }
  if (plan.acp && plan.acp->outcome && plan.acp->outcome->result != AcpResult::exempt)
    write_rates(context, *plan.acp->outcome);
  write_after_test(context);
  end_section(context);
}

}  // namespace rothcheck::reports
