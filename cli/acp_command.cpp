// `rothcheck acp`: the nondiscrimination test of after-tax money and match over a census.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>
#include <vector>

#include "checker/acp/acp.hpp"
#include "cli/acp.hpp"
#include "cli/census_input.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "reports/acp.hpp"
#include "run/batch/acp_in_blocks.hpp"
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

/// Whether the census could be read, and what there is to say of it.
bool settle_census(const intake::Census& census, const Console& console, Inputs& inputs,
                   Exit& exit) {
  show(inputs.findings, inputs.sources, false, console);
  exit =
      worse(inputs.exit, reaches(inputs.findings, Severity::error) ? Exit::findings : Exit::fine);
  if (!census.readable) return false;
  // A row that was left out may be of the person who decides the test.
  if (census.rows_rejected != 0) exit = worse(exit, Exit::findings);
  return true;
}

/// The year of a plan that can be tested.
std::optional<int> year_of_test(const AcpCommand& command, const Console& console,
                                const Inputs& inputs, const Plan& plan, Exit& exit) {
  Inputs own;
  own.limits = inputs.limits;
  const std::optional<int> year = year_of(own, plan, command.year);
  show(own.findings, inputs.sources, false, console);
  exit = worse(exit, own.exit);
  return year;
}

void keep(AcpReport report, std::vector<AcpReport>& reports, Exit& exit) {
  if (report.result == AcpResult::fail) exit = worse(exit, Exit::findings);
  reports.push_back(std::move(report));
}

/// The test of one plan over a long file. False where the file has to be read whole.
bool test_in_blocks(const AcpCommand& command, const Console& console, Inputs& inputs,
                    const checker::AcpOptions& options, std::vector<AcpReport>& reports,
                    Exit& exit) {
  if (inputs.plans.size() != 1 || command.census.rejects) return false;
  const Plan& plan = inputs.plans.front();
  Inputs of_year;
  of_year.limits = inputs.limits;
  const std::optional<int> year = year_of(of_year, plan, command.year);
  if (!year) return false;
  const std::size_t said = inputs.findings.size();
  const Exit exit_before = inputs.exit;
  std::optional<run::AcpInBlocks> tested;
  const checker::Checker checker{plan, *year, inputs.limits};
  if (const auto as = census_options(inputs, command.census, census_year(inputs, command.year))) {
    tested =
        run::acp_in_blocks({.checker = checker,
                            .options = options,
                            .file = {.participants = command.census.path,
                                     .options = *as,
                                     .progress = console.err_is_terminal ? &console.err : nullptr,
                                     .threads = command.threads}});
  }
  if (!tested) {
    // The whole way says it again.
    inputs.findings.resize(said);
    inputs.exit = exit_before;
    return false;
  }
  std::move(tested->census.findings.begin(), tested->census.findings.end(),
            std::back_inserter(inputs.findings));
  if (!tested->census.readable) inputs.exit = worse(inputs.exit, Exit::unread);
  if (!tested->unread_because.empty()) {
    inputs.say(run::finding::unreadable_file,
               fmt::format("cannot read {}: {}", command.census.path, tested->unread_because));
    inputs.exit = worse(inputs.exit, Exit::unread);
  }
  const bool readable = settle_census(tested->census, console, inputs, exit);
  show(of_year.findings, inputs.sources, false, console);
  exit = worse(exit, of_year.exit);
  if (readable && tested->report) keep(std::move(*tested->report), reports, exit);
  return true;
}

void test_whole(const AcpCommand& command, const Console& console, Inputs& inputs,
                checker::AcpOptions options, std::vector<AcpReport>& reports, Exit& exit) {
  const auto census = read_census(inputs, command.census, census_year(inputs, command.year));
  if (!settle_census(census ? *census : intake::Census{.readable = false}, console, inputs, exit))
    return;
  options.people_left_out = census->rows_rejected;
  options.bargained_untold = bargained_untold(*census);
  for (const Plan& plan : inputs.plans) {
    const std::optional<int> year = year_of_test(command, console, inputs, plan, exit);
    if (!year) continue;
    const checker::Checker checker{plan, *year, inputs.limits};
    keep(checker::acp_test(checker, census->participants, options), reports, exit);
  }
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
  const checker::AcpOptions options = options_of(command, inputs);
  if (inputs.exit == Exit::usage) {
    show(inputs.findings, inputs.sources, false, console);
    return Exit::usage;
  }
  const std::string id_key = read_id_key(inputs, command.census);
  std::vector<AcpReport> reports;
  Exit exit = Exit::fine;
  if (!test_in_blocks(command, console, inputs, options, reports, exit))
    test_whole(command, console, inputs, options, reports, exit);
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
