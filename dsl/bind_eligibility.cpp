// eligibility, compensation and the limitation year: who takes part, and what pay counts.
#include <fmt/format.h>

#include "dsl/findings.hpp"
#include "dsl/statements.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;

/// `bonus`, `50% of commission`.
std::optional<CountedPay> read_counted_pay(const ast::Value& value, Faults& faults) {
  CountedPay counted;
  if (value.shape == Shape::share) {
    const std::optional<Rate> weight = read_percent(value.parts[0], faults);
    if (!weight) return std::nullopt;
    counted.weight = *weight;
  }
  const ast::Value& code = value.shape == Shape::share ? value.parts[1] : value;
  const auto known = code.shape == Shape::word ? named<PayCode>(code.text) : std::nullopt;
  if (!known) {
    say_unknown(faults, code.span, "pay code", code.text,
                {words<PayCode>.begin(), words<PayCode>.end()});
    return std::nullopt;
  }
  counted.code = *known;
  if (counted.weight > 100_pct) {
    faults.say(finding::over_100_percent, value.span,
               fmt::format("{} is more than all of it", quoted(value.text)));
    return std::nullopt;
  }
  return counted;
}

/// Lines of one block add up, where they hold on the same days: `counts base` and `counts 50% of
/// commission`.
void bind_counts(Cursor& cursor, std::vector<Provision<PaySet>>& feature, std::string_view block,
                 Draft& draft) {
  const ast::Value* list = cursor.take("pay codes such as base, bonus");
  if (!list) return;
  const std::optional<Scope> scope = cursor.scope();
  cursor.finish();
  if (!scope || cursor.failed()) return;
  PaySet* into = nullptr;
  for (Provision<PaySet>& provision : feature) {
    if (provision.scope == *scope) into = &provision.value;
  }
  if (!into) {
    feature.push_back({{}, *scope, cursor.clause().head, cursor.cite()});
    into = &feature.back().value;
  }
  const std::vector<ast::Value> one = {*list};
  for (const ast::Value& value : list->shape == Shape::list ? list->parts : one) {
    const std::optional<CountedPay> counted = read_counted_pay(value, draft.faults);
    if (!counted) return cursor.fail();
    if (!draft.stated.once(block, to_string(counted->code), "counts", *scope, value.span,
                           draft.faults))
      return cursor.fail();
    into->push_back(*counted);
  }
}

void bind_at_pay_limit(Cursor& cursor, Draft& draft) {
  cursor.expect("pay reaches the 401(a)(17) limit stop");
  const auto stops = cursor.choice<AtPayLimit>("thing to stop");
  state(draft.plan.at_pay_limit, "compensation", "when pay reaches", stops, cursor, draft);
}

/// `2025-01-01 to 2025-07-07`.
std::optional<LimitationYear> read_short_year(Cursor& cursor) {
  const std::optional<Date> first = cursor.date();
  cursor.expect("to");
  const std::optional<Date> last = cursor.date();
  if (!first || !last) return std::nullopt;
  const Span where = cursor.clause().head;
  if (*last < *first) {
    cursor.faults().say(finding::backwards, where,
                        fmt::format("this year ends on {}, before it begins on {}",
                                    to_string(*last), to_string(*first)));
  } else if (*last >= after(*first, {.months = 12, .days = 0})) {
    cursor.faults().say(finding::out_of_range, where,
                        "a limitation year has twelve months at most");
  } else {
    return LimitationYear{.begins = {}, .exactly = PlanYear{*first, *last}};
  }
  cursor.fail();
  return std::nullopt;
}

}  // namespace

void bind_limitation_year(Cursor& cursor, Draft& draft) {
  std::optional<LimitationYear> year;
  if (cursor.skip("begins")) {
    if (const auto begins = cursor.month_day())
      year = LimitationYear{.begins = begins, .exactly = {}};
  } else if (cursor.next_is(Shape::date)) {
    year = read_short_year(cursor);
  } else if (const ast::Value* value = cursor.take("`begins` and a day, or two dates")) {
    say_expected(draft.faults, value->span, "`begins` and a day, or two dates", value->text,
                 suggestions(value->text, {"begins"}));
    return cursor.fail();
  }
  state(draft.plan.limitation_year, "plan", "limitation-year", year, cursor, draft);
}

void bind_plan_year(Cursor& cursor, Draft& draft) {
  const auto begins = cursor.expect("begins") ? cursor.month_day() : std::nullopt;
  state(draft.plan.plan_year, "plan", "plan-year", begins, cursor, draft);
}

void bind_normal_retirement_age(Cursor& cursor, Draft& draft) {
  const std::optional<Rate> age = cursor.age();
  state(draft.plan.normal_retirement_age, "plan", "normal-retirement-age", age, cursor, draft);
}

void bind_eligibility(Cursor& head, Draft& draft) {
  Plan& plan = draft.plan;
  const Statements statements = {
      {"age", [&](Cursor& c) { state(plan.minimum_age, "eligibility", "age", c.age(), c, draft); }},
      {"service",
       [&](Cursor& c) {
         state(plan.minimum_service, "eligibility", "service", c.duration(), c, draft);
       }},
      {"exclude",
       [&](Cursor& c) {
         c.expect("class");
         const std::optional<std::string> name = c.text("a class");
         state(plan.excluded_classes, "eligibility", "exclude class", name, c, draft,
               name.value_or(""));
       }},
      {"entry",
       [&](Cursor& c) {
         state(plan.entry, "eligibility", "entry", c.choice<Entry>("entry date"), c, draft);
       }},
      {"employer-money",
       [&](Cursor& c) {
         c.expect("service");
         state(plan.employer_money_service, "eligibility", "employer-money service", c.duration(),
               c, draft);
       }},
  };
  bind_block(head.clause(), "eligibility", draft, statements);
}

void bind_compensation(Cursor& head, Draft& draft) {
  Plan& plan = draft.plan;
  const ast::Value* money =
      head.next_is(Shape::word) && !head.peek()->parts.empty() ? head.take("") : nullptr;
  if (!money) {
    bind_block(
        head.clause(), "compensation", draft,
        {{"counts", [&](Cursor& c) { bind_counts(c, plan.counted_pay, "compensation", draft); }},
         {"only",
          [&](Cursor& c) {
            const auto yes = c.expect("while participant") ? std::optional{true} : std::nullopt;
            state(plan.only_while_participant, "compensation", "only while participant", yes, c,
                  draft);
          }},
         {"when", [&](Cursor& c) { bind_at_pay_limit(c, draft); }}});
    return;
  }
  const bool match = money->parts[1].text == "match";
  const std::string_view block = match ? "compensation for match" : "compensation for nonelective";
  auto& feature = match ? plan.match_counted_pay : plan.nonelective_counted_pay;
  bind_block(head.clause(), block, draft,
             {{"counts", [&](Cursor& c) { bind_counts(c, feature, block, draft); }}});
}

}  // namespace rothcheck::dsl
