// The findings of this folder, from findings.def.
#include "intake/findings.hpp"

namespace rothcheck::intake::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  const FindingKind identifier{code, name, Severity::severity, citation, why, help};
#include "intake/findings.def"
#undef FINDING

const std::vector<const FindingKind*>& all() {
  static const std::vector<const FindingKind*> kinds = {
#define FINDING(identifier, code, name, severity, citation, why, help) &identifier,
#include "intake/findings.def"
#undef FINDING
  };
  return kinds;
}

}  // namespace rothcheck::intake::finding
