// What each file of this folder adds to the command line, and the options that several commands
// have.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/census_input.hpp"
#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "model/dates.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace rothcheck::cli::options {

/// The command that was asked for, with its options.
using Run = std::function<Exit(const Console&)>;

void add_new(CLI::App&, Run&);
void add_check(CLI::App&, Run&);
void add_lint(CLI::App&, Run&);
void add_test(CLI::App&, Run&);
void add_fmt(CLI::App&, Run&);
void add_limits(CLI::App&, Run&);
void add_map(CLI::App&, Run&);
void add_merge(CLI::App&, Run&);
void add_acp(CLI::App&, Run&);
void add_advise(CLI::App&, Run&);
void add_elect(CLI::App&, Run&);
void add_strategies(CLI::App&, Run&);
void add_diff(CLI::App&, Run&);
void add_project(CLI::App&, Run&);
void add_card(CLI::App&, Run&);
void add_letter(CLI::App&, Run&);
void add_explain(CLI::App&, Run&);
void add_facts(CLI::App&, Run&);
void add_features(CLI::App&, Run&);

/// One value each time the option stands there, so that `--limits FILE PLAN` leaves PLAN alone.
CLI::Option* repeatable(CLI::App&, const std::string& name, std::vector<std::string>& into,
                        const std::string& what);
/// `--limits`, and `--year` where there is one.
void add_common(CLI::App&, std::vector<std::string>& limits, std::optional<int>* year);
/// `-f` with the names of the formats, and `--fail-level`.
void add_formats(CLI::App&, std::vector<std::string>& formats, std::string& fail_level,
                 const std::string& names);
/// `--as-of`; today where it is left out.
void add_as_of(CLI::App&, Date& as_of);
/// How the columns of a participant file are to be read.
void add_census(CLI::App&, CensusSource& census);
/// `--id-key`
void add_id_key(CLI::App&, CensusSource& census);

/// The names of a table's rows, in its order.
template <class Row>
std::string listed(const std::vector<Row>& rows) {
  std::string names;
  for (const Row& row : rows) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

}  // namespace rothcheck::cli::options
