// Rows to participants, one after the other, and what to say about the others.
#include "intake/census/census_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/columns/money_heads.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "model/social_security.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

constexpr std::string_view repeated_reason = "another row has the same id";

/// `9` for digits and `a` for letters: the form of a cell without what it says.
std::string masked_cell(std::string_view text) {
  std::string mask;
  for (char c : shown(trimmed(text), 24)) {
    if (continues_code_point(c)) continue;
    mask += is_digit(c) ? '9' : is_letter(c) || !is_ascii(c) ? 'a' : c;
  }
  return mask;
}

std::vector<std::string> cells_of(const Record& record) {
  std::vector<std::string> cells;
  for (const Value& value : record.values) cells.emplace_back(value.text);
  return cells;
}

Finding repetition(const std::string& path, std::uint64_t first, std::uint64_t line,
                   std::string_view what) {
  return {&finding::repeated_id,
          fmt::format("lines {} and {} have the same {}", first, line, what),
          {},
          {{"add the rows of one person up; somebody hired again has one row, with "
            "termination and rehire dates"}},
          Cell{path, line, 0, {}}};
}

std::string many_repetitions(std::string_view what) {
  return fmt::format("{{}} rows repeat the {} of another row", what);
}

std::string_view many_of(const Finding& fault) {
  if (fault.kind == &finding::uneven_row) return "{} rows have more or fewer cells than the header";
  return "{} rows have text after the quotation mark that ends a cell";
}

}  // namespace

RecordSink CensusReader::sink() {
  return {
      .names = [this](const std::vector<Name>& names, Names are) { return take_names(names, are); },
      .record = [this](const Record& record) { take(record); },
      .spoilt = [this](Finding finding, std::uint64_t line,
                       std::uint64_t row) { take_spoilt(std::move(finding), line, row); },
      .unreadable = [this](Finding finding) { give_up(std::move(finding)); },
      .note = [this](Finding finding) { note(std::move(finding)); },
      .title = [this](std::string_view text, std::uint64_t line) { take_title(text, line); },
      .fits = [this](const auto& cells) { return header_fit(cells, options_.mapping); },
  };
}

void CensusReader::note(Finding finding) {
  finding.cell->path = path_;
  census_.findings.push_back(std::move(finding));
}

void CensusReader::give_up(Finding finding) {
  note(std::move(finding));
  census_.readable = false;
}

bool CensusReader::take_names(const std::vector<Name>& names, Names are) {
  names_ = names;
  are_ = are;
  if (options_.period && *options_.period != Period::annual) {
    give_up({&finding::period_not_told,
             "amounts of a pay period or of the year so far are not added up to a year",
             {},
             {{"give the year's amounts with one row a person, and --period annual"}},
             Cell{{}, names.empty() ? 1 : names.front().line, 0, {}}});
    return false;
  }
  Columns columns = read_names(names, are,
                               {.mapping = options_.mapping,
                                .year = options_.year,
                                .period = options_.period,
                                .strict = options_.strict});
  for (Finding& finding : columns.findings) note(std::move(finding));
  columns_ = columns.columns;
  census_.columns = std::move(columns.uses);
  if (!names.empty()) census_.header_line = names.front().line;
  rows_.begin(names, are, std::move(columns.columns));
  for (Finding& finding : rows_.left_out_dates()) note(std::move(finding));
  if (!columns.usable) census_.readable = false;
  // A mapping is still proposed for a file that asks something, and its rows are shown with it.
  return columns.usable || options_.samples != 0;
}

void CensusReader::take(const Record& record) {
  claimed_ = false;
  if (options_.samples != 0) return sample(record);
  if (!census_.readable || asks_for_orders()) return;
  switch (kind_of(record, names_, are_, columns_)) {
    case RowKind::blank:
      return;
    case RowKind::repeated_header:
      return skip(finding::repeated_header, "the header stands here again and is left out",
                  "the header stands there again in {} rows, which are left out", record);
    case RowKind::remark:
      return skip(finding::footnote_row, "a remark is left out",
                  "{} rows are remarks and are left out", record);
    case RowKind::totals:
      return take_totals(record);
    case RowKind::averages:
      return skip(finding::totals_row, "a row of averages or counts is left out",
                  "{} rows of averages or counts are left out", record, "averages");
    case RowKind::doubtful:
      return take_doubtful(record);
    case RowKind::person:
      return take_person(record);
  }
}

void CensusReader::sample(const Record& record) {
  if (census_.samples.size() == options_.samples) return;
  std::vector<std::string>& sample = census_.samples.emplace_back(names_.size());
  for (const Value& value : record.values) {
    if (value.name < sample.size()) sample[value.name] = masked_cell(value.text);
  }
}

