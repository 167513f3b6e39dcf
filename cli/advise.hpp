// `rothcheck advise`: what it is asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/census_input.hpp"
#include "cli/console.hpp"
#include "cli/exit.hpp"

namespace rothcheck::cli {

struct AdviseCommand {
  std::vector<std::string> plans;
  std::optional<std::string> plan;  // only the plan of this name
  std::optional<std::string> participants;
  CensusSource census;
  std::string effective;   // "2027-01-01", of the amendment blocks
  std::string prior_nhce;  // the NHCE average of the year before, "3.25"
  bool first_year = false;
  bool summary = false;
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
};
Exit advise(const AdviseCommand&, const Console&);

}  // namespace rothcheck::cli
