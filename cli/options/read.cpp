#include "cli/options/read.hpp"

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/options/add.hpp"

namespace rothcheck::cli::options {

Asked read(int argc, char** argv, std::ostream& out, std::ostream& err) {
  CLI::App app{
      "rothcheck: is a mega backdoor Roth possible under a plan, for whom, how much, and why.\n"
      "Informational; not legal or tax advice. Nothing is sent anywhere.",
      "rothcheck"};
  app.set_version_flag("--version", version, "The version, and the years of the limits table");
  app.require_subcommand(1);
  app.fallthrough();
  Asked asked;
  app.add_option("--color", asked.color, "When to use colour")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.footer(
      "Exit codes: 0 nothing at or above the fail level; 1 findings, or a failed test; 2 wrong "
      "usage;\n"
      "3 an input could not be read or a result not be written; 4 an internal error;\n"
      "141 the reader of standard output went away.");

  // In the order of the help.
  for (auto* add :
       {add_check, add_merge, add_lint, add_test, add_fmt, add_diff, add_limits, add_map, add_acp,
        add_elect, add_strategies, add_project, add_explain, add_facts, add_features})
    add(app, asked.run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // The library has its own exit codes; help and version are its only good ends.
    asked.run = nullptr;
    asked.exit = app.exit(error, out, err) == 0 ? Exit::fine : Exit::usage;
  }
  return asked;
}

}  // namespace rothcheck::cli::options
