// match: what counts, the formula, its ceilings, and when it is figured.
#include <fmt/format.h>

#include "dsl/findings.hpp"
#include "dsl/statements.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;

const std::vector<Kind> matched = {Kind::pre_tax, Kind::roth, Kind::catch_up, Kind::after_tax,
                                   Kind::student_loan};
/// Nobody matches a dollar with more than ten.
constexpr Rate highest_rate = Rate::whole(10);

/// One match block in the making.
struct Block {
  Match match;
  Draft& draft;
  std::string part;  // tells it apart from other match blocks

  /// For what holds for everybody the whole year, and so can be said once.
  bool first_time(std::string_view subject, Cursor& cursor) {
    cursor.finish();
    if (cursor.failed()) return false;
    if (draft.stated.once("match", subject, part, {}, cursor.clause().head, draft.faults))
      return true;
    cursor.fail();
    return false;
  }
};

/// `RATE of the first|next AMOUNT`, `RATE of all`.
std::optional<Tier> read_tier(const ast::Value& value, Faults& faults) {
  const std::optional<Rate> rate = read_percent(value.parts[0], faults);
  if (!rate) return std::nullopt;
  if (*rate > highest_rate) {
    faults.say(finding::out_of_range, value.parts[0].span,
               fmt::format("a match of {} is more than {}", to_percent_string(*rate),
                           to_percent_string(highest_rate)));
    return std::nullopt;
  }
  if (value.shape == Shape::share)
    return Tier{.rate = *rate, .reach = Tier::Reach::all, .width = {}};
  const std::optional<Amount> width = read_amount(value.parts[2], faults);
  if (!width) return std::nullopt;
  const bool first = value.parts[1].text == "first";
  return Tier{
      .rate = *rate, .reach = first ? Tier::Reach::first : Tier::Reach::next, .width = *width};
}

void bind_tier(Cursor& cursor, MatchFormula& formula, const std::string& part, Draft& draft) {
  const ast::Value& value = *cursor.take("");
  const std::optional<Tier> tier = read_tier(value, draft.faults);
  if (!tier) return cursor.fail();
  if (tier->reach != Tier::Reach::next) {
    return state(formula.tiers, "match", "first tier", tier, cursor, draft, part);
  }
  bool begun = false;
  for (const Provision<Tier>& before : formula.tiers)
    begun = begun || before.value.reach == Tier::Reach::first;
  if (!begun) {
    draft.faults.say(finding::next_before_first, value.parts[1].span,
                     "a tier with `next` needs one with `first` before it");
    return cursor.fail();
  }
  add(formula.tiers, tier, cursor);
}

/// `8% of pay when contributing at least 2% of pay`.
void bind_step(Cursor& cursor, MatchFormula& formula, const std::string& part, Draft& draft) {
  const ast::Value& value = *cursor.peek();
  const bool of_other = value.shape == Shape::share && value.parts[1].text != "pay" &&
                        !value.parts[1].text.starts_with("402(g)");
  if (of_other) {
    const ast::Value& basis = value.parts[1];
    say_expected(draft.faults, basis.span, "`all`, `the first` or `the next`", basis.text,
                 basis.text == "first" || basis.text == "next"
                     ? std::vector<Note>{{fmt::format("write `of the {}`", basis.text)}}
                     : suggestions(basis.text, {"all", "pay"}));
    return cursor.fail();
  }
  const std::optional<Amount> match = cursor.amount();
  if (!match) return;
  if (!cursor.peek()) {
    say_expected(
        draft.faults, {value.span.source, value.span.end, value.span.end},
        "`when contributing at least`", "",
        {{"a match of every dollar is `3% of all`, up to a ceiling `3% of the first 6% of pay`"},
         {"money that does not depend on saving belongs in nonelective"}});
    return cursor.fail();
  }
  cursor.expect("when contributing at least");
  const std::optional<Amount> threshold = cursor.amount();
  if (!threshold) return;
  state(formula.steps, "match", "step at " + to_string(*threshold),
        std::optional{MatchStep{*match, *threshold}}, cursor, draft, part);
}

void bind_formula_line(Cursor& cursor, MatchFormula& formula, const std::string& part,
                       Draft& draft) {
  const ast::Value& value = *cursor.peek();
  const bool is_tier =
      value.shape == Shape::tier || (value.shape == Shape::share && value.parts[1].text == "all");
  is_tier ? bind_tier(cursor, formula, part, draft) : bind_step(cursor, formula, part, draft);
  if (!cursor.failed() && !formula.tiers.empty() && !formula.steps.empty()) {
    draft.faults.say(finding::mixed_formula, cursor.clause().head,
                     "a formula has tiers or steps, not both",
                     {{"the other kind of line", formula.tiers.front().where == cursor.clause().head
                                                     ? formula.steps.front().where
                                                     : formula.tiers.front().where}});
    cursor.fail();
  }
}

Statements formula_lines(MatchFormula& formula, std::string part, Draft& draft) {
  const auto line = [&formula, &draft, part](Cursor& c) {
    c.rewind();
    if (c.peek()) bind_formula_line(c, formula, part, draft);
  };
  return {{"", line}, {"unknown", line}};
}

