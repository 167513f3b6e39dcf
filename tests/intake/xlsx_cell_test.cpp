// What a cell of a workbook means: numbers, dates, percents, texts, formulas, errors.
#include <gtest/gtest.h>

#include "intake/xlsx/xlsx_number.hpp"
#include "tests/intake/workbook_told.hpp"

namespace rothcheck::intake {
namespace {

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

}  // namespace
}  // namespace rothcheck::intake
