// `test -f junit`: a suite a file, a case a scenario or data-driven case, and one for what is wrong
// with a file itself.
#include <fmt/format.h>

#include <map>
#include <ostream>

#include "reports/junit.hpp"
#include "reports/test_report.hpp"

namespace rothcheck::reports {

namespace {

std::string place_of(const TestReport& report, Span where) {
  if (!where.somewhere()) return "";
  const Place place = report.sources.place(where);
  return fmt::format("{}:{}: ", name_in(report.repository, place.path), place.line);
}

JUnitCase case_of(const TestReport& report, const TestRecord& record) {
  JUnitCase one{.name = record.name};
  if (record.outcome == TestOutcome::waits) one.skipped = record.reason;
  if (record.outcome != TestOutcome::failed) return one;
  if (record.mismatches.empty()) {
    one.failure = record.reason;
    one.details = place_of(report, record.where) + record.reason;
    return one;
  }
  one.failure = record.mismatches.front().text;
  for (const Mismatch& mismatch : record.mismatches)
    one.details += fmt::format("{}{}\n", place_of(report, mismatch.where), mismatch.text);
  return one;
}

}  // namespace

void write_test_junit(const TestReport& report, bool, std::ostream& out) {
  std::map<std::uint16_t, JUnitSuite> suites;
  const auto suite_of = [&](Span where) -> JUnitSuite& {
    JUnitSuite& suite = suites[where.source];
    suite.name = where.somewhere() ? name_in(report.repository, report.sources.path(where.source))
                                   : "rothcheck";
    return suite;
  };
  for (const TestRecord& record : report.tests)
    suite_of(record.where).cases.push_back(case_of(report, record));
  for (const Finding& finding : report.findings) {
    if (finding.kind->severity != Severity::error || !finding.waived.empty()) continue;
    suite_of(finding.where)
        .cases.push_back({.name = fmt::format("{} {}", finding.kind->code, finding.kind->name),
                          .failure = finding.message,
                          .details = place_of(report, finding.where) + finding.message});
  }
  std::vector<JUnitSuite> all;
  for (auto& [source, suite] : suites) all.push_back(std::move(suite));
  write_junit(all, out);
}

}  // namespace rothcheck::reports
