// `rothcheck elect`: what to elect on the paychecks left.
#include <fmt/format.h>

#include <iterator>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/elect.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "reports/elect.hpp"
#include "run/findings.hpp"
#include "run/strategies.hpp"

namespace rothcheck::cli {

namespace {

void write(const ElectionAnswer& answer, const Inputs& inputs, const Target& target,
           const Console& console, std::ostream& out, bool colour) {
  if (target.format == "svg") return reports::write_elect_svg(answer, out);
  if (target.format == "json")
    return reports::write_json(reports::tree_of(answer, inputs.sources, inputs.limits), out);
  reports::write_elect_text(answer, inputs.sources, inputs.limits, {"", colour, console.width},
                            out);
}

}  // namespace

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
    inputs.say(run::finding::several_plans,
               fmt::format("the files have {} plans, and elections are made under one",
                           inputs.plans.size()));
    inputs.findings.back().notes.push_back({"choose one with --plan NAME"});
    inputs.exit = worse(inputs.exit, Exit::usage);
  }
  std::optional<Outcome<ElectionAnswer>> found;
  if (inputs.plans.size() == 1) {
    if (const std::optional<int> year = year_of(inputs, inputs.plans.front(), command.year)) {
      found = run::elect_with(run::named_facts(command.with), inputs.plans.front(), *year,
                              inputs.limits);
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
