#include "intake/csv/stream.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "intake/csv/block_census.hpp"

namespace rothcheck::intake {
namespace {

/// A file that is gone when it is closed.
class Text {
 public:
  explicit Text(const std::string& text) : file_{std::tmpfile()} {
    std::fwrite(text.data(), 1, text.size(), file_);
    std::rewind(file_);
    ::lseek(::fileno(file_), 0, SEEK_SET);
  }
  ~Text() { std::fclose(file_); }
  int descriptor() const { return ::fileno(file_); }

 private:
  std::FILE* file_;
};

struct Piece {
  std::string before, rows, after;
};

std::vector<Piece> pieces_of(const std::string& text, std::size_t block_size,
                             const std::string& read_already = "") {
  const Text file{text};
  BlockReader reader{file.descriptor(), read_already, ',', block_size};
  std::vector<Piece> pieces;
  Block block;
  while (reader.next(block)) {
    EXPECT_EQ(block.number, pieces.size());
    pieces.push_back(
        {std::string{block.before}, std::string{block.rows}, std::string{block.after}});
  }
  EXPECT_EQ(reader.error(), 0);
  return pieces;
}

std::string all_rows(const std::vector<Piece>& pieces) {
  std::string rows;
  for (const Piece& piece : pieces) rows += piece.rows;
  return rows;
}

TEST(Stream, BlocksAreTheTextWhateverTheirSize) {
  const std::string text = "A,1\nB,\"x\ny\"\r\nC,\"a \"\"b\"\", c\"\n\nD,6'2\"\nE,5";
  for (std::size_t size = 1; size <= text.size() + 2; ++size) {
    EXPECT_EQ(all_rows(pieces_of(text, size)), text) << size;
    EXPECT_EQ(all_rows(pieces_of(text.substr(7), size, text.substr(0, 7))), text) << size;
  }
}

TEST(Stream, ACutIsNeverInsideAQuotedCell) {
  for (const Piece& piece : pieces_of("A,\"x\ny\nz\"\nB,\"\n\"\nC,1\n", 1)) {
    EXPECT_EQ(std::count(piece.rows.begin(), piece.rows.end(), '"') % 2, 0) << piece.rows;
    EXPECT_TRUE(piece.rows.ends_with('\n')) << piece.rows;
  }
}

TEST(Stream, ABlockKnowsTheRowsOnEitherSide) {
  const std::vector<Piece> pieces = pieces_of("A\nB\nC\nD\n", 1);
  ASSERT_GE(pieces.size(), 2u);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const std::string& above = pieces[i - 1].rows;
    EXPECT_EQ(pieces[i].before, above.substr(above.size() - 2));
    EXPECT_EQ(pieces[i - 1].after, pieces[i].rows.substr(0, 2));
  }
  EXPECT_EQ(pieces.front().before, "");
  EXPECT_EQ(pieces.back().after, "");
}

TEST(Stream, AQuotationMarkThatIsNeverClosedEndsTheReading) {
  const Text file{"A,1\nB,\"" + std::string(5 * BlockReader::longest_row, '\n')};
  BlockReader reader{file.descriptor(), {}, ',', 1 << 16};
  Block block;
  std::string rows;
  while (reader.next(block)) rows += block.rows;
  EXPECT_TRUE(reader.row_too_long());
  EXPECT_LT(rows.size(), 10u);
}

constexpr const char* header = "id,birth_date,pay,pre_tax,match,hire_date\n";

/// The one row of a file, where it is somebody's.
std::optional<Participant> read(const std::string& row, const std::string& head = header) {
  CensusOptions options;
  options.year = 2026;
  options.annual_additions_limit = 72'000_usd;
  const std::string beginning = head + "first,1980-01-01,,,,2000-01-01\n";
  const std::string text = beginning + row + "\n";
  const auto census = CensusStream::open("census.csv", beginning, options);
  if (census == nullptr) throw std::invalid_argument{"not read in blocks: " + head};
  const Text file{text.substr(census->header_bytes())};
  BlockReader reader{file.descriptor(), {}, ',', 1 << 16};
  Block block;
  EXPECT_TRUE(reader.next(block));
  BlockCensus people{census->layout()};
  std::optional<Participant> found;
  people.read(
      block, [](LineCount) { return LineCount{}; },
      [&](const Participant& person, std::string_view id, std::uint64_t) {
        found = person;
        found->id = id;
      });
  return found;
}

/// Whether the plain way takes a row.
bool is_plain(const std::string& row, const std::string& head = header) {
  CensusOptions options;
  const auto census = CensusStream::open("census.csv", head + "first,1980-01-01\n", options);
  if (census == nullptr) throw std::invalid_argument{"not read in blocks: " + head};
  const Text file{row + "\n"};
  BlockReader reader{file.descriptor(), {}, ',', 1 << 16};
  Block block;
  EXPECT_TRUE(reader.next(block));
  PlainRows rows{census->layout().names, census->layout().columns, 2026};
  Scanner scanner{block.rows, ','};
  CutRow cut;
  EXPECT_TRUE(scanner.cut(cut));
  Participant person;
  PlainRows::Row read{.person = &person};
  return rows.usable() && rows.read(cut, read);
}

TEST(PlainRows, AreReadInTheUsualSpellings) {
  const auto person = read("A1,1980-02-03,150000.50,23500,1000.5,2010-12-31");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->id, "A1");
  EXPECT_EQ(person->birth_date, date(1980, 2, 3));
  EXPECT_EQ(person->pay, Money::cents(15'000'050));
  EXPECT_EQ(person->pre_tax, Election{23'500_usd});
  EXPECT_EQ(person->match, Money::cents(100'050));
  EXPECT_EQ(person->hire_date, date(2010, 12, 31));
}

TEST(PlainRows, AreReadInTheSpellingsOfSpreadsheets) {
  const auto person = read("\"A1\",2/3/1980,\"$150,000.50\",6%, 1000 ,12/31/2010\r");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->id, "A1");
  EXPECT_EQ(person->birth_date, date(1980, 2, 3));
  EXPECT_EQ(person->pay, Money::cents(15'000'050));
  EXPECT_EQ(person->pre_tax, Election{6_pct});
  EXPECT_EQ(person->match, 1000_usd);
  EXPECT_EQ(person->hire_date, date(2010, 12, 31));
}

TEST(PlainRows, FactsOfTheRowAboveAreForgotten) {
  const auto person = read("A1,1980-02-03,,,,");
  ASSERT_TRUE(person);
  EXPECT_FALSE(person->pay || person->pre_tax || person->match || person->hire_date);
}

TEST(PlainRows, AnEmptyCellThatIsNotUsedIsNobodysFact) {
  for (const char* end : {"", "\r", "x", " ", "x\r", "x y"}) {
    const auto person = read(std::string{"A1,1980-02-03,100000.00,5000.00,1.00,2010-12-31,"} + end,
                             "id,birth_date,pay,pre_tax,match,hire_date,status\n");
    ASSERT_TRUE(person) << end;
    EXPECT_EQ(person->birth_date, date(1980, 2, 3)) << end;
    EXPECT_EQ(person->pre_tax, Election{5000_usd}) << end;
    EXPECT_EQ(person->match, 1_usd) << end;
  }
}

TEST(PlainRows, AreReadWithSomeAmountsInOtherSpellings) {
  for (const char* amount : {"5000.00", "5000", "5000.0", "$5000.00", "\"5000.00\"", "\"$5000.00\"",
                             "\"$5,000.00\"", " 5000.00", "\" 5000.00 \"", "0005000.00"}) {
    const auto person =
        read(std::string{"A1,1980-02-03,100000.00,"} + amount + "," + amount + ",2010-12-31");
    ASSERT_TRUE(person) << amount;
    EXPECT_EQ(person->pay, 100'000_usd) << amount;
    EXPECT_EQ(person->pre_tax, Election{5000_usd}) << amount;
    EXPECT_EQ(person->match, 5000_usd) << amount;
    EXPECT_EQ(person->hire_date, date(2010, 12, 31)) << amount;
  }
}

TEST(PlainRows, LeaveWhateverIsWrittenOtherwise) {
  for (const char* row :
       {"A1,1980-02-30,1,1,1,2010-12-31", "A1,1980-02-03,-1,1,1,2010-12-31",
        "A1,1980-02-03,1.234,1,1,2010-12-31", "A1,1980-02-03,100,1,1", "A1,1980-02-03,100,1,1,,",
        ",1980-02-03,100,1,1,2010-12-31", "A1,1980-02-03,100,1,1,2010-12-31\"",
        "\xC4,1980-02-03,100,1,1,2010-12-31", "A\"1,1980-02-03,100,1,1,2010-12-31",
        "\"A\"1,1980-02-03,100,1,1,2010-12-31", "\"A\"\"1\",1980-02-03,100,1,1,2010-12-31",
        "A\t1,1980-02-03,100,1,1,2010-12-31", "A1,1980-02-03,12345678901,1,1,"}) {
    EXPECT_FALSE(is_plain(row)) << row;
  }
  for (const char* status : {"x\"y", "\"x\"y\"", "\"x\"\"y\""}) {
    EXPECT_FALSE(is_plain(std::string{"A1,1980-02-03,100,1,1,2010-12-31,"} + status,
                          "id,birth_date,pay,pre_tax,match,hire_date,status\n"))
        << status;
  }
}

TEST(PlainRows, AreReadInQuotationMarks) {
  EXPECT_TRUE(is_plain("\"A1\",\"1980-02-03\",\"100.00\",\"1\",\"\",\"2010-12-31\""));
  EXPECT_TRUE(is_plain("\"A1\",\"1980-02-03\",\"1,234.50\",\"5%\",\"none\",2010-12-31,\"a\n,b\"",
                       "id,birth_date,pay,pre_tax,match,hire_date,status\n"));
}

TEST(BlockCensus, LeavesOutWhoeverCannotBeRead) {
  for (const char* row :
       {"A1,1980-02-30,1,1,1,2010-12-31", "A1,1980-02-03,-1,1,1,2010-12-31",
        "A1,1980-02-03,1.234,1,1,2010-12-31", "A1,1980-02-03,100,1,1",
        "A1,2010-12-31,100,1,1,1980-02-03", "\"A1\"x,1980-02-03,100,1,1,2010-12-31"}) {
    const auto person = read(row);
    ASSERT_TRUE(person) << row;
    EXPECT_EQ(person->id, "first") << row;
  }
  EXPECT_FALSE(read("first,1980-01-01,,,,2000-01-01"));
}

TEST(BlockCensus, ReadsWhatIsWrittenOddlyWhereItStands) {
  for (const char* id : {"\xC4", "A\"1", "\"A\"\"1\"", "A\t1"}) {
    const auto person = read(std::string{id} + ",1980-02-03,100,1,1,2010-12-31");
    ASSERT_TRUE(person) << id;
    EXPECT_NE(person->id, "first") << id;
    EXPECT_EQ(person->pay, 100_usd) << id;
  }
}

TEST(PlainRows, AreNotReadWhereAFileHasToBeSeenWhole) {
  const CensusOptions options;
  EXPECT_EQ(CensusStream::open("x", "id,ssn,pay\nA,987-65-4320,1\n", options), nullptr);
  EXPECT_EQ(CensusStream::open("x", "ssn,pay\n***-**-4320,1\n", options), nullptr);
  EXPECT_EQ(CensusStream::open("x", "name,pay\nA,1\n", options), nullptr);
  EXPECT_EQ(CensusStream::open("x", "id,pay\n", options), nullptr);
  EXPECT_EQ(CensusStream::open("x", "id,pay\rA,1\r", options), nullptr);
  EXPECT_EQ(CensusStream::open("x", "\xFF\xFEi\0d\0", options), nullptr);
  EXPECT_EQ(CensusStream::open("x", "[[participant]]\nid = \"A\"\n", options), nullptr);
}

TEST(CensusStream, TellsRowsWhereIdsAreSocialSecurityNumbers) {
  const CensusOptions options;
  for (const char* text :
       {"ssn,pay\n987-65-4320,1\n", "ssn,pay\n987654320,1\n", "id,pay\nE1,2\n987-65-4320,1\n"}) {
    const auto census = CensusStream::open("x", text, options);
    ASSERT_NE(census, nullptr) << text;
    EXPECT_TRUE(census->layout().masked_ids) << text;
  }
}

}  // namespace
}  // namespace rothcheck::intake
