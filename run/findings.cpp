// The catalogue of findings.def.
#include "run/findings.hpp"

namespace rothcheck::run::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  const FindingKind identifier{code, name, Severity::severity, citation, why, help};
#include "run/findings.def"
#undef FINDING

const std::vector<const FindingKind*>& all() {
  static const std::vector<const FindingKind*> kinds = {
#define FINDING(identifier, code, name, severity, citation, why, help) &identifier,
#include "run/findings.def"
#undef FINDING
  };
  return kinds;
}

}  // namespace rothcheck::run::finding
