// Participants from TOML.
#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

Census read(std::string_view text) { return read_census("census.toml", text); }

TEST(ParticipantTables, ValuesAreTextNumbersAnswersAndDates) {
  const Census census = read(
      "# comment\n[[participant]]\nid = \"E1\"\nbirth-date = 1998-02-03\nage = 28\n"
      "pay = 150_000\nhce = false\nroth = \"5%\"\n[[participant]]\nid = 7\n");
  EXPECT_TRUE(census.findings.empty());
  ASSERT_EQ(census.participants.size(), 2u);
  const Participant& person = census.participants[0];
  EXPECT_EQ(person.birth_date, date(1998, 2, 3));
  EXPECT_EQ(person.age, 28);
  EXPECT_EQ(person.pay, 150'000_usd);
  EXPECT_EQ(person.hce, false);
  EXPECT_EQ(person.roth, Election{5_pct});
  EXPECT_EQ(person.row->line, 2u);
  EXPECT_EQ(census.participants[1].id, "7");
}

TEST(ParticipantTables, ANumberWithAPointKeepsTheDigitsOfTheFile) {
  const Census census =
      read("[[participant]]\nid = \"é\"\npay = 1_234.5\nbonus = 0.29\nownership_pct = 5.25\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].pay, Money::cents(123450));
  EXPECT_EQ(census.participants[0].bonus, Money::cents(29));
  EXPECT_EQ(census.participants[0].ownership_pct, (Rate{525, 10000}));
}

TEST(ParticipantTables, OtherNumbersAreRefusedWithTheWayToWriteThem) {
  const Census census = read(
      "[[participant]]\nid = \"E1\"\npay = 1234.567\nbonus = 1.5e3\novertime = 0x10\n"
      "[[participant]]\nid = \"E2\"\npay = 5\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"3:7 CEN010 found a number with more than two decimals in pay",
                   "4:9 CEN010 found a number with an exponent in bonus",
                   "5:12 CEN010 found a number in another notation than decimal in overtime"}));
  EXPECT_EQ(notes_of(census.findings[0]),
            "expected an amount such as 1234.50, not below zero; "
            "write the value in quotation marks, an amount with at most two decimals");
  EXPECT_EQ(census.rows_rejected, 1);
  EXPECT_EQ(census.participants.size(), 1u);
}

TEST(ParticipantTables, PlacesAreRightBehindLettersOfSeveralBytes) {
  const Census census = read(
      "[[participant]]\r\nid = \"E1\"\r\n\"日本\" = \"é\"\r\n"
      "[[participant]]\r\nid = \"E2\"\r\npay = [1, 2] # é\r\n");
  EXPECT_EQ(
      said(census.findings),
      (Lines{
          "3:1 CEN004 \"日本\" is not a participant field and is left out",
          "6:7 CEN010 found a list in pay, expected an amount such as 1234.50, not below zero"}));
  EXPECT_EQ(census.findings[1].cell->header, "pay");
}

TEST(ParticipantTables, TwoKeysForOneFactSpoilTheRow) {
  const Census census = read(
      "[[participant]]\nid = \"E1\"\npay = 5\nPay = 6\n[[participant]]\nid = \"E2\"\nPay = 6\n");
  EXPECT_EQ(said(census.findings), (Lines{"4:7 CEN005 pay stands here twice"}));
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].pay, 6_usd);
}

TEST(ParticipantTables, ATableWithoutAnIdIsRejectedAtItsHeader) {
  const Census census = read("[[participant]]\nid = \"E1\"\n\n[[participant]]\npay = 5\n");
  EXPECT_EQ(said(census.findings), (Lines{"4:0 CEN008 the row has no id"}));
  EXPECT_EQ(census.participants.size(), 1u);
}

TEST(ParticipantTables, WhatIsNotTomlIsReportedAtItsPlace) {
  const Census census = read("[[participant]]\nid = \"E1\"\npay = \n");
  EXPECT_EQ(said(census.findings), (Lines{"3:7 CEN012 not TOML here: expected value, saw '\\n'"}));
  EXPECT_FALSE(census.readable);
}

TEST(ParticipantTables, OtherTablesAreNotPassedOver) {
  EXPECT_EQ(said(read("[participant]\nid = \"E1\"\n").findings),
            (Lines{"1:2 CEN012 [participant] is one table"}));
  EXPECT_EQ(said(read("[[participnat]]\nid = \"E1\"\n").findings),
            (Lines{"1:3 CEN012 \"participnat\" is not [[participant]]"}));
  EXPECT_EQ(said(read("participant = []\n").findings),
            (Lines{"1:0 CEN002 the file has no [[participant]]"}));
  EXPECT_EQ(said(read("participant = [5]\n").findings),
            (Lines{"1:16 CEN012 a participant is a number, not a table"}));
  EXPECT_EQ(said(read("year = 2026\n[[participant]]\nid = \"E1\"\n").findings),
            (Lines{"1:1 CEN012 \"year\" is not [[participant]]"}));
}

}  // namespace
}  // namespace rothcheck::intake
