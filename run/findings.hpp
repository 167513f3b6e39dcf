// What the program has to say about itself and its files, each kind named in findings.def.
#pragma once

#include "model/finding.hpp"

namespace rothcheck::run::finding {
#define FINDINGS "run/findings.def"
#include "model/finding_kinds.inc"
}  // namespace rothcheck::run::finding
