// Plan text to plans: the whole public face of the language.
#pragma once

#include <cstdint>
#include <vector>

#include "model/finding.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck::dsl {

/// Reads every plan of a source that `sources` holds. A plan with an error of its own is left out;
/// the others are there. There is no value when the text as a whole cannot be read (a PDF, an empty
/// file, an unclosed brace).
Outcome<std::vector<Plan>> load(const Sources& sources, std::uint16_t source);

}  // namespace rothcheck::dsl
