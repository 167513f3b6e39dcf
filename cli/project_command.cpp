// `rothcheck project`: a mega backdoor Roth beside its alternatives, for amounts that are stated or
// for the room that a check finds.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "checker/advice/project.hpp"
#include "checker/judge/check.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "cli/project.hpp"
#include "reports/privacy.hpp"
#include "reports/project.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

void misuse(Inputs& inputs, std::string message) {
  inputs.say(run::finding::option_not_read, std::move(message));
  inputs.exit = worse(inputs.exit, Exit::usage);
}

std::string option_of(std::string_view name) {
  std::string option = "--" + std::string{name};
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

ProjectionSettings read_settings(Inputs& inputs, const ProjectCommand& command) {
  ProjectionSettings settings;
  settings.years = command.years;
  for (const SettingRow& row : projection_settings()) {
    const auto stated = command.rates.find(std::string{row.name});
    if (stated == command.rates.end()) continue;
    const std::optional<Rate> rate = Rate::parse_percent(stated->second);
    if (!rate || *rate < Rate{} || *rate > row.most) {
      misuse(inputs, fmt::format("{} {}: expected a percent from 0% to {} with its sign",
                                 option_of(row.name), stated->second, to_percent_string(row.most)));
      continue;
    }
    settings.*row.member = *rate;
  }
  return settings;
}

std::optional<Money> read_amount(Inputs& inputs, std::string_view option,
                                 const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const std::optional<Money> amount = Money::parse(*text);
  if (amount && *amount >= Money{} && *amount <= most_projected_contribution) return amount;
  misuse(inputs, fmt::format("{} {}: expected an amount from $0.00 to {}", option, *text,
                             to_string(most_projected_contribution)));
  return std::nullopt;
}

void add_stated(Inputs& inputs, const SaverOptions& options, std::string name,
                const std::string& prefix, std::vector<Saver>& savers) {
  const auto contribution =
      read_amount(inputs, "--" + prefix + "contribution", options.contribution);
  const auto room = read_amount(inputs, "--" + prefix + "deferral-room", options.deferral_room);
  if (contribution) {
    savers.push_back({std::move(name), *contribution, options.age, room});
  } else if (!options.contribution && (options.age || options.deferral_room)) {
    misuse(inputs, fmt::format("--{0}contribution is missing, which --{0}age and "
                               "--{0}deferral-room are about",
                               prefix));
  }
}

bool is_wanted(const ProjectCommand& command, const Assessment& answer) {
  if (!command.household.empty()) return answer.household == command.household;
  if (command.ids.empty()) return true;
  return std::any_of(command.ids.begin(), command.ids.end(), [&answer](const std::string& id) {
    return id == answer.id || id == reports::shown_id(answer.id);
  });
}

/// The room of the people who are asked for; their verdict must be that it can become Roth now.
void add_checked(Inputs& inputs, const ProjectCommand& command, const Plan& plan, int year,
                 std::vector<Saver>& savers) {
  CensusSource source = command.census;
  source.path = *command.participants;
  const std::optional<intake::Census> census = read_census(inputs, source, year);
  if (!census) return;
  const checker::Checker checker{plan, year, inputs.limits};
  std::vector<Assessment> wanted;
  for (Assessment& answer :
       checker::check(checker, plan, year, inputs.limits, census->participants)) {
    if (is_wanted(command, answer)) wanted.push_back(std::move(answer));
  }
  if (wanted.empty()) return misuse(inputs, "no participant is the one asked for");
  if (wanted.size() > 2) {
    return misuse(inputs, fmt::format("the choice has {} people, and a household is one or two; "
                                      "choose with --person ID or --household NAME",
                                      wanted.size()));
  }
  for (const Assessment& answer : wanted) {
    const std::string id = reports::short_id(answer.id);
    if (!answer.room.settled()) {
      misuse(inputs,
             fmt::format("the room of {} is open, so that there is no amount to project", id));
    } else if (answer.verdict != Verdict::available && answer.verdict != Verdict::no_room) {
      misuse(inputs, fmt::format("the verdict for {} is {}, so that nothing becomes Roth each year",
                                 id, to_string(answer.verdict)));
    } else {
      savers.push_back({reports::shown_id(answer.id, answer.row ? answer.row->row : 0),
                        answer.room.most, answer.age,
                        remainder(answer.most_deferrals.least, answer.deferrals.least)});
    }
  }
}

std::optional<int> checked_year(Inputs& inputs, const ProjectCommand& command) {
  inputs.read_plans(command.plans);
  if (command.plan) {
    keep_plan(inputs, *command.plan);
    if (inputs.plans.empty()) return std::nullopt;
  }
  if (!command.participants) {
    misuse(inputs, "--participants is missing, whose room in the plan is projected");
    return std::nullopt;
  }
  if (inputs.plans.size() != 1) {
    misuse(inputs, fmt::format("expected one plan, found {}; choose with --plan NAME",
                               inputs.plans.size()));
    return std::nullopt;
  }
  return year_of(inputs, inputs.plans.front(), command.year);
}

std::optional<int> stated_year(Inputs& inputs, const ProjectCommand& command) {
  if (!command.year) {
    inputs.say(run::finding::year_missing,
               "--year is not given, whose limits the alternatives have");
    inputs.exit = worse(inputs.exit, Exit::usage);
  } else if (inputs.limits.find(*command.year) == nullptr) {
    misuse(inputs, fmt::format("--year {}: there are no figures of that year", *command.year));
    return std::nullopt;
  }
  return command.year;
}

}  // namespace

Exit project(const ProjectCommand& command, const Console& console) {
  const auto targets = read_targets(command.formats, {"text", "json"}, console);
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
  const ProjectionSettings settings = read_settings(inputs, command);
  std::vector<Saver> savers;
  std::optional<int> year;
  if (!command.plans.empty()) {
    if (command.person.contribution || command.spouse.contribution) {
      misuse(inputs, "a plan and --contribution are given together: the check finds the amount");
    } else if ((year = checked_year(inputs, command))) {
      add_checked(inputs, command, inputs.plans.front(), *year, savers);
    }
  } else {
    year = stated_year(inputs, command);
    add_stated(inputs, command.person, "person", "", savers);
    add_stated(inputs, command.spouse, "spouse", "spouse-", savers);
    if (savers.empty() && inputs.exit == Exit::fine)
      misuse(inputs, "--contribution is missing: the amount of a year, such as 20000");
  }
  Outcome<Projection> found;
  if (year && inputs.exit == Exit::fine)
    found = checker::project(savers, settings, *inputs.limits.find(*year));
  inputs.findings.insert(inputs.findings.end(), found.findings.begin(), found.findings.end());
  show(inputs.findings, inputs.sources, false, console);
  if (!found) return worse(inputs.exit, Exit::usage);

  Exit exit = inputs.exit;
  for (const Target& target : *targets) {
    exit = worse(exit, write_target(target, console, [&](std::ostream& out, bool colour) {
                   if (target.format == "json")
                     return reports::write_json(reports::tree_of(*found.value), out);
                   reports::write_projection_text(*found.value, {"", colour, console.width}, out);
                 }));
  }
  return worse(exit, reaches(inputs.findings, Severity::error) ? Exit::findings : Exit::fine);
}

}  // namespace rothcheck::cli
