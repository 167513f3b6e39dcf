// Rows whose cells are written in the usual ways, read straight into a participant. All other rows
// go to the reader that every file goes through.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns/columns.hpp"
#include "intake/csv/amount_slots.hpp"
#include "intake/csv/plain_cell.hpp"
#include "intake/csv/scanner.hpp"
#include "intake/csv/short_word.hpp"
#include "intake/record.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

class PlainRows {
 public:
  /// There are no more columns than this whose cells can be worth a word.
  static constexpr std::size_t most_columns = AmountSlots::most;

  /// What there is to say about a row that was read: a bit for each column whose cell is empty, or
  /// says that the fact is not stated.
  struct Remarks {
    std::uint64_t empty = 0, not_stated = 0;
  };

  PlainRows(const std::vector<Name>& names, const std::vector<Column>& columns,
            std::optional<int> year, bool month_first = true);

  /// Whether rows can be read at all: by an id, and by something that no header or footnote has.
  bool usable() const { return usable_; }

  struct Row {
    Participant* person = nullptr;
    std::string_view id = {};  // until the next row is read
    Remarks remarks = {};
    // Amounts that were not read with the others: whose fields are set, or that are not stated.
    AmountSlots::Slots odd = 0, absent = 0;
  };

  /// Reads a row into its id and into the fields of its person that have a column. False where the
  /// row has to be read another way; the fields then are anything. There must be the padding of a
  /// block before its text and behind it.
  bool read(const CutRow& cut, Row& row);

  /// What is said of the cells of a column that are not stated.
  const std::string& remark(std::size_t column) const { return columns_[column].remark; }

 private:
  enum class Shape : std::uint8_t { amount, unused, id, ssn, date, other, empty };
  struct Column {
    Shape shape = Shape::unused;
    Field field = Field::birth_date;
    std::size_t slot = 0;  // of an amount
    std::optional<Date> Participant::* date = nullptr;
    std::uint64_t told_when_empty = 0;  // the column's bit, where an empty cell is worth a word
    std::uint64_t bit = 0;
    ShortWord not_stated = {};  // a word that was found to say so, or a dash that stands for zero
    bool is_zero = false;       // the word is such a dash
    std::string remark = {};
  };
  static void settle(Column& column);
  template <class T>
  void add_slots();
  // The one that every cell goes through.
  [[gnu::always_inline]] inline bool read_cell(const Column& column, const char* at,
                                               const char* end, Row& row);
  // Apart, so that the way of almost every row and cell stays short.
  [[gnu::noinline]] bool read_quoted(const CutRow& cut, Row& row);
  [[gnu::noinline]] bool read_unusual(Column& column, const char* at, const char* end, Row& row);
  [[gnu::noinline]] bool read_odd(Column& column, const char* at, const char* end, Row& row);
  [[gnu::noinline]] bool read_ssn(const char* at, const char* end, Row& row);
  [[gnu::noinline]] bool set_amounts(Row& row);
  [[gnu::noinline]] bool reread_amounts(Row& row);
  bool read_other(Column& column, std::string_view text, Row& row);
  bool read_grouped_amount(const Column& column, std::string_view text, Row& row) const;
  bool says_not_stated(Column& column, std::string_view text) const;
  void forget(const Column& column, Row& row);
  void say_not_stated(const Column& column, Row& row);
  void say_empty(const Column& column, Row& row);

  std::vector<Column> columns_;
  AmountSlots amounts_;
  std::optional<int> year_;
  bool month_first_;
  bool usable_ = false;
  std::array<char, 11> ssn_{};  // of the row, as 987-65-4320
};

/// Reads a cell in its commonest spelling; false where it has another.
bool PlainRows::read_cell(const Column& column, const char* at, const char* end, Row& row) {
  if (column.shape == Shape::amount) return amounts_.put(column.slot, at, end);
  switch (column.shape) {
    case Shape::unused:
      return true;
    case Shape::id:
      row.id = {at, static_cast<std::size_t>(end - at)};
      return at != end && *at != ' ' && end[-1] != ' ' && end[-1] != ':' &&
             plain::is_printable(at, end);
    case Shape::date: {
      Date day;
      if (end - at != plain::date_size || plain::read_date(at, day) == nullptr) return false;
      (row.person->*column.date).emplace(day);
      return true;
    }
    case Shape::ssn:
      return read_ssn(at, end, row);
    case Shape::amount:
    case Shape::other:
    case Shape::empty:
      return false;
  }
  return false;
}

}  // namespace rothcheck::intake
