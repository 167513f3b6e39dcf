// Headers and keys to facts, and what to say about those that are none.
#include "intake/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "intake/findings.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

/// What fits into a message beside its other words.
constexpr std::size_t longest_name = 40, longest_list = 51;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_id(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c != ' ' && c != '_' && c != '-') plain += lower(c);
  }
  return plain == "id";
}

Meaning meaning_of(std::string_view name) {
  if (is_id(name)) return {Meaning::What::id};
  if (const std::optional<Field> field = field_named(name)) return {Meaning::What::field, *field};
  return {};
}

std::string_view name_of(Meaning meaning) {
  return meaning.what == Meaning::What::id ? "id" : row_of(meaning.field).name;
}

/// A header may be a row of data, so what looks like a fact about a person is not printed.
std::string shown_name(std::string_view name) {
  if (parse_date(name)) return "(a date)";
  if (Money::parse(name)) return "(a number)";
  return quoted(name, longest_name);
}

Cell cell_of(const Name& name) {
  const bool is_fact = parse_date(name.text) || Money::parse(name.text);
  return {{}, name.line, name.column, is_fact ? std::string{} : shown(name.text, longest_name)};
}

Finding left_out(const Name& name) {
  Finding finding{&finding::unknown_column, {}, {}, {}, cell_of(name)};
  if (name.text.empty()) {
    finding.message = fmt::format("column {} has no header and is left out", name.column);
    return finding;
  }
  finding.message =
      fmt::format("{} is not a participant field and is left out", shown_name(name.text));
  const std::string_view meant = field_meant(name.text);
  if (!meant.empty()) finding.notes.push_back({fmt::format("did you mean {}?", meant)});
  return finding;
}

Finding id_missing(const std::vector<Name>& names) {
  std::string seen;
  for (const Name& name : names) seen += (seen.empty() ? "" : ", ") + shown_name(name.text);
  const std::uint64_t line = names.empty() ? 1 : names.front().line;
  Finding finding{&finding::id_column_missing,
                  "no column is named id; the headers are " + shown(seen, longest_list),
                  {},
                  {},
                  Cell{{}, line, 0, {}}};
  if (seen.size() > longest_list) finding.notes.push_back({"headers seen: " + shown(seen, 1000)});
  return finding;
}

void find_repeated(const std::vector<Name>& names, Columns& columns) {
  const std::vector<Meaning>& meanings = columns.meanings;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto first = std::find(meanings.begin(), meanings.end(), meanings[i]) - meanings.begin();
    const Name& other = names[static_cast<std::size_t>(first)];
    if (meanings[i] == Meaning{} || other.column == names[i].column) continue;
    columns.findings.push_back({&finding::repeated_column,
                                fmt::format("columns {} and {} are both {}", other.column,
                                            names[i].column, name_of(meanings[i])),
                                {},
                                {},
                                cell_of(names[i])});
    columns.usable = false;
  }
}

}  // namespace

const FieldRow& row_of(Field field) {
  return participant_fields()[static_cast<std::size_t>(field)];
}

std::string_view field_meant(std::string_view name) {
  std::vector<std::string_view> known = {"id"};
  for (const FieldRow& row : participant_fields()) known.push_back(row.name);
  std::string plain;
  for (char c : name) plain += c == ' ' || c == '-' ? '_' : lower(c);
  const std::string_view meant = nearest(plain, known);
  // Short words are near to many others; one that also begins differently is no misspelling.
  return plain.size() < 6 && !meant.starts_with(plain.substr(0, 1)) ? std::string_view{} : meant;
}

Columns read_names(const std::vector<Name>& names, Names are) {
  Columns columns;
  bool has_id = false;
  for (const Name& name : names) {
    const Meaning meaning = meaning_of(name.text);
    columns.meanings.push_back(meaning);
    has_id = has_id || meaning.what == Meaning::What::id;
    if (meaning == Meaning{}) columns.findings.push_back(left_out(name));
  }
  if (are == Names::columns) find_repeated(names, columns);
  if (!has_id) {
    columns.findings.push_back(id_missing(names));
    columns.usable = false;
  }
  return columns;
}

}  // namespace rothcheck::intake
