// Settling the header of a file that is read in blocks, and adding up what its parts have.
#include "intake/csv/census_stream.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "intake/csv/csv_rows.hpp"
#include "intake/csv/stream.hpp"
#include "intake/decode.hpp"
#include "intake/file_kind.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "model/social_security.hpp"

namespace rothcheck::intake {
namespace {

bool is_known_as_text(const CensusOptions& options) {
  const bool utf8 = options.encoding == Encoding::detect || options.encoding == Encoding::utf8;
  return utf8 && !options.keep_rejects && options.samples == 0 && options.defaults.empty();
}

/// Whether the column makes the id of a row, or needs another row to be understood.
bool needs_the_whole_file(const Column& column) {
  return column.meaning.what == Meaning::What::ssn;
}

/// Whether there may be dates like `3/4/1998`, `3-4-1998` or `03041998`; amounts and dates like
/// `1998-03-04`, of which there are most, are none.
bool may_have_ordered_dates(std::string_view text) {
  if (text.find('/') != text.npos) return true;
  const auto digit = [text](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t at = text.find('-'); at != text.npos; at = text.find('-', at + 1)) {
    const bool behind_short = at > 0 && digit(at - 1) && (at < 3 || !digit(at - 3));
    if (behind_short && digit(at + 1)) return true;
  }
  // Eight digits that end in a year of people's lives and begin a cell.
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (digit(i)) {
      ++digits;
      continue;
    }
    if (digits == 8) {
      const std::string_view century = text.substr(i - 4, 2);
      const bool begins_cell = i == 8 || (text[i - 9] | 0x20) < 'a';
      if (begins_cell && (century == "19" || century == "20")) return true;
    }
    digits = 0;
  }
  return false;
}

std::string stand_in_header_of(const std::vector<Name>& names, char separator) {
  std::string text = "sep=";
  text += separator;
  text += '\n';
  for (const Name& name : names) {
    if (&name != &names.front()) text += separator;
    if (!name.text.empty()) text += 'c';
  }
  return text + '\n';
}

}  // namespace

std::uint64_t number_of_id(std::string_view id) { return std::hash<std::string_view>{}(id); }

CensusStream::CensusStream(std::string_view path, const CensusOptions& options)
    : layout_{.path = std::string{path}, .options = options}, whole_{path, layout_.options} {}

std::unique_ptr<CensusStream> CensusStream::open(std::string_view path, std::string_view beginning,
                                                 const CensusOptions& options) {
  if (!is_known_as_text(options) || file_kind(beginning) != FileKind::csv) return nullptr;
  std::unique_ptr<CensusStream> stream{new CensusStream{path, options}};
  return stream->settle(beginning) ? std::move(stream) : nullptr;
}

bool CensusStream::settle(std::string_view beginning) {
  Decoded decoded = decode(beginning, layout_.options.encoding);
  const std::string_view text = decoded.text();
  // What was converted is not the bytes that the blocks will have.
  const bool as_it_is = text.data() + text.size() == beginning.data() + beginning.size();
  if (!decoded.readable || !as_it_is) return false;
  // A byte order mark at the beginning says what every row is written in.
  if (text.size() != beginning.size()) layout_.options.encoding = Encoding::utf8;
  for (Finding& finding : decoded.findings) whole_.note(std::move(finding));

  RecordSink sink = whole_.sink();
  bool usable = false;
  const auto take_names = sink.names;
  sink.names = [&](const std::vector<Name>& names, Names are) {
    layout_.names = names;
    usable = take_names(names, are) && whole_.readable();
    return false;
  };
  read_csv(text, sink);
  if (!usable) return false;
  layout_.columns = whole_.columns();
  const auto id =
      std::find_if(layout_.columns.begin(), layout_.columns.end(),
                   [](const Column& column) { return column.meaning.what == Meaning::What::id; });
  if (id == layout_.columns.end() ||
      std::any_of(layout_.columns.begin(), layout_.columns.end(), needs_the_whole_file)) {
    return false;
  }
  layout_.id_column = static_cast<std::size_t>(id - layout_.columns.begin());
  return find_header(text, beginning.size() - text.size()) && !needs_all_rows(text) &&
         !doubts_units(text);
}

/// Whether the first rows show amounts that may be in another unit, which the whole file decides.
bool CensusStream::doubts_units(std::string_view text) const {
  constexpr std::size_t some_rows = 8192, more_rows = 65'536;
  const auto up_to = [text](std::size_t size) {
    return size < text.size() ? text.substr(0, text.find('\n', size)) : text;
  };
  for (const std::size_t size : {some_rows, more_rows, text.size()}) {
    CensusReader rows{layout_.path, layout_.options, Extent::part};
    rows.settle(DateOrders{});
    read_csv(up_to(size), rows.sink());
    // Columns without a number that tells are looked at a little further, doubtful ones to the end.
    const bool doubt = rows.doubts_units() || !rows.readable();
    if (size >= text.size()) return doubt;
    if (!doubt && (size != some_rows || !rows.undecided_on_units())) return false;
  }
  return false;
}

