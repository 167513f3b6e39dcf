// What the tests of plans came to, to bytes.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/source.hpp"
#include "reports/repository.hpp"

namespace rothcheck::reports {

enum class TestOutcome : std::uint8_t { passed, failed, waits };
std::string_view to_string(TestOutcome);

/// One expectation that the answer does not meet: `expected room $40,500.00, found $35,500.00`.
struct Mismatch {
  std::string text;
  Span where = {};
};

/// A scenario of a plan, or a case of a case file.
struct TestRecord {
  std::string name;
  std::string plan;  // empty for a case
  Span where;
  TestOutcome outcome = TestOutcome::passed;
  std::vector<Mismatch> mismatches = {};
  std::string reason = {};   // why it failed without an answer, or what it waits for
  std::string message = {};  // all of it for people, with the steps that led there
};

/// One clause of a plan that can decide an answer.
struct ClauseCoverage {
  std::string_view subject;  // "limit", "match", "nonelective", "permission"
  Span where;
  std::vector<std::string> used_by = {};   // scenarios whose derivation has it
  bool is_boundary = false;                // a ceiling in percent or dollars
  std::vector<std::string> bound_by = {};  // scenarios in which that ceiling decides
};

struct PlanCoverage {
  std::string plan;
  Span where;
  int scenarios = 0;
  std::vector<ClauseCoverage> clauses;
};

struct TestReport {
  const Sources& sources;
  std::vector<TestRecord> tests;
  Findings findings;  // about the files themselves
  bool with_coverage = false;
  std::vector<PlanCoverage> coverage;
  Repository repository;
};

void write_test_text(const TestReport& report, bool colour, std::ostream& out);
void write_test_json(const TestReport& report, bool colour, std::ostream& out);
/// A suite a file, a case a scenario. The steps of a failed one are not in it: they hold amounts of
/// pay.
void write_test_junit(const TestReport& report, bool colour, std::ostream& out);

/// The part of the text that tells which clauses no scenario comes to.
void write_coverage_text(const TestReport& report, bool colour, std::ostream& out);

}  // namespace rothcheck::reports
