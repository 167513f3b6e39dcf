// 402(g), 457(b)(2).
#include <gtest/gtest.h>

#include "checker/law/catch_up.hpp"
#include "checker/law/elective_deferrals.hpp"
#include "checker/law/eligible_deferred_compensation.hpp"
#include "tests/checker/law_figures.hpp"

namespace rothcheck::checker {
namespace {

TEST(Section402g, IsOneAmountAPerson) {
  const Figures law = law_of(2026);
  EXPECT_EQ(statutory_limit(law), 24'500_usd);
  EXPECT_EQ(exclusion_limit(law, 8'000_usd), 32'500_usd);
  EXPECT_EQ(left_of_exclusion(24'500_usd, 10'000_usd), 14'500_usd);
  EXPECT_EQ(left_of_exclusion(24'500_usd, 30'000_usd), 0_usd);
}

TEST(Section402g, HoldsInEachCalendarYearOfAFiscalYear) {
  const Figures law = law_of(2025, "401(k)", "limitation-year begins 07-01\n");
  EXPECT_EQ(statutory_limit(law), 23'500_usd + 24'500_usd);
  const std::array<CalendarYearLimits, 2> limits = {CalendarYearLimits{23'500_usd, 7'500_usd},
                                                    CalendarYearLimits{24'500_usd, 8'000_usd}};
  const CalendarYearDeferrals told = in_calendar_years({30'000_usd, 40'000_usd}, limits);
  EXPECT_EQ(told.all, 30'000_usd + 32'500_usd);
  EXPECT_EQ(told.catch_up, 6'500_usd + 8'000_usd);
  // 30,000 of which nobody says where they lie: all in 2025 make 6,500 of catch-up, in 2026 5,500.
  EXPECT_EQ(most_catch_up_in_calendar_years(30'000_usd, limits), 6'500_usd);
  EXPECT_EQ(most_catch_up_in_calendar_years(23'500_usd, limits), 0_usd);
  EXPECT_EQ(most_catch_up_in_calendar_years(100'000_usd, limits), 15'500_usd);
}

TEST(Section457b, IsTheLesserOfTheFigureAndIncludiblePay) {
  const Figures law = law_of(2026, "governmental 457(b)");
  EXPECT_EQ(limit_457b(law, 100'000_usd), 24'500_usd);
  EXPECT_EQ(limit_457b(law, 9'000_usd), 9'000_usd);
}

}  // namespace
}  // namespace rothcheck::checker
