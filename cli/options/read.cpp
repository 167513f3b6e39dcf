#include "cli/options/read.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "cli/options/add.hpp"
#include "cli/options/mistakes.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::cli::options {
namespace {

struct Command {
  std::string_view name;
  void (*add)(CLI::App&, Run&);
};

// In the order of the help. The strategies are several commands.
constexpr Command commands[] = {
    {"new", add_new},       {"check", add_check},       {"merge", add_merge},
    {"lint", add_lint},     {"test", add_test},         {"fmt", add_fmt},
    {"diff", add_diff},     {"limits", add_limits},     {"map", add_map},
    {"acp", add_acp},       {"advise", add_advise},     {"elect", add_elect},
    {"", add_strategies},   {"project", add_project},   {"explain", add_explain},
    {"facts", add_facts},   {"features", add_features}, {"card", add_card},
    {"letter", add_letter},
};

/// The command that the first argument names, or all of them. To make the options of all takes as
/// long as to check a hundred people.
void add_commands(CLI::App& app, std::string_view first, Run& run) {
  for (const Command& command : commands) {
    if (!first.empty() && command.name == first) return command.add(app, run);
  }
  for (const Command& command : commands) command.add(app, run);
}

std::vector<std::string_view> names_of_commands(const CLI::App& app) {
  std::vector<std::string_view> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

/// What the library says quotes the command line, which may have escapes in it.
std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return reports::printable(text) + "; --help says more";
}

}  // namespace

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

  const auto refuse = [&](std::string_view why) {
    err << "rothcheck: " << why << '\n';
    asked.run = nullptr;
    asked.exit = Exit::usage;
  };
  add_commands(app, argc > 1 ? argv[1] : "", asked.run);
  if (argc < 2) {
    refuse("a command comes first; `rothcheck --help` lists them");
    return asked;
  }
  const std::string_view word = command_word(argc, argv);
  const std::vector<std::string_view> names = names_of_commands(app);
  if (!word.empty() && std::find(names.begin(), names.end(), word) == names.end()) {
    refuse(wrong_command(word, names));
    return asked;
  }
  try {
    app.parse(argc, argv);
    if (const auto wrong = empty_value(app, argc, argv)) refuse(*wrong);
  } catch (const CLI::ParseError& error) {
    // The library has its own exit codes; help and version are its only good ends.
    if (error.get_exit_code() == 0) {
      app.exit(error, out, err);
      asked.run = nullptr;
    } else {
      const auto wrong = empty_value(app, argc, argv);
      refuse(wrong ? *wrong : wrong_option(app).value_or(in_one_line(error.what())));
    }
  }
  return asked;
}

}  // namespace rothcheck::cli::options
