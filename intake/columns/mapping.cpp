// Mappings from the command line and from TOML.
#include "intake/columns/mapping.hpp"

#include <fmt/format.h>

#include "intake/columns/cell_type.hpp"
#include "intake/columns/columns.hpp"
#include "intake/columns/header_text.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "intake/toml/toml.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;

/// The N of `#N`; 0 where the header is no position.
int position_in(std::string_view header) {
  if (header.size() < 2 || header.size() > 6 || header.front() != '#') return 0;
  int position = 0;
  for (char c : header.substr(1)) {
    if (c < '0' || c > '9') return 0;
    position = position * 10 + (c - '0');
  }
  return position;
}

struct NamedUnit {
  std::string_view name;
  Unit unit;
};
constexpr NamedUnit units[] = {{"percent", Unit::percent},
                               {"%", Unit::percent},
                               {"fraction", Unit::fraction},
                               {"dollars", Unit::amounts},
                               {"$", Unit::amounts}};

/// Takes the unit off the end of `pre_tax percent`.
std::optional<Unit> take_unit(std::string_view& field) {
  for (const NamedUnit& named : units) {
    if (!field.ends_with(named.name) || field.size() == named.name.size()) continue;
    const std::string_view rest = field.substr(0, field.size() - named.name.size());
    // A sign may stand right behind the field, and a word may not.
    if (named.name.size() > 1 && rest.back() != ' ') continue;
    field = trimmed(rest);
    return named.unit;
  }
  return std::nullopt;
}

/// A percent of pay is elected; amounts are of money too.
bool fits(Meaning meaning, Unit unit) {
  if (meaning.what != What::field) return false;
  const CellType type = type_of(meaning.field);
  return type == CellType::election || (type == CellType::money && unit == Unit::amounts);
}

std::optional<Meaning> meaning_named(std::string_view field) {
  const std::string plain = plain_header(field);
  if (plain == "ignore") return Meaning{What::unused};
  if (plain == "id") return Meaning{What::id};
  if (plain == "ssn") return Meaning{What::ssn};
  if (const auto named = field_named(field)) return Meaning{What::field, *named};
  return std::nullopt;
}

void complain(const FindingKind& kind, std::string message, const TomlPlace& at, Findings& into) {
  into.push_back({&kind, std::move(message), at.span});
}

void read_columns(const TomlEntry& columns, Mapping& into, Findings& findings) {
  for (const TomlEntry& entry : columns.value.entries) {
    const bool text = entry.value.is(TomlValue::Type::string);
    const std::optional<std::string> wrong =
        text ? into.add(entry.key, entry.value.text)
             : fmt::format("{} is {}, not a field in quotation marks", quoted(entry.key, 30),
                           to_string(entry.value.type));
    if (wrong) complain(finding::mapping_entry, *wrong, entry.value.at, findings);
  }
}

void read_ignored(const TomlEntry& ignored, Mapping& into, Findings& findings) {
  if (!ignored.value.is(TomlValue::Type::array)) {
    complain(finding::mapping_entry, "ignore is not a list of headers", ignored.value.at, findings);
    return;
  }
  for (const TomlValue& item : ignored.value.items) {
    if (item.is(TomlValue::Type::string) && !into.add(item.text, "ignore")) continue;
    complain(finding::mapping_entry, "ignore has something that is not a header", item.at,
             findings);
  }
}

void read_dates(const TomlEntry& dates, Mapping& into, Findings& findings) {
  const auto order = date_order_named(dates.value.text);
  if (order) return into.set_dates(*order);
  complain(finding::mapping_entry, "dates is not one of \"mdy\", \"dmy\" and \"ymd\"",
           dates.value.at, findings);
}

void read_period(const TomlEntry& entry, Mapping& into, Findings& findings) {
  const auto period = period_named(entry.value.text);
  if (period) return into.set_period(*period);
  complain(finding::mapping_entry, "period is not one of \"annual\", \"ytd\" and \"per-pay\"",
           entry.value.at, findings);
}

}  // namespace

std::optional<Period> period_named(std::string_view name) {
  if (name == "annual") return Period::annual;
  if (name == "ytd") return Period::ytd;
  if (name == "per-pay") return Period::per_pay;
  return std::nullopt;
}

std::string_view to_string(Unit unit) {
  switch (unit) {
    case Unit::percent:
      return "percent";
    case Unit::fraction:
      return "fraction";
    case Unit::amounts:
      break;
  }
  return "dollars";
}

std::optional<std::string> Mapping::add(std::string_view text) {
  // A header may hold an equals sign; a field never does.
  const std::size_t equals = text.rfind('=');
  if (equals == std::string_view::npos) {
    return fmt::format("{} has no =FIELD", quoted(text, 40));
  }
  return add(text.substr(0, equals), text.substr(equals + 1));
}

std::optional<std::string> Mapping::add(std::string_view header, std::string_view field) {
  if (trimmed(header).empty()) return "the header is empty; a column without one is #N";
  std::optional<Meaning> meaning = meaning_named(trimmed(field));
  std::optional<Unit> unit;
  if (!meaning) {
    std::string_view alone = trimmed(field);
    unit = take_unit(alone);
    if (unit) meaning = meaning_named(alone);
    if (meaning && !fits(*meaning, *unit)) {
      return fmt::format("{} is not told in {}", quoted(alone, 30), to_string(*unit));
    }
  }
  if (!meaning) {
    const std::string_view meant = field_meant(field);
    return fmt::format("{} is not a participant field{}", quoted(field, 30),
                       meant.empty() ? "" : fmt::format("; did you mean {}?", meant));
  }
  entries_.push_back({std::string{trimmed(header)}, *meaning, unit});
  return std::nullopt;
}

const MappedColumn* Mapping::find(std::string_view header, int column) const {
  if (entries_.empty()) return nullptr;
  const std::string plain = plain_header(header);
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    const int position = position_in(entry->header);
    const bool meant =
        position != 0 ? position == column : !plain.empty() && plain_header(entry->header) == plain;
    if (meant) return &*entry;
  }
  return nullptr;
}

bool Mapping::has_positions() const {
  for (const MappedColumn& entry : entries_) {
    if (position_in(entry.header) != 0) return true;
  }
  return false;
}

Findings read_mapping(const Sources& sources, std::uint16_t source, Mapping& into) {
  Outcome<TomlValue> file = read_toml(sources.text(source), source, finding::mapping_not_toml);
  if (!file) return std::move(file.findings);
  Findings findings;
  for (const TomlEntry& entry : file.value->entries) {
    if (entry.key == "columns" && entry.value.is(TomlValue::Type::table)) {
      read_columns(entry, into, findings);
    } else if (entry.key == "ignore") {
      read_ignored(entry, into, findings);
    } else if (entry.key == "dates") {
      read_dates(entry, into, findings);
    } else if (entry.key == "period") {
      read_period(entry, into, findings);
    } else {
      complain(
          finding::mapping_entry,
          fmt::format("{} is none of [columns], ignore, dates and period", quoted(entry.key, 40)),
          entry.at, findings);
    }
  }
  return findings;
}

}  // namespace rothcheck::intake
