// The commands that write what is handed on: card and letter.
#include "cli/papers.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/options/add.hpp"

namespace rothcheck::cli::options {

void add_card(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<CardCommand>();
  CardCommand& command = *asked;
  CLI::App* card = app.add_subcommand("card", "A plan on a page for a committee; it names nobody");
  card->add_option("plan", command.plans, "Plan file")->required()->type_name("PLAN...");
  card->add_option("--plan", command.plan, "Only the plan of this name")->type_name("NAME");
  add_common(*card, command.limits, &command.year);
  repeatable(*card, "-f,--format", command.formats,
             "text, html, markdown; with :PATH to a file, else to standard output")
      ->type_name("FORMAT[:PATH]");
  card->footer("Example:\n  rothcheck card acme.plan -f html:card.html\n");
  card->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::card(*asked, console); };
  });
}

void add_letter(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<LetterCommand>();
  LetterCommand& command = *asked;
  CLI::App* letter = app.add_subcommand(
      "letter", "A letter to one person, or to each: how much this year, why, and what to do");
  letter->add_option("plan", command.plans, "Plan file")->required()->type_name("PLAN...");
  letter->add_option("--participants", command.census.path, "Participant file")
      ->required()
      ->type_name("FILE");
  letter->add_option("--id", command.id, "To this person")->type_name("ID");
  letter
      ->add_option(
          "--all", command.all,
          "To everybody: a file a person in this folder, for its owner alone, named by the "
          "row of the participant file")
      ->type_name("FOLDER");
  add_census(*letter, command.census);
  letter->add_option("--plan", command.plan, "Only the plan of this name")->type_name("NAME");
  add_common(*letter, command.limits, &command.year);
  repeatable(*letter, "-f,--format", command.formats,
             "text, html; with :PATH to a file, else to standard output")
      ->type_name("FORMAT[:PATH]");
  letter->footer(
      "Examples:\n"
      "  rothcheck letter acme.plan --participants census.csv --id E1014\n"
      "  rothcheck letter acme.plan --participants census.csv --all letters -f html\n");
  letter->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::letter(*asked, console); };
  });
}

}  // namespace rothcheck::cli::options
