#include "reports/check_findings.hpp"

#include <gtest/gtest.h>

#include "tests/reports/ci.hpp"
#include "tests/reports/sample.hpp"

namespace rothcheck::reports {
namespace {

constexpr FindingKind bad_cell{"CEN010", "unreadable-cell", Severity::error, "", "why", "help"};
constexpr FindingKind over{"MBR201", "over-annual-additions", Severity::error, "", "why", "help"};

// All that a row holds, in every part of a finding that could carry it.
Finding telling(const FindingKind& kind, std::uint64_t line) {
  return {&kind,
          "Jane Roe 987-65-4321 born 1980-02-03 is paid $200,123.00",
          {},
          {{"Jane Roe is E1234", {}}},
          Cell{"Jane-Roe.csv", line, 3, "Jane Roe"}};
}

const Sample& told() {
  static Sample sample;
  static const bool made = [] {
    sample.report.findings = {telling(bad_cell, 7), telling(bad_cell, 3)};
    sample.report.plans[0].findings = {
        {&ci_warning, "no way out", sample.span("after-tax allowed")}};
    for (int i = 0; i < 8; ++i) {
      Assessment answer = sample_answer(sample);
      answer.id = "E1234";
      answer.row = Cell{"Jane-Roe.csv", static_cast<std::uint64_t>(10 + i), 0, ""};
      answer.findings = {{&over, "Jane Roe has $75,250.00", sample.span("limit 10%")}};
      sample.add(answer);
    }
    return true;
  }();
  (void)made;
  return sample;
}

TEST(WithoutPeople, LeavesOfARowItsNumberAlone) {
  const Findings findings = without_people(told().report);
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].message, "unreadable cell in lines 3, 7 of the participant file");
  EXPECT_EQ(findings[0].where, told().report.plans[0].where);
  EXPECT_EQ(findings[1].message,
            "over annual additions in lines 10, 11, 12, 13, 14 and 3 more of the participant file");
  EXPECT_EQ(findings[2].message, "no way out");
  for (const Finding& finding : findings) EXPECT_FALSE(finding.cell);
}

TEST(WithoutPeople, NoServiceIsToldWhoAnybodyIs) {
  using Write = void (*)(const CheckReport&, const CheckOptions&, std::ostream&);
  for (const Write write :
       {write_check_sarif, write_check_junit, write_check_github, write_check_gitlab}) {
    const std::string text = told().written(write);
    for (const char* secret : {"Jane", "Roe", "987", "4321", "1980", "200,123", "75,250", "E1234",
                               "1234", "15000", "15,000"})
      EXPECT_EQ(text.find(secret), text.npos) << secret << " is in " << text;
    EXPECT_NE(text.find("o way out"), text.npos) << text;
    EXPECT_NE(text.find("CEN010"), text.npos) << text;
  }
}

TEST(WithoutPeople, WithoutAPlanItIsSaidOfTheRun) {
  Sample sample;
  sample.report.plans.clear();
  sample.report.findings = {telling(bad_cell, 7)};
  const std::string sarif = sample.written(write_check_sarif);
  EXPECT_NE(sarif.find("\"results\": []"), sarif.npos);
  EXPECT_NE(sarif.find("Unreadable cell in line 7 of the participant file."), sarif.npos) << sarif;
}

}  // namespace
}  // namespace rothcheck::reports
