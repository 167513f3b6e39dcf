// `rothcheck elect`: what to elect on the paychecks left.
#include <fmt/format.h>

#include <iterator>
#include <ostream>

#include "checker/advice/elect.hpp"
#include "cli/commands.hpp"
#include "cli/elect.hpp"
#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "reports/elect.hpp"

namespace rothcheck::cli {

namespace {

bool is_election_fact(const std::string& name) {
  const std::string known = normalised(name);
  for (const FactRow& row : fact_rows(ElectionFacts{})) {
    if (row.name == known) return true;
  }
  return false;
}

/// What is wrong with a name that is neither: all the names it could have been.
std::string unknown(const std::string& name) {
  std::vector<std::string_view> names;
  for (const FactRow& row : fact_rows(ElectionFacts{})) names.push_back(row.name);
  for (const FieldRow& row : participant_fields()) names.push_back(row.name);
  const std::string_view meant = nearest(normalised(name), names);
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

void write(const ElectionAnswer& answer, const Inputs& inputs, const Target& target,
           const Console& console, std::ostream& out, bool colour) {
  if (target.format == "svg") return reports::write_elect_svg(answer, out);
  if (target.format == "json")
    return reports::write_json(reports::tree_of(answer, inputs.sources, inputs.limits), out);
  reports::write_elect_text(answer, inputs.sources, inputs.limits, {"", colour, console.width},
                            out);
}

}  // namespace

std::string elect_facts() {
  std::string list = "Facts (--with FACT=VALUE), beside the columns of a participant file:\n";
  for (const FactRow& row : fact_rows(ElectionFacts{})) {
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

Exit elect(const ElectCommand& command, const Console& console) {
  const auto targets = read_targets(command.formats, {"text", "json", "svg"}, console);
  if (!targets) return Exit::usage;
  FilesOfRun files;
  files.reads_plans(command.plans);
  files.reads(command.limits);
  files.writes(*targets);
  if (!files.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  inputs.read_plans(command.plans);
  if (command.plan) keep_plan(inputs, *command.plan);
  if (inputs.plans.size() > 1) {
    inputs.say(finding::several_plans,
               fmt::format("the files have {} plans, and elections are made under one",
                           inputs.plans.size()));
    inputs.findings.back().notes.push_back({"choose one with --plan NAME"});
    inputs.exit = worse(inputs.exit, Exit::usage);
  }
  std::optional<Outcome<ElectionAnswer>> found;
  if (inputs.plans.size() == 1) {
    if (const std::optional<int> year = year_of(inputs, inputs.plans.front(), command.year)) {
      found = elect_with(named_facts(command.with), inputs.plans.front(), *year, inputs.limits);
      std::move(found->findings.begin(), found->findings.end(),
                std::back_inserter(inputs.findings));
    }
  }
  show(inputs.findings, inputs.sources, false, console);
  const Severity level = severity_named(command.fail_level);
  Exit exit = reaches(inputs.findings, level) ? worse(inputs.exit, Exit::findings) : inputs.exit;
  if (!found) return exit;
  if (!*found) return worse(exit, Exit::usage);

  const ElectionAnswer& answer = *found->value;
  for (const Target& target : *targets) {
    exit = worse(exit, write_target(target, console, [&](std::ostream& out, bool colour) {
                   write(answer, inputs, target, console, out, colour);
                 }));
  }
  return worse(exit, reaches(answer.findings, level) ? Exit::findings : Exit::fine);
}

}  // namespace rothcheck::cli
