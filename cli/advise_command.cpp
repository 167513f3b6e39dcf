// `rothcheck advise`: the smallest changes that would open a plan, or widen its room.
#include <fmt/format.h>

#include <ostream>

#include "cli/advise.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "reports/advice.hpp"
#include "run/advise/advise.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

struct Wishes {
  checker::AcpOptions acp;
  std::optional<Date> effective;
};

/// What was asked beside the files; wrong usage where a value cannot be read.
Wishes wishes_of(const AdviseCommand& command, Inputs& inputs) {
  Wishes wishes;
  wishes.acp.first_year = command.first_year;
  wishes.acp.brief = true;
  const auto wrong = [&](std::string_view option, const std::string& value, std::string_view why) {
    inputs.say(run::finding::fact_not_read, fmt::format("--{} {}: {}", option, value, why));
    inputs.exit = worse(inputs.exit, Exit::usage);
  };
  if (!command.prior_nhce.empty()) {
    if (const auto why =
            checker::set_acp_option(wishes.acp, "prior_nhce", command.prior_nhce, std::nullopt))
      wrong("prior-nhce", command.prior_nhce, *why);
  }
  if (!command.effective.empty()) {
    wishes.effective = parse_date(command.effective);
    if (!wishes.effective) wrong("effective", command.effective, "a day such as 2027-01-01");
  }
  return wishes;
}

Exit write(const AdviceReport& report, const std::vector<Target>& targets,
           const AdviseCommand& command, const Console& console) {
  Exit exit = Exit::fine;
  for (const Target& target : targets) {
    const auto to = [&](std::ostream& out, bool colour) {
      const reports::AdviceOptions options{colour, console.width, command.summary};
      if (target.format == "json") return reports::write_json(reports::tree_of(report), out);
      if (target.format == "markdown") return reports::write_advice_markdown(report, options, out);
      reports::write_advice_text(report, options, out);
    };
    // Sums of a group of one are one person's.
    exit =
        worse(exit, write_target(target, console, to,
                                 command.participants ? run::Readers::owner : run::Readers::umask));
  }
  return exit;
}

}  // namespace

Exit advise(const AdviseCommand& command, const Console& console) {
  const auto targets = read_targets(command.formats, {"text", "json", "markdown"}, console);
  if (!targets) return Exit::usage;
  FilesOfRun files;
  files.reads_plans(command.plans);
  files.reads(command.limits);
  files.reads(command.participants);
  files.reads(command.census.mapping);
  files.writes(*targets);
  if (!files.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  inputs.read_plans(command.plans);
  if (command.plan) keep_plan(inputs, *command.plan);
  Wishes wishes = wishes_of(command, inputs);
  if (inputs.exit == Exit::usage) {
    show(inputs.findings, inputs.sources, false, console);
    return Exit::usage;
  }
  std::optional<intake::Census> census;
  if (command.participants) {
    CensusSource source = command.census;
    source.path = *command.participants;
    census = read_census(inputs, source, census_year(inputs, command.year));
  }
  AdviceReport report;
  report.sources = &inputs.sources;
  const std::vector<Participant>* people = nullptr;
  if (census) {
    people = &census->participants;
    report.rows_rejected = census->rows_rejected;
    wishes.acp.people_left_out = census->rows_rejected;
    wishes.acp.bargained_untold = bargained_untold(*census);
  }
  // Without the people that were asked about, there is no answer about people.
  const bool answers = !command.participants || (census && census->readable);
  for (const Plan& plan : inputs.plans) {
    const std::optional<int> year = answers ? year_of(inputs, plan, command.year) : std::nullopt;
    if (!year) continue;
    report.plans.push_back(run::advice_for(plan, {.sources = inputs.sources,
                                                  .limits = inputs.limits,
                                                  .year = *year,
                                                  .census = people,
                                                  .acp = wishes.acp,
                                                  .effective = wishes.effective}));
  }
  show(inputs.findings, inputs.sources, false, console);
  Exit exit = inputs.exit;
  if (reaches(inputs.findings, Severity::error)) exit = worse(exit, Exit::findings);
  if (report.plans.empty()) return exit;
  return worse(exit, write(report, *targets, command, console));
}

}  // namespace rothcheck::cli
