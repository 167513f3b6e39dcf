// `rothcheck card` and `rothcheck letter`: what they are asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/census_input.hpp"
#include "cli/console.hpp"
#include "cli/exit.hpp"

namespace rothcheck::cli {

struct CardCommand {
  std::vector<std::string> plans;
  std::optional<std::string> plan;  // only the plan of this name
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
};
Exit card(const CardCommand&, const Console&);

struct LetterCommand {
  std::vector<std::string> plans;
  std::optional<std::string> plan;
  CensusSource census;
  std::optional<std::string> id;   // to this person
  std::optional<std::string> all;  // a folder: to everybody
  std::optional<int> year;
  std::vector<std::string> limits;
  std::vector<std::string> formats;
};
Exit letter(const LetterCommand&, const Console&);

}  // namespace rothcheck::cli
