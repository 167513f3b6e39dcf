// `rothcheck project`: what it is asked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/census_input.hpp"
#include "cli/console.hpp"
#include "cli/exit.hpp"

namespace rothcheck::cli {

/// One person's amounts as the command line has them.
struct SaverOptions {
  std::optional<std::string> contribution, deferral_room;
  std::optional<int> age;
};

struct ProjectCommand {
  SaverOptions person, spouse;
  std::vector<std::string> plans;  // with `participants`: whose room is projected
  std::optional<std::string> participants;
  std::optional<std::string> plan;  // only the plan of this name
  CensusSource census = {};
  std::vector<std::string> ids;  // of the participant file
  std::string household;
  std::map<std::string, std::string> rates;  // of projection.def, as written: "7%"
  int years = 20;
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
};
Exit project(const ProjectCommand&, const Console&);

}  // namespace rothcheck::cli
