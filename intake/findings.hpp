// The findings of this folder, a constant for each row of findings.def.
#pragma once

#include "model/finding.hpp"

namespace rothcheck::intake::finding {
#define FINDINGS "intake/findings.def"
#include "model/finding_kinds.inc"
}  // namespace rothcheck::intake::finding
