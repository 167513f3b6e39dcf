// `rothcheck new` on the command line.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/new_plan.hpp"
#include "cli/options/add.hpp"

namespace rothcheck::cli::options {

void add_new(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<NewCommand>();
  NewCommand& command = *asked;
  CLI::App* made = app.add_subcommand(
      "new", "Write a plan file by answering questions about the plan's document");
  made->add_option("file", command.file, "The plan file to write; else standard output")
      ->type_name("FILE.plan");
  made->add_option("--answers", command.answers, "Answers in place of a conversation (TOML)")
      ->type_name("FILE");
  made->add_flag("--ask", command.ask, "Ask what the answers of --answers leave open");
  made->add_option("--save-answers", command.save_answers, "Write what was answered, for --answers")
      ->type_name("FILE");
  made->add_flag("--list", command.list, "Show all questions, and the words to look for");
  made->add_flag("--force", command.force, "Replace a file that is there");
  made->footer(
      "At a terminal, rothcheck new beacon.plan asks a question at a time.\n"
      "Examples:\n"
      "  rothcheck new --list\n"
      "  rothcheck new beacon.plan --answers answers.toml --force\n");
  made->callback([asked, &run] {
    if (asked->ask && !asked->answers) throw CLI::RequiredError("--answers");
    run = [asked](const Console& console) { return rothcheck::cli::new_plan(*asked, console); };
  });
}

}  // namespace rothcheck::cli::options
