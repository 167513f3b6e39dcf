// What the command line has to say about itself and its files, each kind named in findings.def.
#pragma once

#include <vector>

#include "model/finding.hpp"

namespace rothcheck::run::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  extern const FindingKind identifier;
#include "run/findings.def"
#undef FINDING

const std::vector<const FindingKind*>& all();

}  // namespace rothcheck::run::finding
