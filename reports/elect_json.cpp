// `elect -f json`, as a tree that cases compare with, too.
#include "reports/clauses.hpp"
#include "reports/elect.hpp"
#include "reports/sources_of_law.hpp"

namespace rothcheck::reports {

// Beside the one of CSV columns, which would hide it.
using rothcheck::to_string;

namespace {

Tree::Value text(std::string_view words) { return std::string{words}; }
Tree::Value day(Date on) { return to_string(on); }
Tree::Value count(int number) { return std::int64_t{number}; }

Tree::Value text_or_null(std::string_view words) {
  return words.empty() ? Tree::Value{Tree::Null{}} : text(words);
}

/// `12%`, or an amount as JSON and CSV have it.
Tree::Value elected(const Elected& elected) {
  const auto* amount = std::get_if<Money>(&elected.value);
  return amount != nullptr ? to_plain_string(*amount) : to_string(elected);
}

Tree reach_tree(std::string key, const Reach& reach) {
  return Tree::object(std::move(key))
      .with("target", reach.target)
      .with("reached", reach.reached)
      .with("left", reach.left())
      .with("last_paycheck", reach.last);
}

Tree elections_tree(const std::vector<ElectionStep>& steps) {
  Tree list = Tree::list("elections");
  for (const ElectionStep& step : steps) {
    list.with(Tree::object()
                  .with("from", day(step.from))
                  .with("until", day(step.until))
                  .with("paychecks", count(step.paychecks))
                  .with("deferral", elected(step.deferral))
                  .with("after_tax", elected(step.after_tax)));
  }
  return list;
}

Tree paychecks_tree(const std::vector<PaycheckRow>& rows) {
  Tree list = Tree::list("paychecks");
  for (const PaycheckRow& row : rows) {
    list.with(Tree::object()
                  .with("on", day(row.on))
                  .with("pay", row.pay)
                  .with("deferral_elected", elected(row.deferral_elected))
                  .with("after_tax_elected", elected(row.after_tax_elected))
                  .with("deferral", row.deferral)
                  .with("after_tax", row.after_tax)
                  .with("match", row.match)
                  .with("deferrals_to_date", row.deferrals_to_date)
                  .with("after_tax_to_date", row.after_tax_to_date)
                  .with("additions_to_date", row.additions_to_date));
  }
  return list;
}

Tree limits_tree(const std::vector<LimitReached>& limits) {
  Tree list = Tree::list("limits_reached");
  for (const LimitReached& limit : limits) {
    list.with(Tree::object()
                  .with("id", text(limit.limit))
                  .with("amount", limit.amount)
                  .with("on", day(limit.on)));
  }
  return list;
}

Tree plan_tree(const ElectionPlan& plan, const Sources& sources) {
  return Tree::object()
      .with("id", text(plan.name))
      .with(elections_tree(plan.steps))
      .with(reach_tree("deferrals", plan.deferrals))
      .with("catch_up", plan.catch_up)
      .with(reach_tree("after_tax", plan.after_tax))
      .with("room", plan.room)
      .with("binding", text_or_null(plan.binding ? to_string(*plan.binding) : ""))
      .with("binding_at", text_or_null(line_place(sources, plan.binding_at)))
      .with("match", plan.match)
      .with("match_at_year_end", plan.at_year_end)
      .with("match_cost", plan.match_cost)
      .with("employer_other", plan.other_employer)
      .with(limits_tree(plan.limits))
      .with(paychecks_tree(plan.rows));
}

Tree now_tree(const std::optional<AsElected>& now) {
  if (!now) return {"as_elected_now", Tree::Shape::value, Tree::Null{}, {}};
  return Tree::object("as_elected_now")
      .with("deferrals", now->deferrals.reached)
      .with("deferrals_left", now->deferrals.left())
      .with("after_tax", now->after_tax)
      .with("room", now->room)
      .with("over", now->over)
      .with("match", now->match)
      .with("match_at_year_end", now->at_year_end)
      .with("match_cost", now->match_cost)
      .with("match_crowded_out", now->crowded_out)
      .with("full_on", text_or_null(now->full_on ? to_string(*now->full_on) : ""))
      .with(limits_tree(now->limits))
      .with(paychecks_tree(now->rows));
}

Tree readings_tree(const ElectionAnswer& answer, const Sources& sources) {
  Tree list = Tree::list("readings");
  for (const ElectionReading& reading : answer.readings) {
    Tree takes = Tree::list("takes");
    for (const std::string& one : reading.takes) takes.with("", text(one));
    Tree plans = Tree::list("plans");
    for (const ElectionPlan& plan : reading.plans) plans.with(plan_tree(plan, sources));
    list.with(Tree::object()
                  .with(std::move(takes))
                  .with("chosen", text(chosen(answer, reading).name))
                  .with("whole_year_match", reading.whole_match)
                  .with(std::move(plans))
                  .with(now_tree(reading.now)));
  }
  return list;
}

Tree steps_tree(const Worksheet& worksheet, const Sources& sources, const LimitTable& limits) {
  Tree list = Tree::list("steps");
  for (const Line& line : worksheet.lines) {
    const std::string notice = notice_behind(line, limits);
    list.with(
        Tree::object()
            .with("label", text(label_of(line.kind)))
            .with("amount", line.amount.least)
            .with("law", text_or_null(law_behind(line)))
            .with("source", text_or_null(notice.empty() ? line_place(sources, line.where) : notice))
            .with("step", text(to_string(line.step))));
  }
  return list;
}

Tree findings_tree(const Findings& findings) {
  Tree list = Tree::list("findings");
  for (const Finding& finding : findings) {
    list.with(Tree::object()
                  .with("code", text(finding.kind->code))
                  .with("name", text(finding.kind->name))
                  .with("severity", text(to_string(finding.kind->severity)))
                  .with("message", text(finding.message)));
  }
  return list;
}

}  // namespace

Tree tree_of(const ElectionAnswer& answer, const Sources& sources, const LimitTable& limits) {
  const ElectionPlan& plan = chosen(answer, answer.readings.front());
  Tree assumptions = Tree::list("assumptions");
  for (const std::string_view one : answer.assumptions) assumptions.with("", text(one));
  Tree tree = Tree::object();
  tree.with("schema", text("rothcheck-elect/1"))
      .with("year", count(answer.year))
      .with("plan", text(answer.plan))
      .with("schedule", text(to_string(answer.schedule)))
      .with("grain", text(to_string(answer.grain)))
      .with("style", text(to_string(answer.style)))
      .with("pay_dates", count(answer.pay_dates))
      .with("next_pay_date", day(answer.next))
      .with("paychecks_left", count(static_cast<int>(plan.rows.size())))
      .with("pay", answer.pay)
      .with("pay_so_far", answer.pay_so_far)
      .with(Tree::object("so_far")
                .with("deferrals", answer.deferrals_so_far)
                .with("after_tax", answer.after_tax_so_far)
                .with("match", answer.match_so_far))
      .with(Tree::object("limits")
                .with("deferrals", answer.deferral_limit)
                .with("deferrals_with_catch_up", answer.deferral_most)
                .with("annual_additions", answer.additions_limit)
                .with("pay_counted", answer.pay_limit))
      .with(readings_tree(answer, sources))
      .with("safe_reading", answer.safe_reading
                                ? Tree::Value{static_cast<std::int64_t>(*answer.safe_reading)}
                                : Tree::Value{Tree::Null{}})
      .with(steps_tree(answer.worksheet, sources, limits))
      .with(std::move(assumptions))
      .with(findings_tree(answer.findings));
  return tree;
}

}  // namespace rothcheck::reports
