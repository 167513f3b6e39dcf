// The answer of `rothcheck project` to bytes: tables for people, a tree for JSON.
#pragma once

#include <iosfwd>

#include "model/projection.hpp"
#include "reports/report.hpp"
#include "reports/tree.hpp"

namespace rothcheck::reports {

void write_projection_text(const Projection& answer, const CheckOptions& options,
                           std::ostream& out);
Tree tree_of(const Projection& answer);

}  // namespace rothcheck::reports
