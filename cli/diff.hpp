// `rothcheck diff`: what it is asked, and the two versions of the plans.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/census_input.hpp"
#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "cli/inputs.hpp"
#include "model/dates.hpp"

namespace rothcheck::cli {

struct DiffCommand {
  std::vector<std::string> plans;      // OLD and NEW; with `against`, those that are there now
  std::optional<std::string> against;  // a git revision that has the old texts
  std::optional<std::string> participants;
  CensusSource census = {};  // how the participant file is to be read; its path is above
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
  std::string fail_level = "error";
  Date as_of;        // the day on which waivers are judged
  int largest = 10;  // how many people the text names
};
Exit diff(const DiffCommand&, const Console&);

/// A plan as it was and as it is. One of the two may be missing.
struct PlanVersions {
  std::optional<Plan> before, after;
};

/// Reads both sides, and puts together what is one plan: the same name, or the one plan on either
/// side of a file that has no partner of its name.
std::vector<PlanVersions> read_versions(Inputs& inputs, const DiffCommand& command);

}  // namespace rothcheck::cli
