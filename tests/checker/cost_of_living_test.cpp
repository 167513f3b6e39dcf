// 415(d) and its like: every figure that the IRS has published comes out of the statutes' formulas.
#include "checker/law/cost_of_living.hpp"

#include <gtest/gtest.h>

#include "intake/limits/limits.hpp"
#include "intake/limits/prices.hpp"

namespace rothcheck::checker {
namespace {

class CostOfLiving : public testing::Test {
 protected:
  ComputedFigure figure(int year, LimitKey key) const {
    const ComputedYear computed = compute_figures(year, prices_);
    const ComputedFigure* found = computed.find(key);
    EXPECT_NE(found, nullptr) << limit_row(key).name << " of " << year;
    return found != nullptr ? *found : ComputedFigure{key, {}, {}, std::nullopt, ""};
  }

  Sources sources_;
  LimitTable limits_ = intake::embedded_limits(sources_);
  Prices prices_ = intake::embedded_prices_by_month();
};

TEST_F(CostOfLiving, GivesEveryPublishedFigure) {
  int held = 0;
  for (const int year : limits_.years()) {
    for (const ComputedFigure& computed : compute_figures(year, prices_).figures) {
      const auto& published = (*limits_.find(year))[computed.key];
      ASSERT_TRUE(published) << limit_row(computed.key).name << " of " << year;
      const Money* amount = std::get_if<Money>(&published->value);
      const Range stated = amount != nullptr ? exactly(*amount) : std::get<Range>(published->value);
      const Range expected =
          amount != nullptr ? computed.amount
                            : Range{computed.amount.least, computed.amount.most + computed.width};
      EXPECT_EQ(stated, expected) << limit_row(computed.key).name << " of " << year;
      ++held;
    }
  }
  EXPECT_GE(held, 202);
}

// Of 438 figures since 2000 these are the ones nearest to a step, and the years in which prices
// fell.
TEST_F(CostOfLiving, GivesTheFiguresThatWereClose) {
  EXPECT_EQ(compute_figures(2007, prices_).find(LimitKey::elective_deferral_402g), nullptr)
      << "the table begins later";
  EXPECT_EQ(figure(2014, LimitKey::catch_up_age_50).amount, exactly(5'500_usd));
  EXPECT_EQ(figure(2016, LimitKey::annual_additions_415c).amount, exactly(53'000_usd));
  EXPECT_EQ(figure(2026, LimitKey::catch_up_age_60_63).amount, exactly(11'250_usd));
}

TEST_F(CostOfLiving, GivesTwoAmountsWhileAMonthIsMissing) {
  Prices until_august = prices_;
  for (auto* index : {&until_august.cpi_u, &until_august.chained})
    std::erase_if(*index, [](const auto& each) { return each.first > Month{2026, 8}; });
  const ComputedYear open = compute_figures(2027, until_august);
  const ComputedFigure* deferrals = open.find(LimitKey::elective_deferral_402g);
  ASSERT_NE(deferrals, nullptr);
  EXPECT_EQ(deferrals->amount, (Range{25'000_usd, 25'500_usd}));
  // The quarter of 2005 adds up to 590.6; 15,000 is 25,500 from 1.7 times that on, 1,004.020.
  ASSERT_TRUE(deferrals->turns_at);
  EXPECT_EQ(333'918 + 334'980 + *deferrals->turns_at, 1'004'020);
  EXPECT_EQ(open.find(LimitKey::catch_up_age_60_63)->amount, exactly(11'750_usd));
  EXPECT_TRUE(std::find(open.missing.begin(), open.missing.end(), MissingMonth{{2026, 9}, false}) !=
              open.missing.end());
}

TEST_F(CostOfLiving, NeverFalls) {
  Prices fallen = prices_;
  for (const int month : {7, 8, 9}) fallen.cpi_u[{2026, month}] = 200'000;
  EXPECT_EQ(compute_figures(2027, fallen).find(LimitKey::annual_additions_415c)->amount,
            exactly(72'000_usd));
}

TEST_F(CostOfLiving, HasNoFigureOfAYearWhoseMonthsAreAllAhead) {
  EXPECT_TRUE(compute_figures(2040, prices_).figures.empty());
}

// 415(d)(4)(B): the increase is rounded down to a step, and a step is reached exactly.
TEST_F(CostOfLiving, RoundsTheIncreaseDown) {
  Prices prices = prices_;
  for (const int month : {7, 8, 9}) prices.cpi_u[{2026, month}] = 334'673;
  const Range below = compute_figures(2027, prices).find(LimitKey::elective_deferral_402g)->amount;
  EXPECT_EQ(below, exactly(25'000_usd));  // 590.6 times 1.7 is 1,004.020; this is a thousandth less
  prices.cpi_u[{2026, 9}] = 334'674;
  const Range reached =
      compute_figures(2027, prices).find(LimitKey::elective_deferral_402g)->amount;
  EXPECT_EQ(reached, exactly(25'500_usd));
}

}  // namespace
}  // namespace rothcheck::checker
