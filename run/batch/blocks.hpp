// The blocks of a CSV file to threads, and their rows back in order.
#pragma once

#include "intake/csv/census_stream.hpp"
#include "intake/csv/stream.hpp"
#include "run/batch/people.hpp"
#include "run/batch/progress.hpp"
#include "run/batch/row_output.hpp"

namespace rothcheck::run {

/// Answers for everybody in the blocks. What there is to say of the file goes to `census`.
BatchTotals check_blocks(const BatchJob& job, intake::BlockReader& blocks,
                         intake::CensusStream& census, RowOutput& output, Progress& progress,
                         unsigned threads);

}  // namespace rothcheck::run
