// A participant file as the command line names it: the file, and how its columns are to be read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "intake/census.hpp"

namespace rothcheck::cli {

struct CensusSource {
  std::string path;
  std::vector<std::string> map;        // "Employee No=id"
  std::vector<std::string> ignore;     // headers of columns that are left out
  std::vector<std::string> defaults;   // "pay_periods=24"
  std::string period;                  // "annual"; empty where it is not told
  bool strict = false;                 // no column is left out unless somebody says so
  std::optional<std::string> mapping;  // a mapping file
  std::string sheet;
  std::string encoding = "detect";
  std::string dates;                   // "dmy"; empty where it is not told
  std::string id_key;                  // for `id_hash`; `@FILE` has it
  std::optional<std::string> rejects;  // where to write the rows that are left out
  bool shows_rejects = false;          // the rows that are left out stand in a result
  std::string bytes = {};              // of the file, where they have been read already
};

/// Reads the file; what there is to say about it goes to `inputs`. Empty where the file or its
/// mapping cannot be read. `samples` rows are shown, masked.
std::optional<intake::Census> read_census(Inputs& inputs, const CensusSource& source,
                                          std::optional<int> year, std::size_t samples = 0);

/// How the file is to be read. Empty where its mapping cannot be.
std::optional<intake::CensusOptions> census_options(Inputs& inputs, const CensusSource& source,
                                                    std::optional<int> year);

/// The key of `--id-key`, from its file where it names one.
std::string read_id_key(Inputs& inputs, const CensusSource& source);

/// The year that a participant file is for: the one asked for, else the one that all plans state.
std::optional<int> census_year(const Inputs& inputs, std::optional<int> asked);

}  // namespace rothcheck::cli
