// The kinds of findings.def.
#include "dsl/findings.hpp"

namespace rothcheck::dsl::finding {

#define FINDING(identifier, code, name, severity, citation, why, help) \
  constinit const FindingKind identifier = {code, name, Severity::severity, citation, why, help};
#include "dsl/findings.def"
#undef FINDING

const std::vector<const FindingKind*>& all() {
  static const std::vector<const FindingKind*> kinds = {
#define FINDING(identifier, code, name, severity, citation, why, help) &identifier,
#include "dsl/findings.def"
#undef FINDING
  };
  return kinds;
}

}  // namespace rothcheck::dsl::finding
