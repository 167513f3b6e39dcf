// scenario and waive: the plan's own tests, and findings that it silences with a reason.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/findings.hpp"
#include "dsl/statements.hpp"
#include "model/assessment.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;

/// The fields of a participant with hyphens: `prior-year-pay`.
const std::vector<std::string>& fact_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const FieldRow& row : participant_fields()) {
      std::string name{row.name};
      std::replace(name.begin(), name.end(), '_', '-');
      all.push_back(std::move(name));
    }
    return all;
  }();
  return names;
}

void bind_fact(Cursor& cursor, Field field, std::string_view name, Scenario& scenario,
               const std::string& part, Draft& draft) {
  const ast::Value* value = cursor.take("a value");
  if (!value) return;
  std::optional<std::string> text{value->text};
  if (value->shape == Shape::string) text = read_text(*value, name, draft.faults);
  cursor.finish();
  if (!text) cursor.fail();
  if (cursor.failed()) return;
  if (!draft.stated.once("scenario", name, part, {}, cursor.clause().head, draft.faults))
    return cursor.fail();
  if (const auto complaint = set_field(scenario.person, field, *text)) {
    draft.faults.say(finding::bad_fact, value->span, fmt::format("{}: {}", name, *complaint));
    cursor.fail();
  }
}

enum class Expected : std::uint8_t { money, verdict, plan_verdict, binding, yes_no, whole, word };

const Choices<Expected> keys = {
    {"verdict", Expected::verdict}, {"room", Expected::money},
    {"remaining", Expected::money}, {"room-low", Expected::money},
    {"room-high", Expected::money}, {"employer", Expected::money},
    {"deferrals", Expected::money}, {"catch-up", Expected::money},
    {"binding", Expected::binding}, {"hce", Expected::yes_no},
    {"age", Expected::whole},       {"roth-catch-up-required", Expected::yes_no},
    {"finding", Expected::word},    {"plan-verdict", Expected::plan_verdict},
};

template <class T>
Choices<T> words_of(std::initializer_list<T> values) {
  Choices<T> choices;
  for (T value : values) choices.emplace_back(to_string(value), value);
  return choices;
}
const auto& verdicts() {
  static const auto choices =
      words_of({Verdict::available, Verdict::at_separation, Verdict::no_room, Verdict::not_eligible,
                Verdict::not_available, Verdict::undetermined});
  return choices;
}
const auto& plan_verdicts() {
  static const auto choices =
      words_of({Verdict::available, Verdict::at_separation, Verdict::not_available,
                Verdict::undetermined, Verdict::varies});
  return choices;
}
const auto& bindings() {
  static const auto choices =
      words_of({Binding::not_permitted, Binding::plan_limit, Binding::annual_additions_limit,
                Binding::compensation_limit, Binding::earned_income_limit, Binding::pay});
  return choices;
}

/// `$5,000`, `between $0 and $5,000`.
void read_expected_money(Cursor& cursor, Expectation& expectation) {
  const bool between = cursor.skip("between");
  expectation.low = expectation.high = cursor.money();
  if (!between) return;
  cursor.expect("and");
  expectation.high = cursor.money();
  if (!cursor.failed() && *expectation.high < *expectation.low) {
    cursor.faults().say(finding::out_of_range, cursor.clause().head,
                        fmt::format("{} is less than {}", to_string(*expectation.high),
                                    to_string(*expectation.low)));
    cursor.fail();
  }
}

