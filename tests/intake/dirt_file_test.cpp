// Dirty files: what is survived, what is told, and what ends the reading. Rows 1 to 16 of the
// design's table.
#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

Census read(std::string_view text, std::optional<int> year = 2025) {
  CensusOptions options;
  options.year = year;
  return read_census("census.csv", text, options);
}

Census read_mapped(std::string_view text, std::initializer_list<std::string_view> entries) {
  CensusOptions options;
  for (std::string_view entry : entries) EXPECT_EQ(options.mapping.add(entry), std::nullopt);
  return read_census("census.csv", text, options);
}

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string text = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (char c : ascii) {
    if (big_endian) text += '\0';
    text += c;
    if (!big_endian) text += '\0';
  }
  return text;
}

/// The one reason why nothing could be made of the file.
std::string refusal(std::string_view text) {
  const Census census = read(text);
  EXPECT_FALSE(census.readable) << text;
  EXPECT_TRUE(census.participants.empty());
  return census.findings.empty() ? "" : said(census.findings.back());
}

TEST(DirtyFile, AByteOrderMarkIsNotSeen) {
  const Census census = read("\xEF\xBB\xBFid,pay\nE1,5\n");
  EXPECT_EQ(census.participants.size(), 1u);
  EXPECT_TRUE(census.findings.empty());
}

TEST(DirtyFile, Utf16OfEitherOrderIsConvertedAndTold) {
  for (bool big_endian : {false, true}) {
    const Census census = read(utf16("id\tpay\nE1\t\"1,234.50\"\n", big_endian));
    ASSERT_EQ(census.participants.size(), 1u);
    EXPECT_EQ(census.participants[0].pay, Money::cents(123450));
    EXPECT_EQ(said(census.findings),
              (Lines{"1:0 CEN020 the text is UTF-16 and was converted to UTF-8",
                     "1:0 CEN023 cells are separated by tabs"}));
  }
  EXPECT_EQ(refusal(utf16("id,pay\nE1,5\n", false) + 'x'),
            "3:0 CEN021 the text is UTF-16 and breaks off inside a letter");
}

TEST(DirtyFile, OtherBytesAreWindows1252AndTold) {
  const Census census = read(
      "id,class\nO\x92"
      "Brien,Espa\xF1ol\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id,
            "O\xE2\x80\x99"
            "Brien");
  EXPECT_EQ(census.participants[0].employee_class, "Espa\xC3\xB1ol");
  EXPECT_EQ(said(census.findings),
            (Lines{"1:0 CEN020 the text is Windows-1252 and was converted to UTF-8"}));
}

TEST(DirtyFile, BytesThatWindowsNeverWritesAreRefusedWithTheirLine) {
  for (char byte : {'\x81', '\x8D', '\x8F', '\x90', '\x9D'}) {
    EXPECT_TRUE(
        refusal(std::string{"id,class\nE1,a\nE2,"} + byte + "\n").starts_with("3:0 CEN021 byte "));
  }
}

TEST(DirtyFile, NulBytesAndOtherKindsOfFileAreCalledByName) {
  EXPECT_EQ(refusal(std::string_view{"id,pay\nE1,\0005\n", 12}),
            "1:0 CEN001 the file has NUL bytes: it is not a text file");
  EXPECT_EQ(refusal("%PDF-1.7"), "1:0 CEN001 this is a PDF, not a table of participants");
  EXPECT_EQ(refusal("<!DOCTYPE html><html>"),
            "1:0 CEN001 this is a web page, not a table of participants");
  // 16: a password makes a workbook one of these too.
  EXPECT_EQ(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
            "1:0 CEN001 this is an old workbook (.xls) or another Office file: save it as .xlsx");
}

TEST(DirtyFile, MixedLineEndsAreReadAndTold) {
  const Census census = read("id,pay\r\nE1,5\nE2,6\rE3,7\r\n");
  EXPECT_EQ(census.participants.size(), 3u);
  EXPECT_EQ(said(census.findings), (Lines{"1:0 CEN022 lines end in more than one way"}));
  for (std::string_view text : {"id,pay\nE1,5\n", "id,pay\r\nE1,5\r\n", "id,pay\rE1,5\r"}) {
    EXPECT_TRUE(read(text).findings.empty());
  }
}

TEST(DirtyFile, AnotherSeparatorIsFoundAndTold) {
  EXPECT_EQ(said(read("id;pay\nE1;5\n").findings),
            (Lines{"1:0 CEN023 cells are separated by semicolons"}));
  EXPECT_EQ(said(read("id|pay\nE1|5\n").findings),
            (Lines{"1:0 CEN023 cells are separated by vertical bars"}));
  const Census census = read("sep=;\nid;pay\nE1;5\n");
  EXPECT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(said(census.findings), (Lines{"2:0 CEN023 cells are separated by semicolons"}));
}

