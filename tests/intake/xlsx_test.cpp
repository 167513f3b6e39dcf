// Workbooks: which sheet, which row, and what a cell means.
#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include "intake/census.hpp"
#include "intake/record.hpp"
#include "intake/xlsx_number.hpp"
#include "tests/intake/told.hpp"
#include "tests/intake/workbook_file.hpp"

namespace rothcheck::intake {
namespace {

Told told_of(const std::string& bytes, std::string_view sheet = {}) {
  Told told;
  read_workbook(bytes, sheet, told.sink());
  return told;
}

/// A row of inline texts.
std::string row(int number, const std::vector<std::string>& texts, const std::string& extra = "") {
  std::string cells;
  char column = 'A';
  for (const std::string& text : texts) {
    cells += std::string{"<c r=\""} + column++ + std::to_string(number) +
             "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }
  return "<row r=\"" + std::to_string(number) + "\" " + extra + ">" + cells + "</row>";
}

/// What one cell under `pay` is read as.
std::string read_cell(const std::string& cell, WorkbookText book = {}) {
  book.sheets = {{"Census", row(1, {"id", "pay"}) +
                                "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>E1</v></c>" + cell +
                                "</row>"}};
  const Told told = told_of(book.bytes());
  EXPECT_TRUE(told.unreadable.empty()) << cell;
  EXPECT_EQ(told.records.size(), 1u) << cell;
  const std::string start = "2: id=E1";
  const std::string line = told.records.empty() ? start : told.records.front();
  EXPECT_EQ(line.substr(0, start.size()), start);
  return line.size() > start.size() ? line.substr(start.size() + 5) : "";
}

/// What a stored number is read as under a format code.
std::string under(const std::string& code, const std::string& stored,
                  const std::string& properties = "") {
  WorkbookText book;
  book.formats = "<numFmt numFmtId=\"164\" formatCode=\"" + code + "\"/>";
  book.styles = {0, 164};
  book.properties = properties;
  return read_cell("<c r=\"B2\" s=\"1\"><v>" + stored + "</v></c>", book);
}

std::string under_id(int id, const std::string& stored, const std::string& properties = "") {
  WorkbookText book;
  book.styles = {0, id};
  book.properties = properties;
  return read_cell("<c r=\"B2\" s=\"1\"><v>" + stored + "</v></c>", book);
}

TEST(Workbook, IsReadAsExcelWritesIt) {
  WorkbookText book;
  book.shared =
      "<si><t>id</t></si><si><t>pay</t></si><si><t>birth_date</t></si><si><t>E1</t></si>"
      "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">uni</t></r><r><t>on</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>hint</t></rPh></si><si><t>class</t></si>";
  book.formats = "<numFmt numFmtId=\"164\" formatCode=\"&quot;$&quot;#,##0.00\"/>";
  book.styles = {0, 164, 14};
  book.sheets = {
      {"Census",
       "<row r=\"1\" spans=\"1:4\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
       "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>5</v></c></row>"
       "<row r=\"2\" spans=\"1:4\"><c r=\"A2\" t=\"s\"><v>3</v></c>"
       "<c r=\"B2\" s=\"1\"><v>123456.78</v></c><c r=\"C2\" s=\"2\"><v>35829</v></c>"
       "<c r=\"D2\" t=\"s\"><v>4</v></c></row>"}};
  const Told told = told_of(book.bytes());
  EXPECT_EQ(told.names(), (Lines{"id", "pay", "birth_date", "class"}));
  EXPECT_EQ(told.records, (Lines{"2: id=E1 pay=123456.78 birth_date=1998-02-03 class=union"}));
  EXPECT_TRUE(told.notes.empty());
  EXPECT_TRUE(told.unreadable.empty());
}

TEST(Workbook, IsReadAsAnotherProgramWritesIt) {
  const std::string path = testing::TempDir() + "rothcheck-libxlsxwriter.xlsx";
  lxw_workbook* book = workbook_new(path.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(book, "People");
  lxw_format* day = workbook_add_format(book);
  format_set_num_format(day, "mmm d, yyyy");
  const char* headers[] = {"id", "pay", "birth_date", "class"};
  for (lxw_col_t i = 0; i < 4; ++i) worksheet_write_string(sheet, 0, i, headers[i], nullptr);
  worksheet_write_string(sheet, 1, 0, "E1", nullptr);
  worksheet_write_number(sheet, 1, 1, 1234.56, nullptr);
  lxw_datetime date = {1998, 2, 3, 0, 0, 0};
  worksheet_write_datetime(sheet, 1, 2, &date, day);
  worksheet_write_boolean(sheet, 1, 3, 1, nullptr);
  worksheet_write_string(sheet, 3, 0, "E2", nullptr);
  worksheet_write_formula_num(sheet, 3, 1, "=B2*2", nullptr, 2469.12);
  workbook_close(book);

  std::ifstream in{path, std::ios::binary};
  const Told told = told_of(std::string{std::istreambuf_iterator<char>{in}, {}});
  std::remove(path.c_str());
  EXPECT_EQ(told.records, (Lines{"2: id=E1 pay=1234.56 birth_date=1998-02-03 class=TRUE",
                                 "4: id=E2 pay=2469.12"}));
  EXPECT_TRUE(told.unreadable.empty());
}

TEST(Workbook, CellsAndRowsWithoutAReferenceFollowTheOnesBefore) {
  WorkbookText book;
  book.sheets = {{"S",
                  "<row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>pay</v></c></row>"
                  "<row><c t=\"str\"><v>E1</v></c><c><v>5</v></c></row>"
                  "<row r=\"7\"><c t=\"str\"><v>E2</v></c><c r=\"B7\"><v>6</v></c></row>"
                  "<row><c r=\"B8\"><v>7</v></c></row>"}};
  EXPECT_EQ(told_of(book.bytes()).records, (Lines{"2: id=E1 pay=5", "7: id=E2 pay=6", "8: pay=7"}));
}

TEST(Workbook, ColumnsAndRowsAreThoseThatTheSpreadsheetShows) {
  WorkbookText book;
  book.sheets = {
      {"S",
       "<row r=\"3\"><c r=\"C3\" t=\"str\"><v>id</v></c><c r=\"AB3\" t=\"str\"><v>pay</v></c></row>"
       "<row r=\"5\"><c r=\"C5\" t=\"str\"><v>E1</v></c><c r=\"AB5\"><v>5</v></c></row>"}};
  std::vector<Name> names;
  std::vector<int> columns;
  std::uint64_t line = 0;
  Told told;
  RecordSink sink = told.sink();
  sink.names = [&](const std::vector<Name>& found, Names) {
    names = found;
    return true;
  };
  sink.record = [&](const Record& record) {
    line = record.line;
    EXPECT_EQ(record.row, record.line);
    for (const Value& value : record.values) {
      if (!value.text.empty()) columns.push_back(value.column);
    }
  };
  read_workbook(book.bytes(), {}, sink);
  ASSERT_EQ(names.size(), 28u);
  EXPECT_EQ(names[27].text, "pay");
  EXPECT_EQ(names[27].column, 28);
  EXPECT_EQ(names[27].line, 3u);
  EXPECT_EQ(columns, (std::vector{3, 28}));
  EXPECT_EQ(line, 5u);
  EXPECT_EQ(said(told.notes), (Lines{"3:0 CEN024 the header is row 3"}));
}

TEST(WorkbookCell, NumbersKeepTheirDecimalDigitsAndLoseTheNoise) {
  EXPECT_EQ(plain_decimal("123456.78"), "123456.78");
  EXPECT_EQ(plain_decimal("1234.5600000000001"), "1234.56");
  EXPECT_EQ(plain_decimal("1234.5599999999999"), "1234.56");
  EXPECT_EQ(plain_decimal("0.30000000000000004"), "0.3");
  EXPECT_EQ(plain_decimal("9999999999.9899998"), "9999999999.99");
  EXPECT_EQ(plain_decimal("99999.99999999999"), "100000");
  EXPECT_EQ(plain_decimal("82460.350000000006"), "82460.35");
  EXPECT_EQ(plain_decimal("1.0000000004"), "1");
  EXPECT_EQ(plain_decimal("-12.50"), "-12.5");
  EXPECT_EQ(plain_decimal("150000"), "150000");
  EXPECT_EQ(plain_decimal("1.5E+5"), "150000");
  EXPECT_EQ(plain_decimal("1.2345678899999999E9"), "1234567890");
  EXPECT_EQ(plain_decimal("7.0000000000000007E-2"), "0.07");
  EXPECT_EQ(plain_decimal("2.7755575615628914E-17"), "0");
  EXPECT_EQ(plain_decimal("-4.0E-9"), "0");
  EXPECT_EQ(plain_decimal("0"), "0");
  EXPECT_EQ(plain_decimal("00.00"), "0");
}

TEST(WorkbookCell, DigitsThatAreNoNoiseStay) {
  EXPECT_EQ(plain_decimal("1234.565"), "1234.565");
  EXPECT_EQ(plain_decimal("1234.5650000000001"), "1234.565");
  EXPECT_EQ(plain_decimal("1234.56001"), "1234.56001");
  EXPECT_EQ(plain_decimal("0.333333333333333"), "0.333333333333333");
  EXPECT_EQ(plain_decimal("0.0012"), "0.0012");
  EXPECT_EQ(plain_decimal("1000000.01"), "1000000.01");
  EXPECT_EQ(plain_decimal("1E+300"), "1E+300");
  for (const char* text : {"", "-", ".", "E5", "1E", "1e+99999", "12x", "1.2.3", "nan"}) {
    EXPECT_EQ(plain_decimal(text), text);
  }
}

TEST(WorkbookCell, ANumberUnderADateFormatIsADate) {
  for (int id : {14, 15, 16, 17, 22}) EXPECT_EQ(under_id(id, "45292"), "2024-01-01") << id;
  for (const char* code :
       {"m/d/yyyy;@", "[$-409]mmmm d, yyyy", "yyyy-mm-dd", "mmm-yy", "dd.mm.yyyy", "mmmm",
        "[$-F800]dddd, mmmm dd, yyyy", "m/d/yy h:mm AM/PM", "yyyy\\-mm\\-dd", "_(d_)"}) {
    EXPECT_EQ(under(code, "45292"), "2024-01-01") << code;
  }
  EXPECT_EQ(under("m/d/yyyy", "45292.75"), "2024-01-01");
  EXPECT_EQ(under("m/d/yyyy", "45291.99999999999"), "2024-01-01");
}

TEST(WorkbookCell, LettersInsideLiteralsAndColoursMakeNoDate) {
  for (const char* code :
       {"General", "#,##0.00", "\\d0", "&quot;days: &quot;0", "[Red]0.00", "[$USD-409] #,##0",
        "0.00_);[Red](0.00)", "_-* #,##0.00_-", "0.0&quot; yd&quot;", "[&gt;=100]0;yyyy"}) {
    EXPECT_EQ(under(code, "45292"), "45292") << code;
  }
}

TEST(WorkbookCell, ATimeOfDayIsNoDate) {
  for (int id : {18, 19, 20, 21, 45, 46, 47}) {
    EXPECT_EQ(under_id(id, "0.5"), "(a time of day)") << id;
  }
  EXPECT_EQ(under("[h]:mm", "0.25"), "(a time of day)");
  EXPECT_EQ(under("h:mm AM/PM", "45292.25"), "2024-01-01");
}

TEST(WorkbookCell, DatesCountFromEitherEpoch) {
  EXPECT_EQ(under_id(14, "1"), "1900-01-01");
  EXPECT_EQ(under_id(14, "59"), "1900-02-28");
  EXPECT_EQ(under_id(14, "60"), "2/29/1900");
  EXPECT_EQ(under_id(14, "61"), "1900-03-01");
  EXPECT_EQ(under_id(14, "0"), "1/0/1900");
  EXPECT_EQ(under_id(14, "2958465"), "9999-12-31");
  EXPECT_EQ(under_id(14, "2958466"), "(a date that no calendar has)");
  EXPECT_EQ(under_id(14, "-1"), "(a date that no calendar has)");
  EXPECT_EQ(under_id(14, "0", "date1904=\"1\""), "1904-01-01");
  EXPECT_EQ(under_id(14, "43830", "date1904=\"true\""), "2024-01-01");
  EXPECT_EQ(under_id(14, "45292", "date1904=\"0\""), "2024-01-01");
}

TEST(WorkbookCell, PercentsAreWrittenOut) {
  EXPECT_EQ(under_id(9, "0.06"), "6%");
  EXPECT_EQ(under_id(10, "7.0000000000000007E-2"), "7%");
  EXPECT_EQ(under("0.0%", "0.125"), "12.5%");
  EXPECT_EQ(under("0%", "1"), "100%");
  EXPECT_EQ(under("0%", "0"), "0%");
}

TEST(WorkbookCell, ANumberShownByAPictureIsIdentityText) {
  EXPECT_EQ(under("000\\-00\\-0000", "12345678"), "012-34-5678");
  EXPECT_EQ(under("000-00-0000", "123456789"), "123-45-6789");
  EXPECT_EQ(under("00000", "42"), "00042");
  EXPECT_EQ(under("&quot;E&quot;0000", "7"), "E0007");
  EXPECT_EQ(under("00", "1234"), "1234");
  EXPECT_EQ(under("0", "42"), "42");
  EXPECT_EQ(under("00000", "42.5"), "42.5");
  EXPECT_EQ(under("0000", "-7"), "-7");
}

TEST(WorkbookCell, TextsOfAllKindsAreRead) {
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"str\"><f>A1&amp;\"x\"</f><v>union</v></c>"), "union");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"inlineStr\"><is><r><t>uni</t></r><r><t>on</t></r>"
                      "<rPh><t>hint</t></rPh></is></c>"),
            "union");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"b\"><v>1</v></c>"), "TRUE");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"b\"><v>0</v></c>"), "FALSE");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"d\"><v>2024-01-31T00:00:00</v></c>"), "2024-01-31");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x</t></is></c>"),
            "a\rb_x");
  EXPECT_EQ(read_cell("<c r=\"B2\" s=\"99\"><v>5</v></c>"), "5");
  EXPECT_EQ(read_cell("<c r=\"B2\" s=\"1\"/>"), "");
}

