// The structure of CSV: beside a walk byte by byte, at the borders of windows, and by words as by
// vectors.
#include "intake/csv/scanner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "intake/csv/csv_rows.hpp"

namespace rothcheck::intake {
namespace {

/// A row by its cells as they stand, and how many lines end inside them.
struct SeenRow {
  std::vector<std::string> cells;
  std::uint64_t breaks = 0;

  bool operator==(const SeenRow&) const = default;
};

/// Byte by byte: a mark that is the first of a cell opens it, a pair stands for one, and one that
/// is alone closes it.
std::vector<SeenRow> rows_byte_by_byte(const std::string& text, char separator) {
  std::vector<SeenRow> rows;
  std::size_t at = 0;
  const auto is = [&](std::size_t i, char c) { return i < text.size() && text[i] == c; };
  while (at < text.size()) {
    SeenRow& row = rows.emplace_back();
    for (;;) {
      const std::size_t begin = at;
      if (is(at, '"')) {
        for (++at; at < text.size(); ++at) {
          if (is(at, '"')) {
            if (!is(at + 1, '"')) break;
            ++at;
          } else if (is(at, '\n') || (is(at, '\r') && !is(at + 1, '\n'))) {
            ++row.breaks;
          }
        }
        if (at < text.size()) ++at;
      }
      while (at < text.size() && !is(at, separator) && !is(at, '\n') && !is(at, '\r')) ++at;
      row.cells.push_back(text.substr(begin, at - begin));
      if (!is(at, separator)) break;
      ++at;
    }
    if (is(at, '\r') && is(at + 1, '\n')) ++at;
    if (at < text.size()) ++at;
  }
  return rows;
}

std::vector<SeenRow> rows_of(const std::string& text, char separator) {
  std::vector<SeenRow> rows;
  Scanner scanner{text, separator};
  CutRow row;
  while (scanner.cut(row)) {
    SeenRow& seen = rows.emplace_back();
    for (std::size_t i = 0; i < row.count; ++i) seen.cells.emplace_back(row.cell(i));
    seen.breaks = row.breaks;
    if (row.text().find('"') != std::string_view::npos) {
      EXPECT_TRUE(row.may_have_quotes) << text;
    }
  }
  EXPECT_EQ(scanner.at(), text.data() + text.size());
  // The first few cells are those of all.
  Scanner first{text, separator};
  CutRow few;
  for (const SeenRow& all : rows) {
    EXPECT_TRUE(first.cut_first(2, few));
    EXPECT_EQ(few.count, std::min<std::size_t>(all.cells.size(), 2));
    EXPECT_EQ(few.cell(few.count - 1), all.cells[few.count - 1]);
    EXPECT_EQ(few.breaks, all.breaks);
  }
  EXPECT_FALSE(first.cut_first(2, few));
  return rows;
}

TEST(Scanner, CutsAsByteByByteWhateverIsOnTheBordersOfWindows) {
  const std::string piece = "a,\"b\n\"\"c\",6'2\",\r\n\"\",\"x\"y\"z,\"\r\rd\"\ne\"\"f,g\r";
  for (std::size_t size = 0; size <= 130; ++size) {
    for (const char filler : {'x', ',', '"', '\n'}) {
      const std::string text = std::string(size, filler) + piece + piece;
      ASSERT_EQ(rows_of(text, ','), rows_byte_by_byte(text, ',')) << size << filler;
    }
  }
}

TEST(Scanner, CutsRandomTextsAsByteByByte) {
  std::mt19937 random{1};
  const std::string letters = "\"\"\",,\n\r;ab \t";
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 300, '\0');
    // Many marks, or few: the short way and the long one.
    const std::size_t from = round % 2 == 0 ? 0 : 2;
    for (char& byte : text) {
      byte = random() % 8 < static_cast<unsigned>(round % 8)
                 ? 'x'
                 : letters[from + random() % (letters.size() - from)];
    }
    for (const char separator : {',', ';', '\t', '"'}) {
      ASSERT_EQ(rows_of(text, separator), rows_byte_by_byte(text, separator)) << text;
    }
  }
}

TEST(Scanner, CutsQuotedTablesAsByteByByte) {
  std::mt19937 random{2};
  const std::vector<std::string> cells = {"\"a\"",    "\"\"",     "\"1,234.50\"",        "b",
                                          "",         "\"x\ny\"", "\"a \"\"b\"\"\"",     "6'2\"",
                                          "\"\r\n\"", "\"c\" ",   "long and longer text"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      text += cells[random() % cells.size()];
      text += random() % 5 == 0 ? (round % 2 == 0 ? "\n" : "\r\n") : ",";
    }
    ASSERT_EQ(rows_of(text, ','), rows_byte_by_byte(text, ',')) << text;
  }
}

