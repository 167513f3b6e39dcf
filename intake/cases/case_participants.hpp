// The participants of a data-driven case: inline tables, with places in the case file.
#pragma once

#include <vector>

#include "intake/toml/toml.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

/// Reads `participants = [ { id = "p", age = 28 } ]`. What is wrong is added to `findings`.
std::vector<Participant> read_case_participants(const Sources& sources, const TomlEntry& entry,
                                                Findings& findings);

}  // namespace rothcheck::intake
