// Findings as a list, with their places and remedies.
#pragma once

#include "reports/html/context.hpp"

namespace rothcheck::reports {

/// On a plan, a person, or the files. A page has the first hundred and says how many more there
/// are.
void write_findings(const Context& context, const Findings& findings);

}  // namespace rothcheck::reports