TEST(Scanner, SeesInWhichWaysLinesEnd) {
  const auto ends_of = [](std::string_view text) {
    Scanner scanner{text, ','};
    CutRow row;
    while (scanner.cut(row)) continue;
    return scanner.line_ends();
  };
  EXPECT_TRUE(ends_of("a\nb\n").lf);
  EXPECT_TRUE(ends_of("a\r\nb").crlf);
  EXPECT_TRUE(ends_of("a\rb\r").cr);
  for (const char* text : {"a\nb\n", "a\r\n\"b\nc\"\r\nd", "a\rb\r", "a", "", "\"\n\r\"\n"})
    EXPECT_FALSE(ends_of(text).mixed()) << text;
  for (const char* text : {"a\nb\r\n", "a\r\nb\r", "a\rb\n", "a\n\r"})
    EXPECT_TRUE(ends_of(text).mixed()) << text;
}

TEST(Scanner, CountsLinesAsItCutsThem) {
  const std::string many(5000, '\n');
  for (const std::string text : {"", "a", many.c_str(), "a\n", "a\nb", "a\n\n", "a\r\nb\r\n",
                                 "a\rb", "\"a\nb\"\nc\n", "\"a\r\n\rb\",c\r\nd"}) {
    LineCount count;
    for (const SeenRow& row : rows_byte_by_byte(text, ',')) {
      count += {row.breaks + 1, row.breaks};
    }
    EXPECT_EQ(lines_of(text, ',').lines, count.lines) << text;
    EXPECT_EQ(lines_of(text, ',').inside_cells, count.inside_cells) << text;
  }
}

TEST(Marks, AreTheSameByWordsAsByVectors) {
  std::mt19937 random{1};
  std::string text(Marks::window, '\0');
  for (const char separator : {',', ';', '\t', '|'}) {
    for (int round = 0; round < 2000; ++round) {
      for (char& byte : text) byte = static_cast<char>(random() % (round % 2 == 0 ? 256 : 0x30));
      Marks expected;
      const auto expect = [&expected](const Marks& marks) {
        EXPECT_EQ(marks.ends, expected.ends);
        EXPECT_EQ(marks.lines, expected.lines);
        EXPECT_EQ(marks.quotes, expected.quotes);
      };
      for (std::size_t i = 0; i < text.size(); ++i) {
        const bool line = text[i] == '\n' || text[i] == '\r';
        expected.ends |= std::uint64_t{line || text[i] == separator} << i;
        expected.lines |= std::uint64_t{line} << i;
        expected.quotes |= std::uint64_t{text[i] == '"'} << i;
      }
      expect(marks_by_words(text.data(), separator));
#if defined(__SSE2__)
      expect(marks_by_vectors(text.data(), separator));
#endif
    }
  }
}

/// The cells of the first row as they are said, and what is wrong with it.
CsvRow first_row_of(const std::string& text) {
  CsvRows rows{text, ','};
  CsvRow row;
  EXPECT_TRUE(rows.next(row));
  return row;
}

TEST(CsvRows, SayWhatIsInQuotationMarks) {
  const std::string text = "\"a\", b ,\"c \"\"d\"\"\",\"\",\"e,\nf\" ,6'2\"\n";
  const CsvRow row = first_row_of(text);
  const std::vector<std::string_view> cells = {"a", " b ", "c \"d\"", "", "e,\nf", "6'2\""};
  EXPECT_EQ(row.cells, cells);
  EXPECT_EQ(row.fault, RowFault::none);
  EXPECT_EQ(row.bare_quote, 6);
}

TEST(CsvRows, TellTheLineOfWhatIsWrong) {
  const std::string after = "\"a\nb\",\"c\n\"d,e\n";
  const CsvRow row = first_row_of(after);
  EXPECT_EQ(row.fault, RowFault::text_after_quote);
  EXPECT_EQ(row.fault_line, 3u);
  EXPECT_EQ(row.fault_column, 2);
  const std::string unclosed = "\"a\nb\",\"c\nd,e\n\"\"";
  const CsvRow open = first_row_of(unclosed);
  EXPECT_EQ(open.fault, RowFault::unclosed_quote);
  EXPECT_EQ(open.fault_line, 2u);
  EXPECT_EQ(open.fault_column, 2);
}

TEST(CsvRows, CountLinesInsideCells) {
  const std::string text = "\"a\nb\",1\n\"c\r\nd\re\",2\nf,3\n";
  CsvRows rows{text, ','};
  CsvRow row;
  std::vector<std::uint64_t> lines, numbers;
  while (rows.next(row)) {
    lines.push_back(row.line);
    numbers.push_back(row.row);
  }
  EXPECT_EQ(lines, (std::vector<std::uint64_t>{1, 3, 6}));
  EXPECT_EQ(numbers, (std::vector<std::uint64_t>{1, 2, 3}));
}

}  // namespace
}  // namespace rothcheck::intake
