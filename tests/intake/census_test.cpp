// Columns to facts, rows to participants, and what is said about the others.
#include "intake/census.hpp"

#include <gtest/gtest.h>

#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

Census read(std::string_view text) { return read_census("census.csv", text); }

/// What is said about one cell of a column.
std::string about(std::string_view column, std::string_view cell) {
  const Census census =
      read("id," + std::string{column} + "\nE1,\"" + std::string{cell} + "\"\nE2,\n");
  EXPECT_EQ(census.participants.size(), 1u) << cell;
  EXPECT_EQ(census.rows_rejected, 1) << cell;
  return census.findings.size() == 1 ? said(census.findings[0]) : "not one finding";
}

TEST(Census, HeadersMatchWithoutRegardToCaseSpacesAndDashes) {
  const Census census = read(
      " Id ,Birth Date,PRIOR-YEAR PAY,Pre_Tax,ROTH,after_tax,Class\n"
      "E1,2/3/1998,\"$140,000\",12%,0,5000,union\n");
  ASSERT_EQ(census.participants.size(), 1u);
  const Participant& person = census.participants[0];
  EXPECT_EQ(person.birth_date, date(1998, 2, 3));
  EXPECT_EQ(person.prior_year_pay, 140'000_usd);
  EXPECT_EQ(person.pre_tax, Election{12_pct});
  EXPECT_EQ(person.after_tax, Election{5000_usd});
  EXPECT_EQ(person.employee_class, "union");
  EXPECT_EQ(person.row->path, "census.csv");
  EXPECT_EQ(person.row->line, 2u);
  EXPECT_TRUE(census.findings.empty());
}

TEST(Census, EmptyCellsAreMissingFactsAndBlanksAroundTextAreNot) {
  const Census census = read(
      "id,pay,class\n\xC2\xA0"
      "E1 , ,  a b \n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id, "E1");
  EXPECT_FALSE(census.participants[0].pay.has_value());
  EXPECT_EQ(census.participants[0].employee_class, "a b");
}

TEST(Census, AnUnknownColumnIsNamedOnceAndSuggestsTheFieldMeant) {
  const Census census = read("id,Department,bonsu,\nE1,a,5,\nE2,b,6,\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"1:2 CEN004 \"Department\" is not a participant field and is left out",
                   "1:3 CEN004 \"bonsu\" is not a participant field and is left out"}));
  EXPECT_EQ(notes_of(census.findings[1]), "did you mean bonus?");
  EXPECT_EQ(census.findings[1].cell->header, "bonsu");
  EXPECT_EQ(census.findings[0].kind->severity, Severity::info);
  EXPECT_EQ(census.participants.size(), 2u);
}

TEST(Census, TwoColumnsForOneFactAreAnError) {
  const Census census = read("id,pay,class,Pay,ID\nE1,5,a,6,E2\n");
  EXPECT_EQ(said(census.findings), (Lines{"1:4 CEN005 columns B and D are both pay",
                                          "1:5 CEN005 columns A and E are both id"}));
  EXPECT_FALSE(census.readable);
  EXPECT_TRUE(census.participants.empty());
}

TEST(Census, AMissingIdColumnIsNamedWithTheHeadersSeen) {
  const Census census = read("Employee No,Pay\nE1,5\n");
  EXPECT_EQ(said(census.findings).back(),
            "1:0 CEN003 no column is named id; the headers are \"Employee No\", \"Pay\"");
  EXPECT_FALSE(census.readable);
}

TEST(Census, ALongListOfHeadersStandsInANote) {
  const Census census = read("Employee No,Pay,Class,Birth Date,Hire Date,Department\nE1,,,,,\n");
  EXPECT_LE(census.findings.back().message.size(), 90u);
  EXPECT_EQ(notes_of(census.findings.back()),
            "headers seen: \"Employee No\", \"Pay\", \"Class\", \"Birth Date\", \"Hire Date\", "
            "\"Department\"; name it `id`, Employee ID or Employee Number, or say which it is with "
            "--map \"HEADER=id\"");
}

TEST(Census, AHeaderThatIsARowOfDataIsNotPrinted) {
  const Census census = read("E1,1980-01-02,\"$82,460.35\"\nE2,1981-01-02,5\n");
  for (const Finding& finding : census.findings) {
    EXPECT_EQ(said(finding).find("1980"), std::string::npos);
    EXPECT_EQ(said(finding).find("82,460"), std::string::npos);
    EXPECT_EQ(finding.cell->header.find("1980"), std::string::npos);
  }
  EXPECT_EQ(said(census.findings).back(),
            "1:0 CEN025 the first row is data: the columns have no names");
}

TEST(Census, ABadCellSaysWhatWasFoundAndWhatWasExpected) {
  EXPECT_EQ(about("birth_date", "2/30/1980"),
            "2:2 CEN010 found an unreadable date in birth_date, expected a date such as "
            "1998-02-03 or "
            "2/3/1998");
  EXPECT_EQ(about("pay", "$1,23"),
            "2:2 CEN010 found an unreadable number in pay, expected an amount such as "
            "1234.50, not below zero");
  EXPECT_EQ(about("pay", "-5"),
            "2:2 CEN010 found a negative number in pay, expected an amount such as 1234.50, not "
            "below zero");
  EXPECT_EQ(about("pay", "n/a"),
            "2:2 CEN010 found words in pay, expected an amount such as 1234.50, not below zero");
  EXPECT_EQ(about("hce", "maybe"), "2:2 CEN010 found \"maybe\" in hce, expected yes or no");
}

