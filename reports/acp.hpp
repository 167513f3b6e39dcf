// The ACP test to bytes: text for people, a tree for JSON.
#pragma once

#include <iosfwd>

#include "model/acp.hpp"
#include "reports/report.hpp"
#include "reports/tree.hpp"

namespace rothcheck::reports {

Tree tree_of(const AcpReport& report);
void write_acp_text(const AcpReport& report, const Sources& sources, const CheckOptions& options,
                    std::ostream& out);

}  // namespace rothcheck::reports
