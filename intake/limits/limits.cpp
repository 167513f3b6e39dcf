// Limits files: tables of years, with what the whole file states for each of them.
#include "intake/limits/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <tuple>
#include <utility>

#include "intake/findings.hpp"
#include "intake/limits/embedded_limits.hpp"
#include "intake/limits/figure.hpp"
#include "intake/shown.hpp"
#include "intake/toml/toml.hpp"

namespace rothcheck::intake {
namespace {

/// Years before the table begins may state what they have: the program knows nothing of what the
/// law fixed then.
constexpr int first_year_of_table = 2014;

/// Constants that a limits file may state for the record. They are written into the law's code, not
/// read from here.
constexpr std::array<std::string_view, 8> constants_for_the_record = {
    "oasdi_rate_employee",      "oasdi_rate_employer",
    "medicare_rate_employee",   "medicare_rate_employer",
    "additional_medicare_rate", "ira_phaseout_rounding",
    "ira_phaseout_minimum",     "key_employee_1_percent_owner_pay"};

const LimitRow* row_named(std::string_view name) {
  for (const LimitRow& row : limit_rows()) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

void complain_of_name(const FindingKind& kind, const TomlEntry& entry, std::string message,
                      const std::vector<std::string_view>& known, Findings& findings) {
  findings.push_back({&kind, std::move(message), entry.at.span});
  const std::string_view meant = nearest(entry.key, known);
  if (!meant.empty()) findings.back().notes.push_back({fmt::format("did you mean {}?", meant)});
}

void complain_of_figure_name(const TomlEntry& entry, Findings& findings) {
  std::vector<std::string_view> known;
  for (const LimitRow& row : limit_rows()) known.push_back(row.name);
  complain_of_name(finding::unknown_figure, entry,
                   fmt::format("{} is not a statutory figure", quoted(entry.key, 50)), known,
                   findings);
}

/// The year that a table's name is; 0 when it is none.
int year_named(std::string_view name) {
  if (name.size() != 4) return 0;
  int year = 0;
  for (char c : name) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + (c - '0');
  }
  return year >= 1975 && year <= 2199 ? year : 0;
}

/// The notices that a table names for its figures.
struct NamedSources {
  std::string general, wage_base, roth_catch_up;

