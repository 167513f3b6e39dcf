// One statutory figure of a limits file: its value, checked against what limits.def says it is.
#pragma once

#include <optional>
#include <string>

#include "intake/toml/toml.hpp"
#include "model/limits.hpp"

namespace rothcheck::intake {

/// Reads `24500`, `[242000, 252000]`, `"12.4%"`, or `{ amount = 24500, source = "..." }`. `source`
/// is used where the figure names none of its own. What is wrong is added to `findings`.
std::optional<Figure> read_figure(const LimitRow& row, int year, const TomlEntry& entry,
                                  const std::string& source, Findings& findings);

}  // namespace rothcheck::intake
