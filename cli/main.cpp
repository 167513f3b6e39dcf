// The command line: what can be asked, and nothing else.
#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cerrno>
#include <exception>
#include <functional>
#include <iostream>
#include <system_error>

#include "cli/acp.hpp"
#include "cli/commands.hpp"
#include "cli/descriptor.hpp"
#include "reports/formats.hpp"

using namespace rothcheck::cli;

namespace {

// One value each time the option stands there, so that `--limits FILE PLAN` leaves PLAN alone.
CLI::Option* repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& into,
                        const std::string& what) {
  return app.add_option(name, into, what)->allow_extra_args(false);
}

void add_common(CLI::App& app, std::vector<std::string>& limits, std::optional<int>* year) {
  repeatable(app, "--limits", limits, "Statutory figures of more or other years (TOML)")
      ->type_name("FILE");
  if (year != nullptr)
    app.add_option("--year", *year, "The plan year; else the one the plan states")
        ->type_name("YEAR");
}

// The names of a table's rows, in its order.
template <class Row>
std::string listed(const std::vector<Row>& rows) {
  std::string names;
  for (const Row& row : rows) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

void add_formats(CLI::App& app, std::vector<std::string>& formats, std::string& fail_level,
                 const std::string& names) {
  repeatable(app, "-f,--format", formats, names + "; with :PATH to a file, else to standard output")
      ->type_name("FORMAT[:PATH]");
  app.add_option("--fail-level", fail_level, "Findings from this level on end with exit code 1")
      ->check(CLI::IsMember({"error", "warning", "info"}))
      ->capture_default_str();
}

void add_as_of(CLI::App& app, rothcheck::Date& as_of) {
  as_of = today();
  app.add_option_function<std::string>(
         "--as-of",
         [&as_of](const std::string& text) {
           const auto day = rothcheck::parse_date(text);
           if (!day) throw CLI::ValidationError("--as-of", "expects a date such as 2026-12-31");
           as_of = *day;
         },
         "The day on which waivers are judged; else today")
      ->type_name("DATE");
}

// How the columns of a participant file are to be read.
void add_census(CLI::App& app, CensusSource& census) {
  repeatable(app, "--map", census.map,
             "What a column is, such as \"Employee No=id\"; #3 is the third")
      ->type_name("HEADER=FIELD");
  app.add_option("--mapping", census.mapping, "A file of such mappings (TOML)")->type_name("FILE");
  app.add_option("--sheet", census.sheet, "The sheet of a workbook; else the first with a header")
      ->type_name("NAME");
  app.add_option("--encoding", census.encoding, "What the text of the participant file is in")
      ->check(CLI::IsMember({"detect", "utf-8", "utf-16", "windows-1252"}))
      ->capture_default_str();
}

void add_check(CLI::App& app, CheckCommand& command, std::function<Exit(const Console&)>& run) {
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
  check
      ->add_option("--rejects", command.census.rejects,
                   "Write the rows that are left out, and why (CSV)")
      ->type_name("FILE");
  repeatable(*check, "--with", command.with, "A fact about one person, without a file")
      ->type_name("FIELD=VALUE");
  check->add_option("--plan", command.plan, "Only the plan of this name")->type_name("NAME");
  add_common(*check, command.limits, &command.year);
  add_formats(*check, command.formats, command.fail_level, listed(rothcheck::reports::formats()));
  check->add_option("--explain", command.explain, "Show all steps of this person (text)")
      ->type_name("ID");
  check->add_option("--expect", command.expect, "Make any other verdict an error")
      ->check(CLI::IsMember({"available", "at-separation", "no-room", "not-eligible",
                             "not-available", "undetermined"}));
  add_as_of(*check, command.as_of);
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
  check->callback([&command, &run] {
    run = [&command](const Console& console) { return rothcheck::cli::check(command, console); };
  });
}

void add_lint(CLI::App& app, LintCommand& command, std::function<Exit(const Console&)>& run) {
  CLI::App* lint =
      app.add_subcommand("lint", "Say what is wrong or worth knowing about plan files alone");
  lint->add_option("plan", command.plans, "Plan files, or folders of *.plan")
      ->required()
      ->type_name("PLAN...");
  add_common(*lint, command.limits, &command.year);
  add_formats(*lint, command.formats, command.fail_level,
              listed(rothcheck::reports::findings_formats()));
  add_as_of(*lint, command.as_of);
  lint->add_flag("--fix", command.fix, "Mend the files where no answer of a plan changes");
  lint->add_flag("--unsafe-fixes", command.unsafe_fixes,
                 "Show as a diff what all fixes would change; with --fix, make it");
  lint->footer(
      "Examples:\n  rothcheck lint plans\n  rothcheck lint acme.plan -f concise --fail-level "
      "warning\n");
  lint->callback([&command, &run] {
    run = [&command](const Console& console) { return rothcheck::cli::lint(command, console); };
  });
}

// Those of `test` itself, and those of findings besides.
std::string test_formats() {
  std::string names = listed(rothcheck::reports::test_formats());
  for (const auto& row : rothcheck::reports::findings_formats()) {
    const std::string name{row.name};
    if (names.find(name) == names.npos) names += ", " + name;
  }
  return names;
}

void add_test(CLI::App& app, TestCommand& command, std::function<Exit(const Console&)>& run) {
  CLI::App* test = app.add_subcommand("test", "Run the scenarios in plans, and data-driven cases");
  test->add_option("plan", command.plans, "Plan files, or folders of *.plan")->type_name("PLAN...");
  test->add_option("--cases", command.cases, "Data-driven cases (TOML), or folders of them")
      ->type_name("FILE...");
  test->add_option("--filter", command.filter, "Only scenarios and cases whose name contains this")
      ->type_name("TEXT");
  test->add_flag("--coverage", command.coverage,
                 "Tell which clauses no scenario comes to, and which ceilings decide in none");
  test->add_flag("--bless", command.bless,
                 "Write what was found in place of what was expected, and show the change");
  add_common(*test, command.limits, nullptr);
  add_formats(*test, command.formats, command.fail_level, test_formats());
  test->footer(
      "Examples:\n"
      "  rothcheck test plans\n"
      "  rothcheck test plans --coverage\n"
      "  rothcheck test --filter emily --cases tests/cases more.toml\n"
      "  rothcheck test plans -f text -f junit:results.xml\n");
  test->callback([&command, &run] {
    if (command.plans.empty() && command.cases.empty()) throw CLI::RequiredError("PLAN or --cases");
    run = [&command](const Console& console) { return rothcheck::cli::test(command, console); };
  });
}

void add_limits(CLI::App& app, LimitsCommand& command, std::function<Exit(const Console&)>& run) {
  CLI::App* limits = app.add_subcommand("limits", "Show the statutory figures with their sources");
  limits->add_option("year", command.year, "All figures of this year")->type_name("YEAR");
  add_common(*limits, command.limits, nullptr);
  limits->footer("Examples:\n  rothcheck limits\n  rothcheck limits 2026\n");
  limits->callback([&command, &run] {
    run = [&command](const Console& console) { return rothcheck::cli::limits(command, console); };
  });
}

void add_fmt(CLI::App& app, FormatCommand& command, std::function<Exit(const Console&)>& run) {
  CLI::App* fmt = app.add_subcommand("fmt", "Write plan files in their one canonical layout");
  fmt->add_option("plan", command.plans, "Plan files, folders of *.plan, or - for standard input")
      ->required()
      ->type_name("PLAN...");
  fmt->add_flag("--check", command.check, "Change nothing; end with 1 when a file would change");
  fmt->add_flag("--diff", command.diff, "Change nothing; show what would change");
  fmt->footer(
      "Examples:\n  rothcheck fmt plans\n  rothcheck fmt --check plans\n  rothcheck fmt - < "
      "acme.plan\n");
  fmt->callback([&command, &run] {
    run = [&command](const Console& console) { return rothcheck::cli::format(command, console); };
  });
}

void add_map(CLI::App& app, MapCommand& command, std::function<Exit(const Console&)>& run) {
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
  map->callback([&command, &run] {
    run = [&command](const Console& console) { return rothcheck::cli::map(command, console); };
  });
}

// One of the commands that ask about one person by facts alone.
struct Strategy {
  std::string name, what, facts, examples;
  Exit (*run)(const StrategyCommand&, const Console&);
};

void add_strategy(CLI::App& app, const Strategy& strategy, StrategyCommand& command,
                  std::function<Exit(const Console&)>& run) {
  CLI::App* one = app.add_subcommand(strategy.name, strategy.what);
  repeatable(*one, "--with", command.with, "A fact; the list is below")
      ->required()
      ->type_name("FACT=VALUE");
  add_common(*one, command.limits, nullptr);
  one->add_option("--year", command.year, "The calendar year")->type_name("YEAR");
  add_formats(*one, command.formats, command.fail_level, "text, json");
  one->footer(strategy.facts + "\nExamples:\n" + strategy.examples);
  one->callback([&command, &run, function = strategy.run] {
    run = [&command, function](const Console& console) { return function(command, console); };
  });
}

void add_strategies(CLI::App& app, std::array<StrategyCommand, 3>& commands,
                    std::function<Exit(const Console&)>& run) {
  add_strategy(app,
               {"convert",
                "The tax on converting after-tax money, its Form 1099-R, and what "
                "waiting costs",
                convert_facts(),
                "  rothcheck convert --with after_tax_balance=10200 --with after_tax_basis=10000 "
                "--with amount=5100 --year 2026\n",
                convert},
               commands[0], run);
  add_strategy(
      app,
      {"split", "A distribution split over several destinations (Notice 2014-54)", split_facts(),
       "  rothcheck split --with pretax=80000 --with after_tax=20000 --with "
       "to_traditional=80000 --with to_roth_ira=20000\n",
       split},
      commands[1], run);
  add_strategy(app,
               {"backdoor", "The Roth IRA limit of a year, and the pro rata of an IRA backdoor",
                backdoor_facts(),
                "  rothcheck backdoor --year 2026 --with filing_status=single --with magi=160000 "
                "--with age=40\n"
                "      --with ira_balance=92500 --with ira_basis=7500 --with amount=7500\n",
                backdoor},
               commands[2], run);
}

void add_acp(CLI::App& app, AcpCommand& command, std::function<Exit(const Console&)>& run) {
  CLI::App* acp = app.add_subcommand(
      "acp", "The ACP test of after-tax money and match over a census, and its corrections");
  acp->add_option("plan", command.plans, "Plan files")->required()->type_name("PLAN...");
  acp->add_option("--participants", command.participants, "Participant file")
      ->required()
      ->type_name("FILE");
  acp->add_option("--plan", command.plan, "Only the plan of this name")->type_name("NAME");
  acp->add_option("--prior-nhce", command.prior_nhce,
                  "The NHCE average of the year before, for prior-year testing")
      ->type_name("PERCENT");
  acp->add_flag("--first-year", command.first_year, "The plan's first year: 3% is taken");
  add_common(*acp, command.limits, &command.year);
  repeatable(*acp, "-f,--format", command.formats, "text, json; with :PATH to a file")
      ->type_name("FORMAT[:PATH]");
  acp->footer("Example:\n  rothcheck acp acme.plan --participants census.csv\n");
  acp->callback([&command, &run] {
    run = [&command](const Console& console) { return rothcheck::cli::acp(command, console); };
  });
}

// Written so that a failure at the very end, on a full disk, is not missed.
Exit finish(DescriptorBuffer& buffer, std::ostream& out, Exit exit) {
  out.flush();
  if (buffer.error() == 0) return exit;
  if (buffer.error() == EPIPE) return Exit::closed_pipe;
  std::cerr << "rothcheck: cannot write to standard output: "
            << std::generic_category().message(buffer.error()) << '\n';
  return worse(exit, Exit::unread);
}

int run(int argc, char** argv) {
  CLI::App app{
      "rothcheck: is a mega backdoor Roth possible under a plan, for whom, how much, and why.\n"
      "Informational; not legal or tax advice. Nothing is sent anywhere.",
      "rothcheck"};
  app.set_version_flag("--version", version, "The version, and the years of the limits table");
  app.require_subcommand(1);
  app.fallthrough();
  std::string color = "auto", topic;
  app.add_option("--color", color, "When to use colour")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.footer(
      "Exit codes: 0 nothing at or above the fail level; 1 findings, or a failed test; 2 wrong "
      "usage;\n"
      "3 an input could not be read or a result not be written; 4 an internal error;\n"
      "141 the reader of standard output went away.");

  std::function<Exit(const Console&)> command;
  CheckCommand check;
  LintCommand lint;
  TestCommand test;
  FormatCommand fmt;
  LimitsCommand limits;
  MapCommand map;
  AcpCommand acp;
  std::array<StrategyCommand, 3> strategies;
  add_check(app, check, command);
  add_lint(app, lint, command);
  add_test(app, test, command);
  add_fmt(app, fmt, command);
  add_limits(app, limits, command);
  add_map(app, map, command);
  add_acp(app, acp, command);
  add_strategies(app, strategies, command);
  CLI::App* explain =
      app.add_subcommand("explain", "The page of a finding: why, how to mend it, the law");
  explain->add_option("topic", topic, "A code or a name, such as MBR101")
      ->required()
      ->type_name("CODE|NAME");
  explain->callback([&] {
    command = [&](const Console& console) { return rothcheck::cli::explain(topic, console); };
  });
  CLI::App* features = app.add_subcommand("features", "All that a plan file can say");
  features->callback([&] { command = rothcheck::cli::features; });

  DescriptorBuffer buffer{STDOUT_FILENO};
  std::ostream out{&buffer};
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // The library has its own exit codes; help and version are its only good ends.
    const bool good = app.exit(error, out, std::cerr) == 0;
    return static_cast<int>(finish(buffer, out, good ? Exit::fine : Exit::usage));
  }
  const bool out_is_terminal = ::isatty(STDOUT_FILENO) != 0,
             err_is_terminal = ::isatty(STDERR_FILENO) != 0;
  const Console console{out,
                        std::cerr,
                        wants_colour(color, out_is_terminal),
                        wants_colour(color, err_is_terminal),
                        err_is_terminal,
                        text_width(STDOUT_FILENO)};
  return static_cast<int>(finish(buffer, out, command(console)));
}

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe is an error of writing like any other, not the end of the program.
  ::signal(SIGPIPE, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "rothcheck: internal error, please report it: " << error.what() << '\n';
    return static_cast<int>(Exit::internal);
  }
}