  const std::string& of(LimitKey key) const {
    if (key == LimitKey::social_security_wage_base && !wage_base.empty()) return wage_base;
    if (key == LimitKey::roth_catch_up_wage_threshold && !roth_catch_up.empty()) {
      return roth_catch_up;
    }
    return general;
  }
};

/// Takes `source = "..."` and its like out of a table's entries. Returns whether the entry was one.
bool read_source(const TomlEntry& entry, NamedSources& sources, Findings& findings) {
  const std::array<std::pair<std::string_view, std::string*>, 3> names = {{
      {"source", &sources.general},
      {"source_wage_base", &sources.wage_base},
      {"source_roth_catch_up", &sources.roth_catch_up},
  }};
  for (const auto& [name, text] : names) {
    if (entry.key != name) continue;
    *text = entry.value.text;
    if (!entry.value.is(TomlValue::Type::string)) {
      findings.push_back({&finding::figure_without_source,
                          fmt::format("{} is {}, not text", name, to_string(entry.value.type)),
                          entry.value.at.span});
    }
    return true;
  }
  return false;
}

NamedSources read_sources(const TomlValue& table, Findings& findings) {
  NamedSources sources;
  for (const TomlEntry& entry : table.entries) read_source(entry, sources, findings);
  return sources;
}

bool is_source(const TomlEntry& entry) { return entry.key.starts_with("source"); }

/// What holds for every year of a file that does not state it itself.
using Constants = std::array<std::optional<Figure>, static_cast<std::size_t>(LimitKey::none)>;

void read_constants(const TomlEntry& table, Constants& constants, Findings& findings) {
  const NamedSources sources = read_sources(table.value, findings);
  for (const TomlEntry& entry : table.value.entries) {
    if (is_source(entry)) continue;
    if (std::find(constants_for_the_record.begin(), constants_for_the_record.end(), entry.key) !=
        constants_for_the_record.end()) {
      if (entry.value.is(TomlValue::Type::decimal)) {
        findings.push_back({&finding::inexact_figure,
                            fmt::format("{} has a decimal point", entry.key), entry.value.at.span});
      }
      continue;
    }
    const LimitRow* row = row_named(entry.key);
    if (row == nullptr) {
      complain_of_figure_name(entry, findings);
      continue;
    }
    constants[static_cast<std::size_t>(row->key)] =
        read_figure(*row, first_year_of_table, entry, sources.of(row->key), findings);
  }
}

bool required(const LimitRow& row, int year) {
  return row.type == LimitType::rate || row.since <= year;
}

bool before_its_time(const LimitRow& row, int year) {
  return row.since > first_year_of_table && year < row.since;
}

YearFigures read_year(int year, const TomlEntry& table, const Constants& constants,
                      Findings& findings) {
  YearFigures figures{.year = year, .file = {}, .overridden = false, .figures = constants};
  const NamedSources sources = read_sources(table.value, findings);
  std::array<bool, static_cast<std::size_t>(LimitKey::none)> stated = {};
  for (const TomlEntry& entry : table.value.entries) {
    if (is_source(entry)) continue;
    const LimitRow* row = row_named(entry.key);
    if (row == nullptr) {
      complain_of_figure_name(entry, findings);
      continue;
    }
    stated[static_cast<std::size_t>(row->key)] = true;
    if (before_its_time(*row, year)) {
      findings.push_back(
          {&finding::figure_before_its_year,
           fmt::format("{} exists from {}, the table is {}", row->name, row->since, year),
           entry.at.span});
      continue;
    }
    figures[row->key] = read_figure(*row, year, entry, sources.of(row->key), findings);
  }
  for (const LimitRow& row : limit_rows()) {
    const bool known = stated[static_cast<std::size_t>(row.key)] || figures[row.key].has_value();
    if (known || !required(row, year)) continue;
    findings.push_back({&finding::missing_figure,
                        fmt::format("{} has no {}", year, row.name),
                        table.at.span,
                        {{fmt::format("it is the {}, {}", row.label, row.law)}}});
  }
  return figures;
}

/// The tables of a file, sorted out.
struct Tables {
  std::vector<std::pair<int, const TomlEntry*>> years;
  std::vector<const TomlEntry*> constants;
};

void sort_years(const TomlEntry& years, Tables& tables, Findings& findings) {
  for (const TomlEntry& entry : years.value.entries) {
    const int year = year_named(entry.key);
    if (year != 0 && entry.value.is(TomlValue::Type::table)) {
      tables.years.emplace_back(year, &entry);
    } else {
      findings.push_back({&finding::unknown_limits_table,
                          fmt::format("{} is not a year's table", quoted(entry.key, 50)),
                          entry.at.span});
    }
  }
}

Tables sort_tables(const TomlValue& root, Findings& findings) {
  Tables tables;
  for (const TomlEntry& entry : root.entries) {
    const bool is_table = entry.value.is(TomlValue::Type::table);
    if (is_table && entry.key == "year") {
      sort_years(entry, tables, findings);
    } else if (is_table && (entry.key == "fica" || entry.key == "fixed")) {
      tables.constants.push_back(&entry);
    } else if (!is_table || entry.key != "meta") {
      complain_of_name(finding::unknown_limits_table, entry,
                       fmt::format("{} is not a table of a limits file", quoted(entry.key, 40)),
                       {"year", "fica", "fixed", "meta"}, findings);
    }
  }
  return tables;
}

/// A limits file: its text, its path and its number among the sources.
struct LimitsFile {
  std::string_view text, path;
  std::uint16_t source;
  Span start;
};

/// The years of a file, none of them where it has an error.
std::vector<YearFigures> years_of(const LimitsFile& from, Findings& findings) {
  Outcome<TomlValue> file = read_toml(from.text, from.source, finding::limits_not_toml);
  findings = std::move(file.findings);
  if (!file) return {};

  const Tables tables = sort_tables(*file.value, findings);
  if (tables.years.empty() && findings.empty())
    findings.push_back(
        {&finding::unknown_limits_table, "the file has no year's table", from.start});
  Constants constants;
  for (const TomlEntry* table : tables.constants) read_constants(*table, constants, findings);
  std::vector<YearFigures> years;
  for (const auto& [year, table] : tables.years) {
    years.push_back(read_year(year, *table, constants, findings));
    years.back().file = from.path;
  }
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.where.begin, a.kind->code, a.message) <
           std::tie(b.where.begin, b.kind->code, b.message);
  });
  return has_error(findings) ? std::vector<YearFigures>{} : years;
}

/// `2025` of `checker/limits/2025.toml`.
int year_of_file(std::string_view path) {
  const std::size_t name = path.rfind('/') + 1;
  return year_named(path.substr(name, path.rfind('.') - name));
}

}  // namespace

Findings read_limits(const Sources& sources, std::uint16_t source, LimitTable& into) {
  Findings findings;
  for (YearFigures& figures :
       years_of({sources.text(source), sources.path(source), source, sources.start_of(source)},
                findings)) {
    figures.overridden = into.find(figures.year) != nullptr;
    into.at(figures.year) = std::move(figures);
  }
  return findings;
}

// A run asks for the figures of two or three years, and reading all of them would take longer than
// all else that it does for a hundred people.
LimitTable embedded_limits(Sources& sources) {
  LimitTable table;
  for (const EmbeddedFile& file : embedded_files()) {
    const std::uint16_t source = sources.add(std::string{file.path}, std::string{file.text});
    const int year = year_of_file(file.path);
    table.add_later(year, [file, source, year] {
      Findings findings;
      std::vector<YearFigures> years = years_of({file.text, file.path, source, {}}, findings);
      assert(findings.empty() &&
             "the figures inside the program are complete, a test holds them so");
      assert(years.size() == 1 && years.front().year == year &&
             "a file of checker/limits is named after its year");
      return std::move(years.front());
    });
  }
  return table;
}

}  // namespace rothcheck::intake
