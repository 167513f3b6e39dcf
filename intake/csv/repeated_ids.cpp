// Two rows of one id have the same number; two ids have the same number once in a long life.
#include "intake/csv/repeated_ids.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "intake/csv/block_census.hpp"
#include "intake/csv/csv_rows.hpp"
#include "intake/shown.hpp"
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

class Ids {
 public:
  Ids() { numbers_.reserve(most_compared_ids); }

  /// False when there are too many.
  bool add(std::string_view id) {
    if (id.empty()) return true;
    if (numbers_.size() == most_compared_ids) return false;
    // Ids in order cannot come up again, and most files have them in order.
    ordered_ = ordered_ && last_ < id;
    if (ordered_) last_ = id;
    numbers_.push_back(number_of_id(id));
    any_masked_ = any_masked_ || (!is_plain_id(id) && has_social_security_number(id));
    return true;
  }
  bool any_masked() const { return any_masked_; }

  std::vector<std::uint64_t> repeated() && {
    return ordered_ ? std::vector<std::uint64_t>{} : repeated_among(numbers_);
  }

 private:
  std::vector<std::uint64_t> numbers_;
  std::string last_;
  bool ordered_ = true, any_masked_ = false;
};

/// Up to `mark`, or to the end.
std::string_view cut(std::string_view& text, char mark) {
  const std::string_view part = text.substr(0, text.find(mark));
  text.remove_prefix(std::min(text.size(), part.size() + 1));
  return part;
}

bool add_cells(std::string_view rows, const StreamLayout& layout, Ids& ids) {
  CsvRows reader{rows, layout.separator};
  CsvRow row;
  while (reader.next(row)) {
    const bool has_id = row.cells.size() > layout.id_column;
    if (has_id && !ids.add(trimmed(row.cells[layout.id_column]))) return false;
  }
  return true;
}

bool add_rows(std::string_view rows, const StreamLayout& layout, Ids& ids) {
  if (rows.find('"') != std::string_view::npos) return add_cells(rows, layout, ids);
  while (!rows.empty()) {
    std::string_view row = cut(rows, '\n');
    if (row.ends_with('\r')) row.remove_suffix(1);
    // Some rows end in a carriage return alone.
    if (row.find('\r') != std::string_view::npos) {
      if (!add_cells(row, layout, ids)) return false;
      continue;
    }
    for (std::size_t i = 0; i < layout.id_column; ++i) cut(row, layout.separator);
    if (!ids.add(trimmed(cut(row, layout.separator)))) return false;
  }
  return true;
}

}  // namespace

IdSurvey see_ids(BlockReader& blocks, const StreamLayout& layout) {
  Ids ids;
  Block block;
  while (blocks.next(block)) {
    if (!add_rows(block.rows, layout, ids)) return {std::nullopt, ids.any_masked()};
  }
  const bool any_masked = ids.any_masked();
  return {std::move(ids).repeated(), any_masked};
}

std::vector<std::uint64_t> confirmed_ids(BlockReader& blocks, const StreamLayout& layout) {
  BlockCensus people{layout};
  std::vector<std::uint64_t> ids;
  Block block;
  while (blocks.next(block)) {
    people.read_plain(block, [](const Participant&, std::string_view) {}, [] {});
    if (people.has_left()) people.read_left({}, [](const Participant&, std::size_t) {});
    for (const RepeatedRow& row : people.repeated()) ids.push_back(row.id);
  }
  return repeated_among(ids);
}

}  // namespace rothcheck::intake