void read_expected(Cursor& cursor, Expected what, Expectation& expectation) {
  const ast::Value* value = cursor.peek();
  if (value) expectation.text = value->text;
  switch (what) {
    case Expected::money:
      return read_expected_money(cursor, expectation);
    case Expected::verdict:
      (void)cursor.choice("verdict", verdicts());
      return;
    case Expected::plan_verdict:
      (void)cursor.choice("verdict of a plan", plan_verdicts());
      return;
    case Expected::binding:
      (void)cursor.choice("binding constraint", bindings());
      return;
    case Expected::yes_no:
      (void)cursor.choice<bool>("answer", {{"yes", true}, {"no", false}});
      return;
    case Expected::whole:
      (void)cursor.whole("years", 0, 120);
      return;
    case Expected::word:
      if (!cursor.take("the name of a finding")) return;
      if (value->shape == Shape::word) return;
      say_expected(cursor.faults(), value->span, "the name of a finding", value->text);
      return cursor.fail();
  }
}

void bind_expect(Cursor& cursor, Scenario& scenario) {
  const ast::Value* key = cursor.peek();
  const std::optional<Expected> what = cursor.choice("expectation", keys);
  if (!what) return;
  Expectation expectation{.key = std::string{key->text},
                          .text = {},
                          .low = {},
                          .high = {},
                          .where = cursor.clause().head};
  read_expected(cursor, *what, expectation);
  cursor.finish();
  if (!cursor.failed()) scenario.expectations.push_back(std::move(expectation));
}

}  // namespace

void bind_scenario(Cursor& head, Draft& draft) {
  Scenario scenario{
      .name = {}, .person = {}, .year = {}, .expectations = {}, .where = head.clause().head};
  scenario.name = head.text("a name").value_or("");
  scenario.person.id = scenario.name;
  const std::string part = part_of(head.clause());
  Statements statements = {
      {"expect", [&](Cursor& c) { bind_expect(c, scenario); }},
      {"year",
       [&](Cursor& c) {
         const std::optional<int> year = c.year();
         c.finish();
         if (c.failed() ||
             !draft.stated.once("scenario", "year", part, {}, c.clause().head, draft.faults))
           return;
         scenario.year = year;
       }},
  };
  for (const std::string& name : fact_names()) {
    const Field field = *field_named(name);
    statements.push_back(
        {name, [&, field](Cursor& c) { bind_fact(c, field, name, scenario, part, draft); }});
  }
  bind_block(head.clause(), "scenario", draft, statements);
  if (!head.failed()) draft.plan.scenarios.push_back(std::move(scenario));
}

void bind_waiver(Cursor& cursor, Span within, Draft& draft) {
  Waiver waiver{
      .code = {}, .until = {}, .because = {}, .where = cursor.clause().head, .within = within};
  const ast::Value* code = cursor.take("the code or name of a finding");
  if (!code) return;
  waiver.code = code->text;
  if (code->shape != Shape::word) {
    say_expected(draft.faults, code->span, "the code or name of a finding", code->text);
    return cursor.fail();
  }
  if (!cursor.peek()) {
    draft.faults.say(finding::waiver_without_reason, cursor.clause().head,
                     "this waiver gives no reason", {{"end it with because \"the reason\""}});
    return cursor.fail();
  }
  cursor.expect("because");
  const ast::Value* reason = cursor.peek();
  waiver.because = cursor.text("a reason").value_or("");
  if (!cursor.failed() && waiver.because.find_first_not_of(" \t") == std::string::npos) {
    draft.faults.say(finding::waiver_without_reason, reason->span, "this waiver's reason is empty",
                     {{"say who decided it, and what it waits for"}});
    return cursor.fail();
  }
  const std::optional<Scope> scope = cursor.scope();
  cursor.finish();
  if (cursor.failed() || !scope) return cursor.fail();
  if (!scope->until) {
    say_expected(draft.faults, {code->span.source, code->span.end, code->span.end},
                 "`until` and a date", "");
    return cursor.fail();
  }
  if (scope->from || !scope->group.everybody()) {
    draft.faults.say(finding::misplaced, cursor.clause().head,
                     "a waiver has `until` and a date, and no group");
    return cursor.fail();
  }
  waiver.until = scope->until;
  draft.plan.waivers.push_back(std::move(waiver));
}

}  // namespace rothcheck::dsl
