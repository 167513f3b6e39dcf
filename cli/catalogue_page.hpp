// The catalogue of findings as a page: docs/findings.md.
#pragma once

#include <iosfwd>

namespace rothcheck::cli {

void write_catalogue(std::ostream& out);

}  // namespace rothcheck::cli
