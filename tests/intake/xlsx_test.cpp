// Workbooks: which sheet, which rows and which columns.
#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include "tests/intake/workbook_told.hpp"

namespace rothcheck::intake {
namespace {

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

}  // namespace
}  // namespace rothcheck::intake
