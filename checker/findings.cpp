// The catalogue of findings.def.
#include "checker/findings.hpp"

namespace rothcheck::checker::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  const FindingKind identifier{code, name, Severity::severity, citation, why, help};
#include "checker/findings.def"
#undef FINDING

const std::vector<const FindingKind*>& all() {
  static const std::vector<const FindingKind*> kinds = {
#define FINDING(identifier, code, name, severity, citation, why, help) &identifier,
#include "checker/findings.def"
#undef FINDING
  };
  return kinds;
}

}  // namespace rothcheck::checker::finding
