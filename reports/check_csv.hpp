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
#define CSV_COLUMN_ASKED(name) name,
#include "reports/csv_columns.def"
#undef CSV_COLUMN_ASKED
#undef CSV_COLUMN
};
using CsvColumns = std::vector<CsvColumn>;

/// Those that every result has, in the order of csv_columns.def.
const CsvColumns& all_csv_columns();
/// Whether one of them tells what only a file that is read whole does.
bool need_all_rows(const CsvColumns& columns);
/// The columns of a result whose ids are masked: those that tell people apart stand behind the
/// others. Where nobody asked for ids they are as they were.
CsvColumns columns_that_tell_rows(CsvColumns columns, bool with_hash);
/// Whether masked ids have the rows of their people beside them.
bool tell_rows(const CsvColumns& columns);
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
                        std::string_view plan_file = {}, std::string_view id_key = {});

  /// No row takes more bytes than this.
  std::size_t most_bytes(std::string_view id, const BriefAnswer& answer) const;
  /// Writes a row with its line end. Returns the place behind it.
  char* write(std::string_view id, const BriefAnswer& answer, char* to) const;

  /// Whether an id so far was written otherwise than it is.
  bool has_masked() const { return has_masked_; }

 private:
  char* write_id(std::string_view id, char* to) const;
  char* write_odd_id(std::string_view id, char* to) const;
  char* write_cell(CsvColumn column, std::string_view id, const BriefAnswer& answer,
                   char* to) const;

  std::string plan_name_, plan_file_;  // as cells
  CsvColumns columns_;
  std::string_view id_key_;
  mutable bool has_masked_ = false;
  std::array<CsvWord, verdict_count> verdicts_;
  std::array<CsvWord, binding_count> bindings_;
};

/// Appends the row of one answer, with its line end.
void append_csv_row(const Assessment& answer, std::string_view plan_name, std::string& out);

}  // namespace rothcheck::reports