TEST(WorkbookCell, FormulasAreTheirResults) {
  EXPECT_EQ(read_cell("<c r=\"B2\"><f>1+1</f><v>2</v></c>"), "2");
  EXPECT_EQ(read_cell("<c r=\"B2\"><f>1+1</f><v/></c>"), "(a formula without a result)");
  EXPECT_EQ(read_cell("<c r=\"B2\"><f>1+1</f></c>"), "(a formula without a result)");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c>"), "");
}

TEST(WorkbookCell, ErrorsAreCalledByTheirName) {
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"e\"><f>X1</f><v>#REF!</v></c>"),
            "(the spreadsheet error #REF!)");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>"), "(the spreadsheet error #N/A)");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"e\"><v>#OTHER</v></c>"), "(a spreadsheet error)");
  EXPECT_EQ(read_cell("<c r=\"B2\" t=\"s\"><v>99</v></c>"), "(a text that the workbook lacks)");
}

TEST(WorkbookSheet, TheFirstVisibleOneWithAHeaderIsRead) {
  WorkbookText book;
  book.sheets = {{"Old", row(1, {"id", "pay"}) + row(2, {"H1", "1"}), "hidden"},
                 {"Read me", row(1, {"Fill in the next sheet"})},
                 {"Census", row(1, {"Plan 001"}) + row(3, {"id", "pay"}) + row(4, {"E1", "5"})},
                 {"Older", row(1, {"id", "pay"}) + row(2, {"V1", "1"}), "veryHidden"}};
  const Told told = told_of(book.bytes());
  EXPECT_EQ(told.records, (Lines{"4: id=E1 pay=5"}));
  EXPECT_EQ(said(told.notes), (Lines{"3:0 CEN053 sheet \"Census\" is read, 3 others are left out",
                                     "3:0 CEN024 the header is row 3"}));
  EXPECT_EQ(notes_of(told.notes[0]),
            "left out: \"Read me\"; left out as hidden: \"Old\", \"Older\"");
}

