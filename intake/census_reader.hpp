// The sink that every format reads into: rows are told apart, counted and answered for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intake/census.hpp"
#include "intake/columns.hpp"
#include "intake/id_claims.hpp"
#include "intake/issues.hpp"
#include "intake/record.hpp"
#include "intake/row_kind.hpp"
#include "intake/row_reader.hpp"

namespace rothcheck::intake {

class CensusReader {
 public:
  CensusReader(std::string_view path, const CensusOptions& options)
      : path_{path}, options_{options}, rows_{path, options, issues_} {}

  RecordSink sink();
  /// Nothing can be made of the file, or of the rest of it.
  void give_up(Finding finding);
  void note(Finding finding);

  /// Lines of rows that were good until their id came up again, and are still to be collected.
  std::vector<std::uint64_t> uncollected() const;
  /// A sink for a second reading that collects the cells of those rows.
  RecordSink collector(const std::vector<std::uint64_t>& lines);

  Census finish();

 private:
  bool take_names(const std::vector<Name>& names, Names are);
  void take(const Record& record);
  void sample(const Record& record);
  void take_person(const Record& record);
  void take_totals(const Record& record);
  void skip(const FindingKind& kind, std::string_view one, std::string_view many,
            const Record& record);
  void take_spoilt(Finding finding, std::uint64_t line, std::uint64_t row);
  void claim(const std::string& key, std::string_view what, const Record& record, ReadRow& row);
  void reject(const Record& record, std::vector<std::string> reasons);
  void count_deferrals(const Participant& person);
  void drop_repeated();

  std::string path_;
  const CensusOptions& options_;
  Census census_;
  Issues issues_;
  RowReader rows_;
  std::vector<Name> names_;
  Names are_ = Names::columns;
  std::vector<Column> columns_;
  IdClaims claims_;
  std::map<std::uint64_t, std::size_t> rejects_by_line_;
  std::int64_t deferrals_stated_ = 0;
  bool anybody_defers_ = false;
};

}  // namespace rothcheck::intake
