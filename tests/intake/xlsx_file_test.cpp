// Workbooks as files: their parts, damage and bombs; and what a census makes of them.
#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "tests/intake/workbook_told.hpp"

namespace rothcheck::intake {
namespace {

TEST(WorkbookFile, PartsAreFoundWithoutRegardToCase) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"id", "pay"}) + row(2, {"E1", "5"})}};
  auto parts = book.parts();
  for (auto& [path, content] : parts) {
    for (char& c : path) {
      if (c == '/') c = '\\';
      if (c == 's') c = 'S';
    }
  }
  EXPECT_EQ(told_of(zipped(parts)).records, (Lines{"2: id=E1 pay=5"}));
}

TEST(WorkbookFile, CutOffAnywhereIsSaidAndNothingIsMadeOfIt) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"id", "pay"}) + row(2, {"E1", "5"})}};
  const std::string bytes = book.bytes();
  for (std::size_t size = 4; size < bytes.size(); size += 7) {
    const Told told = told_of(bytes.substr(0, size));
    ASSERT_EQ(told.unreadable.size(), 1u) << size;
    EXPECT_EQ(told.unreadable[0].kind->code, "CEN051") << size;
    EXPECT_TRUE(told.records.empty());
  }
}

TEST(WorkbookFile, ADamagedSheetIsSaid) {
  WorkbookText book;
  std::string rows = row(1, {"id", "pay"});
  for (int i = 2; i < 3000; ++i)
    rows += row(i, {"E" + std::to_string(i * i), std::to_string(i * 7919)});
  book.sheets = {{"S", rows}};
  std::string bytes = book.bytes();
  bytes[8000] = static_cast<char>(bytes[8000] ^ 0x55);
  const Told told = told_of(bytes);
  EXPECT_EQ(said(told.unreadable),
            (Lines{"1:0 CEN051 xl/worksheets/sheet1.xml of the workbook is damaged"}));
}

TEST(WorkbookFile, ASheetThatIsNoXmlIsSaid) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"id", "pay"}) + row(2, {"E1", "5"}) + "<row></c>"}};
  EXPECT_EQ(said(told_of(book.bytes()).unreadable),
            (Lines{"1:0 CEN051 xl/worksheets/sheet1.xml of the workbook is damaged"}));
}

TEST(WorkbookFile, RowsAndCellsOutOfOrderAreDamage) {
  const std::string header = row(1, {"id", "pay"});
  for (const std::string& rows :
       {row(3, {"E1", "5"}) + row(2, {"E2", "6"}), row(2, {"E1", "5"}) + row(2, {"E2", "6"}),
        std::string{"<row r=\"2\"><c r=\"B2\"><v>5</v></c><c r=\"A2\"><v>5</v></c></row>"},
        std::string{"<row r=\"2\"><c r=\"B2\"><v>5</v></c><c r=\"B2\"><v>5</v></c></row>"},
        std::string{"<row r=\"2\"><c r=\"XFD2\"><v>5</v></c><c><v>5</v></c></row>"}}) {
    WorkbookText book;
    book.sheets = {{"S", header + rows}};
    EXPECT_EQ(said(told_of(book.bytes()).unreadable),
              (Lines{"1:0 CEN051 xl/worksheets/sheet1.xml of the workbook is damaged"}))
        << rows;
  }
}

TEST(WorkbookFile, ADocumentTypeInAPartIsNeverFollowed) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"id", "pay"}) + row(2, {"E1", "5"})}};
  auto parts = book.parts();
  for (auto& [path, content] : parts) {
    if (path.ends_with("workbook.xml")) {
      content =
          "<!DOCTYPE workbook [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>";
    }
  }
  EXPECT_EQ(said(told_of(zipped(parts)).unreadable),
            (Lines{"1:0 CEN051 xl/workbook.xml of the workbook is damaged"}));
}

TEST(WorkbookFile, WhatUnpacksBeyondMeasureIsRefused) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"id", "pay"}) + row(2, {"E1", "5"}) +
                           std::string(std::size_t{70} << 20U, ' ')}};
  const Told told = told_of(book.bytes());
  EXPECT_TRUE(told.records.empty());
  EXPECT_EQ(
      said(told.unreadable),
      (Lines{"1:0 CEN051 xl/worksheets/sheet1.xml unpacks to more than a workbook has use for"}));
}

TEST(WorkbookFile, ALieAboutTheSizeOfAPartDoesNotHelpABomb) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"id", "pay"}) + row(2, {"E1", "5"}) +
                           std::string(std::size_t{70} << 20U, ' ') + row(3, {"E2", "6"})}};
  std::string bytes = book.bytes();
  // The sheet is the first part; its size stands 24 bytes into the archive's directory.
  const std::size_t directory = bytes.find("PK\x01\x02");
  ASSERT_NE(directory, std::string::npos);
  bytes.replace(directory + 24, 4, std::string{"\x00\x10\x00\x00", 4});
  const Told told = told_of(bytes);
  ASSERT_EQ(told.unreadable.size(), 1u);
  EXPECT_EQ(told.unreadable[0].kind->code, "CEN051");
  EXPECT_NE(told.records, (Lines{"2: id=E1 pay=5", "3: id=E2 pay=6"}));
}

