// A cell is tried in its commonest spelling, which its end tells the most of: from there its length
// is known, and what is in which place.
#include "intake/csv/plain_rows.hpp"

#include <type_traits>

#include "intake/columns/cell_type.hpp"
#include "intake/csv/csv_rows.hpp"
#include "intake/csv/plain_cell.hpp"

namespace rothcheck::intake {
PlainRows::PlainRows(const std::vector<Name>& names, const std::vector<intake::Column>& columns,
                     std::optional<int> year, bool month_first)
    : year_{year}, month_first_{month_first} {
  if (columns.size() > most_columns) return;
  using What = Meaning::What;
  bool has_id = false, has_fact = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Meaning meaning = columns[i].meaning;
    Column& column = columns_.emplace_back();
    column.field = meaning.field;
    column.bit = std::uint64_t{1} << i;
    // What is said of a cell without a header, and what several cells come to, is said elsewhere.
    if (meaning.what == What::id || meaning.what == What::ssn) {
      column.shape = meaning.what == What::id ? Shape::id : Shape::ssn;
      has_id = true;
    } else if (meaning.what == What::field && !columns[i].adds &&
               columns[i].unit == Unit::amounts) {
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
  at_field(column.field, take);
  // Of the fractions, only ownership stands in every census.
  if (column.field == Field::ownership_pct) column.shape = Shape::amount;
}

/// Gives the amounts of a type their slots.
template <class T>
void PlainRows::add_slots() {
  const auto add = [this]<class U>(Column& column, std::optional<U> Participant::* member) {
    if constexpr (std::is_same_v<T, U>) {
      column.slot = amounts_.add(member);
    }
  };
  for (Column& column : columns_) {
    if (column.shape == Shape::amount)
      at_field(column.field, [&](auto member) { add(column, member); });
  }
}

/// Sets the fields of all amounts. False where the row has to be read another way.
bool PlainRows::set_amounts(Row& row) {
  if (!amounts_.read() && !reread_amounts(row)) return false;
  if (row.odd != 0) return amounts_.set_but(*row.person, row.absent, row.odd);
  return amounts_.set(*row.person, row.absent);
}

bool PlainRows::read(const CutRow& cut, Row& row) {
  if (cut.count != columns_.size()) return false;
  if (static_cast<std::size_t>(cut.behind - cut.begin) > CsvRow::longest_cell) return false;
  row.remarks = {};
  row.odd = row.absent = 0;
  if (cut.may_have_quotes) return read_quoted(cut, row);
  const char* at = cut.begin;
  const char* const* end = cut.ends.data();
  for (Column& column : columns_) {
    if (!read_cell(column, at, *end, row) && !read_unusual(column, at, *end, row)) return false;
    at = *end++ + 1;
  }
  return set_amounts(row);
}

}  // namespace rothcheck::intake
