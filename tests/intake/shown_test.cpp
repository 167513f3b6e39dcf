// What messages print of people's files.
#include "intake/shown.hpp"

#include <gtest/gtest.h>

namespace rothcheck::intake {
namespace {

TEST(Shown, LongTextEndsInThreePointsWithinItsLength) {
  EXPECT_EQ(shown("0123456", 8), "0123456");
  EXPECT_EQ(shown("abcdefgh", 8), "abcdefgh");
  EXPECT_EQ(shown("abcdefghi", 8), "abcde...");
  EXPECT_EQ(shown("éééééééééé", 8), "ééééé...");
  EXPECT_EQ(shown("", 8), "");
}

TEST(Shown, ControlCharactersAndBrokenBytesBecomeQuestionMarks) {
  EXPECT_EQ(shown("a\nb\x1B[31m\x7F", 20), "a?b?[31m?");
  EXPECT_EQ(shown("a\xE9z\xF0\x9F\x92", 20), "a?z???");
  EXPECT_EQ(shown("a\xC2\x85z", 20), "a?z");
}

TEST(Shown, OfNineDigitsOnlyTheLastFourStay) {
  EXPECT_EQ(shown("987-65-4320", 40), "***-**-4320");
  EXPECT_EQ(shown("id 987 65 4320x", 40), "id ***-**-4320x");
  EXPECT_EQ(shown("9876543210", 40), "******3210");
  EXPECT_EQ(shown("82460.35", 40), "82460.35");
  EXPECT_EQ(quoted("987654321", 40), "\"***-**-4321\"");
}

TEST(Shown, LongNumbersAreFoundAmongOtherText) {
  EXPECT_TRUE(has_long_number("x987-65-4320"));
  EXPECT_TRUE(has_long_number("1 987654321"));
  EXPECT_FALSE(has_long_number("98765432"));
  EXPECT_FALSE(has_long_number("1980-01-02"));
  EXPECT_FALSE(has_long_number("9876--54321"));
}

TEST(Shown, BlanksAroundTextAreNoPartOfIt) {
  EXPECT_EQ(trimmed(" \t\xC2\xA0 a b \r\n\xC2\xA0"), "a b");
  EXPECT_EQ(trimmed("  \xC2\xA0"), "");
}

TEST(Shown, WellFormedTextIsToldFromOtherBytes) {
  EXPECT_TRUE(is_utf8("aé日\xF0\x9F\x92\xB0"));
  EXPECT_FALSE(is_utf8("\xE9"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
}

}  // namespace
}  // namespace rothcheck::intake
