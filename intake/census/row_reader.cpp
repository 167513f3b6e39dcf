// Reading cells into a person.
#include "intake/census/row_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "intake/census/bad_cell.hpp"
#include "intake/census/mend.hpp"
#include "intake/census/social_security.hpp"
#include "intake/columns/cell_type.hpp"
#include "intake/columns/column_findings.hpp"
#include "intake/columns/header_text.hpp"
#include "intake/columns/money_heads.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {

using What = Meaning::What;

void RowReader::begin(const std::vector<Name>& names, Names are, std::vector<Column> columns) {
  names_ = names;
  are_ = are;
  columns_ = std::move(columns);
  totals_ = Totals{columns_.size()};
  scales_ = AmountScales{names_, columns_};
}

ReadRow RowReader::read(const Record& record) {
  ReadRow row;
  row.person.row = Cell{path_, record.line, 0, {}, record.row};
  Dates dates;
  for (const Value& value : record.values) take(value, record, row, dates);
  settle_termination(row, dates, record);
  if (row.good) take_defaults(record, row);
  if (row.good) check(record, row);
  return row;
}

Cell RowReader::cell(const Value& value) const {
  return {path_, value.line, value.column, shown(names_[value.name].text, 40)};
}

void RowReader::complain(Finding finding, std::string_view many, std::string_view cause,
                         const Record& record, ReadRow& row) {
  row.good = false;
  if (options_.keep_rejects) {
    const std::string& header = finding.cell->header;
    row.reasons.push_back(header.empty() ? finding.message : header + ": " + finding.message);
  }
  remark(std::move(finding), many, cause, record);
}

void RowReader::remark(Finding finding, std::string_view many, std::string_view cause,
                       const Record& record) {
  note_row(finding, record);
  issues_.add(std::move(finding), many, cause);
}

void RowReader::note_row(Finding& finding, const Record& record) {
  if (record.row == record.line) return;
  finding.notes.push_back({fmt::format(
      "a spreadsheet shows this as row {}: cells above hold line breaks", record.row)});
}

void RowReader::tell_of_cells(std::size_t column, std::string_view remark_text, const Record& first,
                              const std::vector<std::uint64_t>& lines, std::int64_t count) {
  const Value value{column, {}, first.line, names_[column].column};
  const std::string_view name = row_of(columns_[column].meaning.field).name;
  auto [one, many] = remark_text.empty() ? on_blank(value) : on_mended(value, name, remark_text);
  note_row(one, first);
  issues_.add(std::move(one), many, remark_text, lines, count);
}

void RowReader::take(const Value& value, const Record& record, ReadRow& row, Dates& dates) {
  const std::string_view text = trimmed(value.text);
  const Column column = columns_[value.name];
  if (text.empty() && value.unfit.empty()) return note_blank(value, record);
  switch (column.meaning.what) {
    case What::id:
      return take_id(value, text, record, row);
    case What::ssn:
      return take_ssn(value, text, record, row);
    case What::rehire_date:
      return take_date(value, text, record, row, dates.rehire);
    case What::last_termination:
      return take_date(value, text, record, row, dates.last_termination);
    case What::ownership_without_unit:
      // 5 may be a fraction, a percent or a count of shares.
      if (!text.ends_with('%')) {
        return refuse(Field::ownership_pct, value, text,
                      "write 5%, or name the column ownership_pct", record, row);
      }
      return take_field(value, text, record, row, Field::ownership_pct, false);
    case What::field:
      return take_field(value, text, record, row, column.meaning.field, column.adds);
    case What::left_out:
      return note_unknown(value, text);
    case What::unused:
    case What::asked:
      return;
  }
}

/// An empty cell is a fact that is not stated, and never zero: the plan's own formula or the most
/// allowed is taken for it. The payroll habit of leaving zeros out is told of once a column.
void RowReader::note_blank(const Value& value, const Record& record) {
  const Column& column = columns_[value.name];
  const bool worth_a_word = are_ == Names::columns && column.meaning.what == What::field &&
                            !column.adds && is_contribution(column.meaning.field);
  if (!worth_a_word || issues_.again(finding::not_stated, value.column, {}, record.line)) return;
  auto [one, many] = on_blank(value);
  remark(std::move(one), many, {}, record);
}

