// The readers of the commonest spellings take what the model's readers take, and no more.
#include "intake/csv/plain_cell.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>

namespace rothcheck::intake::plain {
namespace {

/// A cell with a separator behind it, and what a word may read beyond.
std::string cell(std::string text) { return text + ",0.00,1234567890123456"; }

TEST(PlainCell, ReadsAmountsOfEveryLength) {
  for (const std::string text :
       {"0", "7", "0.00", "0.5", "12.34", "123.4", "1234.56", "12345.67", "123456.78", "123456.7",
        "1234567.89", "12345678.90", "12345678", "99999999", "000000.01", "0000000.01"}) {
    const std::string row = cell(text);
    std::int64_t hundredths = -1;
    const char* behind = read_hundredths(row.data(), hundredths);
    ASSERT_NE(behind, nullptr) << text;
    EXPECT_EQ(behind - row.data(), static_cast<std::ptrdiff_t>(text.size())) << text;
    EXPECT_EQ(Money::cents(hundredths), Money::parse(text)) << text;
  }
}

TEST(PlainCell, LeavesOtherAmountsToOtherReaders) {
  for (const std::string text :
       {"", "-5", "$5", ".50", "5.", "none", "1,234.50", "(5.00)", "1.234", "1.2x", "x.00",
        "123456789", "\x80\x81.00", "12.\x8A\x8A", "12.3\xFF"}) {
    const std::string row = cell(text);
    std::int64_t hundredths = -1;
    const char* behind = read_hundredths(row.data(), hundredths);
    const bool took_it_all =
        behind != nullptr && behind - row.data() == static_cast<std::ptrdiff_t>(text.size());
    EXPECT_FALSE(took_it_all && !text.empty()) << text;
    if (text.empty()) {
      EXPECT_EQ(behind, nullptr);
    }
  }
}

/// What `read_grouped` makes of a cell, if it takes all of it.
std::optional<Money> grouped(const std::string& cell) {
  const std::string row = cell + "\",next cell";
  std::int64_t hundredths = 0;
  const char* const behind = read_grouped(row.data(), hundredths);
  if (behind != row.data() + cell.size()) return std::nullopt;
  return Money::cents(hundredths);
}

TEST(PlainCell, ReadsAmountsInGroupsOfThree) {
  for (const char* cell : {"0.00", "$7.05", "999.99", "1,000.00", "$71,416.87", "100,000.00",
                           "$1,234,567.89", "999,999,999.99", "000,123.45"})
    EXPECT_EQ(grouped(cell), Money::parse(cell)) << cell;
  // Those are left to the model's reader, which takes some of them.
  for (const char* cell : {"", "$", "1,234", "1,23.45", "1,2345.00", "1234,567.00", ",123.00",
                           "1,,234.00", "1.5", "1.", "$$1.00", "-1.00", "(1.00)", "$-1.00",
                           "1,000,000,000.00", "1,234.5x", "1 234.50", "1.234,50"})
    EXPECT_EQ(grouped(cell), std::nullopt) << cell;
}

TEST(PlainCell, ReadsGroupsAsTheModelDoesOrNotAtAll) {
  std::mt19937 random{7};
  int taken = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string cell;
    for (std::size_t size = 1 + random() % 9; cell.size() < size;)
      cell += "0123456789,,..$"[random() % 15];
    const std::optional<Money> amount = grouped(cell);
    if (!amount) continue;
    ++taken;
    ASSERT_EQ(amount, Money::parse(cell)) << cell;
  }
  EXPECT_GT(taken, 1000);
}

TEST(PlainCell, ReadsTheDatesThatThereAre) {
  for (const char* year : {"0999", "1000", "1900", "1999", "2000", "2023", "2024", "2100"}) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const auto two = [](int number) {
          return std::string{static_cast<char>('0' + number / 10),
                             static_cast<char>('0' + number % 10)};
        };
        const std::string text = std::string{year} + "-" + two(month) + "-" + two(day);
        const std::string row = cell(text);
        Date found{};
        const char* behind = read_date(row.data(), found);
        const std::optional<Date> expected = parse_date(text);
        ASSERT_EQ(behind != nullptr, expected.has_value()) << text;
        if (expected) {
          EXPECT_EQ(found, *expected) << text;
        }
      }
    }
  }
}

TEST(PlainCell, LeavesOtherDatesToOtherReaders) {
  for (const std::string text :
       {"2024/01/02", "01/02/2024", "2024-1-2xx", "20240102ab", "2024-01-0a", "2024-01-\x8A\x8A",
        "\xB2"
        "024-01-02"}) {
    const std::string row = cell(text);
    Date found{};
    EXPECT_EQ(read_date(row.data(), found), nullptr) << text;
  }
}

}  // namespace
}  // namespace rothcheck::intake::plain
