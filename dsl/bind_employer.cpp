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
  if (line.unknown) return "unknown";
  if (line.per_hour) return "dollars per hour";
  if (line.above) return "a percent of pay above " + to_string(*line.above);
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

/// `the wage base`, `80% of the wage base` or `$100,000`, behind `above`.
std::optional<PayLevel> read_pay_level(Cursor& cursor) {
  if (cursor.next_is(ast::Shape::money)) return PayLevel{.money = cursor.money()};
  const ast::Value* share = cursor.peek();
  const bool of_base = share != nullptr && share->shape == ast::Shape::share &&
                       share->parts.size() == 2 && share->parts[1].text.starts_with("wage");
  if (!of_base) {
    if (!cursor.expect("the wage base")) return std::nullopt;
    return PayLevel{.money = {}, .of_wage_base = Rate::whole(1)};
  }
  cursor.take("");
  const std::optional<Rate> rate = read_percent(share->parts[0], cursor.faults());
  if (!rate || *rate > 100_pct || rate->is_zero()) {
    if (rate)
      cursor.faults().say(finding::out_of_range, share->span,
                          fmt::format("{} of the wage base is no level that a plan may use: it is "
                                      "above 0% and at most 100% of it",
                                      to_percent_string(*rate)));
    cursor.fail();
    return std::nullopt;
  }
  return PayLevel{.money = {}, .of_wage_base = *rate};
}

/// Behind an amount: `above the wage base`.
std::optional<PayLevel> read_above(Cursor& cursor, const Amount& amount) {
  const ast::Value* above = cursor.peek();
  if (!cursor.skip("above")) return std::nullopt;
  if (amount.basis == Amount::Basis::of_pay) return read_pay_level(cursor);
  cursor.faults().say(
      finding::misplaced, above->span,
      fmt::format("{} is no percent of pay, of which alone the pay above a level can be taken",
                  to_string(amount)));
  cursor.fail();
  return std::nullopt;
}

}  // namespace

std::optional<MonthDay> read_employed_on(Cursor& cursor) {
  cursor.expect("employed on");
  return cursor.month_day();
}

bool is_of_hours(const Cursor& cursor) {
  return cursor.next_is(ast::Shape::number) || cursor.next_is(ast::Shape::duration);
}

std::optional<int> read_hours(Cursor& cursor) {
  const std::optional<int> hours = cursor.whole("hours", 1, 8'784);
  if (!hours || !cursor.expect("hours")) return std::nullopt;
  return hours;
}

bool read_per_hour(Cursor& cursor, const Amount& amount) {
  const ast::Value* per = cursor.peek();
  if (!cursor.skip("per") || !cursor.expect("hour")) return false;
  if (amount.basis == Amount::Basis::money) return true;
  cursor.faults().say(finding::misplaced, per->span,
                      fmt::format("{} is no amount of money, of which alone there can be so much "
                                  "for each hour",
                                  to_string(amount)));
  cursor.fail();
  return false;
}

std::optional<StopAt415> read_stop_at_415(Cursor& cursor) {
  cursor.expect("at");
  const ast::Value* section = cursor.take("`415`");
  if (section == nullptr) return std::nullopt;
  if (section->text != "415" && section->text != "415(c)") {
    say_expected(cursor.faults(), section->span, "`415`", section->text);
    cursor.fail();
    return std::nullopt;
  }
  StopAt415 stop;
  if (!cursor.skip("then")) return stop;
  const std::optional<std::string> then = cursor.text("where the rest goes");
  if (!then) return std::nullopt;
  stop.then = *then;
  return stop;
}

namespace {

/// What holds for all lines of a block.
struct BlockTerms {
  std::optional<MonthDay> employed_on = {};
  std::optional<int> hours = {};
  std::optional<StopAt415> stops_at_415 = {};
};

/// `unknown`, `unknown up to 6% of pay`, `unknown at-least 3% of pay up to 6% of pay`.
Nonelective read_unknown(Cursor& cursor, int block) {
  Nonelective line{
      .amount = Amount::unknown(), .discretionary = false, .block = block, .employed_on = {}};
  const ast::Value* const least = cursor.peek();
  if (cursor.skip("at-least")) line.at_least = cursor.amount();
  if (cursor.skip("up")) {
    cursor.expect("to");
    line.amount = cursor.amount().value_or(Amount::unknown());
  }
  line.unknown = line.at_least || line.amount.basis != Amount::Basis::unknown;
  const bool turned_round =
      line.at_least && line.at_least->basis == line.amount.basis &&
      (line.amount.money < line.at_least->money || line.at_least->rate > line.amount.rate);
  if (turned_round) {
    cursor.faults().say(finding::out_of_range, least->span,
                        fmt::format("at least {} is more than the {} that it is up to",
                                    to_string(*line.at_least), to_string(line.amount)));
    cursor.fail();
  }
  return line;
}

}  // namespace

void bind_nonelective(Cursor& head, Draft& draft) {
  if (head.skip("none"))
    return state_none(draft.plan.no_nonelective, "nonelective none", head, draft);
  const std::string part = part_of(head.clause());
  const int block = draft.nonelective_blocks++;
  std::vector<Provision<Nonelective>>& lines = draft.plan.nonelectives;
  const std::size_t before = lines.size();
  BlockTerms terms;
  const auto fixed = [&](Cursor& c) {
    if (const auto amount = c.amount()) {
      Nonelective line{
          .amount = *amount, .discretionary = false, .block = block, .employed_on = {}};
      line.per_hour = read_per_hour(c, *amount);
      line.above = read_above(c, *amount);
      bind_line(c, line, part, draft);
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
  const auto unknown = [&](Cursor& c) { bind_line(c, read_unknown(c, block), part, draft); };
  const auto once = [&](std::string_view subject, Cursor& c) {
    c.finish();
    if (!c.failed() &&
        !draft.stated.once("nonelective", subject, part, {}, c.clause().head, draft.faults))
      c.fail();
  };
  const auto asks = [&](Cursor& c) {
    const bool of_hours = is_of_hours(c);
    if (of_hours) {
      terms.hours = read_hours(c);
    } else {
      terms.employed_on = read_employed_on(c);
    }
    once(of_hours ? "requires hours" : "requires", c);
  };
  const auto stops = [&](Cursor& c) {
    terms.stops_at_415 = read_stop_at_415(c);
    once("stops", c);
  };
  const std::size_t faults_before = draft.faults.count();
  bind_block(head.clause(), "nonelective", draft,
             {{"", fixed},
              {"discretionary", discretionary},
              {"unknown", unknown},
              {"requires", asks},
              {"stops", stops}});
  for (std::size_t i = before; i < lines.size(); ++i) {
    lines[i].value.employed_on = terms.employed_on;
    lines[i].value.hours = terms.hours;
    lines[i].value.stops_at_415 = terms.stops_at_415;
  }
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

void bind_mandatory_contributions(Cursor& head, Draft& draft) {
  const auto line = [&draft](Cursor& c) {
    c.rewind();
    std::optional<MandatoryContribution> value;
    if (const std::optional<Amount> amount = c.amount())
      value = MandatoryContribution{.amount = *amount, .picked_up = c.skip("picked-up")};
    const std::string_view subject = value && value->picked_up ? "picked-up" : "after-tax";
    state(draft.plan.mandatory_contributions, "mandatory-contributions", subject, value, c, draft);
  };
  bind_block(head.clause(), "mandatory-contributions", draft, {{"", line}});
}

}  // namespace rothcheck::dsl
