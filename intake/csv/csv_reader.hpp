// A CSV text from its header on.
#pragma once

#include <string_view>
#include <vector>

#include "intake/csv/csv_layout.hpp"
#include "intake/csv/csv_records.hpp"
#include "intake/csv/csv_rows.hpp"
#include "intake/record.hpp"

namespace rothcheck::intake {

class CsvReader {
 public:
  /// The text and the sink must outlive this.
  CsvReader(std::string_view text, const RecordSink& sink);

  /// Goes to the header and hands it over. False when there is nothing to read below it.
  bool read_header();
  /// Hands over all rows below it.
  void read_rows();

  char separator() const { return layout_.separator; }
  /// The file has no header, and its columns are named by position.
  bool first_row_is_data() const { return layout_.header.fit.is_data; }
  /// The rows so far, and where the next one begins.
  const CsvRows& rows() const { return rows_; }

 private:
  void note(Finding finding) {
    if (sink_.note) sink_.note(std::move(finding));
  }
  void tell_titles();
  void describe_layout();

  const RecordSink& sink_;
  CsvLayout layout_;
  CsvRows rows_;
  CsvRow row_;
  CsvRecords records_;
  std::uint64_t header_line_ = 1;
};

}  // namespace rothcheck::intake
