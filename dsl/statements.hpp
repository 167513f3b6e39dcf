// What the binders of all blocks share: a plan in the making, tables of statements, and statements
// made once.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast.hpp"
#include "dsl/cursor.hpp"
#include "dsl/faults.hpp"
#include "model/plan.hpp"

namespace rothcheck::dsl {

/// What has been stated so far, to notice what is stated twice.
class Stated {
 public:
  /// Whether this is the first statement of its subject for these people on these days; else
  /// reports both places. `part` tells apart blocks that may repeat.
  bool once(std::string_view block, std::string_view subject, std::string_view part,
            const Scope& scope, Span where, Faults& faults);

 private:
  struct Earlier {
    Scope scope;
    Span where;
  };
  std::map<std::string, std::vector<Earlier>> earlier_;
};

/// A plan in the making, or what an amendment makes of it.
struct Draft {
  Plan plan;
  Faults& faults;
  Stated& stated;
  int& nonelective_blocks;  // so far in the whole plan, amendments counted
};

struct Statement {
  /// The word it begins with; empty for a line that begins with a value.
  std::string_view subject;
  std::function<void(Cursor&)> bind;
  /// `one_or_none`: a block, or the word `none` in its place.
  enum class Blocks { none, one, several, one_or_none } blocks = Blocks::none;
};
using Statements = std::vector<Statement>;

/// Binds every statement by the table. `waive` can stand in any block, and holds `within` it.
void bind_statements(const std::vector<ast::Clause>& clauses, std::string_view block, Span within,
                     Draft& draft, const Statements& statements);

/// The same for the block of a clause.
void bind_block(const ast::Clause& clause, std::string_view block, Draft& draft,
                const Statements& statements);

/// Adds to a feature that has one value for the same people on the same days.
template <class T>
void state(std::vector<Provision<T>>& feature, std::string_view block, std::string_view subject,
           const std::optional<T>& value, Cursor& cursor, Draft& draft,
           std::string_view part = {}) {
  const std::optional<Scope> scope = cursor.scope();
  cursor.finish();
  if (cursor.failed() || !value || !scope) return;
  const ast::Clause& clause = cursor.clause();
  if (!draft.stated.once(block, subject, part, *scope, clause.head, draft.faults))
    return cursor.fail();
  feature.push_back({*value, *scope, clause.head, cursor.cite()});
}

/// Adds to a feature of which all values hold together.
template <class T>
void add(std::vector<Provision<T>>& feature, const std::optional<T>& value, Cursor& cursor) {
  const std::optional<Scope> scope = cursor.scope();
  cursor.finish();
  if (cursor.failed() || !value || !scope) return;
  feature.push_back({*value, *scope, cursor.clause().head, cursor.cite()});
}

/// `match none`, `nonelective none`: said for the record, and so for everybody and every day.
void state_none(std::vector<Provision<bool>>& feature, std::string_view subject, Cursor& cursor,
                Draft& draft);

/// What tells this clause's block apart from others of the same name.
std::string part_of(const ast::Clause& clause);

/// What a plan and an amendment can both state: the blocks, one function each.
void bind_limitation_year(Cursor&, Draft&);
void bind_plan_year(Cursor&, Draft&);
void bind_normal_retirement_age(Cursor&, Draft&);
void bind_eligibility(Cursor&, Draft&);
void bind_compensation(Cursor&, Draft&);
void bind_contributions(Cursor&, Draft&);
void bind_match(Cursor&, Draft&);
void bind_nonelective(Cursor&, Draft&);
void bind_other_additions(Cursor&, Draft&);
void bind_mandatory_contributions(Cursor&, Draft&);
void bind_rollover(Cursor&, Draft&);
void bind_distribution(Cursor&, Draft&);
void bind_testing(Cursor&, Draft&);
void bind_automatic_enrollment(Cursor&, Draft&);
void bind_scenario(Cursor&, Draft&);
void bind_waiver(Cursor&, Span within, Draft&);

/// `KIND allowed | not allowed | not stated`; `conditions` where the line may carry them.
void bind_permission(Cursor&, Kind, std::vector<Provision<Permission>>&, std::string_view block,
                     bool conditions, Draft&);
/// `at age 59 1/2`, `after 24 months`, `after 60 months of participation`, as far as they follow.
std::optional<Conditions> read_conditions(Cursor&);
/// `requires employed on 12-31`, behind its first word.
std::optional<MonthDay> read_employed_on(Cursor&);
/// `requires 1,000 hours`, behind its first word, where a number follows it.
bool is_of_hours(const Cursor&);
std::optional<int> read_hours(Cursor&);
/// `$4.00 per hour`, behind the dollars.
bool read_per_hour(Cursor&, const Amount&);
/// `stops at 415 then "a health account"`, behind its first word.
std::optional<StopAt415> read_stop_at_415(Cursor&);

}  // namespace rothcheck::dsl
