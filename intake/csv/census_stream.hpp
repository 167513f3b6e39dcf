// A CSV participant file read a block at a time: what is settled once for the whole file, and what
// the readers of its blocks have to say, put together in the order of the blocks.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/census/census_reader.hpp"
#include "intake/csv/plain_rows.hpp"

namespace rothcheck::intake {

/// Lines of a text, and how many of their ends are inside cells.
struct LineCount {
  std::uint64_t lines = 0, inside_cells = 0;

  LineCount& operator+=(LineCount others) {
    lines += others.lines;
    inside_cells += others.inside_cells;
    return *this;
  }
};

LineCount lines_of(std::string_view row);

/// A row that another row has the id of, by a number for that id.
struct RepeatedRow {
  std::uint64_t id;
  std::uint64_t line, row;  // as in a record
  bool good;                // but for its id
};

/// What is the same for all blocks of one file.
struct StreamLayout {
  std::string path;
  CensusOptions options;
  char separator = ',';
  std::vector<Name> names;
  std::vector<Column> columns;
  std::size_t id_column = 0;
  /// A line that states the separator, and a header of as many columns.
  std::string stand_in_header;
  std::uint64_t stand_in_lines = 0;
  LineCount above;  // the rows: titles and the header
  /// Numbers of the ids that more than one row has, sorted; none where only neighbours are
  /// compared.
  std::optional<std::vector<std::uint64_t>> repeated_ids;
};

std::uint64_t number_of_id(std::string_view id);

class CensusStream {
 public:
  /// Settles the header by the beginning of the file, which ends with a whole row or with the file.
  /// Null where the file cannot be read in blocks: then it has to be read whole, and is told of so.
  static std::unique_ptr<CensusStream> open(std::string_view path, std::string_view beginning,
                                            const CensusOptions& options);

  const StreamLayout& layout() const { return layout_; }
  /// How much of the beginning is above the first row of people.
  std::size_t header_bytes() const { return header_bytes_; }
  void compare_all_ids(std::vector<std::uint64_t> repeated) {
    layout_.repeated_ids = std::move(repeated);
  }

  /// Takes over what the reader of the next part has.
  void add(CensusReader& part, const GoodRows& good, const std::vector<RepeatedRow>& repeated,
           const LineEnds& ends, bool ordered);
  bool readable() const { return whole_.readable(); }
  /// Something that ends the reading.
  void give_up(Finding finding) { whole_.give_up(std::move(finding)); }

  /// All there is to say, and the counts. There are no participants in it.
  Census finish();

 private:
  CensusStream(std::string_view path, const CensusOptions& options);
  bool settle(std::string_view beginning);
  bool find_header(std::string_view text, std::size_t bytes_above);
  bool needs_all_rows(std::string_view text);
  bool doubts_units(std::string_view text) const;
  bool has_names(std::string_view row, char separator) const;

  StreamLayout layout_;
  CensusReader whole_;
  std::size_t header_bytes_ = 0;
  LineEnds line_ends_;
  bool ordered_ = true;  // each id comes after the one before it, in the order of their letters
  std::unordered_map<std::uint64_t, std::uint64_t> first_lines_;  // of repeated ids
  std::vector<const FindingKind*> noted_;
};

}  // namespace rothcheck::intake
