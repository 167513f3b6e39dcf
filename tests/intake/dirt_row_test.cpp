// Dirty rows: rows 17 to 26 of the design's table, and what is counted.
#include <gtest/gtest.h>

#include <sstream>

#include "intake/census.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

Census read(std::string_view text) {
  CensusOptions options;
  options.year = 2025;
  options.keep_rejects = true;
  const Census census = read_census("census.csv", text, options);
  EXPECT_EQ(census.rows_read, static_cast<std::int64_t>(census.participants.size()) +
                                  census.rows_rejected + census.rows_skipped);
  EXPECT_EQ(census.rows_rejected, static_cast<std::int64_t>(census.rejects.size()));
  return census;
}

TEST(DirtyRow, BlankRowsAndEmptyColumnsAtTheEndAreNotSeen) {
  const Census census = read("id,pay,,\nE1,5,,\n,,,\n\nE2,6\nE3,7,,,\n");
  EXPECT_EQ(census.participants.size(), 3u);
  EXPECT_EQ(census.rows_read, 3);
  EXPECT_TRUE(census.findings.empty());
}

TEST(DirtyRow, TotalsWithoutAnIdAreLeftOutAndTold) {
  const Census census = read("class,id,pay\na,E1,5\nSales Total,,5\nb,E2,6\nGrand Total,,11\n");
  EXPECT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(census.rows_skipped, 2);
  EXPECT_EQ(said(census.findings), (Lines{"3:0 CEN034 2 rows of totals are left out: lines 3, 5"}));
}

TEST(DirtyRow, TheWordTotalInTheColumnOfTheIdIsNoId) {
  const Census census = read("id,pay\nE1,5\nE2,6\nTOTAL,\"$11.00\"\n");
  EXPECT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(said(census.findings), (Lines{"4:0 CEN034 a row of totals is left out"}));
  // Somebody may be called so; a date shows that it is somebody.
  EXPECT_EQ(read("id,pay,hire_date\nTotal,5,2020-01-01\n").participants.size(), 1u);
  EXPECT_EQ(read("id,pay\nTotaline,5\n").participants.size(), 1u);
}

TEST(DirtyRow, TotalsThatAreNotTheSumAreTold) {
  const Census census = read("id,pay,match\nE1,5,1\nE2,6,1\nTotal,12,2\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"4:0 CEN034 a row of totals is left out",
                   "4:2 CEN035 the rows above do not add up to the total of pay"}));
  // A sum with an unreadable cell in it cannot be compared.
  EXPECT_EQ(read("id,pay\nE1,x\nE2,6\nTotal,12\n").findings.size(), 2u);
}

TEST(DirtyRow, SumsWithoutALabelAreRowsWithoutAnId) {
  const Census census = read("id,pay\nE1,5\n,5\n");
  EXPECT_EQ(said(census.findings), (Lines{"3:0 CEN008 the row has no id"}));
  EXPECT_EQ(census.rows_rejected, 1);
}

TEST(DirtyRow, ARepeatedHeaderIsLeftOutAndTold) {
  const Census census = read("Employee ID,Pay\nE1,5\nEmployee ID,Pay\nE2,6\n");
  EXPECT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(said(census.findings),
            (Lines{"3:0 CEN033 the header stands here again and is left out"}));
}

TEST(DirtyRow, TooManyOrTooFewCellsSpoilTheRow) {
  const Census census = read("id,pay,class\nE1,5,a\nE2,1,234,a\nE3,5,a,\n");
  EXPECT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(said(census.findings), (Lines{"3:0 CEN007 the row has 4 cells, the header has 3"}));
}

TEST(DirtyRow, ALineBreakInsideACellKeepsTheLinesRight) {
  const Census census = read("id,class,pay\nE1,\"12 Main St\nApt 4\",5\nE2,b,x\n");
  EXPECT_EQ(census.findings.at(0).cell->line, 4u);
}

TEST(DirtyRow, ABareQuotationMarkIsALetterAndTold) {
  const Census census = read("id,class\nE1,6'2\"\nE2,Bob \"Al\" Lee\n");
  ASSERT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(census.participants[1].employee_class, "Bob \"Al\" Lee");
  EXPECT_EQ(said(census.findings),
            (Lines{"2:2 CEN045 a quotation mark inside a cell is taken as a letter"}));
}

