// contributions: which kinds, and how much of each.
#include "dsl/statements.hpp"

namespace rothcheck::dsl {
namespace {

const std::vector<Kind> contributed = {Kind::pre_tax, Kind::roth, Kind::after_tax, Kind::catch_up,
                                       Kind::catch_up_60_63};

void bind_limit(Cursor& cursor, std::vector<Provision<ContributionLimit>>& feature) {
  std::optional<ContributionLimit> limit;
  if (const std::optional<Amount> amount = cursor.amount()) {
    limit = ContributionLimit{.amount = *amount};
    if (cursor.skip("on")) limit->kinds = cursor.kinds(contributed).value_or(Kinds{});
  }
  add(feature, limit, cursor);
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
  statements.push_back({"limit", [&](Cursor& c) { bind_limit(c, plan.limits); }});
  statements.push_back({"minimum", [&](Cursor& c) { bind_limit(c, plan.minimums); }});
  statements.push_back({"spillover", [&](Cursor& c) { bind_spillover(c, draft); }});
  bind_block(head.clause(), "contributions", draft, statements);
}

}  // namespace rothcheck::dsl
