// Records to participants: which column is which fact, which rows can be used, and what to say
// about the others.
#include "intake/census.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "intake/bad_cell.hpp"
#include "intake/columns.hpp"
#include "intake/file_kind.hpp"
#include "intake/findings.hpp"
#include "intake/record.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

/// Turns records into participants, one after the other.
class Reader {
 public:
  explicit Reader(std::string_view path) : path_{path} {}

  RecordSink sink() {
    return {
        .names = [this](const std::vector<Name>& names,
                        Names are) { return take_names(names, are); },
        .record = [this](const Record& record) { take(record); },
        .spoilt = [this](Finding finding, std::uint64_t line,
                         std::uint64_t row) { reject(std::move(finding), line, row); },
        .unreadable = [this](Finding finding) { give_up(std::move(finding)); },
    };
  }

  void give_up(Finding finding) {
    add(std::move(finding));
    census_.readable = false;
  }

  Census finish() {
    drop_repeated();
    return std::move(census_);
  }

 private:
  /// Where an id was met first.
  struct Claim {
    std::uint64_t line;
    std::optional<std::size_t> participant;  // index, when the row was good
    bool repeated = false;
  };

  Cell cell(std::uint64_t line, int column = 0, std::string header = {}) const {
    return {path_, line, column, std::move(header)};
  }

  void add(Finding finding) {
    finding.cell->path = path_;
    census_.findings.push_back(std::move(finding));
  }

  /// Adds a finding on a row, with the row's number in a spreadsheet where that is another than the
  /// line.
  void add(Finding finding, std::uint64_t line, std::uint64_t row) {
    if (row != line) {
      finding.notes.push_back(
          {fmt::format("a spreadsheet shows this as row {}: cells above hold line breaks", row)});
    }
    add(std::move(finding));
  }

  void reject(Finding finding, std::uint64_t line, std::uint64_t row) {
    add(std::move(finding), line, row);
    ++census_.rows_rejected;
  }

  bool take_names(const std::vector<Name>& names, Names are) {
    names_ = names;
    Columns columns = read_names(names, are);
    for (Finding& finding : columns.findings) add(std::move(finding));
    meanings_ = std::move(columns.meanings);
    if (!columns.usable) census_.readable = false;
    return columns.usable;
  }

  void take(const Record& record) {
    Participant person;
    person.row = cell(record.line);
    bool good = true;
    for (const Value& value : record.values) good = take(value, record, person) && good;
    if (person.id.empty() && good) {
      reject({&finding::row_without_id, "the row has no id", {}, {}, cell(record.line)},
             record.line, record.row);
      return;
    }
    if (!good) ++census_.rows_rejected;
    if (person.id.empty() || !claim(record, person.id, good)) return;
    if (good) census_.participants.push_back(std::move(person));
  }

  /// Reads one value into the person. False, after saying why, when it cannot be read.
  bool take(const Value& value, const Record& record, Participant& person) {
    const Meaning meaning = meanings_[value.name];
    if (meaning.what == Meaning::What::left_out) return true;
    const std::string_view text = trimmed(value.text);
    if (text.empty() && value.unfit.empty()) return true;
    if (meaning.what == Meaning::What::id) return take_id(value, text, record, person);

    const FieldRow& field = row_of(meaning.field);
    if (has_field(person, meaning.field)) {
      complain({&finding::repeated_column, fmt::format("{} stands here twice", field.name)}, value,
               record);
      return false;
    }
    if (!value.unfit.empty() || !is_utf8(text) || set_field(person, meaning.field, text)) {
      complain(bad_cell(field, text, value.unfit), value, record);
      return false;
    }
    return true;
  }

  bool take_id(const Value& value, std::string_view text, const Record& record,
               Participant& person) {
    if (value.unfit.empty() && is_utf8(text)) {
      person.id = text;
      return true;
    }
    const std::string_view found = value.unfit.empty() ? "bytes that are not UTF-8" : value.unfit;
    complain({&finding::unreadable_cell, fmt::format("found {} in id, expected text", found)},
             value, record);
    return false;
  }

  void complain(Finding finding, const Value& value, const Record& record) {
    finding.cell = cell(value.line, value.column, shown(names_[value.name].text, 40));
    add(std::move(finding), record.line, record.row);
  }

  /// Notes who has an id. False, after saying so, when another row has it too.
  bool claim(const Record& record, const std::string& id, bool good) {
    std::optional<std::size_t> place;
    if (good) place = census_.participants.size();
    const auto [claim, is_new] = claims_.try_emplace(id, Claim{record.line, place});
    if (is_new) return true;
    Claim& first = claim->second;
    add({&finding::repeated_id,
         fmt::format("lines {} and {} have the same id", first.line, record.line),
         {},
         {},
         cell(record.line)});
    if (good) ++census_.rows_rejected;
    if (!first.repeated && first.participant) {
      repeated_.push_back(*first.participant);
      ++census_.rows_rejected;
    }
    first.repeated = true;
    return false;
  }

  void drop_repeated() {
    std::sort(repeated_.begin(), repeated_.end());
    std::size_t kept = 0;
    auto dropped = repeated_.begin();
    for (std::size_t i = 0; i < census_.participants.size(); ++i) {
      if (dropped != repeated_.end() && *dropped == i) {
        ++dropped;
        continue;
      }
      if (kept != i) census_.participants[kept] = std::move(census_.participants[i]);
      ++kept;
    }
    census_.participants.resize(kept);
  }

  std::string path_;
  Census census_;
  std::vector<Name> names_;
  std::vector<Meaning> meanings_;
  std::unordered_map<std::string, Claim> claims_;
  std::vector<std::size_t> repeated_;
};

}  // namespace

Census read_census(std::string_view path, std::string_view text) {
  Reader reader{path};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  switch (file_kind(text)) {
    case FileKind::csv:
      read_csv(text, reader.sink());
      break;
    case FileKind::toml:
      read_participant_tables(text, reader.sink());
      break;
    case FileKind::other:
      reader.give_up({&finding::not_a_participant_file,
                      std::string{description_of_other(text)},
                      {},
                      {},
                      Cell{{}, 1, 0, {}}});
      break;
  }
  return reader.finish();
}

}  // namespace rothcheck::intake
