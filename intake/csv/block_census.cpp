// Which rows are good as they stand, and the long way for those that are not.
#include "intake/csv/block_census.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "intake/census/row_kind.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// Of what a reader of rows notes, one thing is about a row and not about the file.
RecordSink sink_of(CensusReader& reader) {
  RecordSink sink = reader.sink();
  const auto note = sink.note;
  sink.note = [note](Finding finding) {
    if (finding.kind == &finding::bare_quote) note(std::move(finding));
  };
  return sink;
}

}  // namespace

BlockCensus::BlockCensus(const StreamLayout& layout)
    : layout_{layout},
      plain_{layout.names, layout.columns, layout.options.year,
             layout.options.dates.value_or(DateOrder::mdy) == DateOrder::mdy},
      usable_{plain_.usable()},
      ordinary_{{layout.options.year, layout.options.annual_additions_limit}},
      ids_{layout},
      reader_{layout.path, layout.options, Extent::part},
      sink_{sink_of(reader_)},
      records_{sink_},
      empty_(PlainRows::most_columns),
      not_stated_(PlainRows::most_columns) {
  // A file with a column whose order is in doubt is read whole.
  reader_.settle(DateOrders{});
  sink_.names(layout.names, Names::columns);
  records_.begin(layout.names);
  // Of the columns the reader of the whole file has told.
  reader_.keep_notes([](const FindingKind&) { return false; });
}

/// Whether a row without a date is a person's beyond doubt: its id is a code, there is more than
/// that, and nothing says total.
bool BlockCensus::is_somebodys(const CutRow& cut, const PlainRows::Row& row) const {
  const std::size_t id_alone = row.id.size() + layout_.columns.size() + 1;
  return cut.text().size() > id_alone && is_code(row.id) && !may_say_total(cut.text());
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
  end_ = block.rows.data() + block.rows.size();
  above_.reset();
  lines_ = {};
  good_ = {};
  repeated_.clear();
  for (Told& told : empty_) told = {};
  for (Told& told : not_stated_) told = {};
}

/// The lines of the file above a row.
LineCount BlockCensus::lines_above(const Above& above, const CutRow& row) {
  if (!above_) {
    const auto rest = static_cast<std::size_t>(end_ - row.begin);
    LineCount all = lines_;
    all += lines_of({row.begin, rest}, layout_.separator);
    above_ = above(all);
  }
  LineCount lines = *above_;
  return lines += lines_;
}

std::optional<Participant> BlockCensus::read_odd(const CutRow& cut, LineCount above,
                                                 bool repeated) {
  if (stopped_) return std::nullopt;
  take_as_utf8(cut, above);
  if (cells_.fault == RowFault::none && cells_.blank()) return std::nullopt;
  stopped_ = !records_.take(cells_);
  if (stopped_) return std::nullopt;
  std::optional<Participant> person = reader_.hand_over();
  if (repeated && reader_.has_claimed()) {
    repeated_.push_back({ids_.number_of(cut), cells_.line, cells_.row, person.has_value()});
    return std::nullopt;
  }
  if (person) reader_.count_deferrals(*person);
  return person;
}

/// Bytes that are not UTF-8 are taken as Windows-1252, or cannot be read where the file says that
/// it is UTF-8, as in a file that is read whole.
void BlockCensus::take_as_utf8(const CutRow& cut, LineCount above) {
  if (is_utf8(cut.text())) return cells_.take(cut, above);
  decoded_ = decode(cut.text(), layout_.options.encoding);
  for (Finding& finding : decoded_->findings) reader_.note(std::move(finding));
  if (!decoded_->readable) return cells_.take(cut, above);
  Scanner scanner{decoded_->text(), layout_.separator};
  CutRow row;
  if (scanner.cut(row)) cells_.take(row, above);
}

void BlockCensus::tell_of_plain(LineCount above) {
  const auto tell = [&](std::size_t column, Told& told, std::string_view remark) {
    if (told.count == 0) return;
    LineCount first = above;
    first += told.above_first;
    for (std::uint64_t& line : told.lines) line += above.lines;
    const Record row{first.lines + 1, first.lines - first.inside_cells + 1, {}, {}};
    reader_.tell_of_cells(column, remark, row, told.lines, told.count);
  };
  for (std::size_t i = 0; i < layout_.columns.size() && i < PlainRows::most_columns; ++i) {
    tell(i, empty_[i], {});
    if (not_stated_[i].count != 0) tell(i, not_stated_[i], plain_.remark(i));
  }
}

void BlockCensus::hand_over(CensusStream& stream) {
  tell_of_plain(stream.above());
  stream.add(reader_, good_, repeated_, lines_, line_ends_, ids_.ordered());
}

}  // namespace rothcheck::intake
