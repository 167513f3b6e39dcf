// `rothcheck map`: what each column of a participant file is taken for, and what has to be asked.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/census_input.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "intake/findings.hpp"
#include "intake/toml/toml.hpp"
#include "model/social_security.hpp"
#include "model/text.hpp"
#include "reports/unicode.hpp"
#include "run/files/files.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

using intake::Census;
using intake::ColumnUse;
using How = ColumnUse::How;

constexpr std::size_t rows_shown = 3, widest = 28;

std::string cut(std::string text) {
  if (text.size() <= widest) return text;
  return text.substr(0, cut_before(text, widest - 3)) + "...";
}

/// A header of a file, kept from acting on a terminal and without Social Security numbers.
std::string safe(const std::string& header) {
  return reports::printable(with_masked_numbers(header));
}

std::string header_of(const ColumnUse& use) {
  return use.header.empty() ? "(no header)" : cut(safe(use.header));
}

// The sample cells of a column, their digits as 9 and their letters as a.
// A sample has a cell for each column in their order; one of XML or TOML may be of a time when
// fewer names were known.
std::string sample_of(const Census& census, const ColumnUse& use) {
  const auto index = static_cast<std::size_t>(&use - census.columns.data());
  std::string cells;
  for (const std::vector<std::string>& row : census.samples) {
    const std::string cell = index < row.size() ? row[index] : "";
    if (!cell.empty()) cells += (cells.empty() ? "" : "  ") + cell;
  }
  return cells;
}

void show_columns(const Census& census, How how, const char* title, const Console& console) {
  const auto& columns = census.columns;
  if (std::none_of(columns.begin(), columns.end(),
                   [how](const ColumnUse& use) { return use.how == how; })) {
    return;
  }
  console.out << title << '\n';
  for (const ColumnUse& use : columns) {
    if (use.how != how) continue;
    const std::string what =
        how == How::used ? fmt::format("{} ({})", use.field, use.why) : use.why;
    console.out << fmt::format("  {:>2}  {:<28}  {}\n", use.letter, header_of(use), what);
    if (how == How::left_out) continue;
    const std::string sample = sample_of(census, use);
    if (!sample.empty()) console.out << fmt::format("      {:<28}  such as {}\n", "", sample);
    if (how == How::asked) {
      console.out << fmt::format("      {:<28}  --map \"{}=FIELD\" or --ignore \"{}\"\n", "",
                                 safe(use.header), safe(use.header));
    }
  }
  console.out << '\n';
}

// A header that is there twice, or not at all, is named by its position.
std::string name_in_mapping(const Census& census, const ColumnUse& use) {
  const auto same =
      std::count_if(census.columns.begin(), census.columns.end(),
                    [&use](const ColumnUse& other) { return other.header == use.header; });
  return same == 1 && !use.header.empty() ? use.header : fmt::format("#{}", use.column);
}

void write_mapping(const Census& census, const MapCommand& command, std::ostream& out) {
  out << "# What the columns of a participant file are; --mapping takes this file.\n";
  if (!command.census.period.empty()) out << "period = \"" << command.census.period << "\"\n";
  std::string ignored;
  for (const ColumnUse& use : census.columns) {
    if (use.how != How::left_out) continue;
    ignored += (ignored.empty() ? "" : ", ") + intake::toml_text(name_in_mapping(census, use));
  }
  out << "ignore = [" << ignored << "]\n\n[columns]\n";
  for (const ColumnUse& use : census.columns) {
    const std::string key = intake::toml_text(name_in_mapping(census, use));
    const std::string field = use.field == "Social Security number" ? "ssn" : use.field;
    const bool nameable = field == "id" || field == "ssn" || field_named(field);
    // Dates of rehire are known by their headers alone.
    if (use.how == How::used) {
      const std::string unit = use.unit.empty() ? "" : fmt::format(" {}", use.unit);
      out << (nameable ? "" : "# ") << key << " = \"" << field << unit << "\"\n";
    }
    if (use.how == How::asked) out << "# " << key << " = \"\"    # may be " << use.why << '\n';
  }
}

void show_proposal(const Census& census, const MapCommand& command, const Console& console) {
  const auto& columns = census.columns;
  console.out << fmt::format("{}: {} columns, the header is line {}\n\n", safe(command.census.path),
                             columns.size(), census.header_line);
  show_columns(census, How::used, "sure", console);
  show_columns(census, How::asked, "asked", console);
  show_columns(census, How::left_out, "left out", console);
}

}  // namespace

Exit map(const MapCommand& command, const Console& console) {
  FilesOfRun files;
  files.reads(command.census.path);
  files.reads(command.census.mapping);
  files.writes(command.save);
  if (!files.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits({});
  const std::optional<Census> census =
      read_census(inputs, command.census, command.year, rows_shown);
  if (!census || census->columns.empty()) {
    show(inputs.findings, inputs.sources, false, console);
    return worse(inputs.exit, Exit::findings);
  }
  show_proposal(*census, command, console);
  // What the proposal shows already is not told again.
  Findings errors;
  bool all_mapped = true;
  for (const Finding& finding : inputs.findings) {
    const bool asked = finding.kind == &intake::finding::ambiguous_column ||
                       finding.kind == &intake::finding::after_tax_or_roth;
    const bool unmatched = finding.kind == &intake::finding::unmatched_mapping;
    if (unmatched) all_mapped = false;
    if (unmatched || (finding.kind->severity == Severity::error && !asked))
      errors.push_back(finding);
  }
  show(errors, inputs.sources, false, console);
  Exit exit = census->readable && all_mapped ? Exit::fine : Exit::findings;
  if (!command.save) return exit;
  const auto failure = run::write_file(
      *command.save, [&](std::ostream& out) { write_mapping(*census, command, out); },
      run::Readers::umask);
  if (!failure) return exit;
  show({{&run::finding::unwritable_file,
         fmt::format("cannot write {}: {}", *command.save, *failure)}},
       inputs.sources, false, console);
  return worse(exit, Exit::unread);
}

}  // namespace rothcheck::cli
