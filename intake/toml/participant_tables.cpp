// TOML participants to records. Numbers keep the digits of the file, so 1234.50 is never a binary
// fraction.
#include <fmt/format.h>

#include <deque>
#include <map>
#include <utility>

#include "intake/findings.hpp"
#include "intake/record.hpp"
#include "intake/shown.hpp"
#include "intake/toml/plain_text.hpp"
#include "intake/toml/toml.hpp"

namespace rothcheck::intake {
namespace {

Finding not_participants(std::string message, const TomlPlace& at, std::string note = {}) {
  Finding finding{&finding::participants_not_toml,
                  std::move(message),
                  {},
                  {},
                  Cell{{}, static_cast<std::uint64_t>(at.line), at.column, {}}};
  if (!note.empty()) finding.notes.push_back({std::move(note)});
  return finding;
}

/// Where byte `offset` is, as toml++ would count it.
TomlPlace place_of(std::string_view text, std::uint32_t offset) {
  Sources sources;
  const std::uint16_t source = sources.add({}, std::string{text});
  const Place place = sources.place({source, offset, offset});
  return {{}, place.line, place.column};
}

/// The tables of `participant`; null, and said why, when the file has something else.
const TomlValue* participants_of(const TomlValue& root, const RecordSink& sink) {
  const TomlValue* participants = nullptr;
  for (const TomlEntry& entry : root.entries) {
    if (entry.key == "participant" && entry.value.is(TomlValue::Type::array)) {
      participants = &entry.value;
      continue;
    }
    const bool single = entry.key == "participant" && entry.value.is(TomlValue::Type::table);
    sink.unreadable(not_participants(
        single ? "[participant] is one table"
               : fmt::format("{} is not [[participant]]", quoted(entry.key, 40)),
        entry.at, "each participant is a [[participant]] table, in two pairs of brackets"));
    return nullptr;
  }
  if (participants == nullptr || participants->items.empty()) {
    sink.unreadable(
        {&finding::no_participants, "the file has no [[participant]]", {}, {}, Cell{{}, 1, 0, {}}});
    return nullptr;
  }
  for (const TomlValue& item : participants->items) {
    if (item.is(TomlValue::Type::table)) continue;
    sink.unreadable(not_participants(
        fmt::format("a participant is {}, not a table", to_string(item.type)), item.at));
    return nullptr;
  }
  return participants;
}

/// The names of all records, each once, in the order in which the file first uses them.
class NameTable {
 public:
  explicit NameTable(const TomlValue& participants) {
    for (const TomlValue& participant : participants.items) {
      for (const TomlEntry& entry : participant.entries) {
        const auto [place, is_new] = indexes_.emplace(entry.key, names_.size());
        if (!is_new) continue;
        names_.push_back({entry.key, static_cast<std::uint64_t>(entry.at.line), entry.at.column});
      }
    }
  }

  const std::vector<Name>& names() const { return names_; }
  std::size_t index_of(const std::string& key) const { return indexes_.at(key); }

 private:
  std::vector<Name> names_;
  std::map<std::string, std::size_t, std::less<>> indexes_;
};

}  // namespace

void read_participant_tables(std::string_view text, const RecordSink& sink) {
  const Outcome<TomlValue> file = read_toml(text, 0, finding::participants_not_toml);
  if (!file) {
    const Finding& fault = file.findings.front();
    sink.unreadable(not_participants(fault.message, place_of(text, fault.where.begin)));
    return;
  }
  const TomlValue* participants = participants_of(*file.value, sink);
  if (participants == nullptr) return;
  const NameTable table{*participants};
  if (!sink.names(table.names(), Names::keys)) return;

  std::deque<std::string> texts;
  for (const TomlValue& participant : participants->items) {
    texts.clear();
    const auto line = static_cast<std::uint64_t>(participant.at.line);
    Record record{line, line, {}};
    for (const TomlEntry& entry : participant.entries) {
      Value value{table.index_of(entry.key),
                  {},
                  static_cast<std::uint64_t>(entry.value.at.line),
                  entry.value.at.column};
      PlainText plain = plain_text(entry.value);
      value.text = texts.emplace_back(std::move(plain.text));
      value.unfit = plain.unfit;
      record.values.push_back(value);
    }
    sink.record(record);
  }
}

}  // namespace rothcheck::intake
