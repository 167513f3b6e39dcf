// 415(c), (f), (j), (k)(4).
#include <gtest/gtest.h>

#include "checker/law/annual_additions.hpp"
#include "tests/checker/law_figures.hpp"

namespace rothcheck::checker {
namespace {

OtherPlans beside(Money additions, Money pay) {
  OtherPlans others;
  others.additions = additions;
  others.pay = pay;
  return others;
}

TEST(Section415c, IsTheLesserOfTheDollarAmountAndPay) {
  EXPECT_EQ(annual_additions_limit(law_of(2026), 200'000_usd, {}), 72'000_usd);
  EXPECT_EQ(annual_additions_limit(law_of(2025), 200'000_usd, {}), 70'000_usd);
  EXPECT_EQ(annual_additions_limit(law_of(2026), 72'001_usd, {}), 72'000_usd);
  EXPECT_EQ(annual_additions_limit(law_of(2026), 30'000_usd, {}), 30'000_usd);
}

TEST(Section415c, CountsDeferralsEmployerMoneyAndForfeitures) {
  const AnnualAdditions year{24'500_usd, 10'000_usd, 300_usd, 200_usd};
  EXPECT_EQ(year.sum(), 35'000_usd);
}

TEST(Section415f, TakesWhatOtherPlansOfTheEmployerHaveUsed) {
  const OtherPlans others = beside(20'000_usd, 0_usd);
  EXPECT_EQ(dollar_limit(law_of(2026), others), 52'000_usd);
  EXPECT_EQ(annual_additions_limit(law_of(2026), 60'000_usd, others), 40'000_usd);
  EXPECT_EQ(annual_additions_limit(law_of(2026), 60'000_usd, beside(20'000_usd, 50'000_usd)),
            52'000_usd);
  EXPECT_EQ(dollar_limit(law_of(2026), beside(80'000_usd, 0_usd)), 0_usd);
}

TEST(Section415k4, HoldsA403bAndABusinessToTheirOwnPayAndBothToBoth) {
  OtherPlans others = beside(30'000_usd, 100'000_usd);
  // A 403(b) with pay of 25,000 has no use of the business's pay.
  EXPECT_EQ(compensation_limit(25'000_usd, others, PlanFamily::b403).amount(), 25'000_usd);
  EXPECT_EQ(compensation_limit(25'000_usd, others, PlanFamily::k401).amount(), 95'000_usd);
  others = {};
  others.additions_403b = 30'000_usd;
  others.pay_403b = 40'000_usd;
  EXPECT_EQ(compensation_limit(10'000_usd, others, PlanFamily::k401).amount(), 10'000_usd);
  others.pay_403b = 32'000_usd;
  EXPECT_EQ(compensation_limit(10'000_usd, others, PlanFamily::k401).amount(), 10'000_usd);
  others.pay_403b = 25'000_usd;
  EXPECT_EQ(compensation_limit(10'000_usd, others, PlanFamily::k401).amount(), 5'000_usd);
  EXPECT_EQ(dollar_limit(law_of(2026), others), 42'000_usd);
}

TEST(Section415k4, AddsNo403bToAnother) {
  EXPECT_TRUE(counts_with_403b(PlanFamily::k401));
  EXPECT_TRUE(counts_with_403b(PlanFamily::solo_401k));
  EXPECT_FALSE(counts_with_403b(PlanFamily::b403));
  EXPECT_FALSE(counts_with_403b(PlanFamily::b457));
}

TEST(Section415j, CutsTheDollarAmountOfAShortYear) {
  const auto limit = [](std::string_view year) {
    return law_of(2026, "401(k)", year).annual_additions.amount;
  };
  EXPECT_EQ(limit("limitation-year 2026-01-01 to 2026-06-30\n"), 36'000_usd);
  // A part of a month as a fraction of it: 14 of 31 days.
  EXPECT_EQ(limit("limitation-year 2026-01-01 to 2026-07-14\n"), Money::cents(38'709'67));
  EXPECT_EQ(limit("limitation-year 2026-01-01 to 2026-12-31\n"), 72'000_usd);
}

}  // namespace
}  // namespace rothcheck::checker
