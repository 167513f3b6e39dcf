// Participant files to participants.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/census/rejects.hpp"
#include "intake/columns/column_use.hpp"
#include "intake/columns/date_order.hpp"
#include "intake/columns/mapping.hpp"
#include "intake/decode.hpp"
#include "model/finding.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

struct CensusOptions {
  std::optional<int> year;  // the plan year: two-digit years need it, and more is seen with it
  std::optional<Money> annual_additions_limit;  // of that year
  Mapping mapping;
  std::string sheet;  // of a workbook
  Encoding encoding = Encoding::detect;
  bool keep_rejects = false;
  /// The order of day, month and year in dates, where the user says it.
  std::optional<DateOrder> dates;
  /// What the amounts are of, where the user says it; else the columns must not cast doubt on a
  /// year.
  std::optional<Period> period;
  bool strict = false;  // a column that nobody knows is an error
  /// What is taken where a row does not tell it; each text is known to fit its field.
  std::vector<std::pair<Field, std::string>> defaults;
  /// Not 0: only the columns are settled, and the first rows are kept, masked, to be shown.
  std::size_t samples = 0;
};

struct Census {
  std::vector<Participant> participants;  // in the order of the file
  /// Blank rows are not counted; read is participants + rejected + skipped.
  std::int64_t rows_read = 0;
  std::int64_t rows_rejected = 0;
  std::int64_t rows_skipped = 0;  // nobody's: repeated headers, totals, headings, footnotes
  /// Those, as a spreadsheet counts rows; empty for a file that is read in parts.
  std::vector<std::uint64_t> skipped_rows;
  Findings findings;  // about the file, its columns and its rows; a bad row never hides a good one
  bool readable = true;  // false when nothing could be made of the file at all

  std::vector<ColumnUse> columns;  // the mapping used
  std::uint64_t header_line = 0;
  std::vector<Reject> rejects;                    // when asked for, by line
  std::vector<std::vector<std::string>> samples;  // cells with `9` for digits and `a` for letters
};

/// Reads a participant file from its bytes; `path` decides nothing but what messages say. The bytes
/// tell the format: a workbook, XML, TOML with `[[participant]]`, or CSV with any of the usual
/// separators.
Census read_census(std::string_view path, std::string_view bytes,
                   const CensusOptions& options = {});

/// Whether the file has a column on bargaining agreements, which no field takes.
bool bargained_untold(const Census& census);

}  // namespace rothcheck::intake
