// JUnit XML as Jenkins reads it: suites of cases, each passed, failed or skipped.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace rothcheck::reports {

struct JUnitCase {
  std::string name;
  std::string failure = {};  // one line; empty: it did not fail
  std::string details = {};  // below it
  std::string skipped = {};  // why
  std::string output = {};   // of a case that passed
};

struct JUnitSuite {
  std::string name;
  std::vector<JUnitCase> cases;
};

/// A run without any case is written as one that passed, for a report of nothing is taken for a
/// broken one.
void write_junit(const std::vector<JUnitSuite>& suites, std::ostream& out);

}  // namespace rothcheck::reports
