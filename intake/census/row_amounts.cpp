// What is made of the amounts of a row: their unit, what is taken where nothing is told, and what
// casts doubt on them.
#include <fmt/format.h>

#include "intake/census/person_checks.hpp"
#include "intake/census/row_reader.hpp"
#include "intake/columns/cell_type.hpp"
#include "intake/findings.hpp"

namespace rothcheck::intake {

bool RowReader::take_in_unit(const Value& value, std::string_view text, const Record& record,
                             ReadRow& row, Field field, Participant& into) {
  const Column& column = columns_[value.name];
  if (column.unit == Unit::amounts || !value.unfit.empty()) return false;
  totals_.give_up(value.name);
  // What says its unit itself, and words for no value, are read as everywhere.
  const bool number =
      !text.empty() && std::string_view{".0123456789"}.find(text.front()) != text.npos;
  if (!number || text.ends_with('%') || text.ends_with("% of pay")) return false;
  const std::optional<std::string> percent = with_unit(text, column.unit);
  if (!percent || set_field(into, field, *percent)) {
    refuse(field, value, text, "the header says percent of pay; write $ before an amount", record,
           row);
    return true;
  }
  const std::optional<Rate> as_it_stands =
      column.unit == Unit::percent ? Rate::parse_percent(*percent) : std::nullopt;
  if (!as_it_stands || column.unit_told) return true;
  const Rate of_a_hundred = *as_it_stands * Rate::whole(100);
  scales_.see_percent(value.name, of_a_hundred);
  if (may_be_fraction(of_a_hundred))
    complain_of_unit(
        field,
        fmt::format("{} is below half a percent: or is it a fraction of pay?", row_of(field).name),
        "fraction", record, row);
  return true;
}

void RowReader::take_defaults(const Record& record, ReadRow& row) {
  for (const auto& [field, text] : options_.defaults) {
    if (has_field(row.person, field)) continue;
    set_field(row.person, field, text);
    const std::string_view name = row_of(field).name;
    if (issues_.again(finding::default_taken, 0, name, record.line)) continue;
    remark({&finding::default_taken,
            fmt::format("{} is not told, and is taken from --default", name),
            {},
            {},
            Cell{path_, record.line, 0, {}}},
           fmt::format("{{}} rows do not tell {}, which is taken from --default", name), name,
           record);
  }
}

/// An election that hardly anybody makes may be in another unit.
void RowReader::check_elections(const Record& record, ReadRow& row) {
  scales_.see(row.person, row.in_dollars);
  for (const Field field : {Field::pre_tax, Field::roth, Field::after_tax}) {
    const bool open = scales_.is_open(field) && (row.in_dollars & bit_of(field)) == 0;
    const Money elected = amount_in(row.person, field).value_or(Money{});
    if (!open || !is_unlikely(row.person, elected)) continue;
    complain_of_unit(
        field,
        fmt::format("{} is under $1 a paycheck: or is it a percent of pay?", row_of(field).name),
        "dollar", record, row);
  }
}

void RowReader::complain_of_unit(Field field, std::string message, std::string_view cause,
                                 const Record& record, ReadRow& row) {
  Finding finding{
      &finding::unlikely_election, std::move(message), {}, {}, Cell{path_, record.line, 0, {}}};
  finding.notes.push_back({"write 6% for a percent of pay, and $6.00 for an amount"});
  const std::string_view name = row_of(field).name;
  const std::string many =
      cause == "dollar"
          ? fmt::format("{{}} elections of {} are under $1 a paycheck: or percents of pay?", name)
          : fmt::format("{{}} percents of {} are below half of one: or fractions?", name);
  complain(std::move(finding), many, fmt::format("{} {}", cause, name), record, row);
}

void RowReader::check(const Record& record, ReadRow& row) {
  check_elections(record, row);
  for (RowDoubt& doubt : doubts_on(row.person, {options_.year, options_.annual_additions_limit})) {
    Finding finding{doubt.kind, doubt.one, {}, {}, Cell{path_, record.line, 0, {}}};
    if (doubt.kind->severity == Severity::error) {
      complain(std::move(finding), doubt.many, doubt.one, record, row);
    } else {
      remark(std::move(finding), doubt.many, doubt.one, record);
    }
  }
}

}  // namespace rothcheck::intake
