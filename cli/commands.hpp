// The commands as functions: what the command line asks, a console, and what the run ends with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "model/dates.hpp"
#include "model/finding.hpp"

namespace rothcheck::cli {

struct CheckCommand {
  std::vector<std::string> plans;   // files and folders
  std::optional<std::string> plan;  // only the plan of this name
  std::optional<std::string> participants;
  std::vector<std::string> with;  // "pay=200000"
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;  // "json:result.json"
  std::string explain;
  std::string fail_level = "error";
  std::string expect;
  Date as_of;  // the day on which waivers are judged
  bool quiet = false;
  bool reveal = false;
};
Exit check(const CheckCommand&, const Console&);

struct LintCommand {
  std::vector<std::string> plans;
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
  std::string fail_level = "error";
  Date as_of;
};
Exit lint(const LintCommand&, const Console&);

struct TestCommand {
  std::vector<std::string> plans;
  std::vector<std::string> cases;
  std::string filter;  // only scenarios and cases whose name contains this
  std::vector<std::string> limits;
};
Exit test(const TestCommand&, const Console&);

struct LimitsCommand {
  std::optional<int> year;
  std::vector<std::string> limits;
};
Exit limits(const LimitsCommand&, const Console&);

/// The page of a finding kind, by code or name.
Exit explain(const std::string& topic, const Console&);
/// All that a plan file can say.
Exit features(const Console&);
/// `0.1.0, limits of 2014 to 2026`.
std::string version();

/// `error`, `warning`, `info`.
Severity severity_named(const std::string& word);

}  // namespace rothcheck::cli
