// Data-driven cases.
#include "intake/cases/cases.hpp"

#include <gtest/gtest.h>

#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

struct Reading {
  Sources sources;
  Outcome<std::vector<Case>> outcome;
};

Reading read(std::string text) {
  Reading reading;
  const std::uint16_t source = reading.sources.add("cases.toml", std::move(text));
  reading.outcome = read_cases(reading.sources, source);
  return reading;
}

Lines lines(const Reading& reading) { return said(reading.outcome.findings, reading.sources); }

/// A case with every line that is asked for, and `lines` after them, from line 6 on.
Reading read_with(const std::string& more) {
  return read(
      "[[case]]\nid = \"a\"\ncommand = \"convert\"\nyear = 2026\nexpect = { taxable = 5 }\n" +
      more);
}

TEST(Cases, ACheckIsReadWhole) {
  const Reading reading = read(
      "# é\n[[case]]\nid = \"emily\"\ncommand = \"check\"\nyear = 2025\nsource = \"a page\"\n"
      "note = \"ours\"\nplan = '''\nplan \"é\" {\n}\n'''\n"
      "participants = [\n  { id = \"p\", age = 28, pay = 200000.50, hce = \"yes\" },\n"
      "  { id = \"q\", birth_date = 1998-02-03 },\n]\n"
      "expect = { \"p.room\" = 40500.00, \"p.verdict\" = \"available\", \"q.hce\" = false }\n"
      "tolerance = 0.01\nlimits = \"old-years.toml\"\n");
  EXPECT_EQ(lines(reading), Lines{});
  ASSERT_EQ(reading.outcome.value->size(), 1u);
  const Case& one = reading.outcome.value->front();
  EXPECT_EQ(one.id, "emily");
  EXPECT_EQ(one.command, "check");
  EXPECT_EQ(one.year, 2025);
  EXPECT_EQ(one.source, "a page");
  EXPECT_EQ(one.note, "ours");
  EXPECT_EQ(one.tolerance, Money::cents(1));
  EXPECT_EQ(one.limits_file, "old-years.toml");
  EXPECT_EQ(reading.sources.place(one.where).line, 2);

  ASSERT_EQ(one.participants.size(), 2u);
  EXPECT_EQ(one.participants[0].pay, Money::cents(20'000'050));
  EXPECT_EQ(one.participants[0].hce, true);
  EXPECT_EQ(one.participants[0].row->line, 13u);
  EXPECT_EQ(one.participants[1].birth_date, date(1998, 2, 3));

  ASSERT_EQ(one.expectations.size(), 3u);
  EXPECT_EQ(one.expectations[0].key, "p.room");
  EXPECT_EQ(one.expectations[0].text, "40500.00");
  EXPECT_EQ(one.expectations[0].low, 40'500_usd);
  EXPECT_EQ(one.expectations[0].high, 40'500_usd);
  EXPECT_EQ(reading.sources.slice(one.expectations[0].where), "\"p.room\" = 40500.00");
  EXPECT_EQ(one.expectations[1].text, "available");
  EXPECT_FALSE(one.expectations[1].low.has_value());
  EXPECT_EQ(one.expectations[2].text, "false");
}

TEST(Cases, ThePlaceOfAPlanIsThatOfItsText) {
  for (std::string_view quotes : {"'''", "\"\"\""}) {
    for (std::string_view line_end : {"", "\n", "\r\n"}) {
      const std::string text = "plan = " + std::string{quotes} + std::string{line_end} +
                               "plan é {}\n" + std::string{quotes} + "\n";
      const Reading reading = read_with(text);
      ASSERT_TRUE(reading.outcome);
      const Case& one = reading.outcome.value->front();
      EXPECT_EQ(one.plan, "plan é {}\n");
      EXPECT_EQ(reading.sources.slice(one.plan_at), one.plan);
    }
  }
  const Reading reading = read_with("plan = \"plan x {}\"\n");
  EXPECT_EQ(reading.sources.slice(reading.outcome.value->front().plan_at), "plan x {}");
  EXPECT_EQ(reading.sources.place(reading.outcome.value->front().plan_at).column, 9);
}

TEST(Cases, FactsOfOtherCommandsAreText) {
  const Reading reading = read_with(
      "with = { filing_status = \"single\", magi = 160_000, amount = 7500.50, lived_apart = true "
      "}\n");
  EXPECT_EQ(lines(reading), Lines{});
  const std::vector<std::pair<std::string, std::string>> expected = {{"filing_status", "single"},
                                                                     {"magi", "160000"},
                                                                     {"amount", "7500.50"},
                                                                     {"lived_apart", "true"}};
  EXPECT_EQ(reading.outcome.value->front().with, expected);
}

TEST(Cases, AnExpectedPercentageIsReadAsExactly) {
  const Reading reading = read(
      "[[case]]\nid=\"a\"\ncommand=\"acp\"\nyear=2026\nplan_file=\"x.plan\"\nexpect={ limit = "
      "0.29, \"nhce.count\" = 12 }\n");
  EXPECT_EQ(lines(reading), Lines{});
  EXPECT_EQ(reading.outcome.value->front().plan_file, "x.plan");
  EXPECT_FALSE(reading.outcome.value->front().plan_at.somewhere());
  EXPECT_EQ(reading.outcome.value->front().expectations[0].low, Money::cents(29));
  EXPECT_EQ(reading.outcome.value->front().expectations[1].text, "12");
}

TEST(Cases, WhatACaseLacksIsNamed) {
  const Reading reading = read(
      "[[case]]\nnote = \"x\"\n[[case]]\nid = \"b\"\ncommand = \"check\"\nyear = 2026\nexpect = "
      "{}\n");
  EXPECT_EQ(
      lines(reading),
      (Lines{"1:1 CFG103 the case has no id", "1:1 CFG103 the case has no command",
             "1:1 CFG103 the case has no year", "1:1 CFG103 the case has no expect",
             "7:10 CFG103 the case expects nothing", "3:1 CFG103 a case of check has no plan"}));
  EXPECT_TRUE(reading.outcome.value->empty());
}

TEST(Cases, UnknownKeysAreNotPassedOver) {
  const Reading reading = read_with("participant = 5\n");
  EXPECT_EQ(lines(reading), (Lines{"6:1 CFG102 \"participant\" is not a key of a case"}));
  EXPECT_EQ(notes_of(reading.outcome.findings[0]), "did you mean participants?");
  EXPECT_EQ(lines(read("x = 1\n")), (Lines{"1:1 CFG102 \"x\" is not [[case]]"}));
  EXPECT_EQ(lines(read("")), (Lines{"1:1 CFG103 the file has no [[case]]"}));
}

TEST(Cases, AParticipantsMistakesAreShownAtTheirPlace) {
  const Reading reading = read_with(
      "participants = [\n  { id = \"é\", bonsu = 5 },\n  { id = \"b\", pay = \"x\" },\n  { pay = "
      "1e3 },\n  5,\n]\n");
  EXPECT_EQ(
      lines(reading),
      (Lines{"7:15 CFG102 \"bonsu\" is not a participant field",
             "8:21 CFG104 found words in pay, expected an amount such as 1234.50, not below zero",
             "9:11 CFG104 found a number in another notation than decimal in pay",
             "9:3 CFG103 the participant has no id",
             "10:3 CFG104 a participant is a number, not a table"}));
  EXPECT_EQ(notes_of(reading.outcome.findings[0]), "did you mean bonus?");
}

TEST(Cases, ValuesOfAnotherKindAreRefused) {
  const Reading reading = read(
      "[[case]]\nid = 5\ncommand = \"chekc\"\nyear = \"2026\"\nplan = 1\nwith = { a = [1] }\n"
      "expect = { b = 1e3 }\ntolerance = \"0.01\"\n");
  EXPECT_EQ(lines(reading),
            (Lines{"2:6 CFG104 id is a number, not text",
                   "3:11 CFG104 \"chekc\" is not a command of cases",
                   "4:8 CFG104 year is text, not a year such as 2026",
                   "5:8 CFG104 plan is a number, not text", "6:14 CFG104 a is a list",
                   "7:16 CFG104 b is a number in another notation than decimal",
                   "8:13 CFG104 tolerance is text, not an amount"}));
}

TEST(Cases, AGoodCaseStandsBesideABadOne) {
  const Reading reading = read_with(
      "[[case]]\nid = \"a\"\ncommand = \"convert\"\nyear = 26\nexpect = { taxable = 5 }\n");
  EXPECT_EQ(lines(reading), (Lines{"7:6 CFG105 \"a\" is the id of an earlier case",
                                   "9:8 CFG104 year is 26, not a year such as 2026"}));
  EXPECT_EQ(reading.outcome.value->size(), 1u);
}

TEST(Cases, WhatIsNotTomlHasNoValue) {
  const Reading reading = read("[[case]\n");
  EXPECT_FALSE(reading.outcome);
  EXPECT_EQ(lines(reading).at(0).substr(0, 24), "1:8 CFG101 not TOML here");
}

}  // namespace
}  // namespace rothcheck::intake
