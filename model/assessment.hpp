// The answer for one person in one plan and year, and the answers of a whole run.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/acp_result.hpp"
#include "model/finding.hpp"
#include "model/limits.hpp"
#include "model/range.hpp"
#include "model/worksheet.hpp"

namespace rothcheck {

enum class Verdict : std::uint8_t {
  available,
  at_separation,
  no_room,
  not_eligible,
  not_available,
  undetermined,
  varies  // of a plan alone: its groups have different verdicts
};
/// Those that a person can have.
inline constexpr int verdict_count = 6;
template <>
inline constexpr auto words<Verdict> =
    words_are({"available", "at-separation", "no-room", "not-eligible", "not-available",
               "undetermined", "varies"});

/// What decides the room, in the order in which ties are named.
enum class Binding : std::uint8_t {
  not_permitted,
  plan_limit,
  annual_additions_limit,
  compensation_limit,
  earned_income_limit,
  pay
};
inline constexpr int binding_count = 6;
template <>
inline constexpr auto words<Binding> =
    words_are({"not-permitted", "plan-limit", "annual-additions-limit", "compensation-limit",
               "earned-income-limit", "pay"});

/// A way for after-tax money to become Roth.
enum class Route : std::uint8_t { in_plan_roth_rollover, in_service_distribution, separation };
template <>
inline constexpr auto words<Route> =
    words_are({"in-plan-roth-rollover", "in-service-distribution", "separation"});

enum class Assumption : std::uint8_t {
#define ASSUMPTION(name, sentence) name,
#define QUESTION(name, whom, sentence)
#include "model/remarks.def"
#undef ASSUMPTION
#undef QUESTION
};
std::string_view sentence_of(Assumption);

enum class QuestionKind : std::uint8_t {
#define ASSUMPTION(name, sentence)
#define QUESTION(name, whom, sentence) name,
#include "model/remarks.def"
#undef ASSUMPTION
#undef QUESTION
};
enum class Whom : std::uint8_t { plan, person };
std::string_view sentence_of(QuestionKind);
Whom asked_of(QuestionKind);

/// How hard a way to Roth is. The verdict does not depend on it.
enum class Grade : std::uint8_t { easy, possible, impractical };
template <>
inline constexpr auto words<Grade> = words_are({"easy", "possible", "impractical"});

/// A fact that would settle an open answer, and the clause that raises it, if one does.
struct Question {
  QuestionKind kind;
  Span where = {};
  friend bool operator==(const Question&, const Question&) = default;
};

/// A set of assumptions.
class Assumptions {
 public:
  void add(Assumption assumption) {
    bits_ |= std::uint64_t{1} << static_cast<unsigned>(assumption);
  }
  void add(Assumptions others) { bits_ |= others.bits_; }
  bool has(Assumption assumption) const {
    return (bits_ >> static_cast<unsigned>(assumption) & 1u) != 0;
  }
  std::vector<Assumption> list() const;

