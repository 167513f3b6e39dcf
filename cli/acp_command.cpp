// `rothcheck acp`: the nondiscrimination test of after-tax money and match over a census.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <vector>

#include "checker/acp/acp.hpp"
#include "cli/acp.hpp"
#include "cli/census_input.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "reports/acp.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

/// What was asked beside the files. Names and values are those of cases.
checker::AcpOptions options_of(const AcpCommand& command, Inputs& inputs) {
  checker::AcpOptions options{.first_year = command.first_year};
  const auto take = [&](std::string_view name, std::string_view option, const std::string& value) {
    if (value.empty()) return;
    const auto wrong = checker::set_acp_option(options, name, value, command.as_of);
    if (!wrong) return;
    inputs.say(run::finding::fact_not_read, fmt::format("--{} {}: {}", option, value, *wrong));
    inputs.exit = worse(inputs.exit, Exit::usage);
  };
  take("prior_nhce", "prior-nhce", command.prior_nhce);
  take(command.qnec == "solve" ? "solve" : "qnec", "qnec",
       command.qnec == "solve" ? "qnec" : command.qnec);
  take("project", "project", command.project);
  for (const std::string& what : command.solve) take("solve", "solve", what);
  return options;
}

}  // namespace

Exit acp(const AcpCommand& command, const Console& console) {
  const auto targets = read_targets(command.formats, {"text", "json", "csv"}, console);
  if (!targets) return Exit::usage;
  FilesOfRun files;
  files.reads_plans(command.plans);
  files.reads(command.limits);
  files.reads(command.census.path);
  files.reads(command.census.mapping);
  files.writes(*targets);
  if (!files.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  inputs.read_plans(command.plans);
  if (command.plan) keep_plan(inputs, *command.plan);
  checker::AcpOptions options = options_of(command, inputs);
  if (inputs.exit == Exit::usage) {
    show(inputs.findings, inputs.sources, false, console);
    return Exit::usage;
  }
  const std::string id_key = read_id_key(inputs, command.census);
  const auto census = read_census(inputs, command.census, census_year(inputs, command.year));
  show(inputs.findings, inputs.sources, false, console);

  Exit exit =
      worse(inputs.exit, reaches(inputs.findings, Severity::error) ? Exit::findings : Exit::fine);
  if (!census || !census->readable) return exit;
  // A row that was left out may be of the person who decides the test.
  if (census->rows_rejected != 0 || has_error(inputs.findings)) exit = worse(exit, Exit::findings);
  options.people_left_out = census->rows_rejected;
  options.bargained_untold = bargained_untold(*census);
  std::vector<AcpReport> reports;
  for (const Plan& plan : inputs.plans) {
    Inputs own;
    own.limits = inputs.limits;
    const std::optional<int> year = year_of(own, plan, command.year);
    show(own.findings, inputs.sources, false, console);
    exit = worse(exit, own.exit);
    if (!year) continue;
    const checker::Checker checker{plan, *year, inputs.limits};
    reports.push_back(checker::acp_test(checker, census->participants, options));
    if (reports.back().result == AcpResult::fail) exit = worse(exit, Exit::findings);
  }
  if (reports.empty()) return exit;
  for (const Target& target : *targets) {
    exit =
        worse(exit, write_target(target, console, [&](std::ostream& out, bool colour) {
                if (target.format == "json")
                  return reports::write_json(reports::tree_of(reports, id_key), out);
                if (target.format == "csv") return reports::write_acp_csv(reports, out);
                for (const AcpReport& report : reports) {
                  if (&report != &reports.front()) out << '\n';
                  reports::write_acp_text(report, inputs.sources, {"", colour, console.width}, out);
                }
              }));
  }
  return exit;
}

}  // namespace rothcheck::cli
