// `rothcheck diff`: what changed between two versions of a plan, and who gains or loses by it.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>

#include "checker/compare/comparison.hpp"
#include "checker/findings.hpp"
#include "checker/judge/check.hpp"
#include "cli/commands.hpp"
#include "cli/diff.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "reports/diff.hpp"
#include "run/catalogue.hpp"
#include "run/waivers.hpp"

namespace rothcheck::cli {

namespace {

struct People {
  std::vector<Participant> list;
  AskedAbout asked = AskedAbout::nobody;
  std::int64_t rows_rejected = 0;
};

std::optional<People> read_participants(Inputs& inputs, const DiffCommand& command,
                                        const std::vector<PlanVersions>& versions) {
  CensusSource source = command.census;
  source.path = *command.participants;
  std::optional<int> year = command.year;
  for (const PlanVersions& one : versions) {
    if (!year && one.after) year = one.after->year;
  }
  std::optional<intake::Census> census = read_census(inputs, source, year);
  if (!census) return std::nullopt;
  return People{std::move(census->participants), AskedAbout::participants, census->rows_rejected};
}

/// The people of the plan's own tests stand in for a participant file, which does not belong into a
/// repository. Those of the new version come first; one that it no longer has counts as well.
People people_of_scenarios(const Plan& before, const Plan& after, int year) {
  People people;
  people.asked = AskedAbout::scenarios;
  std::vector<std::string_view> names;
  for (const Plan* plan : {&after, &before}) {
    for (const Scenario& scenario : plan->scenarios) {
      const bool known = std::find(names.begin(), names.end(), scenario.name) != names.end();
      // Facts of another year are about other limits.
      if (known || scenario.year.value_or(year) != year) continue;
      names.push_back(scenario.name);
      people.list.push_back(scenario.person);
      people.list.back().id = scenario.name;
    }
  }
  return people;
}

bool is_about_diff(const Waiver& waiver) {
  const FindingKind* kind = run::kind_named(waiver.code);
  return kind == &checker::finding::room_lost || kind == &checker::finding::way_to_roth_lost;
}

void judge_waivers(const Plan& plan, const DiffCommand& command, Findings& findings) {
  Plan about = plan;
  std::erase_if(about.waivers, [](const Waiver& waiver) { return !is_about_diff(waiver); });
  const Findings said =
      run::findings_on_waivers(about, command.as_of, {}, findings, run::Looked::for_text);
  run::mark_waived(about, command.as_of, findings);
  findings.insert(findings.end(), said.begin(), said.end());
}

std::optional<PlanComparison> compare(Inputs& inputs, const PlanVersions& versions,
                                      const DiffCommand& command,
                                      const std::optional<People>& participants) {
  std::optional<int> before, after;
  if (versions.before) before = year_of(inputs, *versions.before, command.year);
  if (versions.after) after = year_of(inputs, *versions.after, command.year);
  if (versions.before.has_value() != before.has_value()) return std::nullopt;
  if (versions.after.has_value() != after.has_value()) return std::nullopt;
  if (!after) return checker::only_before({*versions.before, *before}, inputs.limits);
  if (!before) return checker::only_after({*versions.after, *after}, inputs.limits);
  const People people =
      participants ? *participants : people_of_scenarios(*versions.before, *versions.after, *after);
  PlanComparison comparison =
      checker::compare({*versions.before, *before}, {*versions.after, *after}, inputs.limits,
                       people.list, people.asked);
  judge_waivers(*versions.after, command, comparison.findings);
  return comparison;
}

bool fails(const DiffReport& report, Severity level) {
  return std::any_of(report.plans.begin(), report.plans.end(), [level](const auto& plan) {
    return std::any_of(plan.findings.begin(), plan.findings.end(), [level](const auto& finding) {
      return finding.waived.empty() && finding.kind->severity >= level;
    });
  });
}

Exit write(const DiffReport& report, const std::vector<Target>& targets, const DiffCommand& command,
           const Console& console) {
  Exit exit = Exit::fine;
  for (const Target& target : targets) {
    exit = worse(exit, write_target(
                           target, console,
                           [&](std::ostream& out, bool colour) {
                             const reports::DiffOptions options{colour, console.width,
                                                                command.largest};
                             if (target.format == "json")
                               return reports::write_json(reports::tree_of(report), out);
                             if (target.format == "markdown")
                               return reports::write_diff_markdown(report, out);
                             reports::write_diff_text(report, options, out);
                           },
                           command.participants ? run::Readers::owner : run::Readers::umask));
  }
  return exit;
}

}  // namespace

Exit diff(const DiffCommand& command, const Console& console) {
  const auto targets = read_targets(command.formats, {"text", "json", "markdown"}, console);
  if (!targets) return Exit::usage;
  if (!command.against && command.plans.size() != 2) {
    console.err << fmt::format(
        "rothcheck: diff takes two plan files or folders, the old and the new one, and found {}; "
        "with --against REVISION, those that are there now\n",
        command.plans.size());
    return Exit::usage;
  }
  FilesOfRun files;
  files.reads_plans(command.plans);
  files.reads(command.limits);
  files.reads(command.participants);
  files.reads(command.census.mapping);
  files.writes(*targets);
  if (!files.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  const std::vector<PlanVersions> versions = read_versions(inputs, command);
  std::optional<People> participants;
  if (command.participants) participants = read_participants(inputs, command, versions);

  DiffReport report;
  report.sources = &inputs.sources;
  report.against = command.against.value_or("");
  report.rows_rejected = participants ? participants->rows_rejected : 0;
  // Without the people that were asked about, there is no answer about people.
  if (!command.participants || participants) {
    for (const PlanVersions& one : versions) {
      if (auto comparison = compare(inputs, one, command, participants))
        report.plans.push_back(std::move(*comparison));
    }
  }
  show(inputs.findings, inputs.sources, false, console);
  const Exit exit = worse(inputs.exit, write(report, *targets, command, console));
  const Severity level = severity_named(command.fail_level);
  const bool found = fails(report, level) || reaches(inputs.findings, level);
  return worse(exit, found ? Exit::findings : Exit::fine);
}

}  // namespace rothcheck::cli
