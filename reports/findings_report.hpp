// What is said about files, to bytes: a function a format, each from the same report.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <vector>

#include "model/finding.hpp"
#include "model/source.hpp"
#include "reports/repository.hpp"

namespace rothcheck::reports {

struct FindingsReport {
  const Findings& findings;  // in reading order, those that are waived among them
  const Sources& sources;
  std::vector<std::uint16_t> files = {};       // the sources that were looked at
  std::vector<const FindingKind*> rules = {};  // what each of them was looked at for
  Severity fail_level = Severity::error;
  Repository repository = {};
};

void write_findings_json(const FindingsReport& report, bool colour, std::ostream& out);
/// SARIF 2.1.0, held to what GitHub's code scanning takes.
void write_findings_sarif(const FindingsReport& report, bool colour, std::ostream& out);
/// A suite a file, a case a rule; what is waived is skipped.
void write_findings_junit(const FindingsReport& report, bool colour, std::ostream& out);
/// Workflow commands that annotate the lines of a pull request.
void write_findings_github(const FindingsReport& report, bool colour, std::ostream& out);
/// GitLab's code quality report.
void write_findings_gitlab(const FindingsReport& report, bool colour, std::ostream& out);

}  // namespace rothcheck::reports
