// Severities and the word a writer may have meant.
#include "model/finding.hpp"

#include <gtest/gtest.h>

namespace rothcheck {
namespace {

constexpr FindingKind a_warning{"PLN000", "some-warning", Severity::warning, "", "", ""};
constexpr FindingKind an_error{"SYN000", "some-error", Severity::error, "", "", ""};

TEST(Finding, OnlyAnErrorIsAnError) {
  EXPECT_FALSE(has_error({}));
  EXPECT_FALSE(has_error({{&a_warning, "a"}}));
  EXPECT_TRUE(has_error({{&a_warning, "a"}, {&an_error, "b"}}));
}

TEST(Finding, SeveritiesHaveTheNamesOfTheCommandLine) {
  EXPECT_EQ(to_string(Severity::info), "info");
  EXPECT_EQ(to_string(Severity::warning), "warning");
  EXPECT_EQ(to_string(Severity::error), "error");
  EXPECT_LT(Severity::info, Severity::warning);
  EXPECT_LT(Severity::warning, Severity::error);
}

TEST(Finding, TheNearestWordIsAtMostTwoEditsAway) {
  const std::vector<std::string_view> words = {"after-tax", "pre-tax", "roth", "catch-up"};
  EXPECT_EQ(nearest("aftertax", words), "after-tax");
  EXPECT_EQ(nearest("afer-tax", words), "after-tax");
  EXPECT_EQ(nearest("rtoh", words), "roth");
  EXPECT_EQ(nearest("catchup", words), "catch-up");
  EXPECT_EQ(nearest("roth", words), "roth");
  EXPECT_EQ(nearest("bonus", words), "");
  EXPECT_EQ(nearest("", words), "");
  EXPECT_EQ(nearest("after-tax-money", words), "");
}

TEST(Finding, TwoEditsInAShortWordAreAnotherWord) {
  EXPECT_EQ(nearest("on", {"or"}), "or");
  EXPECT_EQ(nearest("no", {"at"}), "");
  EXPECT_EQ(nearest("age", {"acp"}), "");
}

TEST(Finding, OfEquallyNearWordsTheFirstIsMeant) {
  EXPECT_EQ(nearest("loth", {"roth", "both"}), "roth");
}

TEST(Finding, AVeryLongWordIsComparedWithNothing) {
  const std::string long_word(100'000, 'a');
  EXPECT_EQ(nearest(long_word, {long_word}), "");
}

}  // namespace
}  // namespace rothcheck
