#include <gtest/gtest.h>

#include <sstream>

#include "tests/reports/sample.hpp"

namespace rothcheck::reports {
namespace {

std::string full(const Findings& findings, const Sources& sources, bool colour = false) {
  std::ostringstream out;
  write_findings_text(findings, sources, colour, out);
  return out.str();
}

std::string concise(const Findings& findings, const Sources& sources) {
  std::ostringstream out;
  write_findings_concise(findings, sources, out);
  return out.str();
}

TEST(FindingsText, PointsAtItsWordsAndAtSecondPlaces) {
  const Sample sample;
  const Findings findings = {{&sample_kind,
                              "after-tax money can go in but never become Roth",
                              sample.span("after-tax allowed"),
                              {{"only daily", sample.span("automatic daily")}, {"ask", {}}}}};
  EXPECT_EQ(full(findings, sample.sources),
            R"(warning[MBR104] after-tax-no-exit: after-tax money can go in but never become Roth
  --> acme.plan:4:9
   |
 4 |         after-tax allowed    cite "SPD p. 9"
   |         ^^^^^^^^^^^^^^^^^
   = cite:    SPD p. 9
  --> acme.plan:7:48
   |
 7 |     in-plan-roth-rollover { after-tax allowed; automatic daily }
   |                                                --------------- only daily
   = because: why
   = law:     IRC 402A(c)(4)
   = help:    ask

)");
}

TEST(FindingsText, SaysWhyOnceForEachKindAndFallsBackToItsHelp) {
  const Sources sources;
  EXPECT_EQ(full({{&sample_kind, "x"}, {&sample_kind, "y"}}, sources),
            "warning[MBR104] after-tax-no-exit: x\n"
            "   = because: why\n"
            "   = law:     IRC 402A(c)(4)\n"
            "   = help:    help of the kind\n\n"
            "warning[MBR104] after-tax-no-exit: y\n"
            "   = law:     IRC 402A(c)(4)\n"
            "   = help:    help of the kind\n\n");
}

TEST(FindingsText, HasTheQuestionToAskInPlaceOfTheGeneralHelp) {
  const Sources sources;
  Finding finding{&sample_kind, "x"};
  finding.ask = "is after-tax money taken?";
  const std::string text = full({finding}, sources);
  EXPECT_NE(text.find("   = ask:     \"Is after-tax money taken?\"\n"), text.npos) << text;
  EXPECT_EQ(text.find("= help:"), text.npos) << text;
}

TEST(FindingsText, UnderlinesTheRightColumnsBehindWideCharactersAndMarks) {
  Sources sources;
  sources.add("t.plan", "\xE9\x80\x80\xE8\x81\xB7 e\xCC\x81 limit\n");
  const Findings findings = {{&sample_kind, "x", {1, 11, 16}}};
  ASSERT_EQ(sources.slice({1, 11, 16}), "limit");
  // Code points for editors, columns of the terminal for the marks.
  EXPECT_NE(full(findings, sources).find("  --> t.plan:1:7\n"), std::string::npos);
  EXPECT_NE(full(findings, sources).find("\n   |        ^^^^^\n"), std::string::npos);
}

TEST(FindingsText, NeitherCountsNorShowsAByteOrderMark) {
  Sources sources;
  sources.add("t.plan", "\xEF\xBB\xBFplan limit\n");
  EXPECT_NE(full({{&sample_kind, "x", {1, 8, 13}}}, sources)
                .find("  --> t.plan:1:6\n   |\n 1 | plan limit\n   |      ^^^^^\n"),
            std::string::npos);
}

TEST(FindingsText, UnderlinesTheRightColumnsBehindTabsAndAccents) {
  Sources sources;
  sources.add("t.plan", "\tcaf\xC3\xA9\tlimit  \n");
  const Findings findings = {{&sample_kind, "x", {1, 7, 12}}};
  EXPECT_EQ(sources.slice({1, 7, 12}), "limit");
  EXPECT_NE(full(findings, sources)
                .find("  --> t.plan:1:7\n"
                      "   |\n"
                      " 1 |     caf\xC3\xA9    limit  \n"
                      "   |             ^^^^^\n"),
            std::string::npos);
}

TEST(FindingsText, UnderlinesAStretchOfLinesToTheEndOfTheFirst) {
  Sources sources;
  sources.add("t.plan", "ab {\n}\n");
  EXPECT_NE(full({{&sample_kind, "x", {1, 3, 6}}}, sources).find(" 1 | ab {\n   |    ^\n"),
            std::string::npos);
}

TEST(FindingsText, PointsBehindTheLineAtTheEndOfTheText) {
  Sources sources;
  sources.add("t.plan", "plan");
  EXPECT_NE(full({{&sample_kind, "x", {1, 4, 4}}}, sources).find(" 1 | plan\n   |     ^\n"),
            std::string::npos);
}

TEST(FindingsText, ShowsALongLineAroundItsPlace) {
  Sources sources;
  sources.add("t.plan", std::string(500, 'a') + "HERE" + std::string(500, 'b'));
  const std::string text = full({{&sample_kind, "x", {1, 500, 504}}}, sources);
  std::istringstream lines{text};
  std::string line, excerpt, marks;
  while (std::getline(lines, line)) {
    EXPECT_LE(line.size(), 130u);
    if (line.starts_with(" 1 | ")) {
      excerpt = line;
      std::getline(lines, marks);
    }
  }
  EXPECT_EQ(excerpt.find("HERE"), marks.find("^^^^"));
  EXPECT_NE(marks.find("^^^^"), marks.npos);
}

TEST(FindingsText, NamesACellAsASpreadsheetDoes) {
  const Sources sources;
  const Findings findings = {{&sample_kind, "x", {}, {}, Cell{"census.csv", 812, 11, "after_tax"}},
                             {&sample_kind, "y", {}, {}, Cell{"census.csv", 9, 28, ""}},
                             {&sample_kind, "z", {}, {}, Cell{"census.csv", 3, 0, ""}},
                             {&sample_kind, "t", {}, {}, Cell{"census.toml", 3, 36, "pay"}},
                             {&sample_kind, "u", {}, {}, Cell{"census.xml", 1, 12, "pay"}}};
  const std::string text = full(findings, sources);
  EXPECT_NE(text.find("  --> census.csv:812:K (after_tax)\n"), text.npos);
  EXPECT_NE(text.find("  --> census.csv:9:AB\n"), text.npos);
  EXPECT_NE(text.find("  --> census.csv:3\n"), text.npos);
  // Their columns are characters of the line.
  EXPECT_NE(text.find("  --> census.toml:3:36 (pay)\n"), text.npos);
  EXPECT_NE(text.find("  --> census.xml:1:12 (pay)\n"), text.npos);
}

TEST(FindingsText, IsInColourOnlyWhenAsked) {
  const Sources sources;
  EXPECT_EQ(full({{&sample_kind, "x"}}, sources).find('\x1b'), std::string::npos);
  EXPECT_TRUE(
      full({{&sample_kind, "x"}}, sources, true).starts_with("\x1b[1;33mwarning[MBR104]\x1b[0m"));
}

TEST(FindingsConcise, IsALineThatEditorsParse) {
  const Sample sample;
  const Findings findings = {
      {&sample_kind, "one", sample.span("automatic daily")},
      {&sample_kind, "two", {}, {}, Cell{"census.csv", 812, 11, "after_tax"}},
      {&sample_kind, "three"}};
  EXPECT_EQ(concise(findings, sample.sources),
            "acme.plan:7:48: warning[MBR104] after-tax-no-exit: one\n"
            "census.csv:812:11: warning[MBR104] after-tax-no-exit: two\n"
            "warning[MBR104] after-tax-no-exit: three\n");
}

TEST(Findings, AreReadInTheOrderOfTheirPlaces) {
  const Findings sorted =
      in_reading_order({{&sample_kind, "c", {2, 0, 1}},
                        {&sample_kind, "b", {1, 9, 10}},
                        {&sample_kind, "e", {}, {}, Cell{"census.csv", 20, 1, ""}},
                        {&sample_kind, "d", {}, {}, Cell{"census.csv", 3, 1, ""}},
                        {&sample_kind, "a", {1, 2, 3}}});
  std::string order;
  for (const Finding& finding : sorted) order += finding.message;
  EXPECT_EQ(order, "deabc");
}

}  // namespace
}  // namespace rothcheck::reports
