// One record to one person: which cell is which fact, and what is wrong with the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/census.hpp"
#include "intake/census/amount_scales.hpp"
#include "intake/census/issues.hpp"
#include "intake/census/totals.hpp"
#include "intake/columns/columns.hpp"
#include "intake/record.hpp"

namespace rothcheck::intake {

struct ReadRow {
  Participant person;
  std::string ssn;  // as 987-65-4320; empty where there is none that tells people apart
  bool masked_ssn = false;
  bool good = true;
  std::vector<std::string> reasons;  // why it is not
  std::uint64_t in_dollars = 0;      // the fields whose cells say that they are amounts
};

class RowReader {
 public:
  RowReader(std::string_view path, const CensusOptions& options, Issues& issues)
      : path_{path}, options_{options}, issues_{issues} {}

  void begin(const std::vector<Name>& names, Names are, std::vector<Column> columns);

  ReadRow read(const Record& record);
  /// What the last row shows to be wrong with the whole file.
  std::optional<Finding>& fatal() { return fatal_; }
  /// Whether it has a date with the day first, of a column whose order is not known.
  bool asks_for_orders() const { return asks_for_orders_; }
  void settle(DateOrders orders) { orders_ = std::move(orders); }
  /// On the columns whose dates cannot be read; after `begin`.
  Findings left_out_dates() const;

  /// Notes why a row is left out.
  void complain(Finding finding, std::string_view many, std::string_view cause,
                const Record& record, ReadRow& row);
  /// Tells of something that leaves the row good.
  void remark(Finding finding, std::string_view many, std::string_view cause, const Record& record);

  /// Tells of cells of a column that were read another way: empty ones, or with something in them
  /// that says so, which the remark is on. `first` is where the first row of them is.
  void tell_of_cells(std::size_t column, std::string_view remark_text, const Record& first,
                     const std::vector<std::uint64_t>& lines, std::int64_t count);

  Totals& totals() { return totals_; }
  /// What the rows so far show of the units of their amounts.
  const AmountScales& scales() const { return scales_; }

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
  /// Reads a number whose column has another unit than dollars. False where it is read as any other
  /// cell.
  bool take_in_unit(const Value& value, std::string_view text, const Record& record, ReadRow& row,
                    Field field, Participant& into);
  /// Reads the text, or what it can be mended to. False, after saying why, when neither can be
  /// read.
  bool set(Field field, const Value& value, std::string_view text, const Record& record,
           ReadRow& row, Participant& into);
  /// A date with the day first: the row's mistake, or the whole column's way.
  void take_day_first(Field field, const Value& value, const Record& record, ReadRow& row);
  void refuse(Field field, const Value& value, std::string_view text, std::string_view advice,
              const Record& record, ReadRow& row);
  struct Remark {
    Finding one;
    std::string many;
  };
  Remark on_blank(const Value& value) const;
  Remark on_mended(const Value& value, std::string_view name, std::string_view text) const;
  static void note_row(Finding& finding, const Record& record);
  void remark_cell(const Value& value, std::string_view name, std::string_view remark,
                   const Record& record);
  void note_blank(const Value& value, const Record& record);
  void note_unknown(const Value& value, std::string_view text);
  void settle_termination(ReadRow& row, const Dates& dates, const Record& record);
  void take_defaults(const Record& record, ReadRow& row);
  void check(const Record& record, ReadRow& row);
  void check_elections(const Record& record, ReadRow& row);
  void complain_of_unit(Field field, std::string message, std::string_view cause,
                        const Record& record, ReadRow& row);

  std::string path_;
  const CensusOptions& options_;
  Issues& issues_;
  std::vector<Name> names_;
  Names are_ = Names::columns;
  std::vector<Column> columns_;
  Totals totals_;
  AmountScales scales_;
  std::optional<Finding> fatal_;
  std::optional<DateOrders> orders_;
  bool asks_for_orders_ = false;
};

}  // namespace rothcheck::intake