TEST(Census, ABadCellNamesItsPlaceAndHeader) {
  const Census census = read("id,class,Base Pay\nE1,a,5\nE2,b,x\n");
  ASSERT_EQ(census.findings.size(), 1u);
  const Cell cell = census.findings[0].cell.value();
  EXPECT_EQ(cell.path, "census.csv");
  EXPECT_EQ(cell.line, 3u);
  EXPECT_EQ(cell.column, 3);
  EXPECT_EQ(cell.header, "Base Pay");
}

TEST(Census, ALongTextIsShortenedAndALongExpectationStandsInANote) {
  const Census census =
      read("id,business\nE1,\"a business of some kind that nobody has ever heard of\"\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"2:2 CEN010 found \"a business of some kind that nobody h...\" in business"}));
  EXPECT_EQ(notes_of(census.findings[0]),
            "expected sole-proprietor, partner, s-corporation or c-corporation");
}

TEST(Census, FactsAboutAPersonAreDescribedAndNotPrinted) {
  EXPECT_EQ(about("pay", "1980-01-02"),
            "2:2 CEN010 found a date in pay, expected an amount such as 1234.50, not below zero");
  EXPECT_EQ(about("pay", "1980-01-02 00:00:00"),
            "2:2 CEN010 found a date and a time in pay, expected an "
            "amount such as 1234.50, not below zero");
  EXPECT_EQ(about("age", "82460.35"),
            "2:2 CEN010 found a number in age, expected an age in whole years, at most 120");
  EXPECT_EQ(about("hire_date", "Smith, John"),
            "2:2 CEN010 found words in hire_date, expected a date such as 1998-02-03 or 2/3/1998");
  EXPECT_EQ(about("hire_date", "987-65-4320"),
            "2:2 CEN010 found a number of nine digits or more in hire_date");
  EXPECT_EQ(about("birth_date", "3.5.1980"),
            "2:2 CEN010 found an unreadable date in birth_date, expected a date such as "
            "1998-02-03 or "
            "2/3/1998");
}

TEST(Census, ANumberLikeASocialSecurityNumberIsMaskedInAHeaderToo) {
  const Census census = read("id,987-65-4320\nE1,5\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"1:2 CEN004 \"***-**-4320\" is not a participant field and is left out"}));
  EXPECT_EQ(census.findings[0].cell->header, "***-**-4320");
}

TEST(Census, WhatMayHelpStandsInANote) {
  const auto advice = [](std::string_view cell) {
    const Census census = read("id,pay\nE1,\"" + std::string{cell} + "\"\n");
    return notes_of(census.findings.at(0));
  };
  EXPECT_EQ(advice("$1,23"),
            "commas stand between groups of three digits, a point before the cents");
  EXPECT_EQ(advice("(5.00)"), "enter the year's total after reversals");
  for (std::string_view damaged : {"1.23E+05", "####", "#REF!", "#N/A"}) {
    EXPECT_EQ(advice(damaged),
              "the spreadsheet damaged this cell; format the column as a number and export again");
  }
}

TEST(Census, EveryBadCellOfARowIsReportedAndTheRowCountedOnce) {
  const Census census = read("id,pay,age,hce\nE1,x,y,z\nE2,5,40,yes\n");
  EXPECT_EQ(census.findings.size(), 3u);
  EXPECT_EQ(census.rows_rejected, 1);
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id, "E2");
}

TEST(Census, ARowWithoutAnIdIsRejected) {
  const Census census = read("id,pay\n,5\nE2,5\n");
  EXPECT_EQ(said(census.findings), (Lines{"2:0 CEN008 the row has no id"}));
  EXPECT_EQ(census.rows_rejected, 1);
  EXPECT_EQ(census.participants.size(), 1u);
}

TEST(Census, RowsThatShareAnIdAreAllRejected) {
  const Census census = read("id,pay\nE1,5\nE2,5\nE1,6\nE3,5\nE1,7\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"4:0 CEN009 2 rows repeat the id of another row: lines 4, 6"}));
  EXPECT_EQ(census.rows_rejected, 3);
  ASSERT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(census.participants[0].id, "E2");
  EXPECT_EQ(census.participants[1].id, "E3");
}

TEST(Census, ABadRowStillClaimsItsId) {
  const Census census = read("id,pay\nE1,x\nE1,6\nE2,5\nE2,y\n");
  EXPECT_EQ(census.rows_rejected, 4);
  EXPECT_TRUE(census.participants.empty());
  EXPECT_EQ(said(census.findings), (Lines{"2:2 CEN010 2 cells of pay cannot be read: lines 2, 5",
                                          "3:0 CEN009 2 rows repeat the id of another row: lines "
                                          "3, 5"}));
}

TEST(Census, BytesThatAreNotUtf8SpoilOnlyTheirRowWhereUtf8IsStated) {
  CensusOptions options;
  options.encoding = Encoding::utf8;
  const Census census =
      read_census("census.csv", "id,class,note\nE1,\xE9t\xE9,a\nE2,b,\xE9\n\xE9,b,a\n", options);
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id, "E2");
  EXPECT_EQ(said(census.findings).at(1),
            "2:2 CEN010 found bytes that are not UTF-8 in class, expected a word or words");
  EXPECT_EQ(said(census.findings).at(2),
            "4:1 CEN010 found bytes that are not UTF-8 in id, expected text");
}

}  // namespace
}  // namespace rothcheck::intake
