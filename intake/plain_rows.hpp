// Rows whose cells are written in the commonest way, read straight into a participant as the bytes
// are passed. All other rows are left to the reader that every file goes through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/amount_slots.hpp"
#include "intake/cell_ends.hpp"
#include "intake/columns.hpp"
#include "intake/plain_cell.hpp"
#include "intake/record.hpp"
#include "intake/short_word.hpp"
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
            std::optional<int> year);

  /// Whether rows can be read at all: by an id, and by something that no header or footnote has.
  bool usable() const { return usable_; }

  /// The next row to be read begins at `at`: at the start of a text, and behind a row that was not
  /// read.
  void start(const char* at) { ends_.start(at); }

  /// Reads the row at `at`, which ends before or at `end`, into the fields that have a column, and
  /// its id. Returns where the next row begins, or null where the row has to be read another way;
  /// the fields then are anything. There must be a line end at `end`, and the padding of a block
  /// before the text and behind it.
  const char* read(const char* at, const char* end, Participant& person, std::string_view& id,
                   Remarks& remarks);

  /// How the rows so far ended.
  const LineEnds& line_ends() const { return line_ends_; }

  /// What is said of the cells of a column that are not stated.
  const std::string& remark(std::size_t column) const { return columns_[column].remark; }

 private:
  enum class Shape : std::uint8_t { amount, unused, id, date, other, empty };
  struct Column {
    Shape shape = Shape::unused;
    std::uint8_t slot = 0;  // of an amount
    Field field = Field::birth_date;
    std::optional<Date> Participant::* date = nullptr;
    std::uint64_t told_when_empty = 0;  // the column's bit, where an empty cell is worth a word
    std::uint64_t bit = 0;
    ShortWord not_stated = {};  // a word that was found to say so
    std::string remark = {};
  };
  /// What there is of a row while it is read.
  struct Reading {
    const char* end;
    Participant& person;
    std::string_view& id;
    Remarks& remarks;
    AmountSlots::Slots set = 0;  // those whose fields are set already
  };

  static void settle(Column& column);
  template <class T>
  void add_slots();
  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }
  // The one that every cell goes through.
  [[gnu::always_inline]] inline bool read_cell(const Column& column, const char* at,
                                               const char* end, Participant& person,
                                               std::string_view& id);
  // Apart, so that the way of almost every cell stays short.
  [[gnu::noinline]] const char* read_unusual(Column& column, const char* at, const char* end,
                                             Reading& row);
  [[gnu::noinline]] const char* read_odd(Column& column, const char* at, const char* end,
                                         Reading& row);
  [[gnu::noinline]] bool reread_amounts(Reading& row);
  const char* read_other(Column& column, const char* at, Reading& row);
  const char* text_end(const char* at) const;
  bool says_not_stated(Column& column, std::string_view text) const;
  void forget(const Column& column, Reading& row);
  void say_not_stated(const Column& column, Reading& row);
  void say_empty(const Column& column, Reading& row);

  std::vector<Column> columns_;
  AmountSlots amounts_;
  char separator_;
  std::optional<int> year_;
  bool usable_ = false;
  LineEnds line_ends_;
  plain::CellEnds ends_;
};

/// Reads a cell in its commonest spelling; false where it has another.
bool PlainRows::read_cell(const Column& column, const char* at, const char* end,
                          Participant& person, std::string_view& id) {
  if (column.shape == Shape::amount) return amounts_.put(column.slot, at, end);
  switch (column.shape) {
    case Shape::unused:
      return true;
    case Shape::id:
      id = {at, static_cast<std::size_t>(end - at)};
      return !id.empty() && id.front() != ' ' && id.back() != ' ';
    case Shape::date: {
      Date day;
      if (end - at != plain::date_size || plain::read_date(at, day) == nullptr) return false;
      (person.*column.date).emplace(day);
      return true;
    }
    case Shape::amount:
    case Shape::other:
    case Shape::empty:
      return false;
  }
  return false;
}

}  // namespace rothcheck::intake
