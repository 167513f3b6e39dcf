// The one canonical layout of a plan text.
#pragma once

#include <cstdint>
#include <string>

#include "model/finding.hpp"
#include "model/source.hpp"

namespace rothcheck::dsl {

/// Lays out a text that `sources` holds: the same statements, comments and grouping, and so the
/// same plans. Formatting what it returns changes nothing. There is no value where the text has
/// syntax errors, which are the findings then.
Outcome<std::string> format(const Sources& sources, std::uint16_t source);

}  // namespace rothcheck::dsl
