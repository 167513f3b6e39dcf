// The commands that read a participant file: check, acp and map.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/acp.hpp"
#include "cli/commands.hpp"
#include "cli/options/add.hpp"
#include "reports/formats.hpp"

namespace rothcheck::cli::options {

void add_check(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<CheckCommand>();
  CheckCommand& command = *asked;
  CLI::App* check = app.add_subcommand(
      "check", "Decide for each participant whether there is room, and how much");
  check->add_option("plan", command.plans, "Plan files, or folders of *.plan")
      ->required()
      ->type_name("PLAN...");
  check
      ->add_option("--participants", command.participants,
                   "Participant file (CSV, XLSX, TOML, XML)")
      ->type_name("FILE");
  add_census(*check, command.census);
  add_id_key(*check, command.census);
  check
      ->add_option("--rejects", command.census.rejects,
                   "Write the rows that are left out, and why (CSV)")
      ->type_name("FILE");
  repeatable(*check, "--with", command.with, "A fact about one person, without a file")
      ->type_name("FIELD=VALUE");
  check->add_option("--plan", command.plan, "Only the plan of this name")->type_name("NAME");
  add_common(*check, command.limits, &command.year);
  add_formats(*check, command.formats, command.fail_level, listed(reports::formats()));
  check->add_option("--explain", command.explain, "Show all steps of this person (text)")
      ->type_name("ID");
  check->add_option("--expect", command.expect, "Make any other verdict an error")
      ->check(CLI::IsMember({"available", "at-separation", "no-room", "not-eligible",
                             "not-available", "undetermined", "varies"}));
  add_as_of(*check, command.as_of);
  check->add_option("--columns", command.columns, "Columns of the CSV result; else all")
      ->type_name("NAME,...");
  check->add_flag("--acp", command.acp, "With what the ACP test leaves of each room");
  check
      ->add_option("--prior-nhce", command.prior_nhce,
                   "For --acp: the NHCE average of the year before")
      ->type_name("PERCENT");
  check->add_flag("--first-year", command.first_year,
                  "For --acp: the plan's first year, under prior-year testing");
  check
      ->add_option("--partial", command.partial,
                   "Write the sums of this run, for `rothcheck merge`")
      ->type_name("FILE");
  check->add_option("--threads", command.threads, "Threads of a CSV run; else one for each core")
      ->check(CLI::Range(1, 1024))
      ->type_name("NUMBER");
  check->add_flag("--quiet", command.quiet, "Tell of errors only");
  check->add_flag("--reveal", command.reveal, "Whole ids in messages, on a terminal");
  check->footer(
      "Examples:\n"
      "  rothcheck check acme.plan\n"
      "      the plan's own verdict, and what its file leaves open\n"
      "  rothcheck check acme.plan --participants census.csv\n"
      "  rothcheck check acme.plan --with age=28 --with pay=150000 --explain person\n"
      "  rothcheck check acme.plan --participants census.csv -f text -f json:result.json -f "
      "csv:result.csv\n");
  check->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::check(*asked, console); };
  });
}

void add_merge(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<MergeCommand>();
  CLI::App* merge = app.add_subcommand("merge", "Add up the sums of runs on pieces of a census");
  merge->add_option("file", asked->partials, "Files that check --partial wrote")
      ->required()
      ->type_name("FILE...");
  merge->footer(
      "Examples:\n"
      "  rothcheck check acme.plan --participants part1.csv -f csv:1.csv --partial 1.sums\n"
      "  rothcheck merge 1.sums 2.sums\n");
  merge->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::merge(*asked, console); };
  });
}

void add_acp(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<AcpCommand>();
  AcpCommand& command = *asked;
  CLI::App* acp = app.add_subcommand(
      "acp", "The ACP test of after-tax money and match over a census, and its corrections");
  acp->add_option("plan", command.plans, "Plan files")->required()->type_name("PLAN...");
  acp->add_option("--participants", command.census.path, "Participant file")
      ->required()
      ->type_name("FILE");
  add_census(*acp, command.census);
  add_id_key(*acp, command.census);
  acp->add_option("--plan", command.plan, "Only the plan of this name")->type_name("NAME");
  acp->add_option("--prior-nhce", command.prior_nhce,
                  "The NHCE average of the year before, for prior-year testing")
      ->type_name("PERCENT");
  acp->add_flag("--first-year", command.first_year, "The plan's first year: 3% is taken");
  acp->add_option("--qnec", command.qnec,
                  "A trial: a qualified nonelective contribution for everybody else, of pay; "
                  "without a percent, the one that would open the test")
      ->expected(0, 1)
      ->default_str("solve")
      ->type_name("PERCENT");
  repeatable(*acp, "--solve", command.solve,
             "hce-rate, hce-dollars, nhce-participation, nhce-match or qnec: what passes, and what "
             "it costs")
      ->type_name("WHAT");
  acp->add_option("--project", command.project,
                  "ytd: amounts so far, up to --as-of, are carried on to the end of the year")
      ->type_name("ytd");
  acp->add_option("--threads", command.threads,
                  "Threads of a long CSV file; else one for each core")
      ->check(CLI::Range(1, 1024))
      ->type_name("NUMBER");
  add_as_of(*acp, command.as_of);
  add_common(*acp, command.limits, &command.year);
  repeatable(*acp, "-f,--format", command.formats,
             "text, json, or csv of what goes back; with :PATH to a file")
      ->type_name("FORMAT[:PATH]");
  acp->footer(
      "Examples:\n"
      "  rothcheck acp acme.plan --participants census.csv\n"
      "  rothcheck acp acme.plan --participants census.csv --solve hce-rate --solve qnec\n"
      "  rothcheck acp acme.plan --participants census.csv -f csv:refunds.csv\n");
  acp->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::acp(*asked, console); };
  });
}

void add_map(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<MapCommand>();
  MapCommand& command = *asked;
  CLI::App* map = app.add_subcommand("map", "Propose what the columns of a participant file are");
  map->add_option("file", command.census.path, "Participant file")->required()->type_name("FILE");
  add_census(*map, command.census);
  map->add_option("--year", command.year, "The plan year")->type_name("YEAR");
  map->add_option("--save", command.save, "Write the mapping, for --mapping")->type_name("FILE");
  map->footer(
      "Examples:\n"
      "  rothcheck map payroll.csv\n"
      "  rothcheck map payroll.csv --map \"Salary=pay\" --save mapping.toml\n"
      "  rothcheck check acme.plan --participants payroll.csv --mapping mapping.toml\n");
  map->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::map(*asked, console); };
  });
}

}  // namespace rothcheck::cli::options
