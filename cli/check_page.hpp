// The page of a run over a file that is never whole in memory: the sums of everybody, and the rows
// of a few.
#pragma once

#include <string>
#include <vector>

#include "checker/judge/check.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "run/batch/batch.hpp"

namespace rothcheck::cli {

/// Whether a participant file has more people than a page can show. They are answered block by
/// block then.
bool is_too_large_for_a_page(const std::string& path);

/// Writes the page, which is the run's only result.
Exit write_page(const Inputs& inputs, const CheckCommand& command,
                const std::vector<Target>& targets, const checker::Checker& checker,
                PlanAnswer plan, const run::BatchResult& result, const Console& console);

}  // namespace rothcheck::cli
