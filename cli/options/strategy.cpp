// The commands that ask about one person by facts: elect under a plan; convert, split and backdoor.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/elect.hpp"
#include "cli/options/add.hpp"
#include "run/strategies.hpp"

namespace rothcheck::cli::options {

namespace {

// One of the commands that ask about one person by facts alone.
struct Strategy {
  std::string name, what, facts, examples;
  Exit (*run)(const StrategyCommand&, const Console&);
};

void add_strategy(CLI::App& app, const Strategy& strategy, Run& run) {
  const auto asked = std::make_shared<StrategyCommand>();
  StrategyCommand& command = *asked;
  CLI::App* one = app.add_subcommand(strategy.name, strategy.what);
  repeatable(*one, "--with", command.with, "A fact; the list is below")
      ->required()
      ->type_name("FACT=VALUE");
  add_common(*one, command.limits, nullptr);
  one->add_option("--year", command.year, "The calendar year")->type_name("YEAR");
  add_formats(*one, command.formats, command.fail_level, "text, json");
  one->footer(strategy.facts + "\nExamples:\n" + strategy.examples);
  one->callback([asked, &run, function = strategy.run] {
    run = [asked, function](const Console& console) { return function(*asked, console); };
  });
}

}  // namespace

void add_elect(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<ElectCommand>();
  ElectCommand& command = *asked;
  CLI::App* elect = app.add_subcommand(
      "elect", "What to elect on the paychecks left, to reach the room without losing match");
  elect->add_option("plan", command.plans, "The plan file")->required()->type_name("PLAN");
  elect->add_option("--plan", command.plan, "The plan of this name, where the file has several")
      ->type_name("NAME");
  repeatable(*elect, "--with", command.with, "A fact; the list is below")
      ->required()
      ->type_name("FACT=VALUE");
  add_common(*elect, command.limits, &command.year);
  add_formats(*elect, command.formats, command.fail_level, "text, json, svg");
  elect->footer(
      run::elect_facts() +
      "\nExamples:\n"
      "  rothcheck elect acme.plan --with schedule=biweekly --with first_pay_date=2026-01-09 \\\n"
      "      --with paycheck=7692.31 --with age=40 --with hce=no\n"
      "  rothcheck elect acme.plan --with schedule=monthly --with pay=180000 --with age=40 \\\n"
      "      --with next_pay_date=2026-07-31 --with deferrals_ytd=9000 --with after_tax_ytd=0 \\\n"
      "      --with match_ytd=3600 --with grain=dollars -f text -f svg:elections.svg\n");
  elect->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::elect(*asked, console); };
  });
}

void add_strategies(CLI::App& app, Run& run) {
  add_strategy(app,
               {"convert",
                "The tax on converting after-tax money, its Form 1099-R, and what "
                "waiting costs",
                run::convert_facts(),
                "  rothcheck convert --with after_tax_balance=10200 --with after_tax_basis=10000 "
                "--with amount=5100 --year 2026\n",
                convert},
               run);
  add_strategy(app,
               {"split", "A distribution split over several destinations (Notice 2014-54)",
                run::split_facts(),
                "  rothcheck split --with pretax=80000 --with after_tax=20000 --with "
                "to_traditional=80000 --with to_roth_ira=20000\n",
                split},
               run);
  add_strategy(app,
               {"backdoor", "The Roth IRA limit of a year, and the pro rata of an IRA backdoor",
                run::backdoor_facts(),
                "  rothcheck backdoor --year 2026 --with filing_status=single --with magi=160000 "
                "--with age=40 \\\n"
                "      --with ira_balance=92500 --with ira_basis=7500 --with amount=7500\n",
                backdoor},
               run);
}

}  // namespace rothcheck::cli::options
