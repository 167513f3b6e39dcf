// The options that several commands have.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/options/add.hpp"

namespace rothcheck::cli::options {

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
  repeatable(
      app, "--map", census.map,
      "What a column is, such as \"Employee No=id\"; #3 is the third. Behind the field of an "
      "election may stand percent, fraction or dollars")
      ->type_name("HEADER=FIELD");
  repeatable(app, "--ignore", census.ignore, "Leave a column out, though it may tell of money")
      ->type_name("HEADER");
  app.add_option("--mapping", census.mapping, "A file of such mappings (TOML)")->type_name("FILE");
  app.add_option(
         "--period", census.period,
         "What the amounts are of, where pay dates or heads of a year to date leave it open; "
         "only a whole year's are read")
      ->check(CLI::IsMember({"annual", "ytd", "per-pay"}));
  repeatable(app, "--default", census.defaults, "A fact of the rows that do not tell it")
      ->type_name("FIELD=VALUE");
  app.add_flag("--strict", census.strict,
               "Make every column an error that is unknown, and neither mapped nor ignored");
  app.add_option("--sheet", census.sheet, "The sheet of a workbook; else the first with a header")
      ->type_name("NAME");
  app.add_option("--encoding", census.encoding, "What the text of the participant file is in")
      ->check(CLI::IsMember({"detect", "utf-8", "utf-16", "windows-1252"}))
      ->capture_default_str();
  app.add_option("--dates", census.dates,
                 "The order in dates such as 3/4/1998; else the month is first where all agree")
      ->check(CLI::IsMember({"mdy", "dmy", "ymd"}));
}

void add_id_key(CLI::App& app, CensusSource& census) {
  app.add_option("--id-key", census.id_key,
                 "A secret; beside masked ids stands their HMAC-SHA-256 with it. @FILE has it")
      ->type_name("KEY");
}

}  // namespace rothcheck::cli::options
