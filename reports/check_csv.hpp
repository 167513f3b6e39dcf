// `check -f csv`, a row at a time, for whoever has the answers one by one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/brief_answer.hpp"

namespace rothcheck::reports {

enum class CsvColumn : std::uint8_t {
#define CSV_COLUMN(name) name,
#include "reports/csv_columns.def"
#undef CSV_COLUMN
};
using CsvColumns = std::vector<CsvColumn>;

/// Those of every result, in the order of csv_columns.def: all but `file`.
const CsvColumns& all_csv_columns();
std::string_view to_string(CsvColumn);
std::optional<CsvColumn> csv_column_named(std::string_view name);

/// The header line, with its line end.
std::string csv_header(const CsvColumns& columns = all_csv_columns());

/// A word of ours, which is copied all at once.
struct CsvWord {
  std::array<char, 32> text{};
  std::size_t size = 0;
};

/// Writes the rows of one plan.
class CsvRowWriter {
 public:
  explicit CsvRowWriter(std::string_view plan_name, CsvColumns columns = all_csv_columns(),
                        std::string_view plan_file = "");

  /// No row takes more bytes than this.
  std::size_t most_bytes(std::string_view id, const BriefAnswer& answer) const;
  /// Writes a row with its line end. Returns the place behind it.
  char* write(std::string_view id, const BriefAnswer& answer, char* to) const;

 private:
  char* write_cell(CsvColumn column, std::string_view id, const BriefAnswer& answer,
                   char* to) const;

  std::string plan_name_, plan_file_;  // as cells
  CsvColumns columns_;
  std::array<CsvWord, verdict_count> verdicts_;
  std::array<CsvWord, binding_count> bindings_;
};

/// Appends the row of one answer, with its line end.
void append_csv_row(const Assessment& answer, std::string_view plan_name, std::string& out);

}  // namespace rothcheck::reports