RowReader::Remark RowReader::on_blank(const Value& value) const {
  const std::string_view name = row_of(columns_[value.name].meaning.field).name;
  return {{&finding::not_stated,
           fmt::format("{} is empty in a row: not stated, which is not 0", name),
           {},
           {},
           cell(value)},
          fmt::format("{} is empty in {{}} rows: not stated, which is not 0", name)};
}

/// What no column is known by: data without a header, and money without a field.
void RowReader::note_unknown(const Value& value, std::string_view text) {
  const Name& name = names_[value.name];
  if (are_ == Names::keys || fatal_) return;
  if (name.text.empty()) {
    fatal_ =
        Finding{&finding::headerless_column,
                fmt::format("column {} has data and no header", column_letters(value.column)),
                {},
                {{fmt::format("name it, or leave it out with --map \"#{}=ignore\"", value.column)}},
                cell(value)};
  } else if (text.find('$') != text.npos && Money::parse(text) && !tells_nothing(name.text)) {
    fatal_ = ambiguous(name, "money of the plan or pay");
  }
}

void RowReader::take_id(const Value& value, std::string_view text, const Record& record,
                        ReadRow& row) {
  if (value.unfit.empty() && is_utf8(text)) {
    row.person.id = text;
    return;
  }
  const std::string_view found = value.unfit.empty() ? "bytes that are not UTF-8" : value.unfit;
  complain({&finding::unreadable_cell,
            fmt::format("found {} in id, expected text", found),
            {},
            {},
            cell(value)},
           "{} cells of id cannot be read", {}, record, row);
}

void RowReader::take_ssn(const Value& value, std::string_view text, const Record& record,
                         ReadRow& row) {
  const SocialSecurity number = read_social_security(text);
  switch (number.what) {
    case SocialSecurity::What::number:
      row.ssn = number.text;
      break;
    case SocialSecurity::What::masked:
      row.masked_ssn = true;
      return;
    case SocialSecurity::What::damaged:
    case SocialSecurity::What::unreadable: {
      const bool damaged = number.what == SocialSecurity::What::damaged;
      Finding finding{&finding::unreadable_cell,
                      "this is no Social Security number of nine digits",
                      {},
                      {},
                      cell(value)};
      finding.notes.push_back({damaged ? "the spreadsheet damaged this cell; format the column as "
                                         "text and export again"
                                       : "write nine digits, or leave the cell empty"});
      return complain(std::move(finding), "{} cells are no Social Security number of nine digits",
                      damaged ? "damaged" : "", record, row);
    }
  }
  if (number.padded) {
    remark_cell(value, "the column", "SSNs of eight digits, read with a 0 in front", record);
  }
  if (number.never_issued) {
    remark({&finding::unlikely_ssn,
            "no such Social Security number has been issued",
            {},
            {},
            cell(value)},
           "{} Social Security numbers have never been issued", {}, record);
  }
}

void RowReader::take_date(const Value& value, std::string_view text, const Record& record,
                          ReadRow& row, std::optional<Date>& into) {
  Participant scratch;
  if (set(Field::termination_date, value, text, record, row, scratch)) {
    into = scratch.termination_date;
  }
}

void RowReader::take_field(const Value& value, std::string_view text, const Record& record,
                           ReadRow& row, Field field, bool adds) {
  const bool repeated = has_field(row.person, field);
  if (repeated && !adds) {
    return complain({&finding::repeated_column,
                     fmt::format("{} stands here twice", row_of(field).name),
                     {},
                     {},
                     cell(value)},
                    fmt::format("{} stands twice in {{}} rows", row_of(field).name), {}, record,
                    row);
  }
  Participant scratch;
  Participant& into = repeated ? scratch : row.person;
  if (text.find('$') != text.npos) row.in_dollars |= bit_of(field);
  if (!take_in_unit(value, text, record, row, field, into) &&
      !set(field, value, text, record, row, into))
    return totals_.give_up(value.name);
  if (const std::optional<Money> amount = amount_in(into, field)) {
    totals_.add(value.name, *amount);
  }
  if (repeated && has_field(scratch, field) && !add_field(row.person, scratch, field)) {
    complain({&finding::unreadable_cell,
              fmt::format("an amount and a percent of {} cannot be added up", row_of(field).name),
              {},
              {},
              cell(value)},
             fmt::format("{{}} rows have an amount and a percent of {}", row_of(field).name),
             "added", record, row);
  }
}

