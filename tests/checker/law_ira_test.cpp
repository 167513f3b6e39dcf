// 219, 408A(c).
#include <gtest/gtest.h>

#include "checker/law/ira.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

TEST(Section219b5, IsMoreFrom50On) {
  const YearFigures& year = *limits().find(2026);
  EXPECT_EQ(ira_limit_of(49, year), 7'500_usd);
  EXPECT_EQ(ira_limit_of(50, year), 8'600_usd);
}

TEST(Section219d1, BarredTraditionalIrasFrom70AndAHalfUntil2019) {
  EXPECT_FALSE(is_barred_by_age(69, true, 2019));
  EXPECT_TRUE(is_barred_by_age(70, true, 2019));
  EXPECT_FALSE(is_barred_by_age(70, false, 2019));
  EXPECT_TRUE(is_barred_by_age(71, false, 2019));
  EXPECT_FALSE(is_barred_by_age(71, true, 2020));
  EXPECT_TRUE(half_of_year_decides(70, 2019));
  EXPECT_FALSE(half_of_year_decides(71, 2019));
  EXPECT_FALSE(half_of_year_decides(70, 2020));
}

TEST(Section408Ac3, TreatsWhoLivedApartAllYearAsUnmarried) {
  EXPECT_EQ(roth_phase_out_of(FilingStatus::separate, true),
            LimitKey::roth_ira_phaseout_single_hoh);
  EXPECT_EQ(roth_phase_out_of(FilingStatus::separate, false), LimitKey::roth_ira_phaseout_separate);
  EXPECT_EQ(roth_phase_out_of(FilingStatus::joint, true), LimitKey::roth_ira_phaseout_joint);
  EXPECT_EQ(roth_phase_out_of(FilingStatus::head_of_household, false),
            LimitKey::roth_ira_phaseout_single_hoh);
}

TEST(Section408Ac3, ShrinksInProportionDownTo200) {
  const Range range{153'000_usd, 168'000_usd};
  EXPECT_EQ(phased_out(7'500_usd, range, 153'000_usd), 7'500_usd);
  EXPECT_EQ(phased_out(7'500_usd, range, 160'500_usd), 3'750_usd);
  // The reduction of $500.50 goes down to $500.
  EXPECT_EQ(phased_out(7'500_usd, range, 154'001_usd), 7'000_usd);
  EXPECT_EQ(phased_out(7'500_usd, range, 167'900_usd), 200_usd);
  EXPECT_EQ(phased_out(7'500_usd, range, 168'000_usd), 0_usd);
  EXPECT_EQ(standing(range, 153'000_usd), PhaseOut::below);
  EXPECT_EQ(standing(range, 168'000_usd), PhaseOut::above);
}

}  // namespace
}  // namespace rothcheck::checker
