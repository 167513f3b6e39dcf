// Amounts that are cut to their digits are what the model reads, and others are found out.
#include "intake/csv/plain_amounts.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "intake/csv/id_order.hpp"
#include "intake/csv/short_word.hpp"

namespace rothcheck::intake::plain {
namespace {

using Numbers = bool (*)(const Word*, std::size_t, std::uint32_t*);

std::vector<Numbers> ways() {
#if defined(__SSE2__)
  return {numbers_by_words, numbers_by_vectors};
#else
  return {numbers_by_words};
#endif
}

/// The amount of a cell; empty where it is not taken for one.
std::optional<Money> amount_of(const std::string& text, Numbers numbers_by) {
  const std::string row = "99.99,99." + text + ",77.77,12345678";
  const char* const at = row.data() + 9;
  const char* const end = at + text.size();
  if (!may_be_amount(at, end)) return std::nullopt;
  Word digits[together] = {};
  std::uint32_t numbers[together] = {};
  digits[0] = digits_of_amount(at, end, amount_masks);
  if (!numbers_by(digits, 1, numbers)) return std::nullopt;
  return Money::cents(numbers[0]);
}

TEST(PlainAmounts, AreReadFromTheirEnd) {
  for (Numbers way : ways()) {
    for (const std::string text : {"0.00", "1.05", "12.34", "123.45", "1234.56", "12345.67",
                                   "123456.78", "999999.99", "000000.01", "0012.30"}) {
      EXPECT_EQ(amount_of(text, way), Money::parse(text)) << text;
    }
  }
}

TEST(PlainAmounts, AreNothingElse) {
  for (Numbers way : ways()) {
    for (const std::string text :
         {"",      "0",        ".00",      "1.5",    "12",      "1234567.89", "none",  "n.a.",
          "-5.00", "$5.00",    "1,234.50", "(5.00)", "1 23.45", "1.23.45",    "12.3x", "12.x3",
          "x2.34", "1\x80.34", "12.3\xFF", "12/34",  "12:34",   "/2.34",      ":2.34", "0x1.00"}) {
      EXPECT_EQ(amount_of(text, way), std::nullopt) << text;
    }
  }
}

TEST(PlainAmounts, ComeToTheSameByWordsAsByVectors) {
  std::mt19937_64 random{1};
  for (int round = 0; round < 5000; ++round) {
    Word digits[2 * together] = {};
    const std::size_t count = 1 + random() % (2 * together);
    bool all_digits = true;
    for (std::size_t i = 0; i < count; ++i) {
      for (int byte = 0; byte < 8; ++byte) digits[i] |= Word{random() % 10} << 8 * byte;
      if (round % 3 == 0 && i + 1 == count) {
        digits[i] |= Word{0x10 + random() % 0xF0} << 8 * (random() % 8);
        all_digits = false;
      }
    }
    for (Numbers way : ways()) {
      std::uint32_t numbers[2 * together] = {};
      ASSERT_EQ(way(digits, count, numbers), all_digits);
      for (std::size_t i = 0; all_digits && i < count; ++i) {
        ASSERT_EQ(numbers[i], number_of_eight(digits[i]));
      }
    }
  }
}

TEST(ShortWord, IsItselfAndNothingElse) {
  for (const std::string word : {"-", "none", "not any", "12345678", "not stated"}) {
    const std::string padded = word + "x,12345678";
    const ShortWord known{std::string_view{padded}.substr(0, word.size())};
    EXPECT_TRUE(known.is(std::string_view{padded}.substr(0, word.size()))) << word;
    EXPECT_FALSE(known.is(std::string_view{padded}.substr(0, word.size() + 1))) << word;
    EXPECT_FALSE(known.is(std::string_view{padded}.substr(1, word.size()))) << word;
    EXPECT_FALSE(known.is(std::string_view{padded}.substr(0, 0))) << word;
  }
  EXPECT_FALSE(ShortWord{}.is({}));
}

TEST(IdOrder, IsThatOfTheirBytes) {
  const std::string ids[] = {"",
                             "A",
                             "E1",
                             "E00000001",
                             "E00000002",
                             "E0000001",
                             "F0000001",
                             "E\xC3\x84",
                             "E00000010",
                             "E000000000000001",
                             "E000000000000002",
                             "D000000000000002",
                             "E00\xFF"
                             "00001",
                             "E0000000000000012",
                             "E0000000000000021"};
  for (const std::string& one : ids) {
    for (const std::string& other : ids) {
      const std::strong_ordering expected = std::string_view{one} <=> std::string_view{other};
      EXPECT_EQ(order_of_ids(one, other), expected) << one << " " << other;
    }
  }
}

}  // namespace
}  // namespace rothcheck::intake::plain
