// The blocks of a CSV file to threads, and their rows back in order.
#pragma once

#include "cli/batch_people.hpp"
#include "cli/progress.hpp"
#include "cli/row_output.hpp"
#include "intake/census_stream.hpp"
#include "intake/stream.hpp"

namespace rothcheck::cli {

/// Answers for everybody in the blocks. What there is to say of the file goes to `census`.
BatchTotals check_blocks(const BatchJob& job, intake::BlockReader& blocks,
                         intake::CensusStream& census, RowOutput& output, Progress& progress,
                         unsigned threads);

}  // namespace rothcheck::cli
