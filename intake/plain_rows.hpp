// Rows whose cells are written in the commonest way, read straight into a participant as the bytes
// are passed. All other rows are left to the reader that every file goes through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns.hpp"
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
  static constexpr std::size_t most_columns = 64;

  /// What there is to say about a row that was read: a bit for each column whose cell is empty, or
  /// says that the fact is not stated.
  struct Remarks {
    std::uint64_t empty = 0, not_stated = 0;
  };

  PlainRows(const std::vector<Name>& names, const std::vector<Column>& columns, char separator,
            std::optional<int> year);

  /// Whether rows can be read at all: by an id, and by something that no header or footnote has.
  bool usable() const { return usable_; }

  /// Reads the row at `at`, which ends before or at `end`, into the fields that have a column, and
  /// its id. Returns where the next row begins, or null where the row has to be read another way;
  /// the fields then are anything. There must be a line end at `end`, and a few words behind it.
  const char* read(const char* at, const char* end, Participant& person, std::string_view& id,
                   Remarks& remarks);

  /// How the rows so far ended.
  const LineEnds& line_ends() const { return line_ends_; }

  /// What is said of the cells of a column that are not stated.
  const std::string& remark(std::size_t column) const { return columns_[column].remark; }

 private:
  enum class Shape : std::uint8_t { unused, id, amount, election, date, percent, other, empty };
  struct Column {
    Shape shape = Shape::unused;
    Field field = Field::birth_date;
    std::optional<Money> Participant::* amount = nullptr;
    std::optional<Election> Participant::* election = nullptr;
    std::optional<Date> Participant::* date = nullptr;
    std::uint64_t told_when_empty = 0;  // the column's bit, where an empty cell is worth a word
    std::uint64_t bit = 0;
    std::string not_stated = {};  // a word that was found to say so
    std::string remark = {};
  };

  void settle(Column& column) const;
  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }
  // The two that every cell goes through.
  [[gnu::always_inline]] inline const char* text_end(const char* at, std::uint64_t also) const;
  [[gnu::always_inline]] inline const char* read_value(const Column& column, const char* at,
                                                       Participant& person,
                                                       std::string_view& id) const;
  // Apart, so that the way of almost every cell stays short.
  [[gnu::noinline]] const char* read_unusual(Column& column, const char* at, const char* end,
                                             Participant& person, std::string_view& id,
                                             Remarks& remarks);
  const char* read_other(Column& column, const char* at, const char* end, Participant& person,
                         std::string_view& id, Remarks& remarks);
  bool says_not_stated(Column& column, std::string_view text) const;

  std::vector<Column> columns_;
  char separator_;
  std::uint64_t separators_;  // a word of it
  std::optional<int> year_;
  bool usable_ = false;
  LineEnds line_ends_;
};

}  // namespace rothcheck::intake
