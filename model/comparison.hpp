// Two versions of a plan beside each other: the clauses that differ, and what that makes of
// people's room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.hpp"

namespace rothcheck {

enum class Change : std::uint8_t { added, removed, changed };
template <>
inline constexpr auto words<Change> = words_are({"added", "removed", "changed"});

/// One clause that one version has otherwise than the other. What one of them does not have is
/// empty there.
struct ClauseChange {
  Change change = Change::changed;
  std::string_view block;     // of the language: "contributions"
  std::string_view feature;   // the row of features.def, or of the header: "limits", "type"
  std::string before, after;  // in the one wording of the language: "limit 10% of pay on after-tax"
  Span before_at, after_at;   // the clauses
};

/// What the change of a plan does to a room.
enum class Effect : std::uint8_t {
  gain,
  same,
  loss,
  open  // a missing fact leaves both possible
};
template <>
inline constexpr auto words<Effect> = words_are({"gain", "same", "loss", "open"});

/// One person's answer under both versions.
struct PersonChange {
  std::string id;
  std::optional<Cell> row;
  Verdict verdict_before = Verdict::undetermined, verdict_after = Verdict::undetermined;
  Range before, after;  // the room of the year
  Effect effect = Effect::same;
  std::optional<bool> highly_compensated;  // under the new version
  Span binding_at;                         // the clause that decides the room now, if one does
  Money by() const { return after.most - before.most; }
};

/// Counts and sums over some of the people.
struct GroupChange {
  std::string group;  // "everybody", "hce", or a group that a clause names: "age >= 50"
  std::int64_t people = 0, gain = 0, same = 0, loss = 0, open = 0;
  std::int64_t summed = 0;  // whose room is settled in both: the sums are of them
  Money before, after;      // the rooms
  Money gained, lost;       // what those who gain get more, and those who lose get less

  void add(const PersonChange&);
};

/// How many people went from one verdict to another.
struct VerdictChange {
  Verdict before = Verdict::undetermined, after = Verdict::undetermined;
  std::int64_t people = 0;
};

/// Whom the two versions were asked about.
enum class AskedAbout : std::uint8_t { nobody, participants, scenarios };
template <>
inline constexpr auto words<AskedAbout> = words_are({"nobody", "participants", "scenarios"});

/// One plan in both versions. A version that there is not is empty.
struct PlanComparison {
  std::optional<PlanAnswer> before, after;
  std::vector<ClauseChange> changes;  // block by block, in the order of the language
  AskedAbout asked = AskedAbout::nobody;
  std::vector<PersonChange> people;            // in the order of the participant file
  std::vector<GroupChange> groups;             // the first is everybody
  std::vector<VerdictChange> verdict_changes;  // none where every verdict is as before
  Findings findings;                           // with those that the new version waives, marked
  std::vector<std::string> notes;              // what the comparison takes for granted

  const PlanAnswer& either() const { return after ? *after : *before; }
};

/// All that one `rothcheck diff` found.
struct DiffReport {
  const Sources* sources = nullptr;
  std::string against;  // the git revision that the old texts are of; empty where files were given
  std::vector<PlanComparison> plans;
  std::int64_t rows_rejected = 0;
};

}  // namespace rothcheck