void CensusReader::skip(const FindingKind& kind, std::string_view one, std::string_view many,
                        const Record& record, std::string_view cause) {
  ++census_.rows_read;
  ++census_.rows_skipped;
  if (extent_ == Extent::whole) census_.skipped_rows.push_back(record.row);
  rows_.remark({&kind, std::string{one}, {}, {}, Cell{path_, record.line, 0, {}}}, many, cause,
               record);
}

void CensusReader::take_spoilt(Finding finding, std::uint64_t line, std::uint64_t row) {
  if (!census_.readable) return;
  ++census_.rows_read;
  ++census_.rows_rejected;
  finding.cell->path = path_;
  if (options_.keep_rejects) census_.rejects.push_back({line, {finding.message}, {}});
  const std::string many = "{} rows: " + finding.message;
  rows_.remark(std::move(finding), many, many, Record{line, row, {}});
}

void CensusReader::take_doubtful(const Record& record) {
  ++census_.rows_read;
  ReadRow row;
  Finding finding{&finding::doubtful_row,
                  "this may be a sum, a heading or a remark, and not a person",
                  {},
                  {},
                  Cell{path_, record.line, 0, {}}};
  rows_.complain(std::move(finding), "{} rows may be sums, headings or remarks, and not people", {},
                 record, row);
  reject(record, std::move(row.reasons));
}

void CensusReader::take_person(const Record& record) {
  ++census_.rows_read;
  ReadRow row;
  if (record.fault) {
    Finding fault = *record.fault;
    fault.cell->path = path_;
    const std::string_view many = many_of(fault);
    rows_.complain(std::move(fault), many, {}, record, row);
    return reject(record, std::move(row.reasons));
  }
  row = rows_.read(record);
  if (rows_.fatal()) return give_up(std::move(*rows_.fatal()));
  if (rows_.asks_for_orders()) return;
  if (row.person.id.empty()) row.person.id = row.ssn;
  if (row.person.id.empty() && row.good) {
    Finding finding{
        &finding::row_without_id, "the row has no id", {}, {}, Cell{path_, record.line, 0, {}}};
    if (row.masked_ssn) finding.notes.push_back({"a masked Social Security number is no id"});
    rows_.complain(std::move(finding), "{} rows have no id", {}, record, row);
  }
  // One number in two notations is one id.
  const std::string id = with_plain_numbers(row.person.id);
  if (!id.empty()) claim(id, "id", record, row);
  if (!row.ssn.empty() && with_plain_numbers(row.ssn) != id) {
    claim("ssn " + row.ssn, "Social Security number", record, row);
  }
  if (!row.good) return reject(record, std::move(row.reasons));
  census_.participants.push_back(std::move(row.person));
}

void CensusReader::claim(const std::string& key, std::string_view what, const Record& record,
                         ReadRow& row) {
  claimed_ = true;
  if (extent_ == Extent::part) return;
  std::optional<std::size_t> person;
  if (row.good) person = census_.participants.size();
  const std::optional<std::uint64_t> first = claims_.claim(key, record.line, person);
  if (!first) return;
  rows_.complain(repetition(path_, *first, record.line, what), many_repetitions(what), what, record,
                 row);
}

std::optional<Participant> CensusReader::hand_over() {
  if (census_.participants.empty()) return std::nullopt;
  std::optional<Participant> person{std::move(census_.participants.back())};
  census_.participants.pop_back();
  return person;
}

void CensusReader::add(CensusReader& part) {
  census_.rows_read += std::exchange(part.census_.rows_read, 0);
  census_.rows_rejected += std::exchange(part.census_.rows_rejected, 0);
  census_.rows_skipped += std::exchange(part.census_.rows_skipped, 0);
  census_.readable = census_.readable && part.census_.readable;
  deferrals_stated_ += std::exchange(part.deferrals_stated_, 0);
  anybody_defers_ = anybody_defers_ || part.anybody_defers_;
  for (Finding& finding : std::exchange(part.census_.findings, {})) note(std::move(finding));
  issues_.add(std::exchange(part.issues_, {}));
}

void CensusReader::count(const GoodRows& good) {
  census_.rows_read += good.rows;
  deferrals_stated_ += good.deferrals_stated;
  anybody_defers_ = anybody_defers_ || good.anybody_defers;
}

void CensusReader::tell_of_repeated(std::uint64_t first, const Record& record) {
  rows_.remark(repetition(path_, first, record.line, "id"), many_repetitions("id"), "id", record);
}

