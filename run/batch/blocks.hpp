// The blocks of a CSV file to threads, and what they give back in order.
#pragma once

#include <functional>
#include <memory>

#include "intake/csv/census_stream.hpp"
#include "intake/csv/stream.hpp"
#include "run/batch/block_visitor.hpp"
#include "run/batch/progress.hpp"

namespace rothcheck::run {

/// Shows each person in the blocks to a visitor, one for each thread. What there is to say of the
/// file goes to `census`.
void visit_blocks(intake::BlockReader& blocks, intake::CensusStream& census,
                  const std::function<std::unique_ptr<BlockVisitor>()>& visitor, Progress& progress,
                  unsigned threads);

}  // namespace rothcheck::run
