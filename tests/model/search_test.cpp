#include "model/search.hpp"

#include <gtest/gtest.h>

namespace rothcheck {
namespace {

TEST(Search, FindsTheEdgeWhereverItLies) {
  for (std::int64_t edge = 0; edge <= 20; ++edge) {
    EXPECT_EQ(largest_for_which(0, 20, [&](std::int64_t n) { return n <= edge; }), edge);
    EXPECT_EQ(smallest_for_which(0, 20, [&](std::int64_t n) { return n >= edge; }), edge);
  }
}

TEST(Search, EndsAtItsEnds) {
  const auto always = [](std::int64_t) { return true; };
  const auto never = [](std::int64_t) { return false; };
  EXPECT_EQ(largest_for_which(3, 9, always), 9);
  EXPECT_EQ(largest_for_which(3, 9, never), 3);
  EXPECT_EQ(smallest_for_which(3, 9, always), 3);
  EXPECT_EQ(smallest_for_which(3, 9, never), 9);
}

TEST(Search, GoesToTheCent) {
  EXPECT_EQ(largest_cent(1'000_usd, [](Money m) { return m < 700_usd; }), Money::cents(69'999));
  EXPECT_EQ(smallest_cent(1'000_usd, [](Money m) { return m > 700_usd; }), Money::cents(70'001));
}

}  // namespace
}  // namespace rothcheck
