// What the checker has to say about plans and people, each kind named in findings.def.
#pragma once

#include "model/finding.hpp"

namespace rothcheck::checker::finding {
#define FINDINGS "checker/findings.def"
#include "model/finding_kinds.inc"
}  // namespace rothcheck::checker::finding
