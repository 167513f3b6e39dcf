// Two rows of one id have the same number; two ids have the same number once in a long life.
#include "intake/csv/repeated_ids.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "intake/csv/block_census.hpp"
#include "intake/csv/id_order.hpp"
#include "intake/csv/row_ids.hpp"
#include "model/plain_id.hpp"
#include "model/social_security.hpp"

namespace rothcheck::intake {

std::vector<std::uint64_t> repeated_among(std::vector<std::uint64_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  std::vector<std::uint64_t> found;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const bool again = numbers[i] == numbers[i - 1];
    if (again && (found.empty() || found.back() != numbers[i])) found.push_back(numbers[i]);
  }
  return found;
}

namespace {

/// Calls `see` with the id of each row that has one, until it says that this is enough. The id
/// lasts until the second one after it, or `end_of_block` is called.
template <class See, class EndOfBlock>
void for_each_id(BlockReader& blocks, const StreamLayout& layout, See see,
                 EndOfBlock end_of_block) {
  const RowIds ids{layout};
  std::string kept[2];
  unsigned which = 0;
  Block block;
  CutRow row;
  while (blocks.next(block)) {
    Scanner rows{block.rows, layout.separator};
    while (rows.cut_first(layout.id_column + 1, row)) {
      const std::string_view id = ids.of(row, kept[which ^= 1]);
      if (!id.empty() && !see(id)) return;
    }
    end_of_block();
  }
}

bool is_number(std::string_view id) { return !is_plain_id(id) && has_social_security_number(id); }

}  // namespace

IdSurvey survey_ids(BlockReader& blocks, const StreamLayout& layout) {
  IdSurvey survey;
  std::string kept;
  std::string_view last;
  for_each_id(
      blocks, layout,
      [&](std::string_view id) {
        survey.ordered = order_of_ids(last, id) < 0;
        survey.any_number = survey.any_number || is_number(id);
        last = id;
        return survey.ordered;
      },
      [&] {
        kept = last;
        last = kept;
      });
  return survey;
}

ComparedIds compare_ids(BlockReader& blocks, const StreamLayout& layout) {
  ComparedIds compared;
  std::vector<std::uint64_t> numbers;
  numbers.reserve(most_compared_ids);
  bool too_many = false;
  for_each_id(
      blocks, layout,
      [&](std::string_view id) {
        too_many = numbers.size() == most_compared_ids;
        if (too_many) return false;
        numbers.push_back(number_of_id(id));
        compared.any_number = compared.any_number || is_number(id);
        return true;
      },
      [] {});
  if (!too_many) compared.repeated = repeated_among(numbers);
  return compared;
}

std::vector<std::uint64_t> confirmed_ids(BlockReader& blocks, const StreamLayout& layout) {
  BlockCensus people{layout};
  std::vector<std::uint64_t> ids;
  Block block;
  while (blocks.next(block)) {
    people.read(
        block, [](LineCount) { return LineCount{}; },
        [](const Participant&, std::string_view, std::uint64_t) {});
    for (const RepeatedRow& row : people.repeated()) ids.push_back(row.id);
  }
  return repeated_among(ids);
}

}  // namespace rothcheck::intake