/// `greatest of { ... } { ... }`.
void bind_greatest(Cursor& cursor, Block& block) {
  cursor.expect("of");
  const ast::Clause& clause = cursor.clause();
  if (!block.first_time("greatest of", cursor)) {
    // The formulas may hold mistakes of their own.
    cursor.fail();
  } else if (clause.blocks.size() == 1) {
    const std::uint32_t end = clause.blocks.front().span.end;
    say_expected(block.draft.faults, {clause.span.source, end, end}, "a second formula in `{ }`",
                 "");
    cursor.fail();
  }
  for (const ast::Block& written : clause.blocks) {
    MatchFormula formula;
    const std::size_t before = block.draft.faults.count();
    const std::string part = std::to_string(written.span.begin);
    bind_statements(written.clauses, "match", written.span, block.draft,
                    formula_lines(formula, part, block.draft));
    if (formula.tiers.empty() && formula.steps.empty() && block.draft.faults.count() == before) {
      block.draft.faults.say(finding::no_formula,
                             {written.span.source, written.span.begin, written.span.begin + 1},
                             "this formula has no tier");
    }
    block.match.formulas.push_back(std::move(formula));
  }
}

void bind_discretionary(Cursor& cursor, Block& block) {
  std::optional<Amount> ceiling;
  if (cursor.skip("up")) {
    cursor.expect("to");
    ceiling = cursor.amount();
  }
  std::vector<Provision<std::optional<Amount>>> stated;
  const std::optional<std::optional<Amount>> value{std::in_place, ceiling};
  state(stated, "match", "discretionary", value, cursor, block.draft, block.part);
  if (!stated.empty()) block.match.discretionary = stated.front();
}

Statements settings(Block& block) {
  Match& match = block.match;
  const auto true_up = [&block, &match](Cursor& c, bool yes) {
    if (block.first_time("true-up", c)) match.true_up = yes;
  };
  return {
      {"counts",
       [&block, &match](Cursor& c) {
         const std::optional<Kinds> kinds = c.kinds(matched);
         if (kinds && block.first_time("counts", c)) match.counts = *kinds;
       }},
      {"greatest", [&block](Cursor& c) { bind_greatest(c, block); }, Statement::Blocks::several},
      {"limit", [&match](Cursor& c) { add(match.limits, c.amount(), c); }},
      {"discretionary", [&block](Cursor& c) { bind_discretionary(c, block); }},
      {"formula",
       [&block, &match](Cursor& c) {
         if (c.expect("unknown") && block.first_time("formula", c)) match.formula_unknown = true;
       }},
      {"each",
       [&block, &match](Cursor& c) {
         const auto period = c.choice<Period>("period");
         if (period && block.first_time("each", c)) match.period = period;
       }},
      {"true-up", [true_up](Cursor& c) { true_up(c, true); }},
      {"no",
       [true_up](Cursor& c) {
         if (c.expect("true-up")) true_up(c, false);
       }},
      {"requires",
       [&block, &match](Cursor& c) {
         if (is_of_hours(c)) {
           const auto hours = read_hours(c);
           if (hours && block.first_time("requires hours", c)) match.hours = hours;
           return;
         }
         const auto day = read_employed_on(c);
         if (day && block.first_time("requires", c)) match.employed_on = day;
       }},
      {"stops",
       [&block, &match](Cursor& c) {
         const auto stop = read_stop_at_415(c);
         if (stop && block.first_time("stops", c)) match.stops_at_415 = stop;
       }},
  };
}

/// Whether the block says how much in exactly one way, discretionary money aside.
bool has_one_formula(const Block& block, const MatchFormula& own, Span head) {
  const bool has_own = !own.tiers.empty() || !own.steps.empty();
  const int ways =
      int{has_own} + int{!block.match.formulas.empty()} + int{block.match.formula_unknown};
  if (ways > 1) {
    block.draft.faults.say(finding::mixed_formula, head,
                           "a match has tiers, or `greatest of`, or `formula unknown`");
  } else if (ways == 0 && !block.match.discretionary) {
    block.draft.faults.say(finding::no_formula, head, "this match has no formula",
                           {{"write `formula unknown` where it is not known"}});
  }
  return ways == 1 || (ways == 0 && block.match.discretionary);
}

}  // namespace

void bind_match(Cursor& head, Draft& draft) {
  if (head.skip("none")) return state_none(draft.plan.no_match, "match none", head, draft);
  Block block{.match = {}, .draft = draft, .part = part_of(head.clause())};
  MatchFormula own;
  Statements statements = settings(block);
  for (Statement& line : formula_lines(own, block.part, draft))
    statements.push_back(std::move(line));
  const std::size_t before = draft.faults.count();
  bind_block(head.clause(), "match", draft, statements);
  // What is missing may be what could not be read.
  if (head.failed() || draft.faults.count() != before) return;
  if (!has_one_formula(block, own, head.clause().head)) return head.fail();
  if (block.match.formulas.empty() && !(own.tiers.empty() && own.steps.empty())) {
    block.match.formulas.push_back(std::move(own));
  }
  add(draft.plan.matches, std::optional{std::move(block.match)}, head);
}

}  // namespace rothcheck::dsl
