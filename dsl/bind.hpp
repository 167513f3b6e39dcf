// The tree of a text to plans: which statements there are in which block, and what each one sets.
#pragma once

#include <vector>

#include "dsl/ast.hpp"
#include "dsl/faults.hpp"
#include "model/plan.hpp"

namespace rothcheck::dsl {

/// The plans without an error of their own. What is wrong goes to `faults`.
std::vector<Plan> bind(const ast::Document& document, Faults& faults);

}  // namespace rothcheck::dsl