TEST(DirtyRow, RowsOfOneIdAreAllLeftOut) {
  const Census census = read("id,pay\nE1,5\nE2,5\nE1,6\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(said(census.findings), (Lines{"4:0 CEN009 lines 2 and 4 have the same id"}));
  EXPECT_NE(notes_of(census.findings[0]).find("hired again"), std::string::npos);
}

TEST(DirtyRow, RowsOfOneSocialSecurityNumberAreAllLeftOut) {
  const Census census = read("id,SSN,pay\nE1,987-65-4320,5\nE2,987654320,5\nE3,987-65-4321,5\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id, "E3");
  EXPECT_EQ(said(census.findings).at(1),
            "3:0 CEN009 lines 2 and 3 have the same Social Security number");
}

TEST(DirtyRow, FootnotesWithoutAnIdAreLeftOutAndTold) {
  const Census census = read("class,id,pay\na,E1,5\n* estimated,,\nsee note 2\n");
  EXPECT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.rows_skipped, 2);
  EXPECT_EQ(said(census.findings),
            (Lines{"3:0 CEN036 2 rows are remarks and are left out: lines 3, 4"}));
  // In the column of the id as well, where it is no code.
  EXPECT_EQ(said(read("id,pay\nE1,5\n* estimated\n").findings),
            (Lines{"3:0 CEN036 a remark is left out"}));
  EXPECT_EQ(said(read("id,pay\nE1,5\nE2\n").findings),
            (Lines{"3:0 CEN007 the row has 1 cell, the header has 2"}));
  // A person has a name, a date of birth or a status where the table has columns for them.
  EXPECT_EQ(said(read("id,class,age,pay\nE1,a,30,5\nE2,,,\n").findings),
            (Lines{"3:0 CEN060 this may be a sum, a heading or a remark, and not a person"}));
}

TEST(DirtyRow, TextLikeAFormulaIsText) {
  const Census census = read("id,class\n=1+1,@x\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id, "=1+1");
}

TEST(DirtyRow, OneCauseInTenThousandRowsIsOneMessage) {
  std::string text = "id,pay,age\n";
  for (int i = 0; i < 10'000; ++i) text += "E" + std::to_string(i) + ",\"1,23\",x\n";
  const Census census = read(text);
  EXPECT_EQ(said(census.findings),
            (Lines{"2:2 CEN010 10,000 cells of pay cannot be read: lines 2, 3, 4, 5, 6, ...",
                   "2:3 CEN010 10,000 cells of age cannot be read: lines 2, 3, 4, 5, 6, ..."}));
  EXPECT_EQ(census.rows_rejected, 10'000);
}

TEST(DirtyRow, OtherCausesInOneColumnAreToldApart) {
  const Census census = read("id,pay\nE1,\"1,23\"\nE2,1E+05\nE3,\"2,34\"\n");
  EXPECT_EQ(said(census.findings).at(0), "2:2 CEN010 2 cells of pay cannot be read: lines 2, 4");
  EXPECT_EQ(census.findings.size(), 2u);
}

TEST(DirtyRow, RejectedRowsAreKeptAsTheyWereWithTheirReasons) {
  const Census census = read(
      "id,pay,class\nE1,\"$1,23\",\"a, b\"\nE2,5,=x\nE3,5\nE2,6,c\nE4,-5,\"say \"\"no\"\"\"\n");
  EXPECT_TRUE(census.participants.empty());
  std::ostringstream out;
  write_rejects({"id", "pay", "class"}, census.rejects, out);
  EXPECT_EQ(out.str(),
            "rejected_line,rejected_because,id,pay,class\n"
            "2,\"pay: found an unreadable number in pay, expected an amount such as "
            "1234.50, not below "
            "zero\",E1,\"$1,23\",\"a, b\"\n"
            "3,another row has the same id,E2,5,\"'=x\"\n"
            "4,\"the row has 2 cells, the header has 3\",E3,5\n"
            "5,lines 3 and 5 have the same id,E2,6,c\n"
            "6,\"pay: found a negative number in pay, expected an amount such as 1234.50, not "
            "below zero\",E4,-5,\"say \"\"no\"\"\"\n");
}

TEST(DirtyRow, RejectedCellsThatASpreadsheetWouldRunAreDefused) {
  std::ostringstream out;
  write_rejects({"id"},
                {{2,
                  {"why"},
                  {"\xEF\xBC\x9D"
                   "1+1"}},
                 {3, {"why"}, {"-5.00"}}},
                out);
  EXPECT_EQ(out.str(),
            "rejected_line,rejected_because,id\n2,why,\"'\xEF\xBC\x9D"
            "1+1\"\n3,why,-5.00\n");
}

}  // namespace
}  // namespace rothcheck::intake
