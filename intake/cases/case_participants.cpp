// Participants inside case files.
#include "intake/cases/case_participants.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "intake/census/bad_cell.hpp"
#include "intake/columns/columns.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "intake/toml/plain_text.hpp"

namespace rothcheck::intake {
namespace {

void read_field(const TomlEntry& entry, Field field, Participant& person, Findings& findings) {
  const PlainText plain = plain_text(entry.value);
  if (plain.unfit.empty() && !set_field(person, field, plain.text)) return;
  Finding finding = bad_cell(row_of(field), plain.text, plain.unfit);
  finding.kind = &finding::case_value;
  finding.where = entry.value.at.span;
  findings.push_back(std::move(finding));
}

void complain_of_name(const TomlEntry& entry, Findings& findings) {
  findings.push_back({&finding::unknown_case_key,
                      fmt::format("{} is not a participant field", quoted(entry.key, 50)),
                      entry.at.span});
  const std::string_view meant = field_meant(entry.key);
  if (!meant.empty()) findings.back().notes.push_back({fmt::format("did you mean {}?", meant)});
}

Participant read_participant(const TomlValue& table, std::string_view path, Findings& findings) {
  Participant person;
  person.row = Cell{std::string{path}, static_cast<std::uint64_t>(table.at.line), 0, {}};
  for (const TomlEntry& entry : table.entries) {
    if (entry.key == "id") {
      person.id = plain_text(entry.value).text;
    } else if (const std::optional<Field> field = field_named(entry.key)) {
      read_field(entry, *field, person, findings);
    } else {
      complain_of_name(entry, findings);
    }
  }
  if (person.id.empty()) {
    findings.push_back({&finding::missing_case_key, "the participant has no id", table.at.span});
  }
  return person;
}

}  // namespace

std::vector<Participant> read_case_participants(const Sources& sources, const TomlEntry& entry,
                                                Findings& findings) {
  std::vector<Participant> participants;
  for (const TomlValue& item : entry.value.items) {
    if (item.is(TomlValue::Type::table)) {
      const std::string_view path = sources.path(item.at.span.source);
      participants.push_back(read_participant(item, path, findings));
    } else {
      findings.push_back({&finding::case_value,
                          fmt::format("a participant is {}, not a table", to_string(item.type)),
                          item.at.span});
    }
  }
  return participants;
}

}  // namespace rothcheck::intake
