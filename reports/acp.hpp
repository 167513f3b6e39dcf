// The ACP test to bytes: a page for people, a tree for JSON, rows for the payroll desk.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "model/acp.hpp"
#include "reports/report.hpp"
#include "reports/tree.hpp"

namespace rothcheck::reports {

/// `id_key` is for `id_hash`; empty for none.
Tree tree_of(const AcpReport& report, std::string_view id_key = {});
/// One document: the report of one plan as it is, those of several under `plans`.
Tree tree_of(const std::vector<AcpReport>& reports, std::string_view id_key = {});
void write_acp_text(const AcpReport& report, const Sources& sources, const CheckOptions& options,
                    std::ostream& out);
/// What goes back, a line a person and plan. Empty where nothing does.
void write_acp_csv(const std::vector<AcpReport>& reports, std::ostream& out);

}  // namespace rothcheck::reports
