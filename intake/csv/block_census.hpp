// The rows of one block to participants, each where it stands: in the plain way, or by the reader
// that every file goes through, with its cells in hand.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/census/ordinary_people.hpp"
#include "intake/csv/census_stream.hpp"
#include "intake/csv/csv_records.hpp"
#include "intake/csv/plain_rows.hpp"
#include "intake/csv/row_ids.hpp"
#include "intake/csv/scanner.hpp"
#include "intake/csv/stream.hpp"
#include "intake/decode.hpp"

namespace rothcheck::intake {

/// One thread's way through the blocks of a file.
class BlockCensus {
 public:
  /// Tells the lines above a block by those that it has. Asked at most once a block.
  using Above = std::function<LineCount(LineCount lines)>;

  explicit BlockCensus(const StreamLayout& layout);

  /// Reads the rows of a block in their order. Calls `take(person, id, row)` for those that are
  /// people, `row` being the spreadsheet's where ids are masked or rows are asked for, else 0.
  template <class Take>
  void read(const Block& block, const Above& above, Take take);

  /// How many lines the block has, behind `read`.
  LineCount lines() const { return lines_; }
  /// Whether `read` asked for the lines above.
  bool asked() const { return above_.has_value(); }

  /// The rows of the block that have the id of another.
  const std::vector<RepeatedRow>& repeated() const { return repeated_; }

  /// What there is to say of the block, into the whole file's.
  void hand_over(CensusStream& stream);

 private:
  /// The cells of a column that are worth a word, of rows that were read in the plain way.
  struct Told {
    static constexpr std::int64_t most_lines = Issues::lines_named;
    LineCount above_first;
    std::vector<std::uint64_t> lines;  // the first few, from the block's first
    std::int64_t count = 0;
  };

  void begin(const Block& block);
  LineCount lines_above(const Above& above, const CutRow& row);
  /// Whether nothing at all is to be said of a row; where in doubt it is read again.
  bool is_ordinary(const CutRow& cut, const PlainRows::Row& row) const {
    const Participant& person = *row.person;
    const bool dated = person.birth_date || person.hire_date || person.termination_date;
    return ordinary_.has(person) && (dated || is_somebodys(cut, row));
  }
  bool is_somebodys(const CutRow& cut, const PlainRows::Row& row) const;
  static bool may_say_total(std::string_view text);
  /// Counts a row that is good as it is, below so many lines of the block.
  void count(const PlainRows::Row& row, LineCount above) {
    const Participant& person = *row.person;
    ++good_.rows;
    good_.deferrals_stated += (person.pre_tax ? 1 : 0) + (person.roth ? 1 : 0);
    good_.anybody_defers = good_.anybody_defers || is_some(person.pre_tax) || is_some(person.roth);
    if ((row.remarks.empty | row.remarks.not_stated) == 0) return;
    count_cells(row.remarks.empty, empty_, above);
    count_cells(row.remarks.not_stated, not_stated_, above);
  }
  static bool is_some(const std::optional<Election>& election) {
    return election && *election != Election{};
  }
  [[gnu::always_inline]] static void count_cells(std::uint64_t bits, std::vector<Told>& columns,
                                                 LineCount above) {
    for (; bits != 0; bits &= bits - 1) {
      Told& told = columns[static_cast<std::size_t>(std::countr_zero(bits))];
      if (told.count++ < Told::most_lines) name_line(told, above);
    }
  }
  [[gnu::noinline]] static void name_line(Told& told, LineCount above) {
    if (told.lines.empty()) told.above_first = above;
    told.lines.push_back(above.lines + 1);
  }
  std::optional<Participant> read_odd(const CutRow& cut, LineCount above, bool repeated);
  void take_as_utf8(const CutRow& cut, LineCount above);
  void tell_of_plain(LineCount above);

  const StreamLayout& layout_;
  PlainRows plain_;
  bool usable_;
  OrdinaryPeople ordinary_;
  RepeatedIds ids_;
  CensusReader reader_;
  RecordSink sink_;
  CsvRecords records_;
  CutRow rows_[2];
  CsvRow cells_;
  std::optional<Decoded> decoded_;  // of the last row, where its bytes are not UTF-8
  Participant person_;
  bool stopped_ = false;  // nothing behind the last row stands where it seems to
  const char* end_ = nullptr;
  std::optional<LineCount> above_;
  LineCount lines_;
  LineEnds line_ends_;
  GoodRows good_;
  std::vector<RepeatedRow> repeated_;
  std::vector<Told> empty_, not_stated_;
};

template <class Take>
void BlockCensus::read(const Block& block, const Above& above, Take take) {
  begin(block);
  Scanner scanner{block.rows, layout_.separator};
  CutRow *row = &rows_[0], *next = &rows_[1];
  bool is_there = scanner.cut(*row);
  if (is_there) ids_.begin(*row, block.before, block.after, block.number == 0);
  PlainRows::Row plain{.person = &person_};
  while (is_there) {
    // A row is settled when the one behind it is cut, because both may have the same id.
    const bool has_next = scanner.cut(*next);
    const bool repeated = ids_.has(*row, has_next ? next : nullptr);
    std::uint64_t number = 0;
    if (layout_.masked_ids || layout_.tells_rows) {
      const LineCount all = lines_above(above, *row);
      number = all.lines - all.inside_cells + 1;
    }
    if (!repeated && usable_ && plain_.read(*row, plain) && is_ordinary(*row, plain)) {
      count(plain, lines_);
      take(person_, plain.id, number);
    } else if (const auto person = read_odd(*row, lines_above(above, *row), repeated)) {
      take(*person, std::string_view{person->id}, number);
    }
    lines_ += {row->breaks + 1, row->breaks};
    is_there = has_next;
    std::swap(row, next);
  }
  line_ends_.add(scanner.line_ends());
}

}  // namespace rothcheck::intake
