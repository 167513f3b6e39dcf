// What a report says of all people together: counts and sums, which add up to the same in any order
// and in any pieces.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "model/brief_answer.hpp"

namespace rothcheck::reports {

/// People and their rooms.
struct Share {
  std::int64_t people = 0;
  std::int64_t with_room = 0;  // of them, who can put money in that can become Roth
  Money room;                  // of those with room, which is settled
  Range open;                  // of those for whom a fact is missing
  bool boundless = false;      // nothing bounds some of those, while their pay is not known
  std::optional<Money> after_test = {};

  void add(const BriefAnswer& answer);
  void add(const Share& others);
};

/// What decides a person's room, as far as it is settled.
struct Decider {
  Verdict verdict = Verdict::undetermined;
  std::optional<Binding> binding;
  Span where = {};

  friend bool operator==(const Decider&, const Decider&) = default;
};

/// Dollars from which a step of the histogram counts; the first has less than the next one's.
inline constexpr std::array<std::int64_t, 8> room_steps = {0,      1'000,  2'500,  5'000,
                                                           10'000, 20'000, 30'000, 40'000};

/// Of more people a page shows these: those with something to look at, and the largest rooms.
inline constexpr std::size_t most_people_on_a_page = 2'000;

class Tally {
 public:
  void add(const BriefAnswer& answer);
  void add(const Tally& others);

  std::int64_t people() const;
  const Share& of(Verdict verdict) const { return by_verdict_[static_cast<std::size_t>(verdict)]; }
  /// Of the highly compensated, of everybody else, and of those whose status is not known.
  const Share& highly_compensated() const { return by_status_[0]; }
  const Share& others() const { return by_status_[1]; }
  const Share& status_unknown() const { return by_status_[2]; }
  /// How many settled rooms above zero lie in each step.
  const std::array<std::int64_t, room_steps.size()>& steps() const { return steps_; }
  /// What decides, those that decide for most people first.
  std::vector<std::pair<Decider, Share>> deciders() const;
  /// How many people have a finding of a kind, in the order of their codes.
  std::vector<std::pair<const FindingKind*, std::int64_t>> findings() const;

 private:
  Share& share_of(const Decider& decider);
  std::int64_t& count_of(const FindingKind& kind);

  std::array<Share, verdict_count> by_verdict_;
  std::array<Share, 3> by_status_;
  std::array<std::int64_t, room_steps.size()> steps_{};
  // Few enough to be looked through; neighbours in a file often have the same.
  std::vector<std::pair<Decider, Share>> deciders_;
  std::vector<std::pair<const FindingKind*, std::int64_t>> findings_;
};

/// Whether money can go in that can become Roth, now or later.
constexpr bool has_room(Verdict verdict) {
  return verdict == Verdict::available || verdict == Verdict::at_separation;
}

}  // namespace rothcheck::reports
