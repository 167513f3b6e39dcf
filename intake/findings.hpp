// The findings of this folder, a constant for each row of findings.def.
#pragma once

#include <vector>

#include "model/finding.hpp"

namespace rothcheck::intake::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  extern const FindingKind identifier;
#include "intake/findings.def"
#undef FINDING

/// Every kind, in the order of the table.
const std::vector<const FindingKind*>& all();

}  // namespace rothcheck::intake::finding
