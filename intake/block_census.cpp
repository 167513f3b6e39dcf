// Which rows are good as they stand, and the long way for those that are not.
#include "intake/block_census.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "intake/csv_rows.hpp"
#include "intake/decode.hpp"
#include "intake/findings.hpp"
#include "intake/person_checks.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

char lower(char c) { return static_cast<char>(c | 0x20); }

/// Whether a row may be one of totals: those have no date, and say so.
bool may_say_total(std::string_view text) {
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    const char c = lower(text[i]);
    if (c != 't' && c != 's') continue;
    std::string word{text.substr(i, c == 't' ? 5 : 3)};
    std::transform(word.begin(), word.end(), word.begin(), lower);
    if (word == "total" || word == "sum") return true;
  }
  return false;
}

Money amount_of(const std::optional<Election>& election) {
  const Money* amount = election ? std::get_if<Money>(&election->value) : nullptr;
  return amount != nullptr ? *amount : Money{};
}

bool is_some(const std::optional<Election>& election) {
  if (!election) return false;
  const Money* amount = std::get_if<Money>(&election->value);
  return amount == nullptr || *amount != Money{};
}

}  // namespace

BlockCensus::BlockCensus(const StreamLayout& layout)
    : layout_{layout},
      plain_{layout.names, layout.columns, layout.separator, layout.options.year},
      reader_{layout.path, layout.options, Extent::part},
      sink_{reader_.sink()},
      empty_(PlainRows::most_columns),
      not_stated_(PlainRows::most_columns) {
  sink_.names(layout.names, Names::columns);
  // Of the columns the reader of the whole file has told.
  reader_.keep_notes([](const FindingKind&) { return false; });
}

void BlockCensus::begin(const Block&) {
  left_.clear();
  repeated_.clear();
  found_.clear();
  good_ = {};
  lines_ = {};
  for (Told& told : empty_) told = {};
  for (Told& told : not_stated_) told = {};
}

/// Reads a row in the plain way, or passes over it.
const char* BlockCensus::next(const char* at, const char* end, Row& row, Participant& person) {
  row.above = lines_;
  const char* behind =
      plain_.usable() ? plain_.read(at, end, person, row.id, row.remarks) : nullptr;
  row.plain = behind != nullptr;
  if (row.plain) {
    row.text = {at, static_cast<std::size_t>(behind - at)};
    ++lines_.lines;
    row.plain = is_ordinary(person, row.text);
    return behind;
  }
  row.text = first_row({at, static_cast<std::size_t>(end - at)}, layout_.separator);
  lines_ += lines_of(row.text);
  line_ends_.add(ends_of(row.text));
  row.id = id_of(row.text, kept_ids_[&person - people_]);
  return at + row.text.size();
}

/// Whether nothing at all is to be said of a row; where in doubt it is read again. Nothing that
/// `doubts_on` finds is ordinary, and no row of totals.
bool BlockCensus::is_ordinary(const Participant& person, std::string_view text) const {
  const auto& [year, annual_additions_limit] =
      std::pair{layout_.options.year, layout_.options.annual_additions_limit};
  if (person.termination_date) {
    if (!year || year_of(*person.termination_date) != *year) return false;
    if (person.hire_date && *person.termination_date < *person.hire_date) return false;
  }
  if (person.birth_date) {
    if (person.hire_date && *person.hire_date < *person.birth_date) return false;
    const int age = year ? *year - year_of(*person.birth_date) : 50;
    if (age < 15 || age > 99) return false;
  }
  const Money pre_tax = amount_of(person.pre_tax);
  const Money roth = amount_of(person.roth);
  if (person.pay && pre_tax + roth > *person.pay) return false;
  if (annual_additions_limit) {
    // Ten times every limit is far above; each is held to one limit at first.
    const Money limit = *annual_additions_limit;
    const auto high = [limit](const std::optional<Money>& amount) {
      return amount && *amount > limit;
    };
    if (pre_tax > limit || roth > limit || amount_of(person.after_tax) > limit ||
        high(person.after_tax_ytd) || high(person.match) || high(person.nonelective) ||
        high(person.forfeitures)) {
      if (!doubts_on(person, {year, annual_additions_limit}).empty()) return false;
    }
  }
  const bool dated = person.birth_date || person.hire_date || person.termination_date;
  return dated || !may_say_total(text);
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

bool BlockCensus::settle(const Row& row, const Participant& person) {
  if (!row.plain || row.repeated || !count_remarks(row.remarks, row.above.lines + 1)) return false;
  ++good_.rows;
  good_.deferrals_stated += (person.pre_tax ? 1 : 0) + (person.roth ? 1 : 0);
  good_.anybody_defers = good_.anybody_defers || is_some(person.pre_tax) || is_some(person.roth);
  return true;
}

/// Counts the cells of a row that are worth a word. False where it is the first of the block with
/// such a cell: the reader of all files then says what there is to say.
bool BlockCensus::count_remarks(const PlainRows::Remarks& remarks, std::uint64_t line) {
  if ((remarks.empty | remarks.not_stated) == 0) return true;
  const auto each = [&](auto visit) {
    for (std::uint64_t bits = remarks.empty; bits != 0; bits &= bits - 1)
      visit(empty_[static_cast<std::size_t>(std::countr_zero(bits))]);
    for (std::uint64_t bits = remarks.not_stated; bits != 0; bits &= bits - 1)
      visit(not_stated_[static_cast<std::size_t>(std::countr_zero(bits))]);
  };
  bool first = false;
  each([&first](const Told& told) { first = first || !told.told; });
  each([&](Told& told) {
    told.told = true;
    if (first) return;
    ++told.count;
    if (told.lines.size() < Issues::lines_named) told.lines.push_back(line);
  });
  return !first;
}

void BlockCensus::leave(const Row& row) {
  left_.push_back({.text = row.text,
                   .above = row.above,
                   .id = row.repeated ? number_of_id(row.id) : 0,
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
    found_.emplace_back(which, std::move(*person));
  }
}

/// Bytes that are not UTF-8 are taken as Windows-1252, as in a file that is read whole.
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
