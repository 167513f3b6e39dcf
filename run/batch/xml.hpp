// An XML file to rows, a person at a time.
#pragma once

#include "run/batch/batch.hpp"
#include "run/batch/input.hpp"

namespace rothcheck::run {

/// Empty where the file has to be read whole; nothing has been written then.
std::optional<BatchResult> check_xml(const BatchJob& job, BatchInput& input);

}  // namespace rothcheck::run
