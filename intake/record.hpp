// What every kind of file becomes on their way to participants: named values with their places, a
// record at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/bytes.hpp"
#include "intake/columns/values_seen.hpp"
#include "model/finding.hpp"

namespace rothcheck::intake {

/// A column's header, or a key, as the file writes it.
struct Name {
  std::string text;
  std::uint64_t line;
  int column;
};

struct Value {
  std::size_t name;       // index into the names
  std::string_view text;  // without the quotation marks around it; gone after the call that hands
                          // the record over
  std::uint64_t line;
  int column;
  std::string_view unfit = {};  // what stands here, where it is nothing a fact can be: "a list"
};

struct Record {
  std::uint64_t line;  // the physical line it begins on
  std::uint64_t row;   // the row a spreadsheet shows; less than `line` below cells with line breaks
  std::vector<Value> values;
  /// What spoils the row as far as the format is concerned. Its values then are the cells as they
  /// stand, `name` counting them from 0, and there may be more of them than names.
  std::optional<Finding> fault = {};
};

/// How well the cells of a row would do as a header.
struct HeaderFit {
  int known = 0;         // cells that name a fact
  bool has_id = false;   // one of them names the id
  bool is_data = false;  // the file has no header, and its columns are mapped by position
};

/// Whether the names are a header that every record shares, or keys that each record picks from.
enum class Names : std::uint8_t { columns, keys };

/// What a reader of one format tells as it goes through a file, in this order.
struct RecordSink {
  /// All the names, once. The reader stops when the answer is false.
  std::function<bool(const std::vector<Name>&, Names)> names;
  /// A record, good as far as the format is concerned.
  std::function<void(const Record&)> record;
  /// A row that the format itself spoils, and its line and row as in a record. Its finding has a
  /// cell without a path.
  std::function<void(Finding, std::uint64_t line, std::uint64_t row)> spoilt;
  /// Nothing can be made of the file, or of the rest of it.
  std::function<void(Finding)> unreadable;
  /// Something to know about the file that does not stop its reading. May be empty.
  std::function<void(Finding)> note = {};
  /// A cell of the rows above the header. May be empty.
  std::function<void(std::string_view text, std::uint64_t line)> title = {};
  /// Which of the first rows is the header (`header_among`). May be empty.
  std::function<HeaderFit(const std::vector<std::string_view>&)> fits = {};
};

/// `id,pay` and its like: commas, semicolons, tabs or bars, RFC 4180 quotation marks, any line
/// ends; the header may stand below titles.
void read_csv(std::string_view text, const RecordSink& sink);

/// `[[participant]]` tables.
void read_participant_tables(std::string_view text, const RecordSink& sink);

/// `<participants>` with a `<participant>` each person.
void read_participant_xml(std::string_view text, const RecordSink& sink);
/// The same of a document that is not held in memory: `begin` gives its bytes from the start, and
/// is called twice. Before the names are told, `see_id` is called with the `id` attribute of each
/// participant, which is empty where there is none, and `seen` sees every value.
void read_participant_xml(const std::function<ByteSource()>& begin, const RecordSink& sink,
                          const std::function<void(std::string_view id)>& see_id,
                          ValuesSeen* seen = nullptr);

/// A workbook (.xlsx), by its bytes. `sheet` is the name on the sheet's tab; the first sheet that
/// has a header where it is empty.
void read_workbook(std::string_view bytes, std::string_view sheet, const RecordSink& sink);

}  // namespace rothcheck::intake
