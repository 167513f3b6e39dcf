// `rothcheck elect`: what it is asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/exit.hpp"

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

}  // namespace rothcheck::cli
