// 401(a)(17), 415(c)(3).
#include <gtest/gtest.h>

#include "checker/law/compensation.hpp"
#include "tests/checker/law_figures.hpp"

namespace rothcheck::checker {
namespace {

TEST(Section401a17, CountsPayUpToTheFigure) {
  EXPECT_EQ(compensation_taken_into_account(360'000_usd, law_of(2026)), 360'000_usd);
  EXPECT_EQ(compensation_taken_into_account(500'000_usd, law_of(2026)), 360'000_usd);
  EXPECT_EQ(compensation_taken_into_account(500'000_usd, law_of(2025)), 350'000_usd);
  EXPECT_EQ(compensation_taken_into_account(90'000_usd, law_of(2026)), 90'000_usd);
}

TEST(Section401a17, IsCutInAShortYear) {
  const Figures half = law_of(2026, "401(k)", "limitation-year 2026-01-01 to 2026-06-30\n");
  EXPECT_EQ(compensation_taken_into_account(500'000_usd, half), 180'000_usd);
}

TEST(Section415c3, IsEarnedIncomeAfterWhatTheBusinessContributes) {
  EXPECT_EQ(compensation_of_self_employed(100'000_usd, 20'000_usd), 80'000_usd);
  EXPECT_EQ(compensation_of_self_employed(10'000_usd, 20'000_usd), 0_usd);
  EXPECT_EQ(participants_compensation(400'000_usd, law_of(2026)), 360'000_usd);
}

}  // namespace
}  // namespace rothcheck::checker
