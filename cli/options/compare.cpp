// The commands that hold one thing against another: two versions of a plan, and a strategy with its
// alternatives.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/diff.hpp"
#include "cli/options/add.hpp"
#include "cli/project.hpp"
#include "model/projection.hpp"

namespace rothcheck::cli::options {

void add_diff(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<DiffCommand>();
  DiffCommand& command = *asked;
  CLI::App* diff = app.add_subcommand(
      "diff", "What changed between two versions of a plan, and who gains or loses room by it");
  diff->add_option("plan", command.plans,
                   "The old and the new plan file, or folder of *.plan; with --against, what is "
                   "there now")
      ->required()
      ->type_name("OLD NEW");
  diff->add_option("--against", command.against, "A git revision that has the old texts")
      ->type_name("REVISION");
  diff->add_option("--participants", command.participants,
                   "Participant file; else the people of the plans' scenarios are asked about")
      ->type_name("FILE");
  add_census(*diff, command.census);
  add_common(*diff, command.limits, &command.year);
  add_formats(*diff, command.formats, command.fail_level, "text, json, markdown");
  diff->add_option("--largest", command.largest, "How many people the text names")
      ->check(CLI::Range(0, 1'000'000))
      ->capture_default_str();
  add_as_of(*diff, command.as_of);
  diff->footer(
      "Ends with 1 when somebody has less room than before and the new plan has no waiver for it.\n"
      "Examples:\n"
      "  rothcheck diff old.plan new.plan\n"
      "  rothcheck diff old.plan new.plan --participants census.csv -f text -f json:diff.json\n"
      "  rothcheck diff --against origin/main plans -f markdown\n");
  diff->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::diff(*asked, console); };
  });
}

namespace {

void add_saver(CLI::App& project, SaverOptions& saver, const std::string& prefix,
               const std::string& whose) {
  project
      .add_option("--" + prefix + "contribution", saver.contribution,
                  whose + "after-tax contribution of a year, converted at once")
      ->type_name("AMOUNT");
  project
      .add_option("--" + prefix + "age", saver.age,
                  whose + "age on December 31 of the first year, for catch-up")
      ->check(CLI::Range(0, 120));
  project
      .add_option("--" + prefix + "deferral-room", saver.deferral_room,
                  whose + "part of the deferral limit that is still free; else all of it")
      ->type_name("AMOUNT");
}

// An option for each rate of projection.def, with what is taken without it.
void add_rates(CLI::App& project, ProjectCommand& command) {
  for (const SettingRow& row : projection_settings()) {
    std::string option = "--" + std::string{row.name};
    std::replace(option.begin(), option.end(), '_', '-');
    project
        .add_option_function<std::string>(
            option,
            [&command, name = std::string{row.name}](const std::string& text) {
              command.rates[name] = text;
            },
            std::string{row.meaning} + "; else " +
                to_percent_string(ProjectionSettings{}.*row.member))
        ->type_name("PERCENT");
  }
}

}  // namespace

void add_project(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<ProjectCommand>();
  ProjectCommand& command = *asked;
  CLI::App* project = app.add_subcommand(
      "project", "Years of a mega backdoor Roth beside its alternatives, on stated assumptions");
  add_saver(*project, command.person, "", "The ");
  add_saver(*project, command.spouse, "spouse-", "The spouse's ");
  project->add_option("plan", command.plans, "A plan file: the room is then what a check finds")
      ->type_name("PLAN");
  project->add_option("--participants", command.participants, "Participant file, with a plan")
      ->type_name("FILE");
  add_census(*project, command.census);
  project->add_option("--plan", command.plan, "Only the plan of this name")->type_name("NAME");
  repeatable(*project, "--person", command.ids, "One or two people of the participant file")
      ->type_name("ID");
  project->add_option("--household", command.household, "The people of this household")
      ->type_name("NAME");
  project->add_option("--years", command.years, "How many years")
      ->check(CLI::Range(1, most_projected_years))
      ->capture_default_str();
  add_rates(*project, command);
  add_common(*project, command.limits, &command.year);
  repeatable(*project, "-f,--format", command.formats, "text, json; with :PATH to a file")
      ->type_name("FORMAT[:PATH]");
  project->footer(
      "Arithmetic on the assumptions, not a forecast. Examples:\n"
      "  rothcheck project --year 2026 --contribution 30000 --age 40 --deferral-room 0\n"
      "  rothcheck project --year 2026 --contribution 30000 --spouse-contribution 12000 --years 30 "
      "--growth 5%\n"
      "  rothcheck project acme.plan --participants census.csv --household H1\n");
  project->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::project(*asked, console); };
  });
}

}  // namespace rothcheck::cli::options
