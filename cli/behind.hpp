// What stands behind a result, for the formats that tell of it: the files with their hashes, the
// columns that were read, the rows that were left out.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "intake/census.hpp"
#include "reports/behind.hpp"

namespace rothcheck::cli {

/// Whether one of the results tells of the rows that are left out.
bool tells_of_rows(const std::vector<Target>& targets);

/// The files of a run; `bytes` are those of the participant file where they came through a pipe.
reports::Behind files_behind(const Inputs& inputs, const CheckCommand& command,
                             const std::vector<Target>& targets, const std::string& bytes);

/// Tries changes of each plan, for a page that shows them: on the people where they are few.
void add_advice(reports::Behind& behind, const Inputs& inputs, const CheckReport& report,
                const std::vector<Participant>& census, std::int64_t rows_rejected);

/// Adds the columns that were read, and the first rows that were left out, with the cells that the
/// findings are about.
void add_sheet(reports::Behind& behind, const intake::Census& census, const Findings& findings);

}  // namespace rothcheck::cli
