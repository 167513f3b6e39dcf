// JUnit XML as Jenkins reads it. No times and no host: the same run gives the same bytes.
#include "reports/junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/xml_text.hpp"

namespace rothcheck::reports {

namespace {

struct Counts {
  std::ptrdiff_t tests = 0, failures = 0, skipped = 0;

  explicit Counts(const JUnitSuite& suite) : tests{std::ssize(suite.cases)} {
    for (const JUnitCase& one : suite.cases) {
      failures += one.failure.empty() ? 0 : 1;
      skipped += one.skipped.empty() ? 0 : 1;
    }
  }
};

// Jenkins takes what is before a full stop for a package.
std::string class_of(const std::string& suite) {
  const std::size_t stop = suite.rfind('.');
  return suite.find('/', stop) == suite.npos ? suite.substr(0, stop) : suite;
}

void write_case(const JUnitCase& one, const std::string& suite, std::ostream& out) {
  out << fmt::format(R"(    <testcase classname="{}" name="{}" time="0.000")",
                     xml_attribute(class_of(suite)), xml_attribute(one.name));
  if (one.failure.empty() && one.skipped.empty() && one.output.empty()) {
    out << "/>\n";
    return;
  }
  out << ">\n";
  if (!one.failure.empty()) {
    out << fmt::format("      <failure message=\"{}\" type=\"finding\">{}</failure>\n",
                       xml_attribute(one.failure), xml_text(one.details));
  } else if (!one.skipped.empty()) {
    out << fmt::format("      <skipped>{}</skipped>\n", xml_text(one.skipped));
  }
  if (!one.output.empty())
    out << fmt::format("      <system-out>{}</system-out>\n", xml_text(one.output));
  out << "    </testcase>\n";
}

void write_suite(const JUnitSuite& suite, std::ostream& out) {
  const Counts counts{suite};
  out << fmt::format(
      R"(  <testsuite name="{}" tests="{}" failures="{}" errors="0" skipped="{}" time="0.000">)",
      xml_attribute(suite.name), counts.tests, counts.failures, counts.skipped);
  out << '\n';
  for (const JUnitCase& one : suite.cases) write_case(one, suite.name, out);
  out << "  </testsuite>\n";
}

}  // namespace

void write_junit(const std::vector<JUnitSuite>& asked, std::ostream& out) {
  std::vector<JUnitSuite> suites = asked;
  std::erase_if(suites, [](const JUnitSuite& suite) { return suite.cases.empty(); });
  if (suites.empty()) suites.push_back({"rothcheck", {{.name = "nothing to say"}}});
  std::ptrdiff_t tests = 0, failures = 0;
  for (const JUnitSuite& suite : suites) {
    const Counts counts{suite};
    tests += counts.tests;
    failures += counts.failures;
  }
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      << fmt::format(
             R"(<testsuites name="rothcheck" tests="{}" failures="{}" errors="0" time="0.000">)",
             tests, failures)
      << '\n';
  for (const JUnitSuite& suite : suites) write_suite(suite, out);
  out << "</testsuites>\n";
}

}  // namespace rothcheck::reports