bool RowReader::set(Field field, const Value& value, std::string_view text, const Record& record,
                    ReadRow& row, Participant& into) {
  std::string_view advice;
  if (value.unfit.empty() && is_utf8(text)) {
    const bool ordered = type_of(field) == CellType::date && needs_order(text);
    // Left out, which is told of the column.
    if (ordered && orders_ && orders_->in_doubt(value.name)) return true;
    const DateOrder order = options_.dates.value_or(DateOrder::mdy);
    const bool as_told = ordered && order != DateOrder::mdy;
    if (!as_told && !set_field(into, field, text)) return true;
    const Mended mended = mend(field, text, options_.year, order);
    switch (mended.what) {
      case Mended::What::value:
        if (set_field(into, field, mended.text)) break;
        remark_cell(value, row_of(field).name, mended.remark, record);
        return true;
      case Mended::What::not_stated:
        remark_cell(value, row_of(field).name, mended.remark, record);
        return true;
      case Mended::What::day_first:
        take_day_first(field, value, record, row);
        return false;
      case Mended::What::unreadable:
        break;
    }
    advice = mended.advice;
  }
  refuse(field, value, text, advice, record, row);
  return false;
}

void RowReader::take_day_first(Field field, const Value& value, const Record& record,
                               ReadRow& row) {
  asks_for_orders_ = asks_for_orders_ || (!orders_ && !options_.dates);
  const std::string_view name = row_of(field).name;
  Finding finding{
      &finding::day_before_month,
      fmt::format("{} has the day before the month: its first number is above 12", name),
      {},
      {},
      cell(value)};
  finding.notes.push_back({"the other dates of the column have the month first"});
  complain(std::move(finding), fmt::format("{{}} dates of {} have the day before the month", name),
           "day first", record, row);
}

Findings RowReader::left_out_dates() const {
  Findings findings;
  if (!orders_) return findings;
  for (const Name& name : names_) {
    const auto index = static_cast<std::size_t>(&name - names_.data());
    if (!orders_->in_doubt(index)) continue;
    Finding finding{&finding::day_before_month,
                    fmt::format("dates of column {} have the day before the month and are left out",
                                column_letters(name.column)),
                    {},
                    {},
                    Cell{path_, name.line, name.column, shown(name.text, 40)}};
    finding.notes.push_back({"give --dates dmy, and they are read so"});
    findings.push_back(std::move(finding));
  }
  return findings;
}

void RowReader::refuse(Field field, const Value& value, std::string_view text,
                       std::string_view advice, const Record& record, ReadRow& row) {
  Finding finding = bad_cell(row_of(field), text, value.unfit, advice);
  finding.cell = cell(value);
  const std::string_view name = row_of(field).name;
  if (value.unfit.empty()) {
    complain(std::move(finding), fmt::format("{{}} cells of {} cannot be read", name), advice,
             record, row);
  } else {
    complain(std::move(finding), fmt::format("{{}} cells of {} hold {}", name, value.unfit),
             value.unfit, record, row);
  }
}

void RowReader::remark_cell(const Value& value, std::string_view name, std::string_view remark_text,
                            const Record& record) {
  const bool silent = remark_text.empty() || are_ == Names::keys;
  if (silent || issues_.again(finding::mended_cell, value.column, remark_text, record.line)) return;
  auto [one, many] = on_mended(value, name, remark_text);
  remark(std::move(one), many, remark_text, record);
}

RowReader::Remark RowReader::on_mended(const Value& value, std::string_view name,
                                       std::string_view text) const {
  return {{&finding::mended_cell, fmt::format("{} has {}", name, text), {}, {}, cell(value)},
          fmt::format("{} has {} ({{}} cells)", name, text)};
}

/// Who was hired again after leaving has not left; a second date of leaving is the later one.
void RowReader::settle_termination(ReadRow& row, const Dates& dates, const Record& record) {
  std::optional<Date>& left = row.person.termination_date;
  if (dates.last_termination) left = dates.last_termination;
  // The last day of the calendar stands for "still employed".
  if (left && year_of(*left) == 9999) left.reset();
  if (!left || !dates.rehire || *dates.rehire <= *left) return;
  left.reset();
  if (issues_.again(finding::mended_cell, 0, "rehired", record.line)) return;
  remark({&finding::mended_cell,
          "this person was hired again after leaving, and is taken as employed",
          {},
          {},
          Cell{path_, record.line, 0, {}}},
         "{} people were hired again after leaving, and are taken as employed", "rehired", record);
}

}  // namespace rothcheck::intake
