// Which rows are good as they stand, and the long way for those that are not.
#include "intake/csv/block_census.hpp"

#include <algorithm>
#include <utility>

#include "intake/census/row_kind.hpp"
#include "intake/csv/csv_rows.hpp"
#include "intake/decode.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

char lower(char c) { return static_cast<char>(c | 0x20); }

}  // namespace

BlockCensus::BlockCensus(const StreamLayout& layout)
    : layout_{layout},
      plain_{layout.names, layout.columns, layout.separator, layout.options.year,
             layout.options.dates.value_or(DateOrder::mdy) == DateOrder::mdy},
      usable_{plain_.usable()},
      reader_{layout.path, layout.options, Extent::part},
      sink_{reader_.sink()},
      ordinary_{{layout.options.year, layout.options.annual_additions_limit}},
      empty_(PlainRows::most_columns),
      not_stated_(PlainRows::most_columns) {
  // A file with a column whose order is in doubt is read whole.
  reader_.settle(DateOrders{});
  sink_.names(layout.names, Names::columns);
  // Of the columns the reader of the whole file has told.
  reader_.keep_notes([](const FindingKind&) { return false; });
}

/// Whether a row without a date is a person's beyond doubt: its id is a code, there is more than
/// that, and nothing says total.
bool BlockCensus::is_somebodys(const Row& row) const {
  const std::size_t id_alone = row.cells.id.size() + layout_.columns.size() + 1;
  return row.text.size() > id_alone && is_code(row.cells.id) && !may_say_total(row.text);
}

bool BlockCensus::may_say_total(std::string_view text) {
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    const char c = lower(text[i]);
    if (c != 't' && c != 's') continue;
    std::string word{text.substr(i, c == 't' ? 5 : 3)};
    std::transform(word.begin(), word.end(), word.begin(), lower);
    if (word == "total" || word == "sum") return true;
  }
  return false;
}

void BlockCensus::begin(const Block& block) {
  plain_.begin(block.rows);
  left_.clear();
  repeated_.clear();
  found_.clear();
  good_ = {};
  lines_ = {};
  told_ = {};
  for (Told& told : empty_) told = {};
  for (Told& told : not_stated_) told = {};
}

const char* BlockCensus::pass_over(const char* at, const char* end, Row& row) {
  row.plain = false;
  row.text = first_row({at, static_cast<std::size_t>(end - at)}, layout_.separator);
  lines_ += lines_of(row.text);
  line_ends_.add(ends_of(row.text));
  row.cells.id = id_of(row.text, kept_ids_[row.cells.person - people_]);
  const char* const behind = at + row.text.size();
  plain_.start(behind);
  return behind;
}

/// The id of a row that was not read, for comparison with its neighbours.
std::string_view BlockCensus::id_of(std::string_view row, std::string& kept) const {
  if (row.empty()) return {};
  CsvRows rows{row, layout_.separator};
  CsvRow cells;
  if (!rows.next(cells) || cells.cells.size() <= layout_.id_column) return {};
  kept = trimmed(cells.cells[layout_.id_column]);
  return kept;
}

bool BlockCensus::is_repeated(std::string_view id) const {
  const std::vector<std::uint64_t>& repeated = *layout_.repeated_ids;
  return !repeated.empty() && !id.empty() &&
         std::binary_search(repeated.begin(), repeated.end(), number_of_id(id));
}

void BlockCensus::leave(const Row& row) {
  left_.push_back({.text = row.text,
                   .above = row.above,
                   .id = row.repeated ? number_of_id(row.cells.id) : 0,
                   .repeated = row.repeated});
}

/// Reads the rows that were left as a file of their own, under a header that stands for the real
/// one; every line is told as the line of the file that it is.
void BlockCensus::read_records(LineCount above) {
  std::string text = layout_.stand_in_header;
  std::vector<std::uint64_t> begins;  // the line of the text on which each row begins
  std::uint64_t line = layout_.stand_in_lines + 1;
  for (const Left& left : left_) {
    begins.push_back(line);
    line += lines_of(left.text).lines;
    append_as_utf8(left.text, text);
  }
  std::size_t which = 0;
  const auto moved = [&](std::uint64_t line_in_text) {
    which = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), line_in_text) -
                                     begins.begin() - 1);
    return above.lines + left_[which].above.lines + 1 + (line_in_text - begins[which]);
  };
  read_csv(text, {.names = [](const auto&, Names) { return true; },
                  .record =
                      [&](const Record& read) {
                        Record record = read;
                        record.line = moved(read.line);
                        record.row =
                            record.line - above.inside_cells - left_[which].above.inside_cells;
                        for (Value& value : record.values) value.line = record.line;
                        if (record.fault) record.fault->cell->line = moved(read.fault->cell->line);
                        take(record, which);
                      },
                  .spoilt = {},
                  .unreadable =
                      [&](Finding finding) {
                        // All of the rows that were left may be blank.
                        if (finding.kind == &finding::no_participants) return;
                        finding.cell->line = moved(finding.cell->line);
                        reader_.give_up(std::move(finding));
                      },
                  .note =
                      [&](Finding finding) {
                        if (finding.kind != &finding::bare_quote) return;
                        finding.cell->line = moved(finding.cell->line);
                        reader_.note(std::move(finding));
                      },
                  .fits = {}});
  tell_of_plain(above);
}

void BlockCensus::take(const Record& record, std::size_t which) {
  sink_.record(record);
  std::optional<Participant> person = reader_.hand_over();
  const Left& left = left_[which];
  if (left.repeated && reader_.has_claimed()) {
    repeated_.push_back({left.id, record.line, record.row, person.has_value()});
  } else if (person) {
    reader_.count_deferrals(*person);
    found_.emplace_back(which, std::move(*person));
  }
}

/// Bytes that are not UTF-8 are taken as Windows-1252, or cannot be read where the file says that
/// it is UTF-8, as in a file that is read whole.
void BlockCensus::append_as_utf8(std::string_view row, std::string& text) {
  if (is_utf8(row)) {
    text += row;
    return;
  }
  Decoded decoded = decode(row, layout_.options.encoding);
  for (Finding& finding : decoded.findings) reader_.note(std::move(finding));
  text += decoded.readable ? decoded.text() : row;
}

void BlockCensus::tell_of_plain(LineCount above) {
  const auto tell = [&](const FindingKind& kind, std::size_t column, std::string_view cause,
                        Told& told) {
    for (std::uint64_t& line : told.lines) line += above.lines;
    reader_.issues().again(kind, static_cast<int>(column) + 1, cause, told.lines, told.count);
  };
  for (std::size_t i = 0; i < layout_.columns.size() && i < PlainRows::most_columns; ++i) {
    if (empty_[i].count != 0) tell(finding::not_stated, i, {}, empty_[i]);
    if (not_stated_[i].count != 0) tell(finding::mended_cell, i, plain_.remark(i), not_stated_[i]);
  }
}

void BlockCensus::hand_over(CensusStream& stream) {
  LineEnds ends = plain_.line_ends();
  ends.add(line_ends_);
  stream.add(reader_, good_, repeated_, ends, ordered_);
}

}  // namespace rothcheck::intake
