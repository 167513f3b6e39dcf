// Every kind of finding that the program knows, whichever folder speaks of it.
#pragma once

#include <string_view>
#include <vector>

#include "model/finding.hpp"

namespace rothcheck::cli {

/// By code.
const std::vector<const FindingKind*>& catalogue();
/// The kind of that code (`mbr101` too) or name; null when there is none.
const FindingKind* kind_named(std::string_view code_or_name);

}  // namespace rothcheck::cli