 private:
  std::uint64_t bits_ = 0;
};

/// The most that after-tax contributions may be on one account alone.
struct Constraint {
  Binding name;
  Range amount;
  Span where = {};  // the clause, for a plan limit
};

/// The room with another employer contribution, for an owner who may choose it.
struct Alternative {
  std::string_view label;  // "no employer contribution"
  Money employer, room;
};

struct Assessment {
  std::string id;
  std::string household;
  std::optional<Cell> row;
  std::size_t plan = 0;  // index into CheckReport::plans
  Verdict verdict = Verdict::undetermined;
  Range room;                      // for the year
  Range remaining;                 // of it, after what has gone in so far
  std::optional<Binding> binding;  // empty when what binds depends on a missing fact
  Span binding_at;                 // the clause, for plan-limit and not-permitted
  std::optional<bool> highly_compensated;
  std::optional<int> age;
  Range deferrals;  // catch-up included
  Range catch_up;
  Range special_catch_up;  // of 15 years in a 403(b), or the last three in a 457(b)
  Range employer;          // match and nonelective
  Range most_deferrals;    // that may be deferred in this plan, what is deferred elsewhere regarded
  /// Of the deferrals, what goes in pre-tax and as Roth, where the elections tell the kinds apart.
  std::optional<Range> pre_tax_deferrals, roth_deferrals;
  Range plan_pay;  // plan compensation under limits, up to the 401(a)(17) amount
  /// Whether they are to be told: the plan moved some, or counts a part of pay.
  bool tells_kinds = false, tells_special_catch_up = false, counts_pay_in_part = false;
  std::optional<bool> roth_catch_up_required;
  Range roth_catch_up_short;       // catch-up that must be Roth and is not
  Range roth_catch_up_to_correct;  // of it, what has to be put right
  std::optional<Range> planned;    // after-tax contributions as elected, spillover included
  Money
      possible_more;  // room that opens if the plan makes ordinary deferrals catch-up: ask the plan
  std::optional<Grade> grade;  // of the easiest way to Roth, where one is open
  /// What the ACP test leaves of the room, where it was asked for and is settled.
  std::optional<Money> room_after_acp;
  std::vector<Alternative> alternatives;
  std::vector<Constraint> constraints;
  Worksheet worksheet;
  Assumptions assumptions;
  std::vector<Question> questions;
  Findings findings;
};

/// What decides the room that the test leaves: `acp-test` or the person's own limit; empty where it
/// is not told.
std::string_view acp_constraint_of(const Assessment& answer);
std::string_view acp_constraint_of(Money after_test, Money room, std::optional<Binding> binding);

/// What a term makes harder without forbidding it: `automatic daily`, `at-most 2 per year`.
struct Friction {
  std::string text;
  Span where;
  Route route = Route::in_plan_roth_rollover;
  Grade grade = Grade::possible;
  Money least;  // an amount below it cannot use the route
};

/// What the plan says to one of the groups that its clauses tell apart.
struct GroupAnswer {
  std::string group;  // `hce and class "pilots"`; `everybody` where nobody is told apart
  Verdict verdict = Verdict::undetermined;
  std::vector<Route> routes;
  Span decided_by;
  std::vector<Question> questions;
};

/// A limit of the law as it is for the plan's year, and the calendar year that it was published
/// for.
struct LimitInForce {
  Money amount;
  int year = 0;
};

/// The plan's own answer, before any person.
struct PlanAnswer {
  std::string name;
  Span where;
  int year = 0;
  Verdict verdict = Verdict::undetermined;
  std::vector<Route> routes;
  std::optional<Grade> grade;  // of the easiest route while employed
  std::vector<Friction> frictions;
  std::vector<Question> questions;
  Span decided_by;  // the clause that settles the verdict, if one does
  Findings findings;
  std::vector<GroupAnswer> groups;  // one at least
  Assumptions assumptions;
  /// Of the year in which a limitation year ends; none of a 457(b), which has a limit of its own.
  std::optional<LimitInForce> annual_additions = {};
  /// None where no after-tax money may go in.
  std::optional<AcpOfPlan> acp = {};
};

/// Counts and sums of a run; they add up exactly in any order.
struct Summary {
  std::int64_t participants = 0;
  std::int64_t by_verdict[verdict_count] = {};
  Money room_total;  // of settled rooms
  std::int64_t rows_rejected = 0;
  std::int64_t rows_skipped = 0;        // nobody's: repeated headers, totals, footnotes
  std::int64_t rows_read = 0;           // the participants and both of these
  std::optional<Money> room_after_acp;  // of the highly compensated, all of whom are settled

  void add(const Assessment&);
};

/// All that one `rothcheck check` found.
struct CheckReport {
  int year = 0;
  const LimitTable* limits = nullptr;
  const Sources* sources = nullptr;
  std::vector<PlanAnswer> plans;
  std::vector<Assessment> participants;
  Summary summary;
  bool asks_room_after_acp = false;
  Findings findings;                        // about files and rows
  std::vector<std::uint64_t> skipped_rows;  // of the participant file, that are nobody's
};

}  // namespace rothcheck