/// Whether the first rows show what only the whole file decides: the order of its dates, or ids
/// that are not shown as they are and take the number of their row beside them.
bool CensusStream::needs_all_rows(std::string_view text) {
  constexpr std::size_t some_rows = 8192;
  const bool ordered = !layout_.options.dates && may_have_ordered_dates(text);
  if (!ordered && text.size() > some_rows) text = text.substr(0, text.find('\n', some_rows));
  DateOrders orders;
  RecordSink sink = whole_.surveyor(orders);
  bool any_masked = false;
  const auto see_dates = sink.record;
  sink.record = [&](const Record& record) {
    if (ordered) see_dates(record);
    for (const Value& value : record.values) {
      any_masked =
          any_masked || (value.name == layout_.id_column && has_social_security_number(value.text));
    }
  };
  read_csv(text, sink);
  bool any_doubt = false;
  for (std::size_t i = 0; i < orders.columns(); ++i) any_doubt = any_doubt || orders.in_doubt(i);
  return any_masked || any_doubt;
}

/// Finds the row that has the names, and with it the separator. False where it is not to be found,
/// or ends in another way than with a line feed, or has no row below it.
bool CensusStream::find_header(std::string_view text, std::size_t bytes_above) {
  const std::uint64_t header_line = layout_.names.front().line;
  for (const char separator : {',', ';', '\t', '|'}) {
    LineCount above;
    LineEnds ends;
    std::string_view rest = text, row;
    do {
      row = first_row(rest, separator);
      rest.remove_prefix(row.size());
      above += lines_of(row);
      ends.add(ends_of(row));
    } while (above.lines < header_line && !rest.empty());
    if (!row.ends_with('\n') || rest.empty() || !has_names(row, separator)) continue;
    layout_.separator = separator;
    layout_.stand_in_header = stand_in_header_of(layout_.names, separator);
    layout_.stand_in_lines = 2;
    layout_.above = above;
    line_ends_ = ends;
    header_bytes_ = bytes_above + text.size() - rest.size();
    return true;
  }
  return false;
}

bool CensusStream::has_names(std::string_view row, char separator) const {
  CsvRows rows{row, separator};
  CsvRow header;
  return rows.next(header) && header.fault == RowFault::none &&
         std::equal(
             header.cells.begin(), header.cells.end(), layout_.names.begin(), layout_.names.end(),
             [](std::string_view cell, const Name& name) { return trimmed(cell) == name.text; });
}

LineCount lines_of(std::string_view row) {
  LineCount count;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool lone_return = row[i] == '\r' && (i + 1 == row.size() || row[i + 1] != '\n');
    if (row[i] == '\n' || lone_return) ++count.lines;
  }
  const bool ended = row.ends_with('\n') || row.ends_with('\r');
  if (!ended) ++count.lines;
  count.inside_cells = count.lines - 1;
  return count;
}

void CensusStream::add(CensusReader& part, const GoodRows& good,
                       const std::vector<RepeatedRow>& repeated, const LineEnds& ends,
                       bool ordered) {
  // Some things are said once a file, not once a part.
  part.keep_notes([this](const FindingKind& kind) {
    if (std::find(noted_.begin(), noted_.end(), &kind) != noted_.end()) return false;
    noted_.push_back(&kind);
    return true;
  });
  whole_.add(part);
  whole_.count(good);
  line_ends_.add(ends);
  ordered_ = ordered_ && ordered;
  for (const RepeatedRow& row : repeated) {
    const bool all_compared = layout_.repeated_ids.has_value();
    // Of neighbours only the last id can come again.
    if (!all_compared && !first_lines_.contains(row.id)) first_lines_.clear();
    const auto [first, is_new] = first_lines_.try_emplace(row.id, row.line);
    if (row.good) whole_.leave_out_repeated();
    if (!is_new) whole_.tell_of_repeated(first->second, Record{row.line, row.row, {}, {}});
  }
}

Census CensusStream::finish() {
  if (line_ends_.mixed()) {
    whole_.note(
        {&finding::mixed_line_ends, "lines end in more than one way", {}, {}, Cell{{}, 1, 0, {}}});
  }
  if (!layout_.repeated_ids && !ordered_) {
    whole_.note({&finding::neighbours_compared,
                 "ids are in no order, and only neighbouring rows were compared for the same id",
                 {},
                 {},
                 Cell{{}, layout_.above.lines, 0, {}}});
  }
  return whole_.finish();
}

}  // namespace rothcheck::intake
