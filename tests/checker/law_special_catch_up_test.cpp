// 402(g)(7), 457(b)(3).
#include <gtest/gtest.h>

#include "checker/law/special_catch_up.hpp"

namespace rothcheck::checker {
namespace {

Money after(int years, Money deferred, Money used) {
  return catch_up_of_fifteen_years({.months = years * 12, .deferred = deferred, .used = used});
}

TEST(Section402g7, IsTheLeastOfThree) {
  EXPECT_EQ(after(15, 60'000_usd, 0_usd), 3'000_usd);
  EXPECT_EQ(after(20, 99'000_usd, 6'000_usd), 1'000_usd);
  EXPECT_EQ(after(20, 100'000_usd, 0_usd), 0_usd);
  EXPECT_EQ(after(40, 0_usd, 14'999_usd), 1_usd);
  EXPECT_EQ(after(40, 0_usd, 15'000_usd), 0_usd);
}

TEST(Section402g7, BeginsWhenFifteenYearsAreCompleted) {
  EXPECT_EQ(catch_up_of_fifteen_years({.months = 179}), 0_usd);
  EXPECT_EQ(catch_up_of_fifteen_years({.months = 180}), 3'000_usd);
}

TEST(Section457b3, IsOfTheThreeYearsBeforeNormalRetirementAge) {
  const auto within = [](int age) { return in_last_three_years(age * 12, 65 * 12); };
  EXPECT_FALSE(within(61));
  EXPECT_TRUE(within(62));
  EXPECT_TRUE(within(64));
  EXPECT_FALSE(within(65));
}

}  // namespace
}  // namespace rothcheck::checker
