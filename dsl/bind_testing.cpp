// testing and automatic-enrollment: how the plan is tested, and what bears on the test.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/findings.hpp"
#include "dsl/statements.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;

void bind_hce(Cursor& cursor, Draft& draft) {
  const std::optional<bool> yes =
      cursor.expect("top-paid-group") ? std::optional{true} : std::nullopt;
  state(draft.plan.top_paid_group, "testing", "hce", yes, cursor, draft);
}

/// `exclude otherwise-excludable`, `separate otherwise-excludable`: one plan does one of them.
void bind_excludable(Cursor& cursor, std::vector<Provision<bool>>& feature, Draft& draft) {
  const std::optional<bool> yes =
      cursor.expect("otherwise-excludable") ? std::optional{true} : std::nullopt;
  state(feature, "testing", "otherwise-excludable", yes, cursor, draft);
}

/// `first-year 3%`, `first-year own`.
void bind_first_year(Cursor& cursor, Draft& draft) {
  std::optional<FirstYearAcp> acp;
  if (cursor.next_is(Shape::word)) {
    acp = cursor.choice<FirstYearAcp>("choice", {{"own", FirstYearAcp::own}});
  } else if (const ast::Value* value = cursor.take("`3%` or `own`")) {
    Faults unsaid;
    if (value->shape == Shape::percent && read_percent(*value, unsaid) == 3_pct) {
      acp = FirstYearAcp::three_percent;
    } else {
      say_expected(draft.faults, value->span, "`3%` or `own`", value->text);
      return cursor.fail();
    }
  }
  state(draft.plan.first_year_acp, "testing", "first-year", acp, cursor, draft);
}

/// `refund unmatched-after-tax, matched-after-tax, match`: what is not named goes back last.
void bind_refund(Cursor& cursor, Draft& draft) {
  const ast::Value* list = cursor.take("money such as unmatched-after-tax, match");
  if (list == nullptr) return;
  const std::vector<ast::Value> one = {*list};
  RefundOrder order;
  for (const ast::Value& value : list->shape == Shape::list ? list->parts : one) {
    const std::optional<Refunded> money = named<Refunded>(value.text);
    if (!money) {
      say_unknown(draft.faults, value.span, "money that goes back", value.text,
                  {words<Refunded>.begin(), words<Refunded>.end()});
      return cursor.fail();
    }
    if (std::find(order.begin(), order.end(), *money) != order.end()) {
      draft.faults.say(finding::stated_twice, value.span,
                       fmt::format("{} stands in the order twice", value.text));
      return cursor.fail();
    }
    order.push_back(*money);
  }
  state(draft.plan.refund_order, "testing", "refund", std::optional{order}, cursor, draft);
}

/// What holds for the whole block, and so can be said once.
bool first_time(std::string_view subject, Cursor& cursor, Draft& draft) {
  cursor.finish();
  return !cursor.failed() && draft.stated.once("automatic-enrollment", subject, "", {},
                                               cursor.clause().head, draft.faults);
}

std::optional<Rate> percent(Cursor& cursor) {
  const ast::Value* value = cursor.take("a percent such as 1%");
  if (value == nullptr) return std::nullopt;
  std::optional<Rate> rate = read_percent(*value, cursor.faults());
  if (!rate) cursor.fail();
  return rate;
}

/// `covers all`, `covers hired from 2025-01-01`.
void bind_covers(Cursor& cursor, AutomaticEnrollment& enrollment, Draft& draft) {
  const auto whom = cursor.choice<bool>("group", {{"all", false}, {"hired", true}});
  if (!whom) return;
  if (*whom) {
    const std::optional<Scope> scope = cursor.scope();
    if (!scope || !scope->from) {
      say_expected(draft.faults, cursor.clause().head, "`from` and a date", "");
      return cursor.fail();
    }
    enrollment.hired_from = scope->from;
  }
  first_time("covers", cursor, draft);
}

}  // namespace

void bind_automatic_enrollment(Cursor& head, Draft& draft) {
  AutomaticEnrollment enrollment;
  bind_block(head.clause(), "automatic-enrollment", draft,
             {{"kind",
               [&](Cursor& c) {
                 const auto kind = c.choice<EnrollmentKind>("kind");
                 if (kind && first_time("kind", c, draft)) enrollment.kind = *kind;
               }},
              {"default",
               [&](Cursor& c) {
                 const std::optional<Amount> amount = c.amount();
                 if (!amount || !first_time("default", c, draft)) return;
                 if (amount->basis == Amount::Basis::of_pay) {
                   enrollment.rate = amount->rate;
                 } else {
                   say_expected(draft.faults, c.clause().head, "a percent of pay", "");
                   c.fail();
                 }
               }},
              {"rises",
               [&](Cursor& c) {
                 const std::optional<Rate> by = percent(c);
                 c.expect("a year to");
                 const std::optional<Rate> most = percent(c);
                 if (!by || !most || !first_time("rises", c, draft)) return;
                 enrollment.rises = by;
                 enrollment.up_to = most;
               }},
              {"covers", [&](Cursor& c) { bind_covers(c, enrollment, draft); }}});
  state(draft.plan.automatic_enrollment, "plan", "automatic-enrollment", std::optional{enrollment},
        head, draft);
}

void bind_testing(Cursor& head, Draft& draft) {
  Plan& plan = draft.plan;
  const Statements statements = {
      {"safe-harbor",
       [&](Cursor& c) {
         const auto design = c.choice<SafeHarbor>("safe harbor");
         state(plan.safe_harbor, "testing", "safe-harbor", design, c, draft);
       }},
      {"acp-safe-harbor",
       [&](Cursor& c) {
         const auto met = c.choice<AcpSafeHarbor>("answer");
         state(plan.acp_safe_harbor, "testing", "acp-safe-harbor", met, c, draft);
       }},
      {"acp",
       [&](Cursor& c) {
         state(plan.acp_method, "testing", "acp", c.choice<AcpMethod>("method"), c, draft);
       }},
      {"adp",
       [&](Cursor& c) {
         state(plan.adp_method, "testing", "adp", c.choice<AcpMethod>("method"), c, draft);
       }},
      {"first-year", [&](Cursor& c) { bind_first_year(c, draft); }},
      {"match",
       [&](Cursor& c) {
         const auto match = c.choice<MatchInTest>("choice");
         state(plan.match_in_test, "testing", "match", match, c, draft);
       }},
      {"hce", [&](Cursor& c) { bind_hce(c, draft); }},
      {"collectively-bargained",
       [&](Cursor& c) {
         c.expect("class");
         const std::optional<std::string> name = c.text("a class");
         state(plan.collectively_bargained, "testing", "collectively-bargained class", name, c,
               draft, name.value_or(""));
       }},
      {"exclude", [&](Cursor& c) { bind_excludable(c, plan.exclude_otherwise_excludable, draft); }},
      {"separate",
       [&](Cursor& c) { bind_excludable(c, plan.separate_otherwise_excludable, draft); }},
      {"refund", [&](Cursor& c) { bind_refund(c, draft); }},
  };
  bind_block(head.clause(), "testing", draft, statements);
}

}  // namespace rothcheck::dsl
