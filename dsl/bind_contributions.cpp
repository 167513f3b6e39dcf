// contributions: which kinds, and how much of each.
#include <fmt/format.h>

#include "dsl/findings.hpp"
#include "dsl/statements.hpp"

namespace rothcheck::dsl {
namespace {

const std::vector<Kind> contributed = {Kind::pre_tax, Kind::roth, Kind::after_tax, Kind::catch_up,
                                       Kind::catch_up_60_63};

/// Limits and minimums do not name the special catch-ups, which are deferrals as any other.
const std::vector<Kind> special = {Kind::catch_up_15_years, Kind::catch_up_last_3_years};

/// An AMOUNT, or `10% of base pay`.
std::optional<Amount> read_limit_amount(Cursor& cursor) {
  const ast::Value* share = cursor.peek();
  const bool of_base = share != nullptr && share->shape == ast::Shape::share &&
                       share->parts.size() == 2 && share->parts[1].text == "base";
  if (!of_base) return cursor.amount();
  cursor.take("");
  const std::optional<Rate> rate = read_percent(share->parts[0], cursor.faults());
  if (!rate || !cursor.expect("pay")) {
    cursor.fail();
    return std::nullopt;
  }
  if (*rate > 100_pct) {
    cursor.faults().say(finding::over_100_percent, share->span,
                        fmt::format("{} is more than 100% of pay", to_percent_string(*rate)));
    cursor.fail();
    return std::nullopt;
  }
  return Amount::percent_of_base_pay(*rate);
}

/// `each pay-period` holds each paycheck to its own share: of its pay, or so many dollars.
bool read_each_pay_period(Cursor& cursor, const Amount& amount) {
  const ast::Value* each = cursor.peek();
  if (!cursor.skip("each")) return false;
  if (!cursor.expect("pay-period")) return false;
  if (amount.is_of_pay() || amount.basis == Amount::Basis::money) return true;
  cursor.faults().say(
      finding::misplaced, each->span,
      fmt::format("{} is of a year; `each pay-period` stands behind a percent of pay or dollars",
                  to_string(amount)));
  cursor.fail();
  return false;
}

void bind_limit(Cursor& cursor, std::vector<Provision<ContributionLimit>>& feature) {
  std::optional<ContributionLimit> limit;
  if (const std::optional<Amount> amount = read_limit_amount(cursor)) {
    limit = ContributionLimit{.amount = *amount, .per_hour = read_per_hour(cursor, *amount)};
    if (cursor.skip("on")) limit->kinds = cursor.kinds(contributed).value_or(Kinds{});
    if (!limit->per_hour) limit->each_pay_period = read_each_pay_period(cursor, *amount);
  }
  add(feature, limit, cursor);
}

void bind_minimum(Cursor& cursor, std::vector<Provision<ContributionLimit>>& feature) {
  std::optional<ContributionLimit> minimum;
  if (const std::optional<Amount> amount = read_limit_amount(cursor)) {
    minimum = ContributionLimit{.amount = *amount};
    if (cursor.skip("on")) minimum->kinds = cursor.kinds(contributed).value_or(Kinds{});
  }
  add(feature, minimum, cursor);
}

/// `roth-catch-up deemed on pre-tax`, `roth-catch-up wages of group`.
void bind_roth_catch_up(Cursor& cursor, Draft& draft) {
  if (cursor.skip("wages")) {
    const auto yes = cursor.expect("of group") ? std::optional{true} : std::nullopt;
    return state(draft.plan.roth_catch_up_of_group, "contributions", "roth-catch-up wages", yes,
                 cursor, draft);
  }
  const auto deemed =
      cursor.choice<bool>("answer", {{"deemed", true}, {"elected", false}, {"wages", false}});
  std::optional<RothCatchUp> election;
  if (deemed == false) election = RothCatchUp::elected;
  if (deemed == true && cursor.expect("on"))
    election = cursor.choice<RothCatchUp>("basis", {{"pre-tax", RothCatchUp::deemed_on_pre_tax},
                                                    {"combined", RothCatchUp::deemed_on_combined}});
  state(draft.plan.roth_catch_up, "contributions", "roth-catch-up", election, cursor, draft);
}

void bind_only_after(Cursor& cursor, Draft& draft) {
  const std::optional<bool> yes =
      cursor.expect("after 402(g)") ? std::optional{true} : std::nullopt;
  state(draft.plan.only_after_402g, "contributions", "after-tax only after", yes, cursor, draft);
}

void bind_spillover(Cursor& cursor, Draft& draft) {
  cursor.expect("to");
  const auto kind = cursor.choice<Kind>(
      "kind of money", {{"after-tax", Kind::after_tax}, {"catch-up", Kind::catch_up}});
  if (kind == Kind::catch_up) {
    return state(draft.plan.spillover_to_catch_up, "contributions", "spillover to catch-up",
                 std::optional{true}, cursor, draft);
  }
  Spillover spillover;
  const bool has_mode = cursor.next_is(ast::Shape::word) && !cursor.next_is("up");
  if (has_mode)
    spillover.mode = cursor.choice<Spillover::Mode>("mode").value_or(Spillover::Mode::unstated);
  if (cursor.skip("up")) {
    cursor.expect("to");
    spillover.up_to = cursor.amount();
  }
  state(draft.plan.spillover_to_after_tax, "contributions", "spillover to after-tax",
        std::optional{spillover}, cursor, draft);
}

}  // namespace

void bind_permission(Cursor& cursor, Kind kind, std::vector<Provision<Permission>>& feature,
                     std::string_view block, bool conditions, Draft& draft) {
  constexpr std::string_view answers = "`allowed`, `not allowed` or `not stated`";
  Permission permission{.kind = kind, .answer = Answer::allowed, .conditions = {}};
  if (cursor.skip("not")) {
    const auto answer = cursor.choice<Answer>(
        "answer", {{"allowed", Answer::not_allowed}, {"stated", Answer::not_stated}});
    permission.answer = answer.value_or(Answer::not_stated);
  } else if (!cursor.skip("allowed")) {
    const ast::Value* found = cursor.take(answers);
    if (!found) return;
    const bool negative = found->text == "no" || found->text == "false" || found->text == "never";
    const bool positive = found->text == "yes" || found->text == "true";
    const std::string kind_word{to_string(kind)};
    std::vector<Note> notes = did_you_mean(found->text, {"allowed", "not"});
    if (positive) notes = {{"write `" + kind_word + " allowed`"}};
    if (negative) notes = {{"write `" + kind_word + " not allowed`"}};
    say_expected(draft.faults, found->span, answers, found->text, std::move(notes));
    return cursor.fail();
  }
  if (conditions && permission.answer == Answer::allowed) {
    permission.conditions = read_conditions(cursor).value_or(Conditions{});
  }
  state(feature, block, to_string(kind), std::optional{permission}, cursor, draft);
}

void bind_contributions(Cursor& head, Draft& draft) {
  Plan& plan = draft.plan;
  Statements statements;
  for (Kind kind : contributed) {
    statements.push_back({to_string(kind), [&plan, &draft, kind](Cursor& c) {
                            if (kind == Kind::after_tax && c.skip("only"))
                              return bind_only_after(c, draft);
                            bind_permission(c, kind, plan.contributions, "contributions", false,
                                            draft);
                          }});
  }
  for (Kind kind : special) {
    statements.push_back({to_string(kind), [&plan, &draft, kind](Cursor& c) {
                            bind_permission(c, kind, plan.contributions, "contributions", false,
                                            draft);
                          }});
  }
  statements.push_back({"limit", [&](Cursor& c) { bind_limit(c, plan.limits); }});
  statements.push_back({"minimum", [&](Cursor& c) { bind_minimum(c, plan.minimums); }});
  statements.push_back({"roth-catch-up", [&](Cursor& c) { bind_roth_catch_up(c, draft); }});
  statements.push_back({"spillover", [&](Cursor& c) { bind_spillover(c, draft); }});
  bind_block(head.clause(), "contributions", draft, statements);
}

}  // namespace rothcheck::dsl
