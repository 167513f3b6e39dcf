// 401(a)(17), 415(c)(3).
#include <gtest/gtest.h>

#include "checker/law/automatic_enrolment.hpp"
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

TEST(Section401a17, CountsTheMonthsAsAParticipant) {
  const PlanYear year = calendar_year(2026);
  EXPECT_EQ(share_as_participant({date(2026, 7, 1), year.last}, year), (Rate{1, 2}));
  EXPECT_EQ(share_as_participant(year, year), Rate::whole(1));
  // Hired on April 1, in on July 1: six of nine months.
  EXPECT_EQ(share_as_participant({date(2026, 7, 1), year.last}, {date(2026, 4, 1), year.last}),
            (Rate{2, 3}));
  // A month that is not whole counts by its days: 17 of 31.
  EXPECT_EQ(share_as_participant({date(2026, 12, 15), year.last}, year), (Rate{17, 31 * 12}));
}

TEST(Section414w, RisesAsFarAsServiceMakesSure) {
  const AutomaticEnrollment plan{
      .kind = EnrollmentKind::eaca, .rate = 3_pct, .rises = 1_pct, .up_to = 6_pct};
  EXPECT_EQ(surely_reached(plan, 0), 3_pct);
  EXPECT_EQ(surely_reached(plan, 1), 3_pct);
  EXPECT_EQ(surely_reached(plan, 2), 4_pct);
  EXPECT_EQ(surely_reached(plan, 20), 6_pct);
  EXPECT_EQ(surely_reached({.kind = EnrollmentKind::aca, .rate = 3_pct}, 20), 3_pct);
}

TEST(PlanYears, StandBesideTheLimitationYear) {
  const Figures apart = law_of(2025, "401(k)", "plan-year begins 07-01\n");
  EXPECT_EQ(apart.plan_year, (PlanYear{date(2025, 7, 1), date(2026, 6, 30)}));
  EXPECT_EQ(apart.limitation_year, calendar_year(2025));
  EXPECT_TRUE(apart.years_apart());
  EXPECT_EQ(apart.annual_additions.year, 2025);
  EXPECT_EQ(apart.compensation.year, 2025);
  EXPECT_FALSE(apart.second_year);
  const Figures same = law_of(2025, "401(k)", "limitation-year begins 07-01\n");
  EXPECT_FALSE(same.years_apart());
  EXPECT_EQ(same.annual_additions.year, 2026);
  EXPECT_TRUE(same.second_year);
}

TEST(Section415c3, IsEarnedIncomeAfterWhatTheBusinessContributes) {
  EXPECT_EQ(compensation_of_self_employed(100'000_usd, 20'000_usd), 80'000_usd);
  EXPECT_EQ(compensation_of_self_employed(10'000_usd, 20'000_usd), 0_usd);
  EXPECT_EQ(participants_compensation(400'000_usd, law_of(2026)), 360'000_usd);
}

}  // namespace
}  // namespace rothcheck::checker
