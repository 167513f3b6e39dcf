// What `convert`, `split` and `backdoor` do with an answer, each of its own type.
#pragma once

#include <ostream>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "reports/strategy.hpp"
#include "run/strategies.hpp"

namespace rothcheck::cli {

inline const std::vector<std::string_view> strategy_formats = {"text", "json"};

/// Writes what `answer(facts, limits)` comes to in the formats asked for. Without an answer the
/// facts were wrong, and that is wrong usage.
template <class Answer>
Exit write_strategy(const StrategyCommand& command, const Console& console, Answer answer) {
  const auto targets = read_targets(command.formats, strategy_formats, console);
  if (!targets) return Exit::usage;
  FilesOfRun files;
  files.reads(command.limits);
  files.writes(*targets);
  if (!files.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  const auto found = answer(run::named_facts(command.with), inputs.limits);
  inputs.findings.insert(inputs.findings.end(), found.findings.begin(), found.findings.end());
  show(inputs.findings, inputs.sources, false, console);
  if (!found) return worse(inputs.exit, Exit::usage);

  Exit exit = inputs.exit;
  for (const Target& target : *targets) {
    const auto write = [&](std::ostream& out, bool colour) {
      if (target.format == "json") return reports::write_json(reports::tree_of(*found.value), out);
      reports::write_strategy_text(*found.value, {"", colour, console.width}, out);
    };
    exit = worse(exit, write_target(target, console, write));
  }
  const bool reached =
      reaches(found.value->derivation.findings, severity_named(command.fail_level));
  return worse(exit, reached ? Exit::findings : Exit::fine);
}

}  // namespace rothcheck::cli
