// Findings as JUnit: a suite a file, a case for each rule that it was looked at for, and for each
// other kind of finding that came up in it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "reports/findings_report.hpp"
#include "reports/junit.hpp"

namespace rothcheck::reports {

namespace {

using Found = std::vector<const Finding*>;

std::string line_of(const FindingsReport& report, const Finding& finding) {
  std::string place;
  if (finding.where.somewhere()) {
    const Place at = report.sources.place(finding.where);
    place = fmt::format("{}:{}:{}: ", name_in(report.repository, at.path), at.line, at.column);
  }
  return place + finding.message;
}

std::string lines_of(const FindingsReport& report, const Found& found) {
  std::string lines;
  for (const Finding* finding : found) lines += line_of(report, *finding) + "\n";
  return lines;
}

JUnitCase case_of(const FindingsReport& report, const FindingKind& kind, const Found& found) {
  JUnitCase one{.name = fmt::format("{} {}", kind.code, kind.name)};
  Found open = found;
  std::erase_if(open, [](const Finding* finding) { return !finding->waived.empty(); });
  if (open.empty()) {
    if (!found.empty()) one.skipped = "waived " + found.front()->waived;
  } else if (kind.severity >= report.fail_level) {
    one.failure = open.front()->message;
    if (open.size() > 1) one.failure += fmt::format(" (and {} more)", open.size() - 1);
    one.details = lines_of(report, open);
    for (const Finding* finding : open) {
      if (!finding->ask.empty()) one.details += fmt::format("ask: {}\n", finding->ask);
    }
    if (!kind.help.empty()) one.details += fmt::format("help: {}\n", kind.help);
    if (!kind.citation.empty()) one.details += fmt::format("law: {}\n", kind.citation);
  } else {
    one.output = lines_of(report, open);
  }
  return one;
}

// A text that breaks the language was not looked at for rules: none of them has passed.
bool is_understood(const Found& findings) {
  return std::none_of(findings.begin(), findings.end(), [](const Finding* finding) {
    const std::string_view code = finding->kind->code;
    return finding->kind->severity == Severity::error &&
           (code.starts_with("SYN") || code.starts_with("TYP"));
  });
}

JUnitSuite suite_of(const FindingsReport& report, const std::string& name, const Found& findings,
                    bool looked_at) {
  const auto by_code = [](const FindingKind* a, const FindingKind* b) { return a->code < b->code; };
  std::map<const FindingKind*, Found, decltype(by_code)> by_kind{by_code};
  if (looked_at && is_understood(findings)) {
    for (const FindingKind* rule : report.rules) by_kind[rule];
  }
  for (const Finding* finding : findings) by_kind[finding->kind].push_back(finding);
  JUnitSuite suite{name, {}};
  for (const auto& [kind, found] : by_kind) suite.cases.push_back(case_of(report, *kind, found));
  if (suite.cases.empty()) suite.cases.push_back({.name = "nothing to say"});
  return suite;
}

}  // namespace

void write_findings_junit(const FindingsReport& report, bool, std::ostream& out) {
  std::map<std::uint16_t, Found> by_file;
  for (const std::uint16_t file : report.files) by_file[file];
  for (const Finding& finding : report.findings) by_file[finding.where.source].push_back(&finding);
  const std::set<std::uint16_t> looked_at{report.files.begin(), report.files.end()};
  std::vector<JUnitSuite> suites;
  for (const auto& [file, findings] : by_file) {
    const std::string name =
        file == 0 ? "rothcheck" : name_in(report.repository, report.sources.path(file));
    suites.push_back(suite_of(report, name, findings, looked_at.contains(file)));
  }
  write_junit(suites, out);
}

}  // namespace rothcheck::reports
