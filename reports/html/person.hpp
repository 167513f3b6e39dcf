// What opens under a person's line.
#pragma once

#include "reports/html/context.hpp"

namespace rothcheck::reports {

/// The year in a bar, what was taken for granted, what would settle it, and the derivation line by
/// line, or else the lowest limits.
void write_panel(const Context& context, const Assessment& answer, bool with_worksheet);

}  // namespace rothcheck::reports
