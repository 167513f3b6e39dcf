// What is wrong with a text is said once, at its place, in plain words.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "dsl/findings.hpp"
#include "tests/dsl/loaded.hpp"

namespace rothcheck::dsl {
namespace {

std::string said(std::string text) { return Loaded{std::move(text)}.said(); }

TEST(SyntaxErrors, TextsThatAreNoPlanHaveNoValue) {
  EXPECT_EQ(said("plan \"x\" {\r  type 401(k)\r}\r"),
            "1:11 SYN001 the lines of this file end in carriage returns alone, as on old Macs\n");
  EXPECT_EQ(said("%PDF-1.7 ..."), "1:1 SYN001 this is a PDF, not a plan file\n");
  EXPECT_EQ(said("PK\x03\x04zip"),
            "1:1 SYN001 this is a zip, Word or Excel file, not a plan file\n");
  EXPECT_EQ(said(std::string{"plan \"x\"\n\0{}", 12}),
            "2:1 SYN001 this is a binary file, not a plan file: it has a NUL byte\n");
  EXPECT_EQ(said("plan \"x\xE9\" { }"), "1:8 SYN002 byte 0xE9 is not UTF-8 text\n");
  EXPECT_EQ(said(""), "1:1 SYN003 the file holds no plan\n");
  EXPECT_EQ(said("\n  # nothing\n"), "1:1 SYN003 the file holds no plan\n");
  EXPECT_FALSE(Loaded{""}.outcome.value);
  EXPECT_EQ(said(std::string((16u << 20) + 1, '\n')),
            "1:1 SYN004 the file has 16777217 bytes; a plan file has 16 MiB at most\n");
}

TEST(SyntaxErrors, AHugeLineIsAFinding) {
  EXPECT_EQ(said("plan \"x\" {\n" + std::string(10u << 20, 'a') + "\n}"),
            "2:1 SYN005 a line of 10485760 bytes; 65536 at most are read\n");
}

TEST(SyntaxErrors, DeepNestingIsAFinding) {
  EXPECT_EQ(said(std::string(10'000, '{')), "1:65 SYN006 blocks are nested more than 64 deep\n");
  std::string lines;
  for (int i = 0; i < 10'000; ++i) lines += "a {\n";
  EXPECT_EQ(said(lines), "65:3 SYN006 blocks are nested more than 64 deep\n");
}

TEST(SyntaxErrors, AMissingBraceIsReportedWhereItOpens) {
  const Loaded simple{"plan \"x\" {\n  type 401(k)\n"};
  EXPECT_EQ(simple.said(), "1:10 SYN007 this `{` is never closed\n");
  EXPECT_EQ(simple.notes(), "the file ends here 2:14\n");
  EXPECT_FALSE(simple.outcome.value);
  // The indentation tells which of two it is.
  EXPECT_EQ(
      said(
          "plan \"x\" {\n    contributions {\n        roth allowed\n    match { 50% of all }\n}\n"),
      "2:19 SYN007 this `{` is never closed\n");
}

TEST(SyntaxErrors, AnExtraBraceIsReportedWhereItStands) {
  EXPECT_EQ(said("plan \"x\" { type 401(k) }\n  }\n"), "2:3 SYN008 this `}` closes no block\n");
}

TEST(SyntaxErrors, AnUnclosedQuoteIsReportedOnce) {
  EXPECT_EQ(in_plan("    sponsor \"Acme").said(),
            "2:13 SYN009 this quoted text has no closing quote on its line\n");
  EXPECT_EQ(in_plan("    sponsor \"Acme \\\"x  # {").said(),
            "2:13 SYN009 this quoted text has no closing quote on its line\n");
  EXPECT_EQ(in_plan("    limit for \"a").said(),
            "2:15 SYN009 this quoted text has no closing quote on its line\n");
  EXPECT_EQ(said("plan \"x {\n type 401(k)\n}\n"),
            "1:6 SYN009 this quoted text has no closing quote on its line\n");
}

TEST(SyntaxErrors, ColumnsCountCharactersAndTabs) {
  EXPECT_EQ(in_plan("\tsource \"é§ü\"; sponsr \"x\"").said(),
            "2:16 SYN011 unknown statement `sponsr` in plan\n");
}

TEST(SyntaxErrors, UnknownStatementsGetASuggestion) {
  const Loaded typo = in_plan("contributions { limt 5% of pay }");
  EXPECT_EQ(typo.said(), "2:17 SYN011 unknown statement `limt` in contributions\n");
  EXPECT_EQ(typo.notes(), "did you mean `limit`?\n");
  EXPECT_EQ(in_plan("Sponsor \"x\"").notes(), "did you mean `sponsor`?\n");
  EXPECT_EQ(in_plan("contributions { after_tax allowed }").notes().substr(0, 26),
            "did you mean `after-tax`?\n");
  EXPECT_EQ(in_plan("testing { true-up { 50% of all } }").said(),
            "2:11 SYN011 unknown statement `true-up` in testing\n");
  EXPECT_EQ(in_plan("automatic daily").notes(),
            "`automatic` belongs in the in-plan-roth-rollover block\n");
  EXPECT_EQ(said("match { 50% of all }"), "1:1 SYN011 unknown statement `match` in a plan file\n");
  EXPECT_EQ(in_plan("10% of pay").said(),
            "2:1 SYN010 expected a statement of plan, found `10% of pay`\n");
}

TEST(SyntaxErrors, TheBlockOfAMisspeltHeadIsStillRead) {
  EXPECT_EQ(in_plan("contribution {\n  limit 5 of pay\n}\nmatch for {\n  each payperiod\n}").said(),
            "2:1 SYN011 unknown statement `contribution` in plan\n"
            "3:9 TYP002 `5` has no unit: a percent is written 10%, an amount $5,000\n"
            "5:11 SYN010 expected a group such as hce or age >= 50, found `{`\n"
            "6:8 SYN012 unknown period `payperiod`\n");
}

TEST(SyntaxErrors, OneMistakeIsOneFindingAndTheNextLineIsReadAgain) {
  EXPECT_EQ(in_plan("eligibility {\n"
                    "  age twenty\n"
                    "  service 3 mnths\n"
                    "  exclude clas \"x\"\n"
                    "  entry imediate; entry\n"
                    "  employer-money 1 year\n"
                    "}")
                .said(),
            "3:7 SYN010 expected a number such as 59 1/2, found `twenty`\n"
            "4:13 SYN012 unknown unit of time `mnths`\n"
            "5:11 SYN010 expected `class`, found `clas`\n"
            "6:9 SYN012 unknown entry date `imediate`\n"
            "6:24 SYN010 expected an entry date, found the end of the statement\n"
            "7:18 SYN010 expected `service`, found `1 year`\n");
}

TEST(SyntaxErrors, PhrasesSayWhatTheyExpect) {
  const auto limit = [](const std::string& rest) {
    const Loaded loaded = in_plan("contributions { limit 10% of pay " + rest + " }");
    EXPECT_EQ(loaded.findings().size(), 1u) << loaded.said();
    return loaded.said();
  };
  EXPECT_EQ(
      limit("on"),
      "2:36 SYN010 expected a kind of money such as after-tax, found the end of the statement\n");
  EXPECT_EQ(limit("on roth,"),
            "2:42 SYN010 expected another word after the comma, found the end of the statement\n");
  EXPECT_EQ(limit("for hec"),
            "2:38 SYN010 expected a group such as hce or age >= 50, found `hec`\n");
  EXPECT_EQ(limit("for age > 50"), "2:42 SYN010 expected `>=` or `<`, found `>`\n");
  EXPECT_EQ(limit("for service >= 5"), "2:49 SYN010 expected a time such as 5 years, found `5`\n");
  EXPECT_EQ(limit("for class pilots"), "2:44 SYN010 expected text in quotes, found `pilots`\n");
  EXPECT_EQ(limit("for hired after 2005-01-01"),
            "2:44 SYN010 expected `before` or `from`, found `after`\n");
  EXPECT_EQ(limit("from 7/1/2026"),
            "2:39 SYN010 expected a date such as 2026-07-01, found `7/1/2026`\n");
  EXPECT_EQ(limit("in June"), "2:37 SYN010 expected a year such as 2026, found `June`\n");
  EXPECT_EQ(limit("cite SPD"), "2:39 SYN010 expected text in quotes, found `SPD`\n");
  EXPECT_EQ(limit("cite \"SPD\" for hce"),
            "2:45 SYN010 expected the end of the statement, found `for`\n");
  EXPECT_EQ(limit("hce"), "2:34 SYN010 expected the end of the statement, found `hce`\n");
}

TEST(SyntaxErrors, ManyMistakesEndTheReading) {
  std::string lines;
  for (int i = 0; i < 200'000; ++i) lines += "sponsr \"x\"\n";
  const Loaded loaded = in_plan(lines);
  ASSERT_EQ(loaded.findings().size(), 101u);
  EXPECT_EQ(loaded.findings().back().kind, &finding::too_many);
  EXPECT_TRUE(loaded.outcome.value->empty());
}

TEST(SyntaxErrors, AManglednameIsNeverShown) {
  const std::string plan =
      "plan \"A\" { type 401(k); contributions { limit 10% of pay on pre-tax, roth for hce and "
      "service >= 5 years "
      "from 2026-01-01 cite \"x\" }\n match { greatest of { 100% of the first $3,000 } { 8% of pay "
      "when contributing "
      "at least 2% of pay }; each pay-period }\n compensation for match { counts base, 50% of "
      "commission }\n"
      " scenario \"s\" { age 40; roth 5% of pay; expect room between $0 and $5 } waive X1 until "
      "2026-01-01 because "
      "\"y\" }\n";
  const std::string alphabet = "{};,%$\"#<>= \n\t-0159ax(./\\\xC3\xA9";
  std::mt19937 random{20261121};
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 4'000; ++round) {
    std::string text = plan;
    for (std::size_t edits = 1 + below(3); edits > 0; --edits) {
      const std::size_t at = below(text.size());
      if (below(3) == 0) {
        text.erase(at, 1 + below(12));
      } else {
        text.insert(at, 1, alphabet[below(alphabet.size())]);
      }
    }
    const Loaded loaded{text};
    for (const Finding& finding : loaded.findings()) {
      const std::string& message = finding.message;
      EXPECT_EQ(message.find("boost"), std::string::npos) << message;
      EXPECT_EQ(message.find("N5"), std::string::npos) << message;
      EXPECT_LE(message.size(), 90u) << message;
      EXPECT_LE(finding.where.end, text.size());
      EXPECT_LE(finding.where.begin, finding.where.end);
    }
    EXPECT_TRUE(!loaded.findings().empty() ||
                (loaded.outcome.value && loaded.outcome.value->size() == 1))
        << text;
  }
}

TEST(SyntaxErrors, EveryKindIsWrittenLikeTheOthers) {
  std::string before;
  for (const FindingKind* kind : finding::all()) {
    EXPECT_EQ(kind->code.size(), 6u) << kind->code;
    EXPECT_NE(std::string{kind->code}, before);
    before = kind->code;
    EXPECT_EQ(kind->name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
              std::string::npos)
        << kind->name;
    EXPECT_TRUE(kind->why.ends_with('.')) << kind->code;
    EXPECT_FALSE(kind->help.ends_with('.')) << kind->code;
    for (std::string_view word : {"illegal", "invalid", "not permitted"}) {
      EXPECT_EQ(kind->why.find(word), std::string_view::npos) << kind->code;
    }
  }
}

}  // namespace
}  // namespace rothcheck::dsl
