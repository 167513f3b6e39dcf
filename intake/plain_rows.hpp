// Rows whose cells are written in the commonest way, read straight into a participant as the bytes
// are passed. All other rows are left to the reader that every file goes through.
#pragma once

#include <string_view>
#include <vector>

#include "intake/aliases.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

class PlainRows {
 public:
  /// `columns` say what the cells of a row are; only unused columns, an id and fields can be read.
  PlainRows(const std::vector<Meaning>& columns, char separator);

  /// Reads the row at `at`, which ends before or at `end`, into the fields that have a column, and
  /// its id. Returns where the next row begins, or null where the row has to be read another way;
  /// the fields then are anything. There must be a line end at `end`, and a word behind it.
  const char* read(const char* at, const char* end, Participant& person, std::string_view& id);

 private:
  enum class Shape : std::uint8_t {
    unused,
    id,
    amount,
    election,
    date,
    percent,
    other,
  };
  struct Column {
    Shape shape;
    Field field;
    std::optional<Money> Participant::* amount = nullptr;
    std::optional<Election> Participant::* election = nullptr;
    std::optional<Date> Participant::* date = nullptr;
    std::optional<Percent> Participant::* percent = nullptr;
  };
  static Column column_for(Meaning meaning);

  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }
  const char* text_end(const char* at) const;
  const char* read_value(const Column& column, const char* at, Participant& person,
                         std::string_view& id) const;
  const char* read_other(const Column& column, const char* at, const char* end, Participant& person,
                         std::string_view& id) const;

  std::vector<Column> columns_;
  char separator_;
};

}  // namespace rothcheck::intake
