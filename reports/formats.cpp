// The formats that there are, from their table.
#include "reports/formats.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>

#include "reports/check_findings.hpp"

namespace rothcheck::reports {

namespace {

// What the plan lets pass is told apart from what is open.
Findings open(const Findings& findings) {
  Findings some;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(some),
               [](const Finding& finding) { return finding.waived.empty(); });
  return some;
}

void write_text(const FindingsReport& report, bool colour, std::ostream& out) {
  write_findings_text(open(report.findings), report.sources, colour, out);
}

// Editors read this form; colour would be in their way.
void write_concise(const FindingsReport& report, bool, std::ostream& out) {
  write_findings_concise(open(report.findings), report.sources, out);
}

}  // namespace

#define FORMAT(name, extension, function)
#define FINDINGS_FORMAT(name, extension, function)
#define TEST_FORMAT(name, extension, function)

const std::vector<Format>& formats() {
  static const std::vector<Format> table = {
#undef FORMAT
#define FORMAT(name, extension, function) {#name, extension, function},
#include "reports/formats.def"
#undef FORMAT
#define FORMAT(name, extension, function)
  };
  return table;
}

const std::vector<FindingsFormat>& findings_formats() {
  static const std::vector<FindingsFormat> table = {
#undef FINDINGS_FORMAT
#define FINDINGS_FORMAT(name, extension, function) {#name, extension, function},
#include "reports/formats.def"
#undef FINDINGS_FORMAT
#define FINDINGS_FORMAT(name, extension, function)
  };
  return table;
}

const std::vector<TestFormat>& test_formats() {
  static const std::vector<TestFormat> table = {
#undef TEST_FORMAT
#define TEST_FORMAT(name, extension, function) {#name, extension, function},
#include "reports/formats.def"
#undef TEST_FORMAT
#define TEST_FORMAT(name, extension, function)
  };
  return table;
}

#undef FORMAT
#undef FINDINGS_FORMAT
#undef TEST_FORMAT

}  // namespace rothcheck::reports
