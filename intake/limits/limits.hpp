// Limits files to the table of statutory figures.
#pragma once

#include <cstdint>

#include "model/finding.hpp"
#include "model/limits.hpp"
#include "model/source.hpp"

namespace rothcheck::intake {

/// The figures that are compiled into the program; each year's file becomes a source, so that lines
/// can be pointed at.
LimitTable embedded_limits(Sources& sources);

/// Adds the years of a limits file to the table. A year that is already there is replaced, and
/// marked as overridden. Nothing of the file is taken when it has an error.
Findings read_limits(const Sources& sources, std::uint16_t source, LimitTable& into);

}  // namespace rothcheck::intake
