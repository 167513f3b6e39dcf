// Rows of totals, which are nobody's and tell whether a row is missing.
#include <fmt/format.h>

#include <algorithm>

#include "intake/census/census_reader.hpp"
#include "intake/census/mend.hpp"
#include "intake/columns/cell_type.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {

/// The sums of a row of totals are compared with the rows above; a difference may be a lost row.
void CensusReader::take_totals(const Record& record) {
  const auto total_of = [&](const Value& value) -> std::optional<Money> {
    if (record.fault || value.name >= columns_.size()) return std::nullopt;
    const Meaning meaning = columns_[value.name].meaning;
    if (meaning.what != Meaning::What::field) return std::nullopt;
    const CellType type = type_of(meaning.field);
    if (type != CellType::money && type != CellType::election) return std::nullopt;
    const Mended mended = mend(meaning.field, trimmed(value.text), options_.year);
    const bool as_written = mended.what != Mended::What::value;
    return Money::parse(as_written ? trimmed(value.text) : mended.text);
  };
  const bool compared = extent_ == Extent::whole ||
                        std::none_of(record.values.begin(), record.values.end(), total_of);
  if (compared) {
    skip(finding::totals_row, "a row of totals is left out", "{} rows of totals are left out",
         record);
  } else {
    skip(finding::totals_row, "a row of totals is left out and not compared with the rows",
         "{} rows of totals are left out and not compared with the rows", record);
  }
  if (extent_ == Extent::part) return;
  for (const Value& value : record.values) {
    const std::optional<Money> total = total_of(value);
    if (!total || rows_.totals().agrees(value.name, *total)) continue;
    const Meaning meaning = columns_[value.name].meaning;
    rows_.remark(
        {&finding::totals_differ,
         fmt::format("the rows above do not add up to the total of {}", row_of(meaning.field).name),
         {},
         {},
         Cell{path_, value.line, value.column, shown(names_[value.name].text, 40)}},
        fmt::format("{{}} totals of {} are not what the rows add up to",
                    row_of(meaning.field).name),
        {}, record);
  }
  rows_.totals().begin_group();
}

}  // namespace rothcheck::intake
