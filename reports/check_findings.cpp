// What a check has to say, for services that others read. A code review is open to more people than
// a census is, so nothing of a row but its number leaves here.
#include "reports/check_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "reports/findings_report.hpp"

namespace rothcheck::reports {

namespace {

constexpr std::size_t most_rows = 5;

std::string spaced(std::string_view name) {
  std::string words{name};
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

// Where findings of one kind stand in the participant file, and how many there are.
struct Rows {
  std::vector<std::uint64_t> lines;
  int count = 0;

  void add(const std::optional<Cell>& cell) {
    ++count;
    if (cell && cell->line != 0) lines.push_back(cell->line);
  }
};

std::string message_of(const FindingKind& kind, Rows rows) {
  if (rows.lines.empty()) {
    return rows.count == 1 ? spaced(kind.name)
                           : fmt::format("{}, {} times", spaced(kind.name), rows.count);
  }
  std::sort(rows.lines.begin(), rows.lines.end());
  rows.lines.erase(std::unique(rows.lines.begin(), rows.lines.end()), rows.lines.end());
  const std::size_t shown = std::min(rows.lines.size(), most_rows);
  const std::vector<std::uint64_t> first(rows.lines.begin(),
                                         rows.lines.begin() + static_cast<std::ptrdiff_t>(shown));
  const std::size_t more = rows.lines.size() - shown;
  return fmt::format("{} in {} {}{} of the participant file", spaced(kind.name),
                     rows.lines.size() == 1 ? "line" : "lines", fmt::join(first, ", "),
                     more == 0 ? "" : fmt::format(" and {} more", more));
}

FindingsReport report_of(const CheckReport& report, const CheckOptions& options,
                         const Findings& findings) {
  FindingsReport about{.findings = findings, .sources = *report.sources};
  for (const PlanAnswer& plan : report.plans) {
    const std::uint16_t file = plan.where.source;
    if (file != 0 && std::find(about.files.begin(), about.files.end(), file) == about.files.end())
      about.files.push_back(file);
  }
  about.fail_level = options.fail_level;
  about.repository = options.repository;
  return about;
}

}  // namespace

Findings without_people(const CheckReport& report) {
  Findings about_plans;
  const auto by_code = [](const FindingKind* a, const FindingKind* b) { return a->code < b->code; };
  std::map<const FindingKind*, Rows, decltype(by_code)> about_people{by_code};
  for (const Finding& finding : report.findings) {
    if (finding.where.somewhere() && !finding.cell) {
      about_plans.push_back(finding);
    } else {
      about_people[finding.kind].add(finding.cell);
    }
  }
  for (const PlanAnswer& plan : report.plans)
    about_plans.insert(about_plans.end(), plan.findings.begin(), plan.findings.end());
  for (const Assessment& answer : report.participants) {
    for (const Finding& finding : answer.findings) {
      if (finding.waived.empty())
        about_people[finding.kind].add(finding.cell ? finding.cell : answer.row);
    }
  }
  const Span plan = report.plans.empty() ? Span{} : report.plans.front().where;
  for (const auto& [kind, rows] : about_people)
    about_plans.push_back({.kind = kind, .message = message_of(*kind, rows), .where = plan});
  return in_reading_order(std::move(about_plans));
}

void write_check_sarif(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  const Findings findings = without_people(report);
  write_findings_sarif(report_of(report, options, findings), false, out);
}

void write_check_junit(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  const Findings findings = without_people(report);
  write_findings_junit(report_of(report, options, findings), false, out);
}

void write_check_github(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  const Findings findings = without_people(report);
  write_findings_github(report_of(report, options, findings), false, out);
}

void write_check_gitlab(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  const Findings findings = without_people(report);
  write_findings_gitlab(report_of(report, options, findings), false, out);
}

}  // namespace rothcheck::reports