void CensusReader::reject(const Record& record, std::vector<std::string> reasons) {
  ++census_.rows_rejected;
  if (options_.keep_rejects) {
    census_.rejects.push_back({record.line, std::move(reasons), cells_of(record)});
  }
}

void CensusReader::count_deferrals(const Participant& person) {
  for (const auto& election : {person.pre_tax, person.roth}) {
    if (!election) continue;
    ++deferrals_stated_;
    const Money* money = std::get_if<Money>(&election->value);
    anybody_defers_ = anybody_defers_ || money == nullptr || *money != Money{};
  }
}

std::vector<std::uint64_t> CensusReader::uncollected() const {
  std::vector<std::uint64_t> lines;
  if (!options_.keep_rejects || !census_.readable) return lines;
  for (std::size_t index : claims_.repeated()) {
    lines.push_back(census_.participants[index].row->line);
  }
  return lines;
}

/// For a reading after the first, which has told all there is to tell.
RecordSink CensusReader::listener(std::function<void(const Record&)> record) {
  RecordSink listening = sink();
  listening.names = [](const std::vector<Name>&, Names) { return true; };
  listening.record = std::move(record);
  listening.spoilt = [](Finding, std::uint64_t, std::uint64_t) {};
  listening.unreadable = [](Finding) {};
  listening.note = [](Finding) {};
  listening.title = {};
  return listening;
}

RecordSink CensusReader::collector(const std::vector<std::uint64_t>& lines) {
  return listener([this, &lines](const Record& record) {
    if (!std::binary_search(lines.begin(), lines.end(), record.line)) return;
    census_.rejects.push_back({record.line, {std::string{repeated_reason}}, cells_of(record)});
  });
}

RecordSink CensusReader::surveyor(DateOrders& orders) {
  return listener([this, &orders](const Record& record) {
    for (const Value& value : record.values) {
      if (value.name < columns_.size() && is_date(columns_[value.name].meaning))
        orders.see(value.name, trimmed(value.text));
    }
  });
}

void CensusReader::drop_repeated() {
  const std::vector<std::size_t> repeated = claims_.repeated();
  census_.rows_rejected += static_cast<std::int64_t>(repeated.size());
  std::size_t kept = 0;
  auto dropped = repeated.begin();
  for (std::size_t i = 0; i < census_.participants.size(); ++i) {
    if (dropped != repeated.end() && *dropped == i) {
      ++dropped;
      continue;
    }
    if (kept != i) census_.participants[kept] = std::move(census_.participants[i]);
    ++kept;
  }
  census_.participants.resize(kept);
}

/// A register may have its pay date above the columns.
void CensusReader::take_title(std::string_view text, std::uint64_t line) {
  if (options_.period || !census_.readable || !tells_a_period(text)) return;
  give_up({&finding::period_not_told,
           "a title tells of a pay date, a pay period or a year to date, and not of a year",
           {},
           {{"say --period annual if the amounts are the whole year's"}},
           Cell{{}, line, 0, {}}});
}

/// Numbers that may all be in another unit are no answer's ground.
void CensusReader::doubt_units() {
  if (!census_.readable) return;
  Findings doubts = rows_.scales().doubts();
  if (doubts.empty()) return;
  issues_.drop(finding::unlikely_election);
  for (Finding& finding : doubts) give_up(std::move(finding));
}

Census CensusReader::finish() {
  doubt_units();
  const bool nobody = options_.samples == 0 && census_.rows_read == census_.rows_skipped;
  if (census_.readable && nobody) {
    give_up({&finding::no_participants,
             "no row of the file is a participant",
             {},
             {},
             Cell{{}, std::max<std::uint64_t>(census_.header_line, 1), 0, {}}});
  }
  for (Finding& finding : issues_.take()) census_.findings.push_back(std::move(finding));
  if (!census_.readable) {
    census_.participants.clear();
    census_.rejects.clear();
    census_.rows_rejected = census_.rows_read - census_.rows_skipped;
    return std::move(census_);
  }
  drop_repeated();
  for (const Participant& person : census_.participants) count_deferrals(person);
  std::sort(census_.rejects.begin(), census_.rejects.end(),
            [](const Reject& a, const Reject& b) { return a.line < b.line; });
  if (deferrals_stated_ > 1 && !anybody_defers_) {
    note({&finding::no_deferrals,
          "every deferral in the file is 0",
          {},
          {},
          Cell{{}, std::max<std::uint64_t>(census_.header_line, 1), 0, {}}});
  }
  return std::move(census_);
}

}  // namespace rothcheck::intake
