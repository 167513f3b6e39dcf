#include <gtest/gtest.h>

#include "reports/fingerprint.hpp"
#include "reports/xml_text.hpp"
#include "tests/reports/ci.hpp"

namespace rothcheck::reports {
namespace {

constexpr std::string_view text = "plan \"A\" {\n    limit 5% of pay\n    limit 5% of pay\n}\n";

struct Report {
  Sources sources;
  Findings findings;
  FindingsReport report{.findings = findings, .sources = sources};

  Report() {
    sources.add("new plans/50% #1.plan", std::string(text));
    report.files = {1};
  }
  Report(const Report&) = delete;

  Span first() const { return {1, 15, 30}; }
  Span second() const { return {1, 35, 50}; }
  std::string as(FindingsWriter write) const { return in_format(write, report); }
};

TEST(NameInRepository, IsFromItsRootWhereverTheRunStands) {
  const Repository inside{"/checkout/repo", "/checkout/repo/plans"};
  EXPECT_EQ(name_in(inside, "acme.plan"), "plans/acme.plan");
  EXPECT_EQ(name_in(inside, "./a/../acme.plan"), "plans/acme.plan");
  EXPECT_EQ(name_in(inside, "../acme.plan"), "acme.plan");
  EXPECT_EQ(name_in(inside, "/checkout/repo/plans/acme.plan"), "plans/acme.plan");
  EXPECT_EQ(name_in(Repository{"", "/checkout"}, "plans/acme.plan"), "plans/acme.plan");
}

TEST(NameInRepository, HasNoWayOutInIt) {
  const Repository inside{"/checkout/repo", "/checkout/repo"};
  EXPECT_EQ(name_in(inside, "../../etc/acme.plan"), "etc/acme.plan");
  EXPECT_EQ(name_in(inside, "/etc/acme.plan").find(".."), std::string::npos);
  EXPECT_FALSE(name_in(inside, "/etc/acme.plan").starts_with("/"));
}

TEST(Uri, IsPercentEncodedUtf8) {
  EXPECT_EQ(as_uri("new plans/Z\xC3\xBCrich #1 50%:a.plan"),
            "new%20plans/Z%C3%BCrich%20%231%2050%25%3Aa.plan");
  EXPECT_EQ(as_uri("\xFF"), "%EF%BF%BD");
}

TEST(Fingerprint, StaysWithItsLineWhenLinesAboveComeAndGo) {
  Sources before, after;
  before.add("a.plan", "x\n    limit 5% of pay\n");
  after.add("a.plan", "new\nx\n  limit   5% of pay\n");
  const Repository here;
  EXPECT_EQ(Fingerprints(before, here).next({&ci_error, "m", {1, 6, 11}}),
            Fingerprints(after, here).next({&ci_error, "other words", {1, 8, 13}}));
}

TEST(Fingerprint, TellsRulesFilesAndRepeatedLinesApart) {
  const Report sample;
  Fingerprints prints{sample.sources, {}};
  const std::string one = prints.next({&ci_error, "m", sample.first()});
  const std::string same_line = prints.next({&ci_error, "m", sample.second()});
  EXPECT_NE(one, same_line);
  EXPECT_EQ(one.substr(0, 16), same_line.substr(0, 16));
  EXPECT_TRUE(one.ends_with(":1") && same_line.ends_with(":2"));
  EXPECT_NE(prints.next({&ci_warning, "m", sample.first()}).substr(0, 16), one.substr(0, 16));
}

TEST(Fingerprint, HoldsNothingOfAParticipantFile) {
  const Sources none;
  EXPECT_EQ(
      Fingerprints(none, {}).next({&ci_error, "Jane", {}, {}, Cell{"c.csv", 2, 3, "Roe"}}),
      Fingerprints(none, {}).next({&ci_error, "Rob", {}, {}, Cell{"other.csv", 9, 1, "pay"}}));
}

TEST(Sarif, PlacesResultsByUriAndHalfOpenColumns) {
  Report sample;
  sample.findings = {
      {&ci_error, "two clauses disagree", sample.first(), {{"here", sample.second()}}}};
  const std::string sarif = sample.as(write_findings_sarif);
  EXPECT_EQ(times(sarif, "\"uri\": \"new%20plans/50%25%20%231.plan\""), 2) << sarif;
  EXPECT_NE(sarif.find("\"region\": {\"startLine\": 2, \"startColumn\": 5, \"endLine\": 2, "
                       "\"endColumn\": 20}"),
            sarif.npos);
  EXPECT_NE(sarif.find("\"relatedLocations\": [{\"physicalLocation\""), sarif.npos);
  EXPECT_NE(sarif.find("\"text\": \"Two clauses disagree.\""), sarif.npos);
  EXPECT_NE(sarif.find("\"columnKind\": \"unicodeCodePoints\""), sarif.npos);
}

TEST(Sarif, HasAPageForEveryRuleThatWasLookedFor) {
  Report sample;
  sample.report.rules = {&ci_info, &ci_warning};
  sample.findings = {{&ci_error, "x", sample.first()}};
  const std::string sarif = sample.as(write_findings_sarif);
  EXPECT_EQ(times(sarif, "\"fullDescription\""), 3);
  // Without help of its own, a rule sends to its page.
  EXPECT_NE(sarif.find("\"help\": {\"text\": \"See `rothcheck explain PLN305`.\""), sarif.npos);
  // MBR101, PLN301, PLN305: by code.
  EXPECT_NE(sarif.find("\"ruleId\": \"PLN301\", \"ruleIndex\": 1"), sarif.npos);
}

TEST(Sarif, SuppressesWhatIsWaivedAndKeepsItsReason) {
  Report sample;
  sample.findings = {{&ci_warning, "x", sample.first()}};
  sample.findings[0].waived = "until 2026-12-31: amendment 3";
  const std::string sarif = sample.as(write_findings_sarif);
  EXPECT_NE(sarif.find("\"suppressions\": [{\"kind\": \"inSource\", \"status\": \"accepted\", "
                       "\"justification\": \"until 2026-12-31: amendment 3\"}]"),
            sarif.npos)
      << sarif;
}

TEST(Sarif, SaysOfTheRunWhatStandsInNoFile) {
  Report sample;
  sample.findings = {{&ci_error, "cannot read a.plan"}};
  const std::string sarif = sample.as(write_findings_sarif);
  EXPECT_NE(sarif.find("\"executionSuccessful\": false"), sarif.npos);
  EXPECT_NE(sarif.find("\"results\": []"), sarif.npos) << sarif;
}

TEST(Sarif, OffersOnlyFixesThatAreSafe) {
  Report sample;
  Finding finding{&ci_error, "x", sample.first()};
  finding.fix = {{sample.first(), ""}};
  sample.findings = {finding};
  EXPECT_EQ(times(sample.as(write_findings_sarif), "\"fixes\""), 0);
  sample.findings[0].fix_is_safe = true;
  EXPECT_EQ(times(sample.as(write_findings_sarif), "\"deletedRegion\""), 1);
}

TEST(Sarif, KeepsTheMostSevereWhereGitHubTakesNoMore) {
  Report sample;
  sample.findings.assign(25'000, {&ci_info, "x", sample.first()});
  sample.findings.push_back({&ci_error, "y", sample.second()});
  const std::string sarif = sample.as(write_findings_sarif);
  EXPECT_EQ(times(sarif, "\"ruleId\""), 25'000);
  EXPECT_EQ(times(sarif, "\"ruleId\": \"PLN301\""), 1);
  EXPECT_NE(sarif.find("Left out, the least severe first: 1 of the results."), sarif.npos);
}

TEST(JUnit, HasACaseForEachRuleOfEachFile) {
  Report sample;
  sample.report.rules = {&ci_error, &ci_warning};
  sample.findings = {{&ci_error, "one", sample.first()}, {&ci_error, "two", sample.second()}};
  // Not inside the macro: its preprocessor would take a line that begins with # for a directive.
  const std::string expected = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="rothcheck" tests="2" failures="1" errors="0" time="0.000">
  <testsuite name="new plans/50% #1.plan" tests="2" failures="1" errors="0" skipped="0" time="0.000">
    <testcase classname="new plans/50% #1" name="MBR101 after-tax-no-exit" time="0.000"/>
    <testcase classname="new plans/50% #1" name="PLN301 conflicting-clauses" time="0.000">
      <failure message="one (and 1 more)" type="finding">new plans/50% #1.plan:2:5: one
new plans/50% #1.plan:3:5: two
help: keep one of them
</failure>
    </testcase>
  </testsuite>
</testsuites>
)xml";
  EXPECT_EQ(sample.as(write_findings_junit), expected);
}

TEST(JUnit, ACleanRunHasACaseThatPassed) {
  Report sample;
  const std::string junit = sample.as(write_findings_junit);
  EXPECT_EQ(times(junit, "<testcase "), 1) << junit;
  EXPECT_EQ(times(junit, "failures=\"0\""), 2) << junit;
  sample.report.files.clear();
  EXPECT_EQ(times(sample.as(write_findings_junit), "<testcase "), 1);
}

TEST(JUnit, SkipsWhatIsWaivedAndPassesWhatIsBelowTheFailLevel) {
  Report sample;
  sample.findings = {{&ci_warning, "x", sample.first()}, {&ci_error, "y", sample.first()}};
  sample.findings[1].waived = "until 2026-12-31: a & b";
  const std::string junit = sample.as(write_findings_junit);
  EXPECT_NE(junit.find("<skipped>waived until 2026-12-31: a &amp; b</skipped>"), junit.npos);
  EXPECT_NE(junit.find("<system-out>new plans/50% #1.plan:2:5: x\n</system-out>"), junit.npos);
  EXPECT_EQ(times(junit, "<failure"), 0);
  sample.report.fail_level = Severity::warning;
  EXPECT_EQ(times(sample.as(write_findings_junit), "<failure"), 1);
}

TEST(JUnit, ATextThatIsNotUnderstoodHasPassedNoRule) {
  Report sample;
  sample.report.rules = {&ci_error, &ci_warning};
  sample.findings = {{&ci_syntax, "x", sample.first()}};
  const std::string junit = sample.as(write_findings_junit);
  EXPECT_EQ(times(junit, "<testcase "), 1) << junit;
  EXPECT_EQ(times(junit, "<failure "), 1);
}

TEST(XmlText, WritesNothingThatXmlCannot) {
  EXPECT_EQ(xml_text("a<b>&\"\n\x01\x1b[0m\xFF\xEF\xBF\xBF"),
            "a&lt;b&gt;&amp;&quot;\n\xEF\xBF\xBD\xEF\xBF\xBD[0m\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(xml_attribute("a\n\tb"), "a&#10;&#9;b");
}

TEST(GitHub, AnnotatesTheLine) {
  Report sample;
  sample.findings = {{&ci_warning, "no way out", sample.first()}};
  EXPECT_EQ(sample.as(write_findings_github),
            "::warning file=new plans/50%25 #1.plan,line=2,endLine=2,col=5,endColumn=20,"
            "title=rothcheck MBR101 after-tax-no-exit::no way out%0Ahelp: look for a way out%0A"
            "law: IRC 402A(c)(4)\n");
}

TEST(GitHub, NoTextCanStartACommandOfItsOwn) {
  Sources sources;
  sources.add("a,b:c\n::stop-commands::x.plan", "plan\n");
  const Findings findings = {
      {&ci_error,
       "said \"\n::add-mask::hunter2\r\n  ::set-output name=x::1\" and 100%0A::error::\x1b[2J",
       {1, 0, 4},
       {{"\n::notice::note", {}}}},
      {&ci_info, "\r::debug::no place"}};
  const std::string github =
      in_format(write_findings_github, {.findings = findings, .sources = sources});
  EXPECT_EQ(times(github, "\n"), 2) << github;
  EXPECT_EQ(times(github, "\r"), 0);
  EXPECT_EQ(times(github, "\x1b"), 0);
  EXPECT_TRUE(github.starts_with("::error file=a%2Cb%3Ac%0A%3A%3Astop-commands%3A%3Ax.plan,"))
      << github;
  EXPECT_NE(github.find("and 100%250A::error::"), github.npos) << github;
  EXPECT_NE(github.find("\n::notice title=rothcheck PLN305 no-scenario::%0D::debug::no place"),
            github.npos)
      << github;
}

TEST(FormatsForServices, HaveTheQuestionToAskThePlanAdministrator) {
  Sources sources;
  sources.add("a.plan", "plan\n");
  Finding silent{&ci_warning, "the plan file is silent", {1, 0, 4}};
  silent.ask = "may after-tax money be paid out?";
  const Findings findings = {silent};
  const FindingsReport report{
      .findings = findings, .sources = sources, .files = {1}, .fail_level = Severity::warning};
  EXPECT_TRUE(
      in_format(write_findings_github, report)
          .ends_with("silent%0Aask: may after-tax money be paid out?%0Alaw: IRC 402A(c)(4)\n"));
  EXPECT_EQ(times(in_format(write_findings_sarif, report),
                  "Ask the plan administrator: May after-tax money be paid out?"),
            1);
  EXPECT_EQ(times(in_format(write_findings_junit, report), "ask: may after-tax money be paid out?"),
            1);
  EXPECT_EQ(times(in_format(write_findings_json, report),
                  "\"ask\": \"may after-tax money be paid out?\""),
            1);
}

TEST(GitHub, StaysWithinWhatIsShownAndCountsTheRest) {
  Report sample;
  for (int i = 0; i < 13; ++i) {
    for (const FindingKind* kind : {&ci_error, &ci_warning, &ci_info})
      sample.findings.push_back({kind, "x", sample.first()});
  }
  const std::string github = sample.as(write_findings_github);
  EXPECT_EQ(times(github, "::error "), 10);
  EXPECT_EQ(times(github, "::warning "), 10);
  EXPECT_EQ(times(github, "::notice "), 10);
  EXPECT_TRUE(github.starts_with("::error "));
  EXPECT_TRUE(github.ends_with(
      "::notice title=rothcheck::10 more findings are not shown here; the formats sarif and json "
      "have them all\n"))
      << github;
}

TEST(GitHub, SaysNothingOfACleanRunAndOfWhatIsWaived) {
  Report sample;
  EXPECT_EQ(sample.as(write_findings_github), "");
  sample.findings = {{&ci_error, "x", sample.first()}};
  sample.findings[0].waived = "until 2026-12-31: y";
  EXPECT_EQ(sample.as(write_findings_github), "");
}

TEST(GitLab, GivesEachFindingAFingerprintAndAPlace) {
  Report sample;
  sample.findings = {{&ci_error, "one", sample.first()},
                     {&ci_error, "two", sample.second()},
                     {&ci_warning, "nowhere"}};
  const std::string gitlab = sample.as(write_findings_gitlab);
  EXPECT_EQ(times(gitlab, "\"fingerprint\""), 3);
  EXPECT_EQ(times(gitlab, "\"path\": \"new plans/50% #1.plan\""), 3) << gitlab;
  EXPECT_EQ(times(gitlab, "\"severity\": \"major\""), 2);
  EXPECT_NE(gitlab.find("\"begin\": {\"line\": 3, \"column\": 5}"), gitlab.npos);
  EXPECT_EQ(in_format(write_findings_gitlab, {.findings = {}, .sources = sample.sources}), "[]\n");
}

TEST(FindingsJson, CountsAndKeepsWhatIsWaived) {
  Report sample;
  sample.findings = {{&ci_error, "one", sample.first(), {{"do this", {}}}},
                     {&ci_warning, "two", sample.second()}};
  sample.findings[1].waived = "until 2026-12-31: y";
  const std::string json = sample.as(write_findings_json);
  EXPECT_NE(json.find("\"errors\": 1,\n    \"warnings\": 0,\n    \"infos\": 0,\n    \"waived\": 1"),
            json.npos)
      << json;
  EXPECT_NE(json.find("\"waived\": \"until 2026-12-31: y\""), json.npos);
  EXPECT_NE(json.find("{\"message\": \"do this\"}"), json.npos);
  EXPECT_NE(json.find("\"byte\": 15"), json.npos);
}

}  // namespace
}  // namespace rothcheck::reports
