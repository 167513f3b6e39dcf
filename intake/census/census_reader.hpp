// The sink that every format reads into: rows are told apart, counted and answered for.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/census.hpp"
#include "intake/census/id_claims.hpp"
#include "intake/census/issues.hpp"
#include "intake/census/row_kind.hpp"
#include "intake/census/row_reader.hpp"
#include "intake/columns/columns.hpp"
#include "intake/record.hpp"

namespace rothcheck::intake {

/// Whether a reader sees all rows of a file, or one part of them beside other readers. In a part
/// ids are not compared, nor sums with rows of totals.
enum class Extent : std::uint8_t { whole, part };

/// Rows that were read another way, and were good.
struct GoodRows {
  std::int64_t rows = 0, deferrals_stated = 0;
  bool anybody_defers = false;
};

class CensusReader {
 public:
  CensusReader(std::string_view path, const CensusOptions& options, Extent extent = Extent::whole)
      : path_{path}, options_{options}, extent_{extent}, rows_{path, options, issues_} {}

  RecordSink sink();
  /// Nothing can be made of the file, or of the rest of it.
  void give_up(Finding finding);
  void note(Finding finding);

  /// Lines of rows that were good until their id came up again, and are still to be collected.
  std::vector<std::uint64_t> uncollected() const;
  /// A sink for a second reading that collects the cells of those rows.
  RecordSink collector(const std::vector<std::uint64_t>& lines);

  /// A sink for another reading that looks at dates alone.
  RecordSink surveyor(DateOrders& orders);

  Census finish();

  /// The person of the last record, where it gave one.
  std::optional<Participant> hand_over();
  /// Takes over what a reader of a part has counted and has to say, which then has nothing.
  void add(CensusReader& part);
  void count(const GoodRows& good);
  /// Counts what somebody defers who is answered for; of a part, whose people may turn out to
  /// repeat another's id.
  void count_deferrals(const Participant& person);
  /// Leaves out a row that is good but for its id.
  void leave_out_repeated() { ++census_.rows_rejected; }
  /// Says that a row has the id of the line `first`.
  void tell_of_repeated(std::uint64_t first, const Record& record);
  /// As `RowReader::tell_of_cells`.
  void tell_of_cells(std::size_t column, std::string_view remark, const Record& first,
                     const std::vector<std::uint64_t>& lines, std::int64_t count) {
    rows_.tell_of_cells(column, remark, first, lines, count);
  }
  bool readable() const { return census_.readable; }
  /// Whether the reading stopped at a date that has the day first, and the order of each column is
  /// to be found before it begins again.
  bool asks_for_orders() const { return rows_.asks_for_orders(); }
  /// The orders that the dates of the columns have.
  void settle(DateOrders orders) { rows_.settle(std::move(orders)); }
  /// Whether the rows so far may have amounts in another unit, or none that tells.
  bool doubts_units() const { return !rows_.scales().doubts().empty(); }
  bool undecided_on_units() const { return rows_.scales().undecided(); }
  /// Whether the last record was somebody's who has an id; of a part.
  bool has_claimed() const { return claimed_; }
  const std::vector<Column>& columns() const { return columns_; }
  /// Drops what is not about rows and is not wanted; all kinds are asked about.
  template <class Wanted>
  void keep_notes(Wanted wanted) {
    std::erase_if(census_.findings, [&](const Finding& finding) { return !wanted(*finding.kind); });
  }

 private:
  RecordSink listener(std::function<void(const Record&)> record);
  bool take_names(const std::vector<Name>& names, Names are);
  void take(const Record& record);
  void sample(const Record& record);
  void take_person(const Record& record);
  void take_doubtful(const Record& record);
  void take_totals(const Record& record);
  void skip(const FindingKind& kind, std::string_view one, std::string_view many,
            const Record& record, std::string_view cause = {});
  void take_spoilt(Finding finding, std::uint64_t line, std::uint64_t row);
  void claim(const std::string& key, std::string_view what, const Record& record, ReadRow& row);
  void reject(const Record& record, std::vector<std::string> reasons);
  void drop_repeated();
  void doubt_units();
  void take_title(std::string_view text, std::uint64_t line);

  std::string path_;
  const CensusOptions& options_;
  Extent extent_;
  Census census_;
  Issues issues_;
  RowReader rows_;
  std::vector<Name> names_;
  Names are_ = Names::columns;
  std::vector<Column> columns_;
  IdClaims claims_;
  std::int64_t deferrals_stated_ = 0;
  bool anybody_defers_ = false;
  bool claimed_ = false;
};

}  // namespace rothcheck::intake
