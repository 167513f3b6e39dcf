// The rows of one block to participants: at once where they are plain, and else by the reader that
// every file goes through.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/census/issues.hpp"
#include "intake/census/ordinary_people.hpp"
#include "intake/csv/census_stream.hpp"
#include "intake/csv/id_order.hpp"
#include "intake/csv/plain_rows.hpp"
#include "intake/csv/stream.hpp"

namespace rothcheck::intake {

static_assert(Block::padding >= plain::window_size, "whole windows of a block are looked at");

/// One thread's way through the blocks of a file.
class BlockCensus {
 public:
  explicit BlockCensus(const StreamLayout& layout);

  /// Reads the plain rows, in their order. Calls `take(person, id)` for each, and `leave()` for
  /// each row that is to be read later.
  template <class Take, class Leave>
  void read_plain(const Block& block, Take take, Leave leave);

  /// How many lines the block has, behind `read_plain`.
  LineCount lines() const { return lines_; }
  bool has_left() const { return !left_.empty(); }

  /// Reads the rows that were left. Calls `take(person, which)` for those that are people, `which`
  /// counting the rows left from 0.
  template <class Take>
  void read_left(LineCount above, Take take);

  /// The rows of the block that have the id of another.
  const std::vector<RepeatedRow>& repeated() const { return repeated_; }

  /// What there is to say of the block, into the whole file's.
  void hand_over(CensusStream& stream);

 private:
  struct Row {
    PlainRows::Row cells;
    std::string_view text;
    LineCount above;
    bool plain = false, repeated = false;
  };
  struct Left {
    std::string_view text;
    LineCount above;
    std::uint64_t id;  // its number, where it is repeated
    bool repeated;
  };
  struct Told {
    static constexpr std::int64_t most_lines = Issues::lines_named;
    std::vector<std::uint64_t> lines;  // the first few
    std::int64_t count = 0;            // besides the row that was left to be told of
  };

  void begin(const Block& block);
  /// Reads a row in the plain way, or passes over it. Returns where the next one begins.
  const char* next(const char* at, const char* end, Row& row) {
    row.above = lines_;
    const char* const behind = usable_ ? plain_.read(at, row.cells) : nullptr;
    if (behind == nullptr) return pass_over(at, end, row);
    row.text = {at, static_cast<std::size_t>(behind - at)};
    ++lines_.lines;
    row.plain = is_ordinary(row);
    return behind;
  }
  const char* pass_over(const char* at, const char* end, Row& row);
  /// Whether nothing at all is to be said of a row; where in doubt it is read again.
  bool is_ordinary(const Row& row) const {
    const Participant& person = *row.cells.person;
    const bool dated = person.birth_date || person.hire_date || person.termination_date;
    return ordinary_.has(person) && (dated || is_somebodys(row));
  }
  bool is_somebodys(const Row& row) const;
  static bool may_say_total(std::string_view text);
  std::string_view id_of(std::string_view row, std::string& kept) const;
  bool is_repeated(std::string_view id) const;
  /// Whether two neighbours have the same id. Notes whether ids go upwards, so that no two can be
  /// the same.
  bool compare(std::string_view last, std::string_view id) {
    if (id.empty()) {
      gap_ = true;
      return false;
    }
    const std::strong_ordering order = order_of_ids(last, id);
    ordered_ = ordered_ && order < 0 && !gap_;
    return order == 0;
  }
  /// Whether a row is good as it is; counts it then.
  bool settle(const Row& row) {
    const Participant& person = *row.cells.person;
    if (!row.plain || row.repeated) return false;
    const bool remarkable = (row.cells.remarks.empty | row.cells.remarks.not_stated) != 0;
    if (remarkable && !count_remarks(row.cells.remarks, row.above.lines + 1)) return false;
    ++good_.rows;
    good_.deferrals_stated += (person.pre_tax ? 1 : 0) + (person.roth ? 1 : 0);
    good_.anybody_defers = good_.anybody_defers || is_some(person.pre_tax) || is_some(person.roth);
    return true;
  }
  static bool is_some(const std::optional<Election>& election) {
    return election && *election != Election{};
  }
  /// Counts the cells of a row that are worth a word. False where it is the first of the block with
  /// such a cell: the reader of all files then says what there is to say.
  bool count_remarks(const PlainRows::Remarks& remarks, std::uint64_t line) {
    const std::uint64_t first =
        (remarks.empty & ~told_.empty) | (remarks.not_stated & ~told_.not_stated);
    told_.empty |= remarks.empty;
    told_.not_stated |= remarks.not_stated;
    if (first != 0) return false;
    count_bits(remarks.empty, empty_, line);
    count_bits(remarks.not_stated, not_stated_, line);
    return true;
  }
  [[gnu::always_inline]] static void count_bits(std::uint64_t bits, std::vector<Told>& columns,
                                                std::uint64_t line) {
    for (; bits != 0; bits &= bits - 1) {
      Told& told = columns[static_cast<std::size_t>(std::countr_zero(bits))];
      if (told.count++ < Told::most_lines) name_line(told, line);
    }
  }
  [[gnu::noinline]] static void name_line(Told& told, std::uint64_t line) {
    told.lines.push_back(line);
  }
  void leave(const Row& row);
  void read_records(LineCount above);
  void take(const Record& record, std::size_t which);
  void append_as_utf8(std::string_view row, std::string& text);
  void tell_of_plain(LineCount above);

  const StreamLayout& layout_;
  PlainRows plain_;
  bool usable_;
  CensusReader reader_;
  RecordSink sink_;
  Participant people_[2];
  std::string kept_ids_[2], before_id_, after_id_;
  std::vector<Left> left_;
  std::vector<RepeatedRow> repeated_;
  OrdinaryPeople ordinary_;
  std::vector<Told> empty_, not_stated_;
  PlainRows::Remarks told_;  // the columns that there has been such a row of
  bool ordered_ = true, gap_ = false;
  LineEnds line_ends_;
  GoodRows good_;
  LineCount lines_;
  std::vector<std::pair<std::size_t, Participant>> found_;
};

template <class Take, class Leave>
void BlockCensus::read_plain(const Block& block, Take take, Leave leave_out) {
  begin(block);
  const bool neighbours = !layout_.repeated_ids;
  const char* at = block.rows.data();
  const char* const end = at + block.rows.size();
  // A row is settled when the one behind it is known, because both may have the same id.
  Row rows[2];
  Row *row = &rows[0], *last = &rows[1];
  rows[0].cells.person = &people_[0];
  rows[1].cells.person = &people_[1];
  bool has_last = false;
  const auto emit_last = [&] {
    if (settle(*last)) {
      take(*last->cells.person, last->cells.id);
    } else {
      leave(*last);
      leave_out();
    }
  };
  std::string_view last_id = neighbours ? id_of(block.before, before_id_) : std::string_view{};
  gap_ = block.number != 0 && last_id.empty();
  while (at != end) {
    at = next(at, end, *row);
    if (neighbours) {
      row->repeated = compare(last_id, row->cells.id);
      last->repeated = last->repeated || row->repeated;
      last_id = row->cells.id;
    } else {
      row->repeated = is_repeated(row->cells.id);
    }
    if (has_last) emit_last();
    has_last = true;
    std::swap(row, last);
  }
  if (!has_last) return;
  if (neighbours && !last_id.empty() && last_id == id_of(block.after, after_id_)) {
    last->repeated = true;
  }
  emit_last();
}

template <class Take>
void BlockCensus::read_left(LineCount above, Take take) {
  read_records(above);
  for (auto& [which, person] : found_) take(person, which);
}

}  // namespace rothcheck::intake
