// `rothcheck lint`: what is to be said about plan definitions alone.
#include <iterator>

#include "checker/check.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "cli/waivers.hpp"
#include "reports/formats.hpp"

namespace rothcheck::cli {

Exit lint(const LintCommand& command, const Console& console) {
  const auto targets =
      read_targets(command.formats, names_of(reports::findings_formats()), console);
  if (!targets) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  inputs.read_plans(command.plans);
  for (const Plan& plan : inputs.plans) {
    const std::optional<int> year = year_of(inputs, plan, command.year);
    if (!year) continue;
    Findings found = checker::Checker{plan, *year, inputs.limits}.plan_answer().findings;
    settle_waivers(plan, command.as_of, inputs.findings, found);
    inputs.findings.insert(inputs.findings.end(), found.begin(), found.end());
  }
  const Findings findings = reports::in_reading_order(std::move(inputs.findings));
  Exit exit = inputs.exit;
  for (const Target& target : *targets) {
    const reports::FindingsFormat& format =
        format_named(reports::findings_formats(), target.format);
    exit = worse(exit, write_target(target, console, [&](std::ostream& out, bool colour) {
                   format.write(findings, inputs.sources, colour, out);
                 }));
  }
  const bool found = reaches(findings, severity_named(command.fail_level));
  return worse(exit, found ? Exit::findings : Exit::fine);
}

}  // namespace rothcheck::cli
