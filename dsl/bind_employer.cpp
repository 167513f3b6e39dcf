// nonelective and other-additions: employer money that does not depend on saving, and what else
// uses 415(c) room.
#include <fmt/format.h>

#include "dsl/findings.hpp"
#include "dsl/statements.hpp"

namespace rothcheck::dsl {
namespace {

/// Lines of one basis replace each other by group, so two for the same people are one too many.
std::string basis_of(const Nonelective& line) {
  if (line.discretionary) return "discretionary";
  switch (line.amount.basis) {
    case Amount::Basis::money:
      return "an amount of money";
    case Amount::Basis::of_pay:
      return "a percent of pay";
    case Amount::Basis::of_402g:
      return "a percent of the 402(g) limit";
    case Amount::Basis::of_415c:
      return "a percent of the 415(c) limit";
    case Amount::Basis::of_base_pay:
      return "a percent of base pay";
    case Amount::Basis::unknown:
      return "unknown";
  }
  return "";
}

void bind_line(Cursor& cursor, Nonelective line, std::string_view part, Draft& draft) {
  state(draft.plan.nonelectives, "nonelective", basis_of(line), std::optional{line}, cursor, draft,
        part);
}

}  // namespace

std::optional<MonthDay> read_employed_on(Cursor& cursor) {
  cursor.expect("employed on");
  return cursor.month_day();
}

void bind_nonelective(Cursor& head, Draft& draft) {
  if (head.skip("none"))
    return state_none(draft.plan.no_nonelective, "nonelective none", head, draft);
  const std::string part = part_of(head.clause());
  const int block = draft.nonelective_blocks++;
  std::vector<Provision<Nonelective>>& lines = draft.plan.nonelectives;
  const std::size_t before = lines.size();
  std::optional<MonthDay> employed_on;
  const auto fixed = [&](Cursor& c) {
    if (const auto amount = c.amount()) {
      bind_line(c, {.amount = *amount, .discretionary = false, .block = block, .employed_on = {}},
                part, draft);
    }
  };
  const auto discretionary = [&](Cursor& c) {
    Nonelective line{
        .amount = Amount::unknown(), .discretionary = true, .block = block, .employed_on = {}};
    if (c.skip("up")) {
      c.expect("to");
      line.amount = c.amount().value_or(Amount::unknown());
    }
    bind_line(c, line, part, draft);
  };
  const auto unknown = [&](Cursor& c) {
    bind_line(
        c, {.amount = Amount::unknown(), .discretionary = false, .block = block, .employed_on = {}},
        part, draft);
  };
  const auto requires_day = [&](Cursor& c) {
    const std::optional<MonthDay> day = read_employed_on(c);
    if (day &&
        !draft.stated.once("nonelective", "requires", part, {}, c.clause().head, draft.faults))
      return c.fail();
    if (day) employed_on = day;
  };
  const std::size_t faults_before = draft.faults.count();
  bind_block(head.clause(), "nonelective", draft,
             {{"", fixed},
              {"discretionary", discretionary},
              {"unknown", unknown},
              {"requires", requires_day}});
  for (std::size_t i = before; i < lines.size(); ++i) lines[i].value.employed_on = employed_on;
  if (lines.size() == before && draft.faults.count() == faults_before && !head.failed()) {
    draft.faults.say(finding::no_formula, head.clause().head,
                     "this nonelective block states no amount",
                     {{"write `unknown` where the amount is not known"}});
  }
}

void bind_other_additions(Cursor& head, Draft& draft) {
  const auto line = [&draft](Cursor& c) {
    const std::optional<Amount> amount = c.amount();
    const std::optional<std::string> what = c.text("what it is");
    if (!amount || !what) return;
    state(draft.plan.other_additions, "other-additions", *what,
          std::optional{OtherAddition{*amount, *what}}, c, draft);
  };
  const auto unknown_line = [&line](Cursor& c) {
    c.rewind();
    line(c);
  };
  bind_block(head.clause(), "other-additions", draft, {{"", line}, {"unknown", unknown_line}});
}

}  // namespace rothcheck::dsl
