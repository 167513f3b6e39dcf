// An XML file to rows, a person at a time.
#pragma once

#include "cli/batch.hpp"
#include "cli/batch_input.hpp"

namespace rothcheck::cli {

/// Empty where the file has to be read whole; nothing has been written then.
std::optional<BatchResult> check_xml(const BatchJob& job, BatchInput& input,
                                     const Console& console);

}  // namespace rothcheck::cli
