// The commands as functions: what the command line asks, a console, and what the run ends with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/census_input.hpp"
#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "model/dates.hpp"
#include "model/finding.hpp"

namespace rothcheck::cli {

struct CheckCommand {
  std::vector<std::string> plans;   // files and folders
  std::optional<std::string> plan;  // only the plan of this name
  std::optional<std::string> participants;
  CensusSource census;            // how the participant file is to be read; its path is above
  std::vector<std::string> with;  // "pay=200000"
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;  // "json:result.json"
  std::string explain;
  std::string fail_level = "error";
  std::string expect;
  Date as_of;               // the day on which waivers are judged
  bool acp = false;         // what the ACP test leaves of each room
  std::string prior_nhce;   // for it: the NHCE average of the year before
  bool first_year = false;  // for it: of the plan, under prior-year testing
  bool quiet = false;
  bool reveal = false;
  std::string columns;                 // of the CSV format: "id,verdict,room"; empty for all
  std::optional<std::string> partial;  // where to write the sums
  unsigned threads = 0;                // 0: one for each core
};
Exit check(const CheckCommand&, const Console&);

/// Adds up what `check --partial` wrote.
struct MergeCommand {
  std::vector<std::string> partials;
};
Exit merge(const MergeCommand&, const Console&);

struct LintCommand {
  std::vector<std::string> plans;
  bool fix = false;           // mend the files where no answer changes
  bool unsafe_fixes = false;  // show what all fixes would change; with `fix`, make it
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
  std::string fail_level = "error";
  Date as_of;
};
Exit lint(const LintCommand&, const Console&);

struct TestCommand {
  std::vector<std::string> plans;
  std::vector<std::string> cases;  // files, and folders of them
  std::string filter;              // only scenarios and cases whose name contains this
  std::vector<std::string> limits;
  std::vector<std::string> formats = {};
  std::string fail_level = "error";
  bool coverage = false;  // tell which clauses no scenario comes to
  bool bless = false;     // write what was found in place of what was expected
};
Exit test(const TestCommand&, const Console&);

struct FormatCommand {
  std::vector<std::string> plans;  // files and folders; `-` is standard input to standard output
  bool check = false;              // only say what would change
  bool diff = false;               // only show what would change
};
Exit format(const FormatCommand&, const Console&);

struct LimitsCommand {
  std::optional<int> year;
  std::vector<std::string> limits;
  bool computed = false;           // by the statutes' formulas, before they are published
  std::optional<std::string> cpi;  // later months of the price index than the program has
  bool check = false;              // hold what is published to what is computed
  bool file_to_fill_in = false;
  std::vector<std::string> formats = {};
};
Exit limits(const LimitsCommand&, const Console&);

/// `convert`, `split` and `backdoor`, which ask about one person by facts alone.
struct StrategyCommand {
  std::vector<std::string> with;  // "amount=5100"
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
  std::string fail_level = "error";
};
Exit convert(const StrategyCommand&, const Console&);
Exit split(const StrategyCommand&, const Console&);
Exit backdoor(const StrategyCommand&, const Console&);

/// Proposes what the columns of a participant file are.
struct MapCommand {
  CensusSource census;
  std::optional<int> year;
  std::optional<std::string> save;  // a mapping file to write
};
Exit map(const MapCommand&, const Console&);

/// The page of a finding kind, by code or name.
/// The page of the finding of that code or name; of a family or a word, what there is. No topic:
/// all.
Exit explain(const std::string& topic, const Console&);
/// All that a plan file can say.
Exit features(const Console&);
/// `0.1.0, limits of 2014 to 2026`.
std::string version();

/// `error`, `warning`, `info`.
Severity severity_named(const std::string& word);

}  // namespace rothcheck::cli
