// `rothcheck check` a block at a time, where CSV is asked for and nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "reports/check_csv.hpp"
#include "run/batch/partial.hpp"

namespace rothcheck::cli {

/// Empty where the run is of another kind, or the file has to be read whole: then nothing has been
/// done, but `beginning` may have all that standard input had.
std::optional<Exit> check_by_batches(Inputs& inputs, const CheckCommand& command,
                                     const std::vector<Target>& targets,
                                     const reports::CsvColumns& columns, const std::string& id_key,
                                     const Console& console, std::string& beginning);

/// `--columns`: none where none are named. Tells of names that there are not.
reports::CsvColumns read_columns(Inputs& inputs, const std::string& names);

/// Writes the sums for `--partial`.
void write_sums(Inputs& inputs, const std::string& path, const run::Partial& partial);

/// What the test of the census says of the plan.
void tell_outcome(const AcpOutcome& outcome, PlanAnswer& answer);

/// Says that the ACP test is not run where rows alone are written, if the plan is tested.
void say_without_test(Inputs& inputs, const PlanAnswer& plan);

}  // namespace rothcheck::cli
