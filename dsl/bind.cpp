// The document and the plan: headers, blocks, amendments.
#include "dsl/bind.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "dsl/amend.hpp"
#include "dsl/findings.hpp"
#include "dsl/statements.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;

/// What a plan and an amendment of it can both say.
Statements provisions(Draft& draft) {
  const auto block = [&draft](void (*bind_it)(Cursor&, Draft&)) {
    return [&draft, bind_it](Cursor& c) { bind_it(c, draft); };
  };
  constexpr auto one = Statement::Blocks::one;
  constexpr auto one_or_none = Statement::Blocks::one_or_none;
  return {{"limitation-year", block(bind_limitation_year)},
          {"plan-year", block(bind_plan_year)},
          {"normal-retirement-age", block(bind_normal_retirement_age)},
          {"eligibility", block(bind_eligibility), one},
          {"compensation", block(bind_compensation), one},
          {"contributions", block(bind_contributions), one},
          {"match", block(bind_match), one_or_none},
          {"nonelective", block(bind_nonelective), one_or_none},
          {"other-additions", block(bind_other_additions), one},
          {"mandatory-contributions", block(bind_mandatory_contributions), one},
          {"in-plan-roth-rollover", block(bind_rollover), one},
          {"in-service-distribution", block(bind_distribution), one},
          {"testing", block(bind_testing), one},
          {"automatic-enrollment", block(bind_automatic_enrollment), one}};
}

bool first_time(std::string_view subject, Cursor& cursor, Draft& draft) {
  cursor.finish();
  return !cursor.failed() &&
         draft.stated.once("plan", subject, "", {}, cursor.clause().head, draft.faults);
}

/// `401(k)`, `governmental 457(b)`: one word or two.
void bind_type(Cursor& cursor, Draft& draft) {
  const ast::Value* const first = cursor.take("a plan type such as 401(k)");
  if (!first) return;
  std::string name{first->text};
  Span where = first->span;
  while (cursor.next_is(Shape::word)) {
    const ast::Value* const next = cursor.take("");
    name += fmt::format(" {}", next->text);
    where.end = next->span.end;
  }
  const std::optional<PlanType> type = plan_type_named(name);
  if (!type) {
    say_unknown(draft.faults, where, "plan type", name,
                {words<PlanFamily>.begin(), words<PlanFamily>.end()});
    return cursor.fail();
  }
  if (!first_time("type", cursor, draft)) return;
  draft.plan.type = *type;
  draft.plan.type_at = where;
}

/// One document cannot have a block and say that there is none.
template <class T>
void not_both(const std::vector<Provision<bool>>& none, const std::vector<Provision<T>>& stated,
              std::string_view block, Faults& faults) {
  if (none.empty() || stated.empty()) return;
  faults.say(finding::stated_twice, none.front().where,
             fmt::format("there is a {} block, and `{} none`", block, block),
             {{"the block says something here", stated.front().where}});
}

void hold_none_against_blocks(const Plan& plan, Faults& faults) {
  not_both(plan.no_match, plan.matches, "match", faults);
  not_both(plan.no_nonelective, plan.nonelectives, "nonelective", faults);
}

/// Changes wait until the plan they change is complete, and then come in the order of their dates.
struct Amendments {
  std::multimap<Date, Plan> changes;
  std::map<Date, Stated> stated;  // two amendments of one day must not disagree either
};

void bind_amendment(Cursor& head, Draft& draft, Amendments& amendments) {
  const std::optional<std::string> name = head.text("a name");
  head.expect("effective");
  const std::optional<Date> effective = head.date();
  Draft change{.plan = {},
               .faults = draft.faults,
               .stated = amendments.stated[effective.value_or(Date{})],
               .nonelective_blocks = draft.nonelective_blocks};
  bind_block(head.clause(), "amendment", change, provisions(change));
  hold_none_against_blocks(change.plan, draft.faults);
  if (!name || !effective) return;
  draft.plan.amendments.push_back({*name, *effective, head.clause().head});
  amendments.changes.emplace(*effective, std::move(change.plan));
}

Statements plan_statements(Draft& draft, Amendments& amendments) {
  Plan& plan = draft.plan;
  Statements statements = {
      {"sponsor",
       [&](Cursor& c) {
         const std::optional<std::string> name = c.text("the sponsor");
         if (name && first_time("sponsor", c, draft)) plan.sponsor = *name;
       }},
      {"source",
       [&](Cursor& c) {
         const std::optional<std::string> source = c.text("a source");
         if (source) plan.sources.push_back(*source);
       }},
      {"type", [&](Cursor& c) { bind_type(c, draft); }},
      {"year",
       [&](Cursor& c) {
         const std::optional<int> year = c.year();
         if (year && first_time("year", c, draft)) plan.year = year;
       }},
  };
  for (Statement& provision : provisions(draft)) statements.push_back(std::move(provision));
  statements.push_back({"amendment", [&](Cursor& c) { bind_amendment(c, draft, amendments); },
                        Statement::Blocks::one});
  statements.push_back(
      {"scenario", [&](Cursor& c) { bind_scenario(c, draft); }, Statement::Blocks::one});
  return statements;
}

Plan bind_plan(Cursor& head, Stated& names, Faults& faults) {
  Stated stated;
  int nonelective_blocks = 0;
  Draft draft{
      .plan = {}, .faults = faults, .stated = stated, .nonelective_blocks = nonelective_blocks};
  Amendments amendments;
  const ast::Clause& clause = head.clause();
  draft.plan.where = clause.head;
  draft.plan.name = head.text("the plan's name").value_or("");
  if (!head.failed()) names.once("this file", draft.plan.name, "", {}, clause.head, faults);
  const std::size_t before = faults.count();
  bind_block(clause, "plan", draft, plan_statements(draft, amendments));
  hold_none_against_blocks(draft.plan, faults);
  for (auto& [effective, change] : amendments.changes) {
    amend(draft.plan, std::move(change), effective, faults);
  }
  if (!draft.plan.type_at.somewhere() && faults.count() == before) {
    faults.say(finding::no_type, clause.head, "the plan's type is not stated: 401(k) is taken",
               {{"write `type 401(k)`, or what the plan is"}});
  }
  return std::move(draft.plan);
}

}  // namespace

std::vector<Plan> bind(const ast::Document& document, Faults& faults) {
  struct Bound {
    Plan plan;
    Span span;
  };
  std::vector<Bound> bound;
  Stated names, stated;
  int no_blocks = 0;
  Draft outside{.plan = {}, .faults = faults, .stated = stated, .nonelective_blocks = no_blocks};
  const auto plan = [&](Cursor& c) {
    bound.push_back({bind_plan(c, names, faults), c.clause().span});
  };
  bind_statements(document.clauses, "a plan file", {}, outside,
                  {{"plan", plan, Statement::Blocks::one}});
  // Where reading stopped early, the plans behind were never seen whole.
  std::vector<Plan> plans;
  for (Bound& one : bound) {
    if (!faults.full() && !faults.error_in(one.span)) plans.push_back(std::move(one.plan));
  }
  return plans;
}

}  // namespace rothcheck::dsl
