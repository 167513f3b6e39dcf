// What can be wrong with a plan text: a name for every row of findings.def.
#pragma once

#include "model/finding.hpp"

namespace rothcheck::dsl::finding {
#define FINDINGS "dsl/findings.def"
#include "model/finding_kinds.inc"
}  // namespace rothcheck::dsl::finding
