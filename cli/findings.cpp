// The catalogue of findings.def.
#include "cli/findings.hpp"

namespace rothcheck::cli::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  const FindingKind identifier{code, name, Severity::severity, citation, why, help};
#include "cli/findings.def"
#undef FINDING

const std::vector<const FindingKind*>& all() {
  static const std::vector<const FindingKind*> kinds = {
#define FINDING(identifier, code, name, severity, citation, why, help) &identifier,
#include "cli/findings.def"
#undef FINDING
  };
  return kinds;
}

}  // namespace rothcheck::cli::finding
