// Rows whose cells are written in the commonest way, read straight into a participant as the bytes
// are passed. All other rows are left to the reader that every file goes through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns/columns.hpp"
#include "intake/csv/amount_slots.hpp"
#include "intake/csv/cell_ends.hpp"
#include "intake/csv/plain_cell.hpp"
#include "intake/csv/short_word.hpp"
#include "intake/record.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

struct LineEnds {
  bool lf = false, crlf = false, cr = false;

  bool mixed() const { return lf + crlf + cr > 1; }
  void add(const LineEnds& others) {
    lf = lf || others.lf;
    crlf = crlf || others.crlf;
    cr = cr || others.cr;
  }
};

/// How a row ends; a last one without a line end in no way.
inline LineEnds ends_of(std::string_view row) {
  const bool crlf = row.ends_with("\r\n");
  return {.lf = row.ends_with('\n') && !crlf, .crlf = crlf, .cr = row.ends_with('\r')};
}

class PlainRows {
 public:
  /// There are no more columns than this whose cells can be worth a word.
  static constexpr std::size_t most_columns = AmountSlots::most;

  /// What there is to say about a row that was read: a bit for each column whose cell is empty, or
  /// says that the fact is not stated.
  struct Remarks {
    std::uint64_t empty = 0, not_stated = 0;
  };

  PlainRows(const std::vector<Name>& names, const std::vector<Column>& columns, char separator,
            std::optional<int> year, bool month_first = true);

  /// Whether rows can be read at all: by an id, and by something that no header or footnote has.
  bool usable() const { return usable_; }

  struct Row {
    Participant* person = nullptr;
    const char* begin = nullptr;
    std::string_view id = {};
    Remarks remarks = {};
    // Amounts that were not read with the others: whose fields are set, or that are not stated.
    AmountSlots::Slots odd = 0, absent = 0;
  };

  /// Goes to the rows of a text. There must be a line end at its end, and the padding of a block
  /// before it and behind it.
  void begin(std::string_view rows) {
    start(rows.data());
    end_ = rows.data() + rows.size();
  }
  /// The next row to be read begins at `at`, behind one that was not read.
  void start(const char* at) { ends_.start(at); }

  /// Reads the row at `at` into its id and into the fields of its person that have a column.
  /// Returns where the next row begins, or null where the row has to be read another way; the
  /// fields then are anything.
  const char* read(const char* at, Row& row);

  /// How the rows so far ended.
  const LineEnds& line_ends() const { return line_ends_; }

  /// What is said of the cells of a column that are not stated.
  const std::string& remark(std::size_t column) const { return columns_[column].remark; }

 private:
  enum class Shape : std::uint8_t { amount, unused, id, date, other, empty, none };
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
  static bool ends_line(char c) { return c == '\n' || c == '\r'; }
  bool ends_cell(char c) const { return c == separator_ || ends_line(c); }
  // The one that every cell goes through.
  [[gnu::always_inline]] inline bool read_cell(const Column& column, const char* at,
                                               const char* end, Row& row);
  // Apart, so that the way of almost every cell stays short.
  [[gnu::noinline]] const char* read_unusual(Column& column, const char* at, const char* end,
                                             Row& row);
  [[gnu::noinline]] const char* read_odd(Column& column, const char* at, const char* end, Row& row);
  [[gnu::noinline]] const char* read_last(Column& column, const char* at, const char* end,
                                          Row& row);
  [[gnu::noinline]] bool set_amounts(Row& row);
  [[gnu::noinline]] bool reread_amounts(Row& row);
  const char* read_other(Column& column, const char* at, Row& row);
  const char* read_quoted_amount(const Column& column, const char* at, Row& row) const;
  const char* text_end(const char* at) const;
  bool says_not_stated(Column& column, std::string_view text) const;
  void forget(const Column& column, Row& row);
  void say_not_stated(const Column& column, Row& row);
  void say_empty(const Column& column, Row& row);

  std::vector<Column> columns_;  // and one behind the last that no cell fits
  const Column* last_ = nullptr;
  AmountSlots amounts_;
  char separator_;
  std::optional<int> year_;
  bool month_first_;
  bool usable_ = false;
  LineEnds line_ends_;
  const char* end_ = nullptr;
  plain::CellEnds ends_;
};

/// Reads a cell in its commonest spelling; false where it has another.
bool PlainRows::read_cell(const Column& column, const char* at, const char* end, Row& row) {
  if (column.shape == Shape::amount) return amounts_.put(column.slot, at, end);
  switch (column.shape) {
    case Shape::unused:
      return true;
    case Shape::id:
      row.id = {at, static_cast<std::size_t>(end - at)};
      return at != end && *at != ' ' && end[-1] != ' ' && end[-1] != ':';
    case Shape::date: {
      Date day;
      if (end - at != plain::date_size || plain::read_date(at, day) == nullptr) return false;
      (row.person->*column.date).emplace(day);
      return true;
    }
    case Shape::amount:
    case Shape::other:
    case Shape::empty:
    case Shape::none:
      return false;
  }
  return false;
}

}  // namespace rothcheck::intake
