// The strategies asked by name and text.
#include "run/strategies.hpp"

#include <fmt/format.h>

#include "checker/advice/conversion.hpp"
#include "checker/advice/elect.hpp"
#include "checker/advice/ira_backdoor.hpp"
#include "checker/advice/split.hpp"
#include "checker/findings.hpp"
#include "run/findings.hpp"

namespace rothcheck::run {

namespace {

bool is_election_fact(const std::string& name) {
  const std::string known = with_underscores(name);
  for (const auto& row : fact_rows(ElectionFacts{})) {
    if (row.name == known) return true;
  }
  return false;
}

/// What is wrong with a name that is neither: all the names it could have been.
std::string unknown(const std::string& name) {
  std::vector<std::string_view> names;
  for (const auto& row : fact_rows(ElectionFacts{})) names.push_back(row.name);
  for (const FieldRow& row : participant_fields()) names.push_back(row.name);
  const std::string_view meant = nearest(with_underscores(name), names);
  return meant.empty() ? "there is no such fact"
                       : fmt::format("there is no such fact; did you mean {}?", meant);
}

std::optional<std::string> set(ElectionFacts& facts, Participant& person, const std::string& name,
                               const std::string& text) {
  if (is_election_fact(name)) return set_fact(facts, name, text);
  const std::optional<Field> field = field_named(name);
  if (!field) return unknown(name);
  if (has_field(person, *field)) return "it is given twice";
  return set_field(person, *field, text);
}

template <class Facts>
Findings read_facts(const NamedFacts& named, Facts& facts) {
  Findings findings;
  for (const auto& [name, text] : named) {
    const std::optional<std::string> wrong = set_fact(facts, name, text);
    if (!wrong) continue;
    findings.push_back({&finding::fact_not_read, fmt::format("{}: {}", name, *wrong)});
    findings.back().notes.push_back({"write --with FACT=VALUE; --help lists the facts"});
  }
  return findings;
}

template <class Facts>
std::string list_of() {
  std::string list = "Facts (--with FACT=VALUE):\n";
  for (const auto& row : fact_rows(Facts{})) {
    list += fmt::format("  {:<22}{}\n", row.name, row.meaning);
  }
  return list;
}

}  // namespace

Outcome<Conversion> convert_with(const NamedFacts& named, std::optional<int> year) {
  ConversionFacts facts;
  Findings wrong = read_facts(named, facts);
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  return checker::convert(facts, year);
}

Outcome<Split> split_with(const NamedFacts& named) {
  SplitFacts facts;
  Findings wrong = read_facts(named, facts);
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  return checker::split(facts);
}

Outcome<IraBackdoor> backdoor_with(const NamedFacts& named, std::optional<int> year,
                                   const LimitTable& limits) {
  BackdoorFacts facts;
  Findings wrong = read_facts(named, facts);
  if (!year) {
    wrong.push_back({&finding::year_missing, "--year is not given"});
    wrong.back().notes.push_back({"give --year 2026"});
  } else if (limits.find(*year) == nullptr) {
    wrong.push_back(
        {&checker::finding::year_without_limits, fmt::format("there are no figures of {}", *year)});
  }
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  return checker::ira_backdoor(facts, *limits.find(*year));
}

NamedFacts named_facts(const std::vector<std::string>& with) {
  NamedFacts facts;
  for (const std::string& fact : with) {
    const std::size_t equals = fact.find('=');
    facts.emplace_back(fact.substr(0, equals), equals == fact.npos ? "" : fact.substr(equals + 1));
  }
  return facts;
}

std::string convert_facts() { return list_of<ConversionFacts>(); }
std::string split_facts() { return list_of<SplitFacts>(); }
std::string backdoor_facts() { return list_of<BackdoorFacts>(); }

std::string elect_facts() {
  std::string list = "Facts (--with FACT=VALUE), beside the columns of a participant file:\n";
  for (const auto& row : fact_rows(ElectionFacts{})) {
    list += fmt::format("  {:<22}{}\n", row.name, row.meaning);
  }
  return list;
}

Outcome<ElectionAnswer> elect_with(const NamedFacts& named, const Plan& plan, int year,
                                   const LimitTable& limits) {
  ElectionFacts facts;
  Participant person;
  Findings wrong;
  for (const auto& [name, text] : named) {
    const std::optional<std::string> fault = set(facts, person, name, text);
    if (!fault) continue;
    wrong.push_back({&finding::fact_not_read, fmt::format("{}: {}", name, *fault)});
    wrong.back().notes.push_back({"write --with FACT=VALUE; --help lists the facts"});
  }
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  const checker::Checker checker{plan, year, limits};
  return checker::elect(checker, person, facts);
}

}  // namespace rothcheck::run
