// 414(v).
#include <gtest/gtest.h>

#include "checker/law/catch_up.hpp"
#include "checker/law/plan_types.hpp"
#include "tests/checker/law_figures.hpp"

namespace rothcheck::checker {
namespace {

Money at(int age, int year) { return catch_up_at(catch_up_age(age), law_of(year)).amount; }

TEST(Section414v, BringsCatchUpAt50AndTheHigherOneFrom60To63) {
  EXPECT_EQ(at(49, 2026), 0_usd);
  EXPECT_EQ(at(50, 2026), 8'000_usd);
  EXPECT_EQ(at(59, 2026), 8'000_usd);
  EXPECT_EQ(at(60, 2026), 11'250_usd);
  EXPECT_EQ(at(63, 2026), 11'250_usd);
  EXPECT_EQ(at(64, 2026), 8'000_usd);
  EXPECT_EQ(at(61, 2024), 7'500_usd);
  EXPECT_EQ(catch_up_of_age(61, *limits().find(2026)), 11'250_usd);
  EXPECT_EQ(catch_up_of_age(61, *limits().find(2024)), 7'500_usd);
}

TEST(Section414v2, IsAtMostPayLessOtherDeferrals) {
  EXPECT_EQ(most_deferrals(24'500_usd, 8'000_usd, 100'000_usd), 32'500_usd);
  EXPECT_EQ(most_deferrals(24'500_usd, 8'000_usd, 27'000_usd), 27'000_usd);
}

TEST(Section414v3, IsWhatExceedsALimit) {
  EXPECT_EQ(beyond_the_limit(24'500_usd, 24'500_usd), 0_usd);
  EXPECT_EQ(beyond_the_limit(26'000_usd, 24'500_usd), 1'500_usd);
  EXPECT_EQ(recharacterised(3'000_usd, 8'000_usd, 20'000_usd), 3'000_usd);
  EXPECT_EQ(recharacterised(9'000_usd, 8'000_usd, 20'000_usd), 8'000_usd);
  EXPECT_EQ(recharacterised(9'000_usd, 8'000_usd, 5'000_usd), 5'000_usd);
}

TEST(Section414v6, IsForGovernmentsAlonePlansOf457b) {
  EXPECT_TRUE(has_catch_up({PlanFamily::b457, PlanSponsor::governmental}));
  EXPECT_FALSE(has_catch_up({PlanFamily::b457, PlanSponsor::ordinary}));
  EXPECT_TRUE(has_catch_up({PlanFamily::k401, PlanSponsor::ordinary}));
}

TEST(Section414v7, AsksForRothAboveTheWagesAndNotAtThem) {
  const YearFigure threshold = law_of(2026).roth_catch_up_wages.value();
  EXPECT_FALSE(must_be_roth(150'000_usd, threshold));
  EXPECT_TRUE(must_be_roth(150'000_usd + Money::cents(1), threshold));
  EXPECT_FALSE(law_of(2025).roth_catch_up_wages);
  EXPECT_FALSE(may_catch_up(true, false));
  EXPECT_TRUE(may_catch_up(true, true));
  EXPECT_TRUE(may_catch_up(false, false));
}

TEST(Section414v7, AddsRelatedWagesOnlyWhereThePlanDoes) {
  EXPECT_EQ(wages_for_roth_catch_up(80'000_usd, 80'000_usd, false), 80'000_usd);
  EXPECT_EQ(wages_for_roth_catch_up(80'000_usd, 80'000_usd, true), 160'000_usd);
}

TEST(Section414v7, DeemsRothWhatPassesTheLimit) {
  EXPECT_EQ(deemed_roth_on_pre_tax(27'500_usd, 24'500_usd), 3'000_usd);
  EXPECT_EQ(deemed_roth_on_pre_tax(24'500_usd, 24'500_usd), 0_usd);
  // Roth money of before has used a part of the limit, and pre-tax money the rest of it.
  EXPECT_EQ(deemed_roth_on_combined(27'500_usd, 5'000_usd, 24'500_usd), 8'000_usd);
  EXPECT_EQ(deemed_roth_on_combined(27'500_usd, 0_usd, 24'500_usd), 3'000_usd);
  EXPECT_EQ(deemed_roth_on_combined(10'000_usd, 30'000_usd, 24'500_usd), 10'000_usd);
}

TEST(Section414v7, LeavesUpTo250Alone) {
  EXPECT_EQ(roth_catch_up_short(8'000_usd, 7'750_usd), 250_usd);
  EXPECT_EQ(roth_catch_up_short(8'000_usd, 9'000_usd), 0_usd);
  EXPECT_EQ(roth_catch_up_to_correct(250_usd), 0_usd);
  EXPECT_EQ(roth_catch_up_to_correct(251_usd), 251_usd);
}

}  // namespace
}  // namespace rothcheck::checker
