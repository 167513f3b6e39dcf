// Statements and comments to lines: indentation, what opens, what lines up.
#pragma once

#include <string>

#include "dsl/format_tree.hpp"

namespace rothcheck::dsl {

std::string lines(const Body& whole);

}  // namespace rothcheck::dsl
