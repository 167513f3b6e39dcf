// The commands that hold one thing against another: two versions of a plan.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/diff.hpp"
#include "cli/options/add.hpp"

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

}  // namespace rothcheck::cli::options
