// Plan text to its tree.
#pragma once

#include <cstdint>
#include <optional>

#include "dsl/ast.hpp"
#include "dsl/faults.hpp"

namespace rothcheck::dsl {

/// Empty when the text as a whole cannot be read; a statement that cannot be read alone is
/// `broken`, and the rest is there. What is wrong goes to `faults`.
std::optional<ast::Document> parse(std::string_view text, std::uint16_t source, Faults& faults);

}  // namespace rothcheck::dsl
