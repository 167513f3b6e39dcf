// What `advise` takes.
#include "cli/advise.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/options/add.hpp"

namespace rothcheck::cli::options {

void add_advise(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<AdviseCommand>();
  AdviseCommand& command = *asked;
  CLI::App* advise = app.add_subcommand(
      "advise", "The smallest changes of a plan that would open the strategy or widen its room");
  advise->add_option("plan", command.plans, "Plan files, or folders of *.plan")
      ->required()
      ->type_name("PLAN...");
  advise
      ->add_option("--participants", command.participants,
                   "Participant file: what each change is worth to these people, and what the ACP "
                   "test leaves of it")
      ->type_name("FILE");
  add_census(*advise, command.census);
  advise
      ->add_option("--rejects", command.census.rejects,
                   "Write the rows that are left out, and why (CSV)")
      ->type_name("FILE");
  advise->add_option("--plan", command.plan, "Only the plan of this name")->type_name("NAME");
  advise
      ->add_option("--effective", command.effective,
                   "The day from which the amendment blocks hold; else the plan year's first")
      ->type_name("DATE");
  advise
      ->add_option("--prior-nhce", command.prior_nhce,
                   "For the ACP test: the NHCE average of the year before")
      ->type_name("PERCENT");
  advise->add_flag("--first-year", command.first_year,
                   "For the ACP test: the plan's first year, under prior-year testing");
  advise->add_flag("--summary", command.summary,
                   "A line and its worth for each set of changes (text, markdown)");
  add_common(*advise, command.limits, &command.year);
  repeatable(*advise, "-f,--format", command.formats, "text, json, markdown; with :PATH to a file")
      ->type_name("FORMAT[:PATH]");
  advise->footer(
      "Where the document is silent, the question comes first: silence is no reason to amend.\n"
      "Examples:\n"
      "  rothcheck advise acme.plan\n"
      "  rothcheck advise acme.plan --participants census.csv -f text -f json:advice.json\n"
      "  rothcheck advise plans --summary\n");
  advise->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::advise(*asked, console); };
  });
}

}  // namespace rothcheck::cli::options
