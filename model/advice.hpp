// What would open a plan, or widen its room: sets of changes, each with its worth and its words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.hpp"

namespace rothcheck {

enum class ChangeKind : std::uint8_t {
#define CHANGE(name, aim, title, law) name,
#include "model/advice.def"
#undef CHANGE
};

/// What a set of changes is for.
enum class Aim : std::uint8_t { opens, widens, eases, fits };
template <>
inline constexpr auto words<Aim> = words_are({"opens", "widens", "eases", "fits"});

/// One row of advice.def.
struct ChangeRow {
  std::string_view name;
  Aim aim;
  std::string_view title, law;
};
const ChangeRow& row_of(ChangeKind);

/// One change of a plan, or, where the document is silent, the question that comes before any.
struct PlanChange {
  ChangeKind kind = ChangeKind::allow_after_tax;
  std::string block;      // of the language; empty where the statement is a block itself
  std::string statement;  // "after-tax allowed for class \"field\""; empty where a clause goes
  Span instead_of;        // the clause that stands there now, if one does
  std::optional<QuestionKind> asks = {};  // the document is silent: ask this first
  /// What a statement to everybody would end with it, and is said again so that it stays.
  struct Stays {
    Span where;
    std::string statement;
  };
  std::vector<Stays> stays = {};
};

/// What a set of changes is worth to some of the people.
struct AdviceWorth {
  std::string group;  // "everybody", "hce", "class \"field\"", "pay under $50,000"
  std::int64_t people = 0, gain = 0, lose = 0;
  Money before, after;  // rooms as far as they are settled: of each person the least
};

/// The smallest set of changes that comes to what it is for: without any one of them it does not.
struct Proposal {
  Aim aim = Aim::opens;
  std::vector<std::string> groups;  // whom it opens, in the words of the plan's groups
  std::vector<PlanChange> changes;
  std::string amendment;  // the block to put in the plan file; empty where there is only to ask
  std::vector<AdviceWorth> worth;  // the first is everybody
  /// Of all rooms, what the ACP test leaves; none where that is not settled, or not asked.
  std::optional<Money> left_before, left_after;
  Money employer_before, employer_after;           // match and nonelective, the most
  std::optional<Grade> grade_before, grade_after;  // of the way, where it becomes easier
  /// Lower ceilings than the one that is proposed, and the rooms of everybody under them.
  struct Step {
    std::string statement;
    Money after;
  };
  std::vector<Step> steps;
  std::vector<std::string> follows;  // what must follow, with the law

  bool asks() const;
  Money gained() const { return worth.front().after - worth.front().before; }
};

/// Where the worths come from.
enum class WorthOf : std::uint8_t { model_people, census };
template <>
inline constexpr auto words<WorthOf> = words_are({"model-people", "census"});

struct PlanAdvice {
  PlanAnswer answer;  // of the plan as it is
  Date effective;     // of the blocks
  WorthOf worth_of = WorthOf::model_people;
  std::vector<Proposal> proposals;
  std::optional<Money> room_with_all;  // where all that widen are made together
  std::int64_t sets_tried = 0;
  std::vector<std::string> notes;  // limits of law, assumptions, what was not tried
};

/// All that one `rothcheck advise` found.
struct AdviceReport {
  const Sources* sources = nullptr;
  std::vector<PlanAdvice> plans;
  std::int64_t rows_rejected = 0;
};

}  // namespace rothcheck
