// A cell is tried in its commonest spelling, which its end tells the most of: from there its length
// is known, and what is in which place.
#include "intake/plain_rows.hpp"

#include <type_traits>

#include "intake/cell_type.hpp"
#include "intake/csv_rows.hpp"
#include "intake/plain_cell.hpp"

namespace rothcheck::intake {
PlainRows::PlainRows(const std::vector<Name>& names, const std::vector<intake::Column>& columns,
                     char separator, std::optional<int> year)
    : separator_{separator}, year_{year}, ends_{separator} {
  if (columns.size() > most_columns) return;
  using What = Meaning::What;
  bool has_id = false, has_fact = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Meaning meaning = columns[i].meaning;
    Column& column = columns_.emplace_back();
    column.field = meaning.field;
    column.bit = std::uint64_t{1} << i;
    // What is said of a cell without a header, and what several cells come to, is said elsewhere.
    if (meaning.what == What::id) {
      column.shape = Shape::id;
      has_id = true;
    } else if (meaning.what == What::field && !columns[i].adds) {
      settle(column);
      has_fact = has_fact || column.shape != Shape::other;
      if (is_contribution(column.field)) column.told_when_empty = column.bit;
    } else if (meaning.what == What::unused ||
               (meaning.what == What::left_out && !names[i].text.empty())) {
      column.shape = Shape::unused;
    } else {
      column.shape = Shape::empty;
    }
  }
  add_slots<Money>();
  add_slots<Election>();
  add_slots<Percent>();
  usable_ = has_id && has_fact;
}

void PlainRows::settle(Column& column) {
  const auto take = [&column]<class T>(std::optional<T> Participant::* member) {
    if constexpr (std::is_same_v<T, Money> || std::is_same_v<T, Election>) {
      column.shape = Shape::amount;
    } else if constexpr (std::is_same_v<T, Date>) {
      column.shape = Shape::date;
      column.date = member;
    } else {
      column.shape = Shape::other;
    }
  };
  switch (column.field) {
#define PARTICIPANT(field, type, meaning) \
  case Field::field:                      \
    take(&Participant::field);            \
    break;
#include "model/participant.def"
#undef PARTICIPANT
  }
  // Of the fractions, only ownership stands in every census.
  if (column.field == Field::ownership_pct) column.shape = Shape::amount;
}

/// Gives the amounts of a type their slots.
template <class T>
void PlainRows::add_slots() {
  const auto add = [this]<class U>(Column& column, std::optional<U> Participant::* member) {
    if constexpr (std::is_same_v<T, U>) {
      column.slot = static_cast<std::uint8_t>(amounts_.add(member));
    }
  };
  for (Column& column : columns_) {
    if (column.shape != Shape::amount) continue;
    switch (column.field) {
#define PARTICIPANT(field, type, meaning) \
  case Field::field:                      \
    add(column, &Participant::field);     \
    break;
#include "model/participant.def"
#undef PARTICIPANT
    }
  }
}

const char* PlainRows::read(const char* at, const char* end, Participant& person,
                            std::string_view& id, Remarks& remarks) {
  const char* const begin = at;
  remarks = {};
  Reading row{.end = end, .person = person, .id = id, .remarks = remarks};
  // Copies, which the compiler can keep in registers.
  plain::CellEnds ends = ends_;
  const char separator = separator_;
  Column* const last = &columns_.back();
  const char* behind = nullptr;
  for (Column* column = columns_.data(); column != last; ++column) {
    behind = ends.next();
    if (*behind != separator || !read_cell(*column, at, behind, person, id)) {
      ends_ = ends;
      behind = read_unusual(*column, at, behind, row);
      if (behind == nullptr || *behind != separator) return nullptr;
      ends = ends_;
    }
    at = behind + 1;
  }
  behind = ends.past_blanks(ends.next());
  if (*behind == separator || !ends_cell(*behind) || !read_cell(*last, at, behind, person, id)) {
    ends_ = ends;
    behind = read_unusual(*last, at, behind, row);
    if (behind == nullptr) return nullptr;
    ends = ends_;
  }
  if (!amounts_.read() && !reread_amounts(row)) return nullptr;
  if (!amounts_.set(person, row.set)) return nullptr;
  at = behind;
  const bool crlf = *at == '\r';
  if (crlf) at = ends.next();
  if (*at != '\n' || at > end || at - behind > 1) return nullptr;
  if (static_cast<std::size_t>(at - begin) > CsvRows::longest_cell) return nullptr;
  ends_ = ends;
  if (at == end) return end;
  (crlf ? line_ends_.crlf : line_ends_.lf) = true;
  return at + 1;
}

}  // namespace rothcheck::intake
