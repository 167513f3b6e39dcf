// One record to one person: which cell is which fact, and what is wrong with the others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/census.hpp"
#include "intake/columns.hpp"
#include "intake/issues.hpp"
#include "intake/record.hpp"
#include "intake/totals.hpp"

namespace rothcheck::intake {

struct ReadRow {
  Participant person;
  std::string ssn;  // as 987-65-4320; empty where there is none that tells people apart
  bool masked_ssn = false;
  bool good = true;
  std::vector<std::string> reasons;  // why it is not
};

class RowReader {
 public:
  RowReader(std::string_view path, const CensusOptions& options, Issues& issues)
      : path_{path}, options_{options}, issues_{issues} {}

  void begin(const std::vector<Name>& names, Names are, std::vector<Column> columns);

  ReadRow read(const Record& record);
  /// What the last row shows to be wrong with the whole file.
  std::optional<Finding>& fatal() { return fatal_; }

  /// Notes why a row is left out.
  void complain(Finding finding, std::string_view many, std::string_view cause,
                const Record& record, ReadRow& row);
  /// Tells of something that leaves the row good.
  void remark(Finding finding, std::string_view many, std::string_view cause, const Record& record);

  Totals& totals() { return totals_; }

 private:
  struct Dates {
    std::optional<Date> rehire, last_termination;
  };

  Cell cell(const Value& value) const;
  void take(const Value& value, const Record& record, ReadRow& row, Dates& dates);
  void take_id(const Value& value, std::string_view text, const Record& record, ReadRow& row);
  void take_ssn(const Value& value, std::string_view text, const Record& record, ReadRow& row);
  void take_date(const Value& value, std::string_view text, const Record& record, ReadRow& row,
                 std::optional<Date>& into);
  void take_field(const Value& value, std::string_view text, const Record& record, ReadRow& row,
                  Field field, bool adds);
  /// Reads the text, or what it can be mended to. False, after saying why, when neither can be
  /// read.
  bool set(Field field, const Value& value, std::string_view text, const Record& record,
           ReadRow& row, Participant& into);
  void refuse(Field field, const Value& value, std::string_view text, std::string_view advice,
              const Record& record, ReadRow& row);
  void remark_cell(const Value& value, std::string_view name, std::string_view remark,
                   const Record& record);
  void note_blank(const Value& value, const Record& record);
  void note_headerless(const Value& value);
  void settle_termination(ReadRow& row, const Dates& dates, const Record& record);
  void check(const Record& record, ReadRow& row);

  std::string path_;
  const CensusOptions& options_;
  Issues& issues_;
  std::vector<Name> names_;
  Names are_ = Names::columns;
  std::vector<Column> columns_;
  Totals totals_;
  std::optional<Finding> fatal_;
};

}  // namespace rothcheck::intake
