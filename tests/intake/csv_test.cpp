// CSV: separators, quotation marks, line ends, and rows that do not fit.
#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

Census read(std::string_view text) { return read_census("census.csv", text); }

TEST(Csv, EverySeparatorOfTheHeaderIsRecognised) {
  for (std::string_view text : {"id,class,pay\nE1,a,5\n", "id;class;pay\nE1;a;5\n",
                                "id\tclass\tpay\nE1\ta\t5\n", "id|class|pay\nE1|a|5\n"}) {
    const Census census = read(text);
    ASSERT_EQ(census.participants.size(), 1u) << text;
    EXPECT_EQ(census.participants[0].id, "E1");
    EXPECT_EQ(census.participants[0].employee_class, "a");
    EXPECT_EQ(census.participants[0].pay, 5_usd);
    const bool comma = text[2] == ',';
    EXPECT_EQ(census.findings.size(), comma ? 0u : 1u);
    if (!comma) {
      EXPECT_EQ(census.findings[0].kind->code, "CEN023");
    }
  }
}

TEST(Csv, SeparatorsInsideQuotationMarksOfTheHeaderDoNotCount) {
  const Census census = read("id;\"a,b,c,d\";pay\nE1;x;5\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].pay, 5_usd);
}

TEST(Csv, AStatedSeparatorIsUsedAndItsLineIsCounted) {
  const Census census = read("sep=|\r\nid|a;b;c|pay\r\nE1|x|5\r\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].row->line, 3u);
}

TEST(Csv, AByteOrderMarkIsNoPartOfTheFirstHeader) {
  const Census census = read("\xEF\xBB\xBFid,pay\nE1,5\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_TRUE(census.findings.empty());
}

TEST(Csv, LinesEndInAnyOfThreeWays) {
  for (std::string_view text : {"id,pay\nE1,5\nE2,x\n", "id,pay\r\nE1,5\r\nE2,x\r\n",
                                "id,pay\rE1,5\rE2,x\r", "id,pay\nE1,5\nE2,x"}) {
    const Census census = read(text);
    ASSERT_EQ(census.participants.size(), 1u) << text;
    EXPECT_EQ(
        said(census.findings),
        (Lines{
            "3:2 CEN010 found words in pay, expected an amount such as 1234.50, not below zero"}));
  }
}

TEST(Csv, QuotedCellsHoldSeparatorsPairsOfMarksAndLineBreaks) {
  const Census census = read("id,class,pay\n\"E1\",\"a, \"\"b\"\"\nc\",\"1,234.50\"\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].employee_class, "a, \"b\"\nc");
  EXPECT_EQ(census.participants[0].pay, Money::cents(123450));
}

TEST(Csv, LinesBelowAQuotedLineBreakKeepTheirPhysicalNumber) {
  const Census census = read("id,class,pay\nE1,\"a\nb\r\nc\",5\nE2,x,?\n");
  ASSERT_EQ(census.findings.size(), 1u);
  EXPECT_EQ(census.findings[0].cell->line, 5u);
  EXPECT_EQ(notes_of(census.findings[0]),
            "a spreadsheet shows this as row 3: cells above hold line breaks");
}

TEST(Csv, AQuotationMarkInsideAPlainCellIsACharacter) {
  const Census census = read("id,class\nE1,6'2\" tall\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].employee_class, "6'2\" tall");
}

TEST(Csv, BlankRowsAreSkippedAndCounted) {
  const Census census = read("\n\nid,pay\n\n,\n  , \nE1,5\n\nE2,x\n\n");
  EXPECT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.rows_rejected, 1);
  EXPECT_EQ(census.findings.at(0).cell->line, 9u);
}

TEST(Csv, ShortAndLongRowsAreRejectedWithTheirCounts) {
  const Census census = read("id,pay,class\nE1,5\nE2,5,a\nE3,1,234,a\nE4\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"2:0 CEN007 3 rows have more or fewer cells than the header: "
                   "lines 2, 4, 5"}));
  EXPECT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.rows_rejected, 3);
}

TEST(Csv, OneEmptyCellTooManyIsASeparatorAtTheEnd) {
  const Census census = read("id,pay\nE1,5,\nE2,5,,\n");
  EXPECT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(said(census.findings), (Lines{"3:0 CEN007 the row has 4 cells, the header has 2"}));
}

TEST(Csv, AnUnclosedQuotationMarkIsReportedWhereItOpened) {
  const Census census = read("id,pay\nE1,5\nE2,\"5\nE3,5\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"3:2 CEN006 the quotation mark opened here is never closed"}));
  // The rest of the file is inside the mark, so nobody knows which rows there are.
  EXPECT_TRUE(census.participants.empty());
  EXPECT_FALSE(census.readable);
}

TEST(Csv, AnUnclosedQuotationMarkInTheHeaderLeavesNothing) {
  const Census census = read("id,\"pay\nE1,5\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"1:2 CEN006 the quotation mark opened here is never closed"}));
  EXPECT_FALSE(census.readable);
}

TEST(Csv, TextAfterAClosingQuotationMarkSpoilsOnlyItsRow) {
  const Census census = read("id,class\nE1,\"a\"b\nE2,\"c\" \n");
  EXPECT_EQ(said(census.findings),
            (Lines{"2:2 CEN011 there is text after the quotation mark that ends the cell"}));
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].employee_class, "c");
}

TEST(Csv, AFileWithoutAParticipantIsAnError) {
  for (std::string_view text : {"", "\n\n", "\xEF\xBB\xBF"}) {
    const Census census = read(text);
    EXPECT_EQ(said(census.findings), (Lines{"1:0 CEN002 the file is empty"}));
    EXPECT_FALSE(census.readable);
  }
  const Census census = read("\nid,pay\n\n");
  EXPECT_EQ(said(census.findings), (Lines{"2:0 CEN002 there is no row under the header"}));
  EXPECT_FALSE(census.readable);
}

TEST(Csv, WhatIsNotATableIsCalledByItsName) {
  const auto message = [](std::string_view text) {
    const Census census = read(text);
    EXPECT_FALSE(census.readable);
    EXPECT_EQ(census.findings.size(), 1u);
    return said(census.findings.at(0));
  };
  EXPECT_EQ(message("%PDF-1.7\n"), "1:0 CEN001 this is a PDF, not a table of participants");
  EXPECT_EQ(message("PK\x03\x04rest"), "1:0 CEN051 the workbook is cut off or damaged");
  EXPECT_EQ(message("\xD0\xCF\x11\xE0rest"),
            "1:0 CEN001 this is an old workbook (.xls) or another Office file: save it as .xlsx");
  EXPECT_EQ(message("<html>"), "1:0 CEN001 this is a web page, not a table of participants");
  EXPECT_EQ(message("{\"id\": 1}"), "1:0 CEN001 this is JSON, not CSV, TOML, XML or a workbook");
  EXPECT_EQ(message(std::string_view{"id,pay\nE1,\0005\n", 12}),
            "1:0 CEN001 the file has NUL bytes: it is not a text file");
}

}  // namespace
}  // namespace rothcheck::intake