TEST(WorkbookFile, OtherArchivesAreCalledByTheirName) {
  const auto message = [](const char* part) {
    const Told told = told_of(zipped({{part, "x"}}));
    EXPECT_EQ(told.unreadable.size(), 1u);
    return said(told.unreadable.at(0));
  };
  EXPECT_EQ(message("content.xml"),
            "1:0 CEN051 this is an OpenDocument file, not an Excel workbook (.xlsx)");
  EXPECT_EQ(message("word/document.xml"), "1:0 CEN051 this is a Word document, not a workbook");
  EXPECT_EQ(message("xl/workbook.bin"), "1:0 CEN051 this is a binary workbook (.xlsb)");
  EXPECT_EQ(message("census.csv"), "1:0 CEN051 this is a zip archive without a workbook in it");
}

TEST(WorkbookCensus, BadCellsSpoilTheirRowAndAreNamedAsTheSpreadsheetShowsThem) {
  WorkbookText book;
  book.styles = {0, 14};
  book.sheets = {
      {"S", row(1, {"Plan 001"}) + row(4, {"id", "birth_date", "pay", "bonus"}) +
                "<row r=\"5\"><c r=\"A5\"><v>1001</v></c><c r=\"B5\" s=\"1\"><v>35829</v></c>"
                "<c r=\"C5\"><v>1234.5600000000001</v></c></row>"
                "<row r=\"7\"><c r=\"A7\"><v>1002</v></c><c r=\"C7\" t=\"e\"><v>#REF!</v></c></row>"
                "<row r=\"8\"><c r=\"A8\"><v>1003</v></c><c r=\"D8\"><f>C5</f></c></row>"
                "<row r=\"9\"><c r=\"A9\"><v>1004</v></c><c r=\"B9\" s=\"1\"><v>60</v></c></row>"}};
  const Census census = read_census("census.csv", book.bytes());
  ASSERT_EQ(census.participants.size(), 1u);
  const Participant& person = census.participants[0];
  EXPECT_EQ(person.id, "1001");
  EXPECT_EQ(person.birth_date, date(1998, 2, 3));
  EXPECT_EQ(person.pay, Money::cents(123456));
  EXPECT_EQ(person.row->line, 5u);
  EXPECT_EQ(census.rows_rejected, 3);
  Findings errors;
  for (const Finding& finding : census.findings) {
    if (finding.kind->severity == Severity::error) errors.push_back(finding);
  }
  ASSERT_EQ(errors.size(), 3u);
  EXPECT_EQ(said(errors[0]), "7:3 CEN010 found the spreadsheet error #REF! in pay");
  EXPECT_EQ(said(errors[1]), "8:4 CEN010 found a formula without a result in bonus");
  EXPECT_EQ(notes_of(errors[1]),
            "expected an amount such as 1234.50, not below zero; open the workbook in a "
            "spreadsheet and save it: that works its formulas out");
  EXPECT_EQ(said(errors[2]).substr(0, 10), "9:2 CEN010");
  EXPECT_EQ(errors[0].cell->header, "pay");
}

TEST(WorkbookCensus, CellsWithOneFaultAreToldTogether) {
  WorkbookText book;
  std::string rows = row(1, {"id", "pay"});
  for (int i = 2; i < 6; ++i) {
    const std::string n = std::to_string(i);
    const std::string broken = i < 4 ? "<v>#REF!</v>" : "<v>#N/A</v>";
    rows += "<row r=\"" + n + "\"><c r=\"A" + n + "\"><v>" + n + "</v></c><c r=\"B" + n +
            "\" t=\"e\">" + broken + "</c></row>";
  }
  book.sheets = {{"S", rows}};
  const Census census = read_census("census.xlsx", book.bytes());
  EXPECT_EQ(said(census.findings),
            (Lines{"2:2 CEN010 2 cells of pay hold the spreadsheet error #REF!: lines 2, 3",
                   "4:2 CEN010 2 cells of pay hold the spreadsheet error #N/A: lines 4, 5"}));
  EXPECT_EQ(census.rows_rejected, 4);
}

TEST(WorkbookCensus, TheContentDecidesAndNotTheNameOfTheFile) {
  EXPECT_EQ(read_census("census.xlsx", "id,pay\nE1,5\n").participants.size(), 1u);
  const auto message = [](std::string_view bytes) {
    const Census census = read_census("census.xlsx", bytes);
    EXPECT_FALSE(census.readable);
    return said(census.findings.at(0));
  };
  const std::string office = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  std::string stream;
  for (char c : std::string{"EncryptedPackage"}) stream += std::string{c, '\0'};
  EXPECT_EQ(message(office + stream + office),
            "1:0 CEN001 this workbook is protected by a password: save it without one");
  EXPECT_EQ(message(office),
            "1:0 CEN001 this is an old workbook (.xls) or another Office file: save it as .xlsx");
  EXPECT_EQ(message("PK\x03\x04rest"), "1:0 CEN051 the workbook is cut off or damaged");
}

TEST(WorkbookCensus, TheSheetIsAnOption) {
  WorkbookText book;
  book.sheets = {{"East", row(1, {"id", "pay"}) + row(2, {"E1", "5"})},
                 {"West", row(1, {"id", "pay"}) + row(2, {"W1", "5"})}};
  CensusOptions options;
  options.sheet = "West";
  const Census census = read_census("census.xlsx", book.bytes(), options);
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id, "W1");
}

}  // namespace
}  // namespace rothcheck::intake
