// The ids of rows, as rows are compared by them: taken from their cells before anything else is
// read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/csv/id_order.hpp"
#include "intake/csv/scanner.hpp"
#include "intake/csv/stream_layout.hpp"

namespace rothcheck::intake {

std::uint64_t number_of_id(std::string_view id);

/// Reads the id of a row.
class RowIds {
 public:
  explicit RowIds(const StreamLayout& layout) : layout_{layout} {}

  /// Empty where the row has none. Lasts as long as the row and `kept`.
  std::string_view of(const CutRow& row, std::string& kept) const;
  /// That of the first row of a text.
  std::string_view of(std::string_view rows, std::string& kept) const;

 private:
  std::string_view quoted(const CutRow& row, std::string& kept) const;
  std::string_view as_number(std::string_view text, std::string& kept) const;

  const StreamLayout& layout_;
};

/// Which rows have the id of another: of those that are known to come again, or of a neighbour.
class RepeatedIds {
 public:
  explicit RepeatedIds(const StreamLayout& layout) : layout_{layout}, ids_{layout} {}

  /// Goes to the first row of a block, with the rows on either side of it.
  void begin(const CutRow& first, std::string_view before, std::string_view after, bool is_first);
  /// Whether the row is such a one, `next` being the row behind it; none at the end of the block.
  bool has(const CutRow& row, const CutRow* next) {
    if (layout_.repeated_ids) return !layout_.repeated_ids->empty() && comes_again(row);
    const bool as_last = as_next_;
    as_next_ = next != nullptr ? go_on(ids_.of(*next, spare())) : ends_as(after_);
    return as_last || as_next_;
  }
  /// The number of the id of a row that has the id of another.
  std::uint64_t number_of(const CutRow& row) { return number_of_id(ids_.of(row, kept_[2])); }
  /// Whether the ids of neighbours went upwards, so that no two can be the same.
  bool ordered() const { return ordered_; }

 private:
  bool comes_again(const CutRow& row);
  std::string& spare() { return kept_[which_ ^= 1]; }
  bool go_on(std::string_view id) {
    const std::string_view last = id_;
    id_ = id;
    if (id.empty()) {
      gap_ = true;
      return false;
    }
    const std::strong_ordering order = order_of_ids(last, id);
    ordered_ = ordered_ && order < 0 && !gap_;
    return order == 0;
  }
  bool ends_as(std::string_view after);

  const StreamLayout& layout_;
  RowIds ids_;
  std::string kept_[3];
  std::string before_;
  std::string_view id_, after_;
  unsigned which_ = 0;
  bool as_next_ = false, ordered_ = true, gap_ = false;
};

}  // namespace rothcheck::intake
