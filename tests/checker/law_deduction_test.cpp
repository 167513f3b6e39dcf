// 404(a)(3), (a)(8), 401(c)(2); READING.md R7.4, R7.5.
#include <gtest/gtest.h>

#include "checker/law/deduction.hpp"
#include "checker/law/self_employed.hpp"
#include "model/worksheet.hpp"
#include "tests/checker/law_figures.hpp"

namespace rothcheck::checker {
namespace {

Money base(Money profit) {
  Silence silence;
  return earned_income_before_contribution(profit, Money{}, law_of(2026), silence);
}

OwnersYear owner_of(Money pay, Money deferred, Money match = {}) {
  return {.pay = pay,
          .dollars = 72'000_usd,
          .compensation = pay,
          .additions = deferred,
          .match = match,
          .deferred = deferred};
}

TEST(Section404, Is25PercentOfPayAnd20OfEarnedIncome) {
  EXPECT_EQ(reduced_rate(deductible_share), 20_pct);
  EXPECT_EQ(deductible_for_pay(100'000_usd, law_of(2026)), 25'000_usd);
  EXPECT_EQ(deductible_for_pay(400'000_usd, law_of(2026)), 90'000_usd);
  EXPECT_EQ(base(250'000_usd), Money::cents(235'213'31));
  EXPECT_EQ(deductible_for_earned_income(base(250'000_usd), law_of(2026)), Money::cents(47'042'66));
  EXPECT_EQ(deductible_for_earned_income(600'000_usd, law_of(2026)), 90'000_usd);
}

TEST(Section404, RoundsAnAmountOfPayToTheNearestCent) {
  EXPECT_EQ(deductible_for_pay(Money::cents(2), law_of(2026)), Money::cents(1));
  EXPECT_EQ(deductible_for_pay(Money::cents(1), law_of(2026)), Money::cents(0));
}

TEST(Section404, LeavesTheSmallestOfTheDeductionAndBothLimitsOf415c) {
  const Figures law = law_of(2026);
  EXPECT_EQ(most_for_pay(owner_of(100'000_usd, 24'500_usd), law), 25'000_usd);
  EXPECT_EQ(most_for_pay(owner_of(300'000_usd, 24'500_usd), law), 47'500_usd);
  EXPECT_EQ(most_for_pay(owner_of(30'000_usd, 24'500_usd), law), 5'500_usd);
  EXPECT_EQ(most_for_pay(owner_of(100'000_usd, 24'500_usd, 4'000_usd), law), 21'000_usd);
}

TEST(Section404a8, TakesTwoOfRoomForEachDollarOfEarnedIncome) {
  EXPECT_EQ(base(40'000_usd), Money::cents(37'174'09));
  // Half of 12,674.09, down to the cent.
  EXPECT_EQ(most_for_earned_income(owner_of(base(40'000_usd), 24'500_usd), law_of(2026)),
            Money::cents(6'337'04));
}

TEST(Section404a8, PaysAllThatIsContributedOutOfEarnedIncome) {
  OwnersYear owner = owner_of(30'000_usd, 24'500_usd);
  owner.deferred = 29'000_usd;
  EXPECT_EQ(most_for_earned_income(owner, law_of(2026)), 1'000_usd);
  owner.deferred.reset();
  EXPECT_EQ(most_for_earned_income(owner, law_of(2026)), 2'750_usd);
}

}  // namespace
}  // namespace rothcheck::checker
