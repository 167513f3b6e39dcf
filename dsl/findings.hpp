// What can be wrong with a plan text: a name for every row of findings.def.
#pragma once

#include <vector>

#include "model/finding.hpp"

namespace rothcheck::dsl::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  extern const FindingKind identifier;
#include "dsl/findings.def"
#undef FINDING

/// Every kind, in the order of the table.
const std::vector<const FindingKind*>& all();

}  // namespace rothcheck::dsl::finding