TEST(WorkbookSheet, AnotherOneWithAHeaderIsAWarning) {
  WorkbookText book;
  book.sheets = {{"East", row(1, {"id", "pay"}) + row(2, {"E1", "5"})},
                 {"West", row(1, {"id", "pay"}) + row(2, {"W1", "5"})}};
  const Told told = told_of(book.bytes());
  EXPECT_EQ(told.records, (Lines{"2: id=E1 pay=5"}));
  EXPECT_EQ(said(told.notes),
            (Lines{"1:0 CEN053 sheet \"East\" is read, another is left out",
                   "1:0 CEN054 sheet \"West\" has participants too and is left out"}));
}

TEST(WorkbookSheet, MayBeNamedInAnyCaseAndBeHidden) {
  WorkbookText book;
  book.sheets = {{"East", row(1, {"id", "pay"}) + row(2, {"E1", "5"})},
                 {"West &amp; North", row(1, {"id", "pay"}) + row(2, {"W1", "5"}), "hidden"}};
  EXPECT_EQ(told_of(book.bytes(), "west & NORTH").records, (Lines{"2: id=W1 pay=5"}));
  const Told told = told_of(book.bytes(), "South");
  EXPECT_TRUE(told.records.empty());
  EXPECT_EQ(said(told.unreadable), (Lines{"1:0 CEN052 the workbook has no sheet \"South\""}));
  EXPECT_EQ(notes_of(told.unreadable[0]), "its sheets are \"East\", \"West & North\"");
}

