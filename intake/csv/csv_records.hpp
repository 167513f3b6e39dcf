// A row of a CSV table to a record: whether it fits under the header, and what is wrong with it.
#pragma once

#include <cstddef>
#include <vector>

#include "intake/csv/csv_rows.hpp"
#include "intake/record.hpp"

namespace rothcheck::intake {

class CsvRecords {
 public:
  /// The sink must outlive this.
  explicit CsvRecords(const RecordSink& sink) : sink_{sink} {}

  /// Rows come under these names.
  void begin(const std::vector<Name>& names);
  /// Hands the row over. False where nothing behind it stands where it seems to, which is told.
  bool take(const CsvRow& row);

 private:
  bool fits(const CsvRow& row) const;

  const RecordSink& sink_;
  Record record_{};
  std::size_t columns_ = 0;  // of the header
  std::size_t named_ = 0;    // of them, up to the last that has a name
  bool told_of_quote_ = false;
};

Finding about_line(const FindingKind& kind, std::string message, std::uint64_t line,
                   int column = 0);
/// What is wrong with a row as CSV, which there must be something.
Finding fault_of(const CsvRow& row);

}  // namespace rothcheck::intake
