// The commands on plan files alone, and the reference: lint, test, fmt, limits, explain, facts and
// features.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/myths_page.hpp"
#include "cli/options/add.hpp"
#include "reports/formats.hpp"

namespace rothcheck::cli::options {
namespace {

// Those of `test` itself, and those of findings besides.
std::string test_formats() {
  std::string names = listed(reports::test_formats());
  for (const auto& row : reports::findings_formats()) {
    const std::string name{row.name};
    if (names.find(name) == names.npos) names += ", " + name;
  }
  return names;
}

}  // namespace

void add_lint(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<LintCommand>();
  LintCommand& command = *asked;
  CLI::App* lint =
      app.add_subcommand("lint", "Say what is wrong or worth knowing about plan files alone");
  lint->add_option("plan", command.plans, "Plan files, or folders of *.plan")
      ->required()
      ->type_name("PLAN...");
  add_common(*lint, command.limits, &command.year);
  add_formats(*lint, command.formats, command.fail_level, listed(reports::findings_formats()));
  add_as_of(*lint, command.as_of);
  lint->add_flag("--fix", command.fix, "Mend the files where no answer of a plan changes");
  lint->add_flag("--unsafe-fixes", command.unsafe_fixes,
                 "Show as a diff what all fixes would change; with --fix, make it");
  lint->footer(
      "Examples:\n  rothcheck lint plans\n  rothcheck lint acme.plan -f concise --fail-level "
      "warning\n");
  lint->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::lint(*asked, console); };
  });
}

void add_test(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<TestCommand>();
  TestCommand& command = *asked;
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
  test->callback([asked, &run] {
    if (asked->plans.empty() && asked->cases.empty()) throw CLI::RequiredError("PLAN or --cases");
    run = [asked](const Console& console) { return rothcheck::cli::test(*asked, console); };
  });
}

void add_limits(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<LimitsCommand>();
  LimitsCommand& command = *asked;
  CLI::App* limits = app.add_subcommand("limits", "Show the statutory figures with their sources");
  limits->add_option("year", command.year, "All figures of this year")->type_name("YEAR");
  limits->add_flag("--computed", command.computed,
                   "The year's figures by the statutes' formulas, before they are published");
  limits->add_option("--cpi", command.cpi, "Later months of the price index (CSV: Month,CPI-U)")
      ->type_name("FILE");
  limits->add_flag("--check", command.check, "Hold every published figure to the formulas");
  limits->add_flag("--template", command.file_to_fill_in, "A limits file of the year to fill in");
  add_common(*limits, command.limits, nullptr);
  repeatable(*limits, "-f,--format", command.formats,
             "text, json, csv; with :PATH to a file, else to standard output")
      ->type_name("FORMAT[:PATH]");
  limits->footer(
      "Examples:\n"
      "  rothcheck limits\n"
      "  rothcheck limits 2026 -f csv:2026.csv\n"
      "  rothcheck limits 2027 --computed\n"
      "  rothcheck limits 2027 --template > 2027.toml\n");
  limits->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::limits(*asked, console); };
  });
}

void add_fmt(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<FormatCommand>();
  FormatCommand& command = *asked;
  CLI::App* fmt = app.add_subcommand("fmt", "Write plan files in their one canonical layout");
  fmt->add_option("plan", command.plans, "Plan files, folders of *.plan, or - for standard input")
      ->required()
      ->type_name("PLAN...");
  fmt->add_flag("--check", command.check, "Change nothing; end with 1 when a file would change");
  fmt->add_flag("--diff", command.diff, "Change nothing; show what would change");
  fmt->footer(
      "Examples:\n  rothcheck fmt plans\n  rothcheck fmt --check plans\n  rothcheck fmt - < "
      "acme.plan\n");
  fmt->callback([asked, &run] {
    run = [asked](const Console& console) { return rothcheck::cli::format(*asked, console); };
  });
}

void add_explain(CLI::App& app, Run& run) {
  const auto topic = std::make_shared<std::string>();
  CLI::App* explain =
      app.add_subcommand("explain", "The page of a finding, or of a popular error: why, the law");
  explain
      ->add_option(
          "topic", *topic,
          "A code or a name, such as MBR101; all findings of a family (MBR) or with a word in "
          "their name (rollover); myths, or one as myth-7")
      ->type_name("CODE|NAME");
  explain->callback([topic, &run] {
    run = [topic](const Console& console) { return rothcheck::cli::explain(*topic, console); };
  });
}

void add_facts(CLI::App& app, Run& run) {
  const auto topic = std::make_shared<std::string>("myths");
  CLI::App* facts = app.add_subcommand(
      "facts", "Popular errors about the mega backdoor Roth, with the right figures worked out");
  facts->add_option("topic", *topic, "One of them, as 7 or by its name; else all")
      ->type_name("NUMBER|NAME");
  facts->callback([topic, &run] {
    run = [topic](const Console& console) {
      return rothcheck::cli::explain_myths(*topic, console);
    };
  });
}

void add_features(CLI::App& app, Run& run) {
  CLI::App* features = app.add_subcommand("features", "All that a plan file can say");
  features->callback([&run] { run = rothcheck::cli::features; });
}

}  // namespace rothcheck::cli::options
