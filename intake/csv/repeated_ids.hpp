// The ids that more than one row of a file has, found before its rows are read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "intake/csv/stream.hpp"
#include "intake/csv/stream_layout.hpp"

namespace rothcheck::intake {

/// So many ids are compared with each other, in eight bytes each.
inline constexpr std::size_t most_compared_ids = 700'000;

/// Those that are there more than once, sorted. Sorts `numbers`.
std::vector<std::uint64_t> repeated_among(std::vector<std::uint64_t>& numbers);

/// What the ids of a file show before its rows are read.
struct IdSurvey {
  /// Each comes after the one before it, in the order of their letters: none comes again. Else the
  /// rest is not told.
  bool ordered = true;
  /// Whether one of them has a Social Security number in it.
  bool any_number = false;
};
IdSurvey survey_ids(BlockReader& blocks, const StreamLayout& layout);

/// Of ids in no order.
struct ComparedIds {
  /// The numbers of those that stand in more than one row, sorted. Empty where there are more rows
  /// than are compared.
  std::optional<std::vector<std::uint64_t>> repeated;
  bool any_number = false;
};
ComparedIds compare_ids(BlockReader& blocks, const StreamLayout& layout);

/// Of those, which the layout has, the ones that more than one person has: a row that cannot be
/// read as a row, or that is one of totals, is nobody's.
std::vector<std::uint64_t> confirmed_ids(BlockReader& blocks, const StreamLayout& layout);

}  // namespace rothcheck::intake