TEST(DirtyFile, SeparatorsOfTitlesDoNotCount) {
  const Census census = read("Acme, Inc., a company, plan 001\nid\tpay\tage\nE1\t5\t40\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].age, 40);
}

TEST(DirtyFile, TheHeaderIsFoundBelowTitlesAndBlankRows) {
  const Census census = read(
      "Acme Manufacturing,,\nCensus 2025,,\n,,\nEmployee ID,DOB,415 Earnings\nE1,2/3/1980,5\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].row->line, 5u);
  EXPECT_EQ(census.rows_read, 1);
  EXPECT_EQ(said(census.findings),
            (Lines{"4:0 CEN024 the header is line 4; the lines above it are left out"}));
}

TEST(DirtyFile, ARowFarDownOrWithTwoFactsIsNoHeader) {
  std::string far;
  for (int i = 0; i < 25; ++i) far += "title\n";
  EXPECT_FALSE(read(far + "id,pay,age\nE1,5,40\n").readable);
  // The first row is taken where no other names three facts.
  EXPECT_EQ(refusal("a,b\nid,pay\nE1,5\n"),
            "1:0 CEN003 no column is named id; the headers are \"a\", \"b\"");
}

TEST(DirtyFile, RemittanceFilesAreCalledByName) {
  EXPECT_EQ(refusal("$$ADD ID=ABC\nHDR,1\n"),
            "1:0 CEN001 this looks like a recordkeeper's remittance file ($$ADD)");
  EXPECT_EQ(refusal("HDR,20251231,12345\nDTL,1,2\nFTR,1\n"),
            "1:0 CEN001 this looks like a recordkeeper's remittance file (HDR)");
  EXPECT_EQ(refusal("987654320SMITH          JOHN         0001234500\n"
                    "987654321JONES          MARY         0001234500\n"),
            "1:0 CEN001 this looks like a recordkeeper's remittance file (columns of fixed width)");
}

TEST(DirtyFile, WithoutAHeaderColumnsAreMappedByPositionOrNotAtAll) {
  EXPECT_EQ(refusal("E1,1980-01-02,5000.00\n"),
            "1:0 CEN025 the first row is data: the columns have no names");
  const Census census =
      read_mapped("E1,1980-01-02,5000.00\nE2,1981-01-02,6000\n", {"#1=id", "#3=pay"});
  ASSERT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(census.participants[0].pay, 5000_usd);
  EXPECT_EQ(census.participants[0].birth_date, std::nullopt);
  EXPECT_EQ(census.participants[1].row->line, 2u);
}

TEST(DirtyFile, AFileWithoutAParticipantIsNeverAPass) {
  EXPECT_EQ(refusal(""), "1:0 CEN002 the file is empty");
  EXPECT_EQ(refusal("id,pay\n"), "1:0 CEN002 there is no row under the header");
  const Census census = read("pay,id\nTotal,\n");
  EXPECT_FALSE(census.readable);
  EXPECT_EQ(said(census.findings).at(0), "1:0 CEN002 no row of the file is a participant");
}

TEST(DirtyFile, TwoColumnsOfOneNameAreRefusedByLetter) {
  EXPECT_EQ(refusal("id,Amount,age,Amount\nE1,5,40,6\n"),
            "1:4 CEN005 columns B and D are both named \"Amount\"");
  EXPECT_EQ(refusal("id,DOB,Date of Birth\nE1,,\n"),
            "1:3 CEN005 columns B and C are both birth_date");
}

TEST(DirtyFile, DataWithoutAHeaderAboveItIsRefused) {
  EXPECT_EQ(refusal("id,pay,\nE1,5,\nE2,5,7\n"), "3:3 CEN026 column C has data and no header");
  EXPECT_EQ(read_mapped("id,pay,\nE1,5,7\n", {"#3=ignore"}).participants.size(), 1u);
}

TEST(DirtyFile, AQuotationMarkThatIsNeverClosedEndsTheFileWhereItOpened) {
  EXPECT_EQ(refusal("id,pay\nE1,5\nE2,\"5\nE3,5\n"),
            "3:2 CEN006 the quotation mark opened here is never closed");
}

TEST(DirtyFile, AColumnOfAnotherYearIsLeftOutAndTold) {
  const Census census = read("id,pay,Hours_worked_2022,Match 2025\nE1,5,2080,3\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].match, 3_usd);
  EXPECT_EQ(said(census.findings),
            (Lines{"1:3 CEN032 \"Hours_worked_2022\" is of 2022, the plan year is 2025; it is left "
                   "out"}));
}

TEST(DirtyFile, PayOfTheYearBeforeIsKnownByItsYear) {
  const Census census = read("id,415 Compensation 2025,Gross Compensation 2024\nE1,5,4\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].pay, 5_usd);
  EXPECT_EQ(census.participants[0].prior_year_pay, 4_usd);
}

TEST(DirtyFile, NoCellOrHeaderIsLongerThanASpreadsheetAllows) {
  EXPECT_EQ(refusal("id,class\nE1," + std::string(32'768, 'a') + "\n"),
            "2:2 CEN046 the cell has more than 32767 characters");
  EXPECT_EQ(read("id,class\nE1," + std::string(32'767, 'a') + "\n").participants.size(), 1u);
  std::string wide = "id";
  for (int i = 0; i < 16'384; ++i) wide += ",";
  EXPECT_EQ(refusal(wide + "\n"), "1:0 CEN046 the header has more than 16384 columns");
}

}  // namespace
}  // namespace rothcheck::intake
