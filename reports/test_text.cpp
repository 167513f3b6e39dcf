// `test -f text`: what failed, with the steps that led there; what no scenario comes to; the
// counts.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/clauses.hpp"
#include "reports/page.hpp"
#include "reports/test_report.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

std::string indented(std::string_view text) {
  std::string result;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && c != '\n') result += "  ";
    result += c;
    at_start = c == '\n';
  }
  return result;
}

void write_record(const TestReport& report, const TestRecord& record, bool colour,
                  std::ostream& out) {
  const std::string place = line_place(report.sources, record.where);
  const std::string name = printable(record.name);
  switch (record.outcome) {
    case TestOutcome::passed:
      return;
    case TestOutcome::failed:
      out << fmt::format("{}  {}  ({})\n{}\n", inked("FAILED", Ink::bad, colour), name, place,
                         indented(record.message));
      return;
    case TestOutcome::waits:
      out << fmt::format("{}  ({}): {}\n", name, place, record.message);
      return;
  }
}

using Clauses = std::vector<const ClauseCoverage*>;

void write_clauses(const TestReport& report, std::string_view title, const Clauses& clauses,
                   std::ostream& out) {
  if (clauses.empty()) return;
  out << "  " << title << '\n';
  for (const ClauseCoverage* clause : clauses) {
    out << fmt::format("    {}  {}\n", line_place(report.sources, clause->where),
                       printable(clause_text(report.sources, clause->where)));
  }
}

void write_plan(const TestReport& report, const PlanCoverage& plan, bool colour,
                std::ostream& out) {
  Clauses unused, unbound;
  std::ptrdiff_t boundaries = 0;
  for (const ClauseCoverage& clause : plan.clauses) {
    boundaries += clause.is_boundary ? 1 : 0;
    if (clause.used_by.empty()) {
      unused.push_back(&clause);
    } else if (clause.is_boundary && clause.bound_by.empty()) {
      unbound.push_back(&clause);
    }
  }
  const std::ptrdiff_t bound =
      std::count_if(plan.clauses.begin(), plan.clauses.end(),
                    [](const ClauseCoverage& clause) { return !clause.bound_by.empty(); });
  out << fmt::format("{}  {}  ({})\n", inked("COVERAGE", Ink::bold, colour), printable(plan.plan),
                     line_place(report.sources, plan.where));
  out << fmt::format("  {} of {} deciding clauses are in some scenario\n",
                     std::ssize(plan.clauses) - std::ssize(unused), std::ssize(plan.clauses));
  if (boundaries != 0)
    out << fmt::format("  {} of {} ceilings decide in some scenario\n", bound, boundaries);
  write_clauses(report, "in no scenario:", unused, out);
  write_clauses(report, "in scenarios, but decide in none:", unbound, out);
  out << '\n';
}

}  // namespace

std::string_view to_string(TestOutcome outcome) {
  switch (outcome) {
    case TestOutcome::passed:
      return "passed";
    case TestOutcome::failed:
      return "failed";
    case TestOutcome::waits:
      return "waits";
  }
  return "";
}

void write_coverage_text(const TestReport& report, bool colour, std::ostream& out) {
  for (const PlanCoverage& plan : report.coverage) write_plan(report, plan, colour, out);
}

void write_test_text(const TestReport& report, bool colour, std::ostream& out) {
  const auto count = [&report](TestOutcome outcome) {
    return std::count_if(report.tests.begin(), report.tests.end(),
                         [outcome](const TestRecord& test) { return test.outcome == outcome; });
  };
  for (const TestRecord& record : report.tests) write_record(report, record, colour, out);
  write_coverage_text(report, colour, out);
  out << fmt::format("{} passed, {} failed", count(TestOutcome::passed),
                     count(TestOutcome::failed));
  if (const auto waiting = count(TestOutcome::waits); waiting != 0)
    out << fmt::format(", {} waiting", waiting);
  out << '\n';
}

}  // namespace rothcheck::reports
