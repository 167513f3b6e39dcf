// `rothcheck elect`: what it is asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "cli/strategies.hpp"
#include "model/election.hpp"
#include "model/plan.hpp"

namespace rothcheck::cli {

struct ElectCommand {
  std::vector<std::string> plans;   // files and folders
  std::optional<std::string> plan;  // only the plan of this name
  std::vector<std::string> with;    // "schedule=biweekly"
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
  std::string fail_level = "error";
};
Exit elect(const ElectCommand&, const Console&);

/// The facts that it takes beside the columns of a participant file, a line a fact.
std::string elect_facts();

/// The elections for facts by name and text: those of elections, and the columns of a participant
/// file.
Outcome<ElectionAnswer> elect_with(const NamedFacts& named, const Plan& plan, int year,
                                   const LimitTable& limits);

}  // namespace rothcheck::cli
