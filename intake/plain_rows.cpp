// A cell is tried in its commonest spelling, then by the model's own reader of its field.
#include "intake/plain_rows.hpp"

#include <type_traits>

#include "intake/cell_type.hpp"
#include "intake/csv_rows.hpp"
#include "intake/mend.hpp"
#include "intake/plain_cell.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

// Which bytes end a text beside its ends: none, or those that are not ASCII.
constexpr plain::Word none = 0, not_ascii = plain::high_bits;

void forget(Participant& person, Field field) {
  switch (field) {
#define PARTICIPANT(field, type, meaning) \
  case Field::field:                      \
    person.field.reset();                 \
    break;
#include "model/participant.def"
#undef PARTICIPANT
  }
}

}  // namespace

PlainRows::PlainRows(const std::vector<Name>& names, const std::vector<intake::Column>& columns,
                     char separator, std::optional<int> year)
    : separator_{separator}, separators_{plain::every_byte(separator)}, year_{year} {
  using What = Meaning::What;
  bool has_id = false, has_fact = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Meaning meaning = columns[i].meaning;
    Column& column = columns_.emplace_back();
    column.field = meaning.field;
    column.bit = std::uint64_t{1} << (i % most_columns);
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
  usable_ = has_id && has_fact && columns_.size() <= most_columns;
}

void PlainRows::settle(Column& column) const {
  const auto take = [&column]<class T>(std::optional<T> Participant::* member) {
    if constexpr (std::is_same_v<T, Money>) {
      column.shape = Shape::amount;
      column.amount = member;
    } else if constexpr (std::is_same_v<T, Election>) {
      column.shape = Shape::election;
      column.election = member;
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
  if (column.field == Field::ownership_pct) column.shape = Shape::percent;
}

/// The end of a cell without quotation marks: the separator, a line end, or a quotation mark; or
/// the first byte of which `also` has the high bit.
const char* PlainRows::text_end(const char* at, std::uint64_t also) const {
  using namespace plain;
  for (;; at += sizeof(Word)) {
    const Word word = word_at(at);
    // Other control characters are as rare as quotation marks, and as little plain.
    const Word marks = bytes_equal(word, separators_) | bytes_equal(word, every_byte('"')) |
                       bytes_below(word, ' ') | (word & also);
    if (marks != 0) return at + first_of(marks);
  }
}

/// Behind a value in its commonest spelling. Null, or before the end of the cell, where it is spelt
/// otherwise.
const char* PlainRows::read_value(const Column& column, const char* at, Participant& person,
                                  std::string_view& id) const {
  std::int64_t hundredths = 0;
  const char* behind = nullptr;
  switch (column.shape) {
    case Shape::unused:
      return text_end(at, none);
    case Shape::id:
      behind = text_end(at, not_ascii);
      id = {at, static_cast<std::size_t>(behind - at)};
      return !id.empty() && id.front() != ' ' && id.back() != ' ' ? behind : nullptr;
    case Shape::amount:
      behind = plain::read_hundredths(at, hundredths);
      if (behind != nullptr) (person.*column.amount).emplace(Money::cents(hundredths));
      return behind;
    case Shape::election:
      behind = plain::read_hundredths(at, hundredths);
      if (behind != nullptr) (person.*column.election).emplace(Election{Money::cents(hundredths)});
      return behind;
    case Shape::date: {
      Date day;
      behind = plain::read_date(at, day);
      if (behind != nullptr) (person.*column.date).emplace(day);
      return behind;
    }
    case Shape::percent:
      behind = plain::read_hundredths(at, hundredths);
      if (behind == nullptr || hundredths > 10'000) return nullptr;
      // Nobody's ownership is by far the commonest, and lowest terms cost divisions.
      person.ownership_pct = hundredths == 0 ? Rate{} : Rate{hundredths, 10'000};
      return behind;
    case Shape::other:
    case Shape::empty:
      return nullptr;
  }
  return nullptr;
}

/// Whether a text that no reader takes says that the fact is not stated. The word is kept, for the
/// rows after this one.
bool PlainRows::says_not_stated(Column& column, std::string_view text) const {
  const Mended mended = mend(column.field, text, year_);
  if (mended.what != Mended::What::not_stated) return false;
  if (!column.remark.empty() && column.remark != mended.remark) return false;
  column.not_stated = text;
  column.remark = mended.remark;
  return true;
}

/// Behind a cell in any spelling that the model's reader of its field takes; else null.
const char* PlainRows::read_other(Column& column, const char* at, const char* end,
                                  Participant& person, std::string_view& id, Remarks& remarks) {
  const char* behind;
  std::string_view text;
  if (*at == '"') {
    const char* close = at + 1;
    while (*close != '"' && *close != '\n' && *close != '\r') ++close;
    if (close >= end || *close != '"') return nullptr;
    behind = close + 1;
    text = {at + 1, static_cast<std::size_t>(close - at - 1)};
  } else {
    behind = text_end(at, none);
    text = {at, static_cast<std::size_t>(behind - at)};
  }
  if (!ends_cell(*behind)) return nullptr;
  if (column.shape == Shape::unused) return behind;
  const auto not_stated = [&] {
    forget(person, column.field);
    remarks.not_stated |= column.bit;
    return behind;
  };
  // The word that was found to say so is most of what is no value.
  if (!text.empty() && text == column.not_stated) return not_stated();
  if (!is_ascii(text)) return nullptr;
  text = trimmed(text);
  if (column.shape == Shape::id) {
    id = text;
    return id.empty() ? nullptr : behind;
  }
  if (text.empty()) {
    if (column.shape == Shape::empty) return behind;
    forget(person, column.field);
    remarks.empty |= column.told_when_empty;
    return behind;
  }
  if (column.shape == Shape::empty) return nullptr;
  if (set_field(person, column.field, text))
    return says_not_stated(column, text) ? not_stated() : nullptr;
  return behind;
}

const char* PlainRows::read_unusual(Column& column, const char* at, const char* end,
                                    Participant& person, std::string_view& id, Remarks& remarks) {
  if (*at == '"') {
    const char* behind = read_value(column, at + 1, person, id);
    if (behind != nullptr && *behind == '"' && ends_cell(behind[1])) return behind + 1;
  }
  return read_other(column, at, end, person, id, remarks);
}

const char* PlainRows::read(const char* at, const char* end, Participant& person,
                            std::string_view& id, Remarks& remarks) {
  const char* const begin = at;
  remarks = {};
  Column* const last = &columns_.back();
  for (Column* column = columns_.data(); column != last; ++column) {
    const char* behind = read_value(*column, at, person, id);
    if (behind == nullptr || *behind != separator_) {
      behind = read_unusual(*column, at, end, person, id, remarks);
      if (behind == nullptr || *behind != separator_) return nullptr;
    }
    at = behind + 1;
  }
  const char* behind = read_value(*last, at, person, id);
  if (behind == nullptr || !ends_cell(*behind)) {
    behind = read_unusual(*last, at, end, person, id, remarks);
    if (behind == nullptr) return nullptr;
  }
  at = behind;
  const bool crlf = *at == '\r';
  if (crlf) ++at;
  if (*at != '\n' || at > end) return nullptr;
  if (static_cast<std::size_t>(at - begin) > CsvRows::longest_cell) return nullptr;
  if (at == end) return end;
  (crlf ? line_ends_.crlf : line_ends_.lf) = true;
  return at + 1;
}

}  // namespace rothcheck::intake
