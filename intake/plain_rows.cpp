// A cell first is tried in its commonest spelling, then by the model's own reader of its field.
#include "intake/plain_rows.hpp"

#include "intake/plain_cell.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

bool is_ascii(std::string_view text) {
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

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

PlainRows::PlainRows(const std::vector<Meaning>& columns, char separator) : separator_{separator} {
  for (const Meaning& meaning : columns) columns_.push_back(column_for(meaning));
}

PlainRows::Column PlainRows::column_for(Meaning meaning) {
  Column column{Shape::unused, meaning.field};
  if (meaning.what == Meaning::What::id) column.shape = Shape::id;
  if (meaning.what != Meaning::What::field) return column;
  const auto take = [&column]<class T>(std::optional<T> Participant::* member) {
    column.shape = Shape::other;
    if constexpr (std::is_same_v<T, Money>) {
      column.shape = Shape::amount;
      column.amount = member;
    } else if constexpr (std::is_same_v<T, Election>) {
      column.shape = Shape::election;
      column.election = member;
    } else if constexpr (std::is_same_v<T, Date>) {
      column.shape = Shape::date;
      column.date = member;
    }
  };
  switch (meaning.field) {
#define PARTICIPANT(field, type, meaning) \
  case Field::field:                      \
    take(&Participant::field);            \
    break;
#include "model/participant.def"
#undef PARTICIPANT
  }
  // Years and percents are both fractions; only of ownership there is a column in every census.
  if (meaning.field == Field::ownership_pct) {
    column.shape = Shape::percent;
    column.percent = &Participant::ownership_pct;
  }
  return column;
}

/// The end of a cell without quotation marks: the separator, a line end, or a quotation mark.
const char* PlainRows::text_end(const char* at) const {
  using namespace plain;
  for (;; at += sizeof(Word)) {
    const Word word = word_at(at);
    const Word marks = bytes_equal(word, separator_) | bytes_equal(word, '\n') |
                       bytes_equal(word, '\r') | bytes_equal(word, '"');
    if (marks != 0) return at + first_of(marks);
  }
}

/// Behind a value in its commonest spelling; null, or behind what is not all of the cell, where it
/// is spelt otherwise.
const char* PlainRows::read_value(const Column& column, const char* at, Participant& person,
                                  std::string_view& id) const {
  std::int64_t hundredths = 0;
  const char* behind = nullptr;
  switch (column.shape) {
    case Shape::unused:
      return text_end(at);
    case Shape::id:
      behind = text_end(at);
      id = {at, static_cast<std::size_t>(behind - at)};
      // An id with blanks around it, or beyond ASCII, is not plain.
      return id == trimmed(id) && is_ascii(id) ? behind : nullptr;
    case Shape::amount:
      behind = plain::read_hundredths(at, hundredths);
      if (behind != nullptr) person.*column.amount = Money::cents(hundredths);
      return behind;
    case Shape::election:
      behind = plain::read_hundredths(at, hundredths);
      if (behind != nullptr) person.*column.election = Election{Money::cents(hundredths)};
      return behind;
    case Shape::date: {
      Date day;
      behind = plain::read_date(at, day);
      if (behind != nullptr) person.*column.date = day;
      return behind;
    }
    case Shape::percent:
      behind = plain::read_hundredths(at, hundredths);
      if (behind == nullptr || hundredths > 10'000) return nullptr;
      // Nobody's ownership is by far the commonest, and a fraction in lowest terms costs a
      // division.
      person.*column.percent = hundredths == 0 ? Rate{} : Rate{hundredths, 10'000};
      return behind;
    case Shape::other:
      return nullptr;
  }
  return nullptr;
}

/// A cell in any spelling that the model's reader of its field takes; else null.
const char* PlainRows::read_other(const Column& column, const char* at, const char* end,
                                  Participant& person, std::string_view& id) const {
  const char* behind;
  std::string_view text;
  if (*at == '"') {
    const char* close = at + 1;
    while (*close != '"' && *close != '\n' && *close != '\r') ++close;
    if (close >= end || *close != '"') return nullptr;
    behind = close + 1;
    text = {at + 1, static_cast<std::size_t>(close - at - 1)};
  } else {
    behind = text_end(at);
    text = {at, static_cast<std::size_t>(behind - at)};
  }
  if (!ends_cell(*behind) || !is_ascii(text)) return nullptr;
  text = trimmed(text);
  if (column.shape == Shape::unused) return behind;
  if (column.shape == Shape::id) {
    id = text;
    return behind;
  }
  if (text.empty()) {
    forget(person, column.field);
    return behind;
  }
  return set_field(person, column.field, text) ? nullptr : behind;
}

const char* PlainRows::read(const char* at, const char* end, Participant& person,
                            std::string_view& id) {
  const Column* const last = &columns_.back();
  for (const Column* column = columns_.data();; ++column) {
    const bool quoted = *at == '"';
    const char* behind = read_value(*column, at + (quoted ? 1 : 0), person, id);
    if (quoted && behind != nullptr) behind = *behind == '"' ? behind + 1 : nullptr;
    if (behind == nullptr || !ends_cell(*behind)) {
      behind = read_other(*column, at, end, person, id);
      if (behind == nullptr) return nullptr;
    }
    if (column == last) {
      at = behind;
      break;
    }
    if (*behind != separator_) return nullptr;
    at = behind + 1;
  }
  if (*at == separator_) return nullptr;
  if (at < end && *at == '\r') {
    if (at[1] != '\n') return nullptr;
    ++at;
  }
  return at < end ? at + 1 : end;
}

}  // namespace rothcheck::intake
