// The catalogue of findings as a page: docs/findings.md.
#pragma once

#include <iosfwd>

namespace rothcheck::run {

void write_catalogue(std::ostream& out);

}  // namespace rothcheck::run
