// in-plan-roth-rollover and in-service-distribution: the ways of after-tax money to Roth.
#include <fmt/format.h>

#include "dsl/findings.hpp"
#include "dsl/statements.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;

const std::vector<Kind> sources = {Kind::pre_tax,     Kind::roth,           Kind::after_tax,
                                   Kind::catch_up,    Kind::catch_up_60_63, Kind::match,
                                   Kind::nonelective, Kind::rollover};

constexpr std::string_view rollover = "in-plan-roth-rollover";
constexpr std::string_view distribution = "in-service-distribution";
constexpr int most_a_year = 10'000;

Statements permissions(std::vector<Provision<Permission>>& feature, std::string_view block,
                       Draft& draft) {
  Statements statements;
  for (Kind kind : sources) {
    statements.push_back({to_string(kind), [&feature, &draft, block, kind](Cursor& c) {
                            bind_permission(c, kind, feature, block, true, draft);
                          }});
  }
  return statements;
}

void bind_automatic(Cursor& cursor, ConversionSchedule::How how, Draft& draft) {
  ConversionSchedule schedule{.how = how, .frequency = {}};
  const bool may_be_silent = how == ConversionSchedule::How::on_request_then_automatic;
  if (!may_be_silent || cursor.next_is(Shape::word))
    schedule.frequency = cursor.choice<Frequency>("frequency");
  state(draft.plan.rollover_schedule, rollover, "schedule", std::optional{schedule}, cursor, draft);
}

/// `on request`, `on request, then automatic`: the comma makes a list of its two neighbours.
void bind_on_request(Cursor& cursor, Draft& draft) {
  if (cursor.next_is(Shape::list)) {
    const ast::Value& list = *cursor.take("");
    if (list.parts.size() != 2 || list.parts[0].text != "request" || list.parts[1].text != "then") {
      say_expected(draft.faults, list.span, "`request, then automatic`", list.text);
      return cursor.fail();
    }
    cursor.expect("automatic");
    return bind_automatic(cursor, ConversionSchedule::How::on_request_then_automatic, draft);
  }
  cursor.expect("request");
  state(draft.plan.rollover_schedule, rollover, "schedule",
        std::optional{
            ConversionSchedule{.how = ConversionSchedule::How::on_request, .frequency = {}}},
        cursor, draft);
}

void bind_at_most(Cursor& cursor, std::vector<Provision<int>>& feature, std::string_view block,
                  Draft& draft) {
  const std::optional<int> count = cursor.whole("times", 1, most_a_year);
  cursor.expect("per year");
  state(feature, block, "at-most", count, cursor, draft);
}

/// Money statements, which both blocks have: `minimum $500`, `fee $100`.
Statement money_statement(std::string_view subject, std::vector<Provision<Money>>& feature,
                          std::string_view block, Draft& draft) {
  return {subject, [&feature, &draft, block, subject](Cursor& c) {
            state(feature, block, subject, c.money(), c, draft);
          }};
}

/// `at age 59 1/2` or `after 24 months` as a statement of its own holds for every kind.
void bind_conditions(Cursor& cursor, Draft& draft) {
  cursor.rewind();
  const std::optional<Conditions> conditions = read_conditions(cursor);
  if (!conditions) return;
  const std::string_view subject = conditions->at_age          ? "at age"
                                   : conditions->participation ? "after, of participation"
                                                               : "after";
  state(draft.plan.distribution_conditions, distribution, subject, conditions, cursor, draft);
}

/// `suspends contributions 6 months`, `suspends after-tax, match 6 months`.
void bind_suspension(Cursor& cursor, Draft& draft) {
  std::optional<Suspension> suspension{std::in_place};
  if (!cursor.skip("contributions")) {
    const std::optional<Kinds> kinds =
        cursor.kinds({Kind::pre_tax, Kind::roth, Kind::after_tax, Kind::catch_up, Kind::match});
    suspension->kinds = kinds.value_or(Kinds{});
  }
  const std::optional<Duration> time = cursor.duration();
  if (time) {
    suspension->time = *time;
  } else {
    suspension.reset();
  }
  const std::string what = suspension ? suspended(suspension->kinds) : "";
  state(draft.plan.distribution_suspension, distribution, "suspends", suspension, cursor, draft,
        what);
}

}  // namespace

std::optional<Conditions> read_conditions(Cursor& cursor) {
  Conditions conditions;
  const auto once = [&cursor](bool stated_before) {
    if (!stated_before || cursor.failed()) return;
    const Span where = cursor.clause().head;
    cursor.faults().say(finding::stated_twice, where, "this clause states one condition twice");
    cursor.fail();
  };
  while (cursor.next_is("at") || cursor.next_is("after")) {
    if (cursor.skip("at")) {
      cursor.expect("age");
      once(conditions.at_age.has_value());
      conditions.at_age = cursor.age();
      continue;
    }
    cursor.skip("after");
    const std::optional<Duration> stretch = cursor.duration();
    const bool participation = cursor.skip("of");
    if (participation) cursor.expect("participation");
    std::optional<Duration>& condition =
        participation ? conditions.participation : conditions.seasoning;
    once(condition.has_value());
    condition = stretch;
  }
  return cursor.failed() ? std::nullopt : std::optional{conditions};
}

void bind_rollover(Cursor& head, Draft& draft) {
  Plan& plan = draft.plan;
  Statements statements = permissions(plan.rollovers, rollover, draft);
  statements.push_back({"automatic", [&](Cursor& c) {
                          bind_automatic(c, ConversionSchedule::How::automatic, draft);
                        }});
  statements.push_back({"on", [&](Cursor& c) { bind_on_request(c, draft); }});
  statements.push_back(
      {"at-most", [&](Cursor& c) { bind_at_most(c, plan.rollovers_a_year, rollover, draft); }});
  statements.push_back(money_statement("minimum", plan.rollover_minimum, rollover, draft));
  statements.push_back(money_statement("hold-back", plan.rollover_hold_back, rollover, draft));
  statements.push_back(money_statement("fee", plan.rollover_fee, rollover, draft));
  bind_block(head.clause(), rollover, draft, statements);
}

void bind_distribution(Cursor& head, Draft& draft) {
  Plan& plan = draft.plan;
  Statements statements = permissions(plan.distributions, distribution, draft);
  statements.push_back({"at", [&](Cursor& c) { bind_conditions(c, draft); }});
  statements.push_back({"after", [&](Cursor& c) { bind_conditions(c, draft); }});
  statements.push_back({"at-most", [&](Cursor& c) {
                          bind_at_most(c, plan.distributions_a_year, distribution, draft);
                        }});
  statements.push_back(money_statement("minimum", plan.distribution_minimum, distribution, draft));
  statements.push_back(money_statement("fee", plan.distribution_fee, distribution, draft));
  statements.push_back({"suspends", [&](Cursor& c) { bind_suspension(c, draft); }});
  statements.push_back({"contributions", [&](Cursor& c) {
                          const auto yes = c.expect("only") ? std::optional{true} : std::nullopt;
                          state(plan.contributions_only, distribution, "contributions only", yes, c,
                                draft);
                        }});
  bind_block(head.clause(), distribution, draft, statements);
}

}  // namespace rothcheck::dsl
