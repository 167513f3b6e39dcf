// Cells in other spellings than the commonest: quoted, empty, words for facts that are not stated,
// and whatever the model's own reader of the field takes.
#include <string>
#include <string_view>

#include "intake/census/mend.hpp"
#include "intake/census/row_kind.hpp"
#include "intake/csv/plain_cell.hpp"
#include "intake/csv/plain_rows.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

void forget_field(Participant& person, Field field) {
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

/// The end of a cell without quotation marks: the separator, a line end, or a quotation mark.
const char* PlainRows::text_end(const char* at) const {
  using namespace plain;
  for (;; at += sizeof(Word)) {
    const Word word = word_at(at);
    // Other control characters are as rare as quotation marks, and as little plain.
    const Word marks = bytes_equal(word, every_byte(separator_)) |
                       bytes_equal(word, every_byte('"')) | bytes_below(word, ' ');
    if (marks != 0) return at + first_of(marks);
  }
}

/// Whether a text that no reader takes says that the fact is not stated. The word is kept, for the
/// rows after this one.
bool PlainRows::says_not_stated(Column& column, std::string_view text) const {
  const Mended mended = mend(column.field, text, year_);
  const bool is_zero =
      column.shape == Shape::amount && mended.what == Mended::What::value && mended.text == "0";
  if (mended.what != Mended::What::not_stated && !is_zero) return false;
  if (!column.remark.empty() && column.remark != mended.remark) return false;
  column.is_zero = is_zero;
  column.not_stated = ShortWord{text};
  column.remark = mended.remark;
  return true;
}

/// Behind a cell in any spelling that the model's reader of its field takes; else null.
const char* PlainRows::read_other(Column& column, const char* at, Row& row) {
  const char* behind;
  std::string_view text;
  if (*at == '"') {
    const char* close = at + 1;
    while (*close != '"' && *close != '\n' && *close != '\r') ++close;
    if (close >= end_ || *close != '"') return nullptr;
    behind = close + 1;
    text = {at + 1, static_cast<std::size_t>(close - at - 1)};
  } else {
    behind = text_end(at);
    text = {at, static_cast<std::size_t>(behind - at)};
  }
  if (!ends_cell(*behind)) return nullptr;
  if (column.shape == Shape::unused) return behind;
  // The word that was found to say so is most of what is no value.
  if (column.not_stated.is(text)) {
    say_not_stated(column, row);
    return behind;
  }
  if (!is_ascii(text)) return nullptr;
  text = trimmed(text);
  if (column.shape == Shape::id) {
    row.id = text;
    return row.id.empty() || is_label(text) ? nullptr : behind;
  }
  if (text.empty()) {
    say_empty(column, row);
    return behind;
  }
  if (column.shape == Shape::empty) return nullptr;
  if (column.shape == Shape::date && !month_first_) return nullptr;
  if (set_field(*row.person, column.field, text)) {
    if (!says_not_stated(column, text)) return nullptr;
    say_not_stated(column, row);
  }
  return behind;
}

void PlainRows::forget(const Column& column, Row& row) {
  if (column.shape != Shape::amount) return forget_field(*row.person, column.field);
  amounts_.clear(column.slot);
  row.absent |= AmountSlots::bit_of(column.slot);
}

void PlainRows::say_not_stated(const Column& column, Row& row) {
  if (!column.is_zero) {
    forget(column, row);
  } else {
    amounts_.clear(column.slot);
    amounts_.set(*row.person, column.slot, 0);
    row.odd |= AmountSlots::bit_of(column.slot);
  }
  row.remarks.not_stated |= column.bit;
}

void PlainRows::say_empty(const Column& column, Row& row) {
  if (column.shape == Shape::empty || column.shape == Shape::unused) return;
  forget(column, row);
  row.remarks.empty |= column.told_when_empty;
}

/// Behind the cell at `at`, which has another spelling than the commonest, `end` being the first
/// byte that may end it; null where the row has to be read another way.
const char* PlainRows::read_unusual(Column& column, const char* at, const char* end, Row& row) {
  if (column.shape == Shape::none) return nullptr;
  // There are most of the word that was found to say nothing, and of empty cells.
  if (column.not_stated.is({at, static_cast<std::size_t>(end - at)}) && ends_cell(*end)) {
    say_not_stated(column, row);
    return end;
  }
  if (at == end && ends_cell(*end) && column.shape != Shape::id) {
    say_empty(column, row);
    return end;
  }
  return read_odd(column, at, end, row);
}

const char* PlainRows::read_odd(Column& column, const char* at, const char* end, Row& row) {
  end = ends_.past_blanks(end);
  if (*at == '"') {
    const char* const close = ends_.past_blanks(ends_.next());
    if (*close == '"' && ends_cell(close[1]) && read_cell(column, at + 1, close, row)) {
      if (column.shape == Shape::amount) amounts_.begins_at(column.slot, at);
      ends_.go_on(close + 2);
      return close + 1;
    }
  }
  if (ends_cell(*end) && read_cell(column, at, end, row)) return end;
  if (column.shape == Shape::amount) {
    amounts_.clear(column.slot);
    row.odd |= AmountSlots::bit_of(column.slot);
    // Without cents, perhaps.
    std::int64_t hundredths = 0;
    if (plain::read_hundredths(at, hundredths) == end && ends_cell(*end) &&
        amounts_.set(*row.person, column.slot, hundredths))
      return end;
    if (const char* behind = read_quoted_amount(column, at, row); behind != nullptr) {
      ends_.go_on(behind + 1);
      return behind;
    }
  }
  const char* const behind = read_other(column, at, row);
  if (behind != nullptr) ends_.go_on(behind + 1);
  return behind;
}

/// Behind `"$1,234.50"`, as spreadsheets write amounts; null where the cell is written otherwise.
const char* PlainRows::read_quoted_amount(const Column& column, const char* at, Row& row) const {
  if (*at != '"' || column.field == Field::ownership_pct) return nullptr;
  std::int64_t hundredths = 0;
  const char* const close = plain::read_grouped(at + 1, hundredths);
  if (close == nullptr || *close != '"' || !ends_cell(close[1])) return nullptr;
  return amounts_.set(*row.person, column.slot, hundredths) ? close + 1 : nullptr;
}

/// Reads the cells that were taken for amounts and are none. False where the row has to be read
/// another way.
bool PlainRows::reread_amounts(Row& row) {
  const AmountSlots::Slots unread = amounts_.unread();
  for (Column& column : columns_) {
    const AmountSlots::Slots slot = AmountSlots::bit_of(column.slot);
    if (column.shape != Shape::amount || (unread & slot) == 0) continue;
    row.odd |= slot;
    const char* const at = amounts_.cell(column.slot);
    if (read_quoted_amount(column, at, row) == nullptr && read_other(column, at, row) == nullptr)
      return false;
  }
  return true;
}

}  // namespace rothcheck::intake
