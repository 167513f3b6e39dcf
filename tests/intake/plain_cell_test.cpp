// The readers of the commonest spellings take what the model's readers take, and no more.
#include "intake/plain_cell.hpp"

#include <gtest/gtest.h>

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
