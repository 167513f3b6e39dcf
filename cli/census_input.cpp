// Reading a participant file with its mapping.
#include "cli/census_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "intake/census/rejects.hpp"
#include "intake/findings.hpp"
#include "run/files/files.hpp"
#include "run/files/no_people.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

void append(Findings& all, Findings more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// The mapping file first, so that --map has the last word.
bool read_mappings(Inputs& inputs, const CensusSource& source, intake::Mapping& mapping) {
  bool good = true;
  if (source.mapping) {
    std::string reason;
    std::optional<std::string> text = run::read_no_people(*source.mapping, reason);
    if (!text) {
      inputs.say(run::unread_kind(reason),
                 fmt::format("cannot read {}: {}", *source.mapping, reason));
      inputs.exit = worse(inputs.exit, Exit::unread);
      return false;
    }
    const std::uint16_t number = inputs.sources.add(*source.mapping, std::move(*text));
    Findings found = intake::read_mapping(inputs.sources, number, mapping);
    if (has_error(found)) {
      inputs.exit = worse(inputs.exit, Exit::usage);
      good = false;
    }
    append(inputs.findings, std::move(found));
  }
  const auto judge = [&](std::string_view option, const std::optional<std::string>& wrong) {
    if (!wrong) return;
    inputs.say(intake::finding::mapping_entry, fmt::format("{}: {}", option, *wrong));
    inputs.exit = worse(inputs.exit, Exit::usage);
    good = false;
  };
  for (const std::string& entry : source.map) judge("--map", mapping.add(entry));
  for (const std::string& header : source.ignore) judge("--ignore", mapping.add(header, "ignore"));
  return good;
}

/// Reads `FIELD=VALUE`, what is taken where a row does not tell it. False where one is wrong.
bool read_defaults(Inputs& inputs, const CensusSource& source, intake::CensusOptions& options) {
  bool good = true;
  for (const std::string& entry : source.defaults) {
    const std::size_t equals = std::min(entry.find('='), entry.size());
    const std::string name = entry.substr(0, equals);
    const std::string value = equals < entry.size() ? entry.substr(equals + 1) : "";
    const std::optional<Field> field = field_named(name);
    Participant scratch;
    const std::optional<std::string> wrong =
        field ? set_field(scratch, *field, value)
              : std::optional<std::string>{"there is no such field"};
    if (!wrong) {
      options.defaults.emplace_back(*field, value);
      continue;
    }
    inputs.say(run::finding::fact_not_read, fmt::format("--default {}: {}", name, *wrong));
    inputs.exit = worse(inputs.exit, Exit::usage);
    good = false;
  }
  return good;
}

void write_rejected(Inputs& inputs, const CensusSource& source, const intake::Census& census) {
  std::vector<std::string> headers;
  for (const intake::ColumnUse& use : census.columns) headers.push_back(use.header);
  const auto failure = run::write_file(*source.rejects, [&](std::ostream& out) {
    intake::write_rejects(headers, census.rejects, out);
  });
  if (!failure) return;
  inputs.say(run::finding::unwritable_file,
             fmt::format("cannot write {}: {}", *source.rejects, *failure));
  inputs.exit = worse(inputs.exit, Exit::unread);
}

}  // namespace

std::optional<intake::CensusOptions> census_options(Inputs& inputs, const CensusSource& source,
                                                    std::optional<int> year) {
  intake::CensusOptions options;
  options.year = year;
  options.sheet = source.sheet;
  options.keep_rejects = source.rejects.has_value() || source.shows_rejects;
  options.encoding = intake::encoding_named(source.encoding).value_or(intake::Encoding::detect);
  const YearFigures* figures = year ? inputs.limits.find(*year) : nullptr;
  if (figures != nullptr) {
    options.annual_additions_limit = figures->money(LimitKey::annual_additions_415c);
  }
  if (!read_mappings(inputs, source, options.mapping)) return std::nullopt;
  if (!read_defaults(inputs, source, options)) return std::nullopt;
  options.strict = source.strict;
  options.period =
      source.period.empty() ? options.mapping.period() : intake::period_named(source.period);
  options.dates =
      source.dates.empty() ? options.mapping.dates() : intake::date_order_named(source.dates);
  return options;
}

std::optional<intake::Census> read_census(Inputs& inputs, const CensusSource& source,
                                          std::optional<int> year, std::size_t samples) {
  std::optional<intake::CensusOptions> options = census_options(inputs, source, year);
  if (!options) return std::nullopt;
  options->samples = samples;
  std::string reason;
  const std::optional<std::string> bytes =
      source.bytes.empty() ? run::read_file(source.path, reason) : std::optional{source.bytes};
  if (!bytes) {
    inputs.say(run::finding::unreadable_file,
               fmt::format("cannot read {}: {}", source.path, reason));
    inputs.exit = worse(inputs.exit, Exit::unread);
    return std::nullopt;
  }
  const std::string name = source.path == "-" ? "standard input" : source.path;
  intake::Census census = intake::read_census(name, *bytes, *options);
  if (!census.readable) inputs.exit = worse(inputs.exit, Exit::unread);
  append(inputs.findings, std::exchange(census.findings, {}));
  if (source.rejects && census.readable) write_rejected(inputs, source, census);
  return census;
}

std::string read_id_key(Inputs& inputs, const CensusSource& source) {
  if (!source.id_key.starts_with('@')) return source.id_key;
  const std::string path = source.id_key.substr(1);
  std::string reason;
  std::optional<std::string> key = run::read_file(path, reason);
  // An editor ends the last line.
  while (key && (key->ends_with('\n') || key->ends_with('\r'))) key->pop_back();
  if (key && !key->empty()) return *key;
  inputs.say(run::finding::unreadable_file,
             fmt::format("cannot read {}: {}", path, key ? "it has no key" : reason));
  inputs.exit = worse(inputs.exit, Exit::unread);
  return {};
}

std::optional<int> census_year(const Inputs& inputs, std::optional<int> asked) {
  if (asked) return asked;
  std::optional<int> year;
  for (const Plan& plan : inputs.plans) {
    if (!plan.year || (year && year != plan.year)) return std::nullopt;
    year = plan.year;
  }
  return year;
}

}  // namespace rothcheck::cli