TEST(WorkbookSheet, WithoutAHeaderTheFirstRowsAreHandedOnAsTheyAre) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"Employee", "Wages"}) + row(2, {"E1", "5"})}};
  const Told told = told_of(book.bytes());
  EXPECT_EQ(told.names(), (Lines{"Employee", "Wages"}));
  EXPECT_EQ(told.records, (Lines{"2: Employee=E1 Wages=5"}));
}

TEST(WorkbookSheet, HiddenRowsAreReadAndSaid) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"id", "pay"}) + row(2, {"E1", "5"}) +
                           row(3, {"E2", "6"}, "hidden=\"1\"") +
                           row(5, {"E3", "7"}, "hidden=\"true\"")}};
  const Told told = told_of(book.bytes());
  EXPECT_EQ(told.records, (Lines{"2: id=E1 pay=5", "3: id=E2 pay=6", "5: id=E3 pay=7"}));
  EXPECT_EQ(said(told.notes),
            (Lines{"3:0 CEN055 2 hidden rows are read like the others, the first is row 3"}));
}

TEST(WorkbookSheet, CellsBesideTheHeaderAreSaidOnce) {
  WorkbookText book;
  book.sheets = {{"S", row(1, {"id", "pay"}) + row(2, {"E1", "5", "a", "b"}) +
                           row(3, {"", "", "", "remark"}) + row(4, {"E2", "6", "c"})}};
  const Told told = told_of(book.bytes());
  EXPECT_EQ(told.records, (Lines{"2: id=E1 pay=5", "4: id=E2 pay=6"}));
  EXPECT_EQ(said(told.notes),
            (Lines{"1:0 CEN056 cells beside the last header are left out, the first in C2"}));
}

TEST(WorkbookSheet, WithoutAParticipantIsAnError) {
  WorkbookText book;
  book.sheets = {{"S", ""}};
  EXPECT_EQ(said(told_of(book.bytes()).unreadable), (Lines{"1:0 CEN002 the sheet is empty"}));
  book.sheets = {{"S", row(2, {"id", "pay"})}};
  EXPECT_EQ(said(told_of(book.bytes()).unreadable),
            (Lines{"2:0 CEN002 there is no row under the header"}));
  book.sheets = {{"S", row(1, {"id", "pay"}), "hidden"}};
  EXPECT_EQ(said(told_of(book.bytes()).unreadable),
            (Lines{"1:0 CEN002 every sheet of the workbook is hidden"}));
}

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
