// `rothcheck acp`: what it is asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/census_input.hpp"
#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "model/acp.hpp"

namespace rothcheck::cli {

struct AcpCommand {
  std::vector<std::string> plans;
  std::optional<std::string> plan;
  CensusSource census;
  std::string prior_nhce;  // the NHCE average of the year before, "3.25"
  std::string qnec;        // a trial, "2.5", or "solve"
  std::string project;     // "ytd"
  std::vector<std::string> solve;
  Date as_of;
  bool first_year = false;  // of the plan, under prior-year testing
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
  unsigned threads = 0;  // 0: one for each core
};
Exit acp(const AcpCommand&, const Console&);

}  // namespace rothcheck::cli
