// People to rows of the result, one by one, and the sums over them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/judge/batch.hpp"
#include "run/batch/batch.hpp"
#include "run/batch/kept_people.hpp"

namespace rothcheck::run {

/// Rows as they are to be written, in memory that is used again.
class Rows {
 public:
  void clear() { size_ = 0; }
  std::size_t size() const { return size_; }
  std::string_view text() const { return {bytes_.data(), size_}; }

  void add(const reports::CsvRowWriter& writer, std::string_view id, const BriefAnswer& answer) {
    const std::size_t most = size_ + writer.most_bytes(id, answer);
    if (bytes_.size() < most) bytes_.resize(most * 2);
    size_ =
        static_cast<std::size_t>(writer.write(id, answer, bytes_.data() + size_) - bytes_.data());
  }

 private:
  std::vector<char> bytes_;
  std::size_t size_ = 0;
};

/// The rows of the census, into the totals.
void count_rows(BatchResult& result);

/// One thread's way from people to rows.
class BatchPeople {
 public:
  explicit BatchPeople(const BatchJob& job);

  /// Adds the person's row of the result, and what the person adds to the totals. `row` is that of
  /// the participant file, where it is told.
  void answer(const Participant& person, std::string_view id, std::uint64_t row, Rows& rows);
  /// The people who follow are of this block.
  void begin_block(std::uint64_t block) {
    block_ = block;
    index_ = 0;
  }
  /// What a page needs, at the end.
  reports::Tally& tally() { return tally_; }
  KeptPeople& kept() { return kept_; }
  /// The totals since the last call.
  BatchTotals take_totals() {
    totals_.masked_ids = writer_.has_masked();
    return std::exchange(totals_, {});
  }

 private:
  void add_room_after_acp(std::uint64_t row);

  const BatchJob& job_;
  checker::Batch batch_;
  reports::CsvRowWriter writer_;
  BriefAnswer answer_;
  BatchTotals totals_;
  std::uint64_t block_ = 0, index_ = 0;
  reports::Tally tally_;
  KeptPeople kept_;
};

}  // namespace rothcheck::run
