// What a check has to say, for services that others read: plans by their clauses, people only
// counted.
#pragma once

#include <iosfwd>

#include "reports/report.hpp"

namespace rothcheck::reports {

/// The findings on plans as they are; those on a participant file by kind, with the rows of the
/// first few and nothing of what the rows hold, anchored at the first plan.
Findings without_people(const CheckReport& report);

void write_check_sarif(const CheckReport& report, const CheckOptions& options, std::ostream& out);
void write_check_junit(const CheckReport& report, const CheckOptions& options, std::ostream& out);
void write_check_github(const CheckReport& report, const CheckOptions& options, std::ostream& out);
void write_check_gitlab(const CheckReport& report, const CheckOptions& options, std::ostream& out);

}  // namespace rothcheck::reports
