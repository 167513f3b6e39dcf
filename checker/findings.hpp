// What the checker has to say about plans and people, each kind named in findings.def.
#pragma once

#include <vector>

#include "model/finding.hpp"

namespace rothcheck::checker::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  extern const FindingKind identifier;
#include "checker/findings.def"
#undef FINDING

const std::vector<const FindingKind*>& all();

}  // namespace rothcheck::checker::finding
