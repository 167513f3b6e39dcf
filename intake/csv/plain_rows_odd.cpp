// Cells in other spellings than the commonest: quoted, empty, words for facts that are not stated,
// and whatever the model's own reader of the field takes.
#include <algorithm>
#include <string>
#include <string_view>

#include "intake/census/mend.hpp"
#include "intake/census/row_kind.hpp"
#include "intake/census/social_security.hpp"
#include "intake/csv/plain_cell.hpp"
#include "intake/csv/plain_rows.hpp"
#include "intake/shown.hpp"
#include "model/social_security.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// ASCII without control characters.
bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= ' '; });
}

void forget_field(Participant& person, Field field) {
  at_field(field, [&person](auto member) { (person.*member).reset(); });
}

}  // namespace

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

/// Reads a cell in any spelling that the model's reader of its field takes.
bool PlainRows::read_other(Column& column, std::string_view text, Row& row) {
  if (column.shape == Shape::unused) return true;
  // The word that was found to say so is most of what is no value.
  if (column.not_stated.is(text)) {
    say_not_stated(column, row);
    return true;
  }
  if (!is_plain_ascii(text)) return false;
  text = trimmed(text);
  if (column.shape == Shape::ssn) return false;
  if (column.shape == Shape::id) {
    row.id = text;
    return !row.id.empty() && !is_label(text);
  }
  if (text.empty()) {
    say_empty(column, row);
    return true;
  }
  if (column.shape == Shape::empty) return false;
  if (column.shape == Shape::date && !month_first_) return false;
  if (set_field(*row.person, column.field, text)) {
    if (!says_not_stated(column, text)) return false;
    say_not_stated(column, row);
  }
  return true;
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

/// Reads a cell that has another spelling than the commonest.
bool PlainRows::read_unusual(Column& column, const char* at, const char* end, Row& row) {
  // There are most of the word that was found to say nothing, and of empty cells.
  if (column.not_stated.is({at, static_cast<std::size_t>(end - at)})) {
    say_not_stated(column, row);
    return true;
  }
  if (at == end && column.shape != Shape::id && column.shape != Shape::ssn) {
    say_empty(column, row);
    return true;
  }
  return read_odd(column, at, end, row);
}

bool PlainRows::read_odd(Column& column, const char* at, const char* end, Row& row) {
  const std::string_view text{at, static_cast<std::size_t>(end - at)};
  if (column.shape == Shape::amount) {
    amounts_.clear(column.slot);
    row.odd |= AmountSlots::bit_of(column.slot);
    // Without cents, perhaps.
    std::int64_t hundredths = 0;
    if (plain::read_hundredths(at, hundredths) == end &&
        amounts_.set(*row.person, column.slot, hundredths))
      return true;
    if (read_grouped_amount(column, text, row)) return true;
  }
  return read_other(column, text, row);
}

/// Reads a row that may have quoted cells. False as well where a mark is within a cell: its row is
/// told of, or says something else than its bytes.
bool PlainRows::read_quoted(const CutRow& cut, Row& row) {
  const char* at = cut.begin;
  const char* const* ends = cut.ends.data();
  for (Column& column : columns_) {
    const char* const behind = *ends++;
    const char* end = behind;
    if (at != end && *at == '"') {
      if (end - at < 2 || end[-1] != '"') return false;
      ++at;
      --end;
    }
    // What is no amount and no date may have any letter.
    const bool read = read_cell(column, at, end, row);
    const bool sure = read && (column.shape == Shape::amount || column.shape == Shape::date);
    if (!sure && std::string_view{at, static_cast<std::size_t>(end - at)}.find('"') !=
                     std::string_view::npos)
      return false;
    if (!read && !read_unusual(column, at, end, row)) return false;
    at = behind + 1;
  }
  return set_amounts(row);
}

/// Reads a number that tells people apart, in its usual spelling.
bool PlainRows::read_ssn(const char* at, const char* end, Row& row) {
  const std::string_view text{at, static_cast<std::size_t>(end - at)};
  const auto digits = usual_number(text);
  if (!digits || was_never_issued({digits->data(), digits->size()})) return false;
  char* to = ssn_.data();
  for (std::size_t i = 0; i < digits->size(); ++i) {
    if (i == 3 || i == 5) *to++ = '-';
    *to++ = (*digits)[i];
  }
  row.id = {ssn_.data(), ssn_.size()};
  return true;
}

/// Reads `$1,234.50`, as spreadsheets write amounts.
bool PlainRows::read_grouped_amount(const Column& column, std::string_view text, Row& row) const {
  if (text.empty() || column.field == Field::ownership_pct) return false;
  std::int64_t hundredths = 0;
  return plain::read_grouped(text.data(), hundredths) == text.data() + text.size() &&
         amounts_.set(*row.person, column.slot, hundredths);
}

/// Reads the cells that were taken for amounts and are none. False where the row has to be read
/// another way.
bool PlainRows::reread_amounts(Row& row) {
  const AmountSlots::Slots unread = amounts_.unread();
  for (Column& column : columns_) {
    const AmountSlots::Slots slot = AmountSlots::bit_of(column.slot);
    if (column.shape != Shape::amount || (unread & slot) == 0) continue;
    row.odd |= slot;
    const std::string_view text = amounts_.cell(column.slot);
    if (text.find('"') != text.npos) return false;
    if (!read_grouped_amount(column, text, row) && !read_other(column, text, row)) return false;
  }
  return true;
}

}  // namespace rothcheck::intake
