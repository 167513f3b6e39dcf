// Settling the header of a file that is read in blocks, and adding up what its parts have.
#include "intake/csv/census_stream.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "intake/csv/csv_layout.hpp"
#include "intake/csv/csv_reader.hpp"
#include "intake/csv/row_ids.hpp"
#include "intake/decode.hpp"
#include "intake/file_kind.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "model/social_security.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// So many people with masked ids are kept of the beginning.
constexpr std::size_t masked_people = 64;

bool is_known_as_text(const CensusOptions& options) {
  const bool utf8 = options.encoding == Encoding::detect || options.encoding == Encoding::utf8;
  return utf8 && !options.keep_rejects && options.samples == 0 && options.defaults.empty();
}

/// Whether there may be dates like `3/4/1998`, `3-4-1998` or `03041998`; amounts and dates like
/// `1998-03-04`, of which there are most, are none.
bool may_have_ordered_dates(std::string_view text) {
  if (text.find('/') != text.npos) return true;
  const auto digit = [text](std::size_t i) { return i < text.size() && is_digit(text[i]); };
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

}  // namespace

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
  header_bytes_ = beginning.size() - text.size();
  return settle_header(text) && settle_ids(text) && !doubts_orders(text) && !doubts_units(text);
}

/// Goes to the header. False where there is none, or it ends in another way than with a line feed,
/// or has no row below it, or is a row of people whose columns are mapped by their position.
bool CensusStream::settle_header(std::string_view text) {
  if (!remittance_mark(text).empty()) return false;
  RecordSink sink = whole_.sink();
  const auto take_names = sink.names;
  sink.names = [&](const std::vector<Name>& names, Names are) {
    layout_.names = names;
    return take_names(names, are) && whole_.readable();
  };
  CsvReader reader{text, sink};
  if (!reader.read_header() || reader.first_row_is_data()) return false;
  layout_.columns = whole_.columns();
  layout_.separator = reader.separator();
  layout_.above = above_ = reader.rows().above();
  line_ends_ = reader.rows().line_ends();
  const char* const rows = reader.rows().at();
  header_bytes_ += static_cast<std::size_t>(rows - text.data());
  const bool usual = std::string_view{",;\t|"}.find(layout_.separator) != std::string_view::npos;
  return usual && rows[-1] == '\n' && rows != text.data() + text.size();
}

/// Finds the column that tells people apart. False where there is none, or two of them, or where a
/// row needs others to be understood; and where
/// the first rows have Social Security numbers in it and are nobody's, so that it is not known
/// whether results are to tell the rows of people.
bool CensusStream::settle_ids(std::string_view text) {
  using What = Meaning::What;
  const auto is = [](What what) {
    return [what](const Column& column) { return column.meaning.what == what; };
  };
  const std::vector<Column>& columns = layout_.columns;
  // An owner's family may stand anywhere in the file.
  const Meaning family{What::field, Field::family_group};
  if (std::any_of(columns.begin(), columns.end(),
                  [&](const Column& column) { return column.meaning == family; }))
    return false;
  auto id = std::find_if(columns.begin(), columns.end(), is(What::id));
  const auto numbers = std::count_if(columns.begin(), columns.end(), is(What::ssn));
  if ((id != columns.end()) + numbers != 1) return false;
  if (numbers != 0) id = std::find_if(columns.begin(), columns.end(), is(What::ssn));
  layout_.id_column = static_cast<std::size_t>(id - columns.begin());

  CensusReader people{layout_.path, layout_.options, Extent::part};
  people.settle(DateOrders{});
  RecordSink sink = people.sink();
  bool any_number = false;
  std::string last;
  const auto take = sink.record;
  sink.record = [&](const Record& record) {
    const bool number = record.values.size() > layout_.id_column &&
                        has_social_security_number(record.values[layout_.id_column].text);
    any_number = any_number || number;
    if (!number) return;
    take(record);
    const std::optional<Participant> person = people.hand_over();
    if (!person || !has_social_security_number(person->id)) return;
    const std::string key = with_plain_numbers(person->id);
    if (key == last) {
      if (!masked_.empty()) masked_.pop_back();
    } else if (masked_.size() < masked_people) {
      masked_.push_back(number_of_id(key));
    }
    last = key;
  };
  read_csv(first_rows(text), sink);
  layout_.masked_ids = !masked_.empty();
  return layout_.masked_ids || (!any_number && numbers == 0);
}

bool CensusStream::answers_masked() const {
  const std::vector<std::uint64_t>& repeated = *layout_.repeated_ids;
  return std::any_of(masked_.begin(), masked_.end(), [&](std::uint64_t id) {
    return !std::binary_search(repeated.begin(), repeated.end(), id);
  });
}

/// The rows that are looked at for what the whole file decides: all where there may be dates in
/// more orders than one.
std::string_view CensusStream::first_rows(std::string_view text) const {
  constexpr std::size_t some_rows = 8192;
  const bool ordered = !layout_.options.dates && may_have_ordered_dates(text);
  return ordered || text.size() <= some_rows ? text : text.substr(0, text.find('\n', some_rows));
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

/// Whether the first rows have dates of more orders than one, which the whole file decides.
bool CensusStream::doubts_orders(std::string_view text) {
  if (layout_.options.dates || !may_have_ordered_dates(text)) return false;
  DateOrders orders;
  read_csv(text, whole_.surveyor(orders));
  for (std::size_t i = 0; i < orders.columns(); ++i) {
    if (orders.in_doubt(i)) return true;
  }
  return false;
}

void CensusStream::add(CensusReader& part, const GoodRows& good,
                       const std::vector<RepeatedRow>& repeated, LineCount lines,
                       const LineEnds& ends, bool ordered) {
  // Some things are said once a file, not once a part.
  part.keep_notes([this](const FindingKind& kind) {
    if (std::find(noted_.begin(), noted_.end(), &kind) != noted_.end()) return false;
    noted_.push_back(&kind);
    return true;
  });
  whole_.add(part);
  whole_.count(good);
  above_ += lines;
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
