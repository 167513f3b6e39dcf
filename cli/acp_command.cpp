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

/// The row of each person who gets something back: two ids may look alike.
void name_rows(AcpReport& report, const std::vector<Participant>& people) {
  for (AcpRefund& refund : report.refunds) {
    const auto person = std::find_if(people.begin(), people.end(),
                                     [&](const Participant& each) { return each.id == refund.id; });
    if (person != people.end() && person->row) refund.row = person->row->row;
  }
}

}  // namespace

Exit acp(const AcpCommand& command, const Console& console) {
  const auto targets = read_targets(command.formats, {"text", "json"}, console);
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
  checker::AcpOptions options{.prior_nhce = std::nullopt, .first_year = command.first_year};
  if (!command.prior_nhce.empty()) {
    options.prior_nhce = hundredths_named(command.prior_nhce);
    if (!options.prior_nhce) {
      inputs.say(
          run::finding::fact_not_read,
          fmt::format("--prior-nhce {}: expected a percentage such as 3.25", command.prior_nhce));
      inputs.exit = worse(inputs.exit, Exit::usage);
    }
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
    name_rows(reports.back(), census->participants);
    if (reports.back().result == AcpResult::fail) exit = worse(exit, Exit::findings);
  }
  if (reports.empty()) return exit;
  for (const Target& target : *targets) {
    exit =
        worse(exit, write_target(target, console, [&](std::ostream& out, bool colour) {
                if (target.format == "json")
                  return reports::write_json(reports::tree_of(reports, id_key), out);
                for (const AcpReport& report : reports) {
                  if (&report != &reports.front()) out << '\n';
                  reports::write_acp_text(report, inputs.sources, {"", colour, console.width}, out);
                }
              }));
  }
  return exit;
}

}  // namespace rothcheck::cli
