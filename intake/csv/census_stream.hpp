// A CSV participant file read a block at a time: what is settled once for the whole file, and what
// the readers of its blocks have to say, put together in the order of the blocks.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "intake/census/census_reader.hpp"
#include "intake/csv/scanner.hpp"
#include "intake/csv/stream_layout.hpp"

namespace rothcheck::intake {

/// A row that another row has the id of, by a number for that id.
struct RepeatedRow {
  std::uint64_t id;
  std::uint64_t line, row;  // as in a record
  bool good;                // but for its id
};

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
  /// Rows are told beside people.
  void tell_rows() { layout_.tells_rows = true; }
  /// Whether somebody is answered for whose id is masked, as the layout has it: of the people in
  /// the beginning one at least, whose id is no other's.
  bool answers_masked() const;

  /// The lines above the next part.
  LineCount above() const { return above_; }
  /// Takes over what the reader of the next part has.
  void add(CensusReader& part, const GoodRows& good, const std::vector<RepeatedRow>& repeated,
           LineCount lines, const LineEnds& ends, bool ordered);
  bool readable() const { return whole_.readable(); }
  /// Something that ends the reading.
  void give_up(Finding finding) { whole_.give_up(std::move(finding)); }

  /// All there is to say, and the counts. There are no participants in it.
  Census finish();

 private:
  CensusStream(std::string_view path, const CensusOptions& options);
  bool settle(std::string_view beginning);
  bool settle_header(std::string_view text);
  bool settle_ids(std::string_view text);
  bool doubts_orders(std::string_view text);
  bool doubts_units(std::string_view text) const;
  std::string_view first_rows(std::string_view text) const;

  StreamLayout layout_;
  CensusReader whole_;
  std::size_t header_bytes_ = 0;
  LineCount above_;
  LineEnds line_ends_;
  std::vector<std::uint64_t> masked_;  // ids of people in the beginning
  bool ordered_ = true;  // each id comes after the one before it, in the order of their letters
  std::unordered_map<std::uint64_t, std::uint64_t> first_lines_;  // of repeated ids
  std::vector<const FindingKind*> noted_;
};

}  // namespace rothcheck::intake
