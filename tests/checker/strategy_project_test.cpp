// A projection against figures that were reckoned apart from it, with exact fractions.
#include <gtest/gtest.h>

#include "checker/advice/project.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

Money cents(std::int64_t dollars, std::int64_t rest) { return Money::cents(dollars * 100 + rest); }

Projection projected(std::vector<Saver> savers, ProjectionSettings settings = {}) {
  Outcome<Projection> found = project(savers, settings, *limits().find(2026));
  EXPECT_TRUE(found);
  return found ? std::move(*found.value) : Projection{};
}

const ProjectedStrategy& of(const Projection& answer, Vehicle vehicle) {
  return answer.strategies.at(static_cast<std::size_t>(vehicle));
}
const ProjectedYear& end_of(const Projection& answer, Vehicle vehicle) {
  return of(answer, vehicle).years.back();
}

// 30,000 at each year's end: 30,000 x (1.06^5 - 1) / 0.06 = 169,112.79; over 1.025^5 = 149,471.06.
TEST(Project, CompoundsAnAnnuityYearByYear) {
  const Projection answer = projected({{"p", 30'000_usd, {}, {}}}, {.years = 5});
  const auto& years = of(answer, Vehicle::mega_backdoor).years;
  ASSERT_EQ(years.size(), 5u);
  EXPECT_EQ(years[0].balance, 30'000_usd);
  EXPECT_EQ(years[1].balance, 61'800_usd);
  EXPECT_EQ(years[2].balance, 95'508_usd);
  EXPECT_EQ(years[4].after_tax, cents(169'112, 79));
  EXPECT_EQ(years[4].today, cents(149'471, 6));
  EXPECT_EQ(years[4].year, 2030);
}

// Reckoned with fractions outside of the program, each product to the nearest cent.
TEST(Project, HasTheFiguresOfAnIndependentReckoning) {
  const Projection answer = projected({{"p", 30'000_usd, 48, {}}});
  EXPECT_EQ(end_of(answer, Vehicle::mega_backdoor).after_tax, cents(1'103'567, 74));
  EXPECT_EQ(end_of(answer, Vehicle::mega_backdoor).today, cents(673'475, 33));
  EXPECT_EQ(end_of(answer, Vehicle::pre_tax_deferral).balance, cents(1'377'644, 47));
  EXPECT_EQ(end_of(answer, Vehicle::pre_tax_deferral).after_tax, cents(1'085'668, 55));
  EXPECT_EQ(end_of(answer, Vehicle::ira_backdoor).after_tax, cents(1'044'279, 81));
  EXPECT_EQ(end_of(answer, Vehicle::taxable).balance, cents(1'077'243, 80));
  EXPECT_EQ(end_of(answer, Vehicle::taxable).after_tax, cents(1'021'462, 6));
  EXPECT_EQ(end_of(answer, Vehicle::taxable).today, cents(623'368, 61));
}

// The tax rate of now and of later being one, the order of taxing changes nothing.
TEST(Project, MakesDeferralsAndRothAlikeAtOneTaxRateBelowTheLimit) {
  const Projection answer = projected({{"p", 10'000_usd, {}, {}}}, {.years = 30});
  const Money roth = end_of(answer, Vehicle::mega_backdoor).after_tax;
  const Money deferred = end_of(answer, Vehicle::pre_tax_deferral).after_tax;
  EXPECT_LT(greater(roth, deferred) - lesser(roth, deferred), 1_usd);
  EXPECT_EQ(of(answer, Vehicle::pre_tax_deferral).beside, Money{});
}

TEST(Project, LetsDeferralsWinWhereTaxIsLowerLater) {
  const Projection answer =
      projected({{"p", 10'000_usd, {}, {}}}, {.tax_later = 12_pct, .years = 10});
  EXPECT_EQ(end_of(answer, Vehicle::pre_tax_deferral).balance, cents(173'431, 46));
  EXPECT_EQ(end_of(answer, Vehicle::pre_tax_deferral).after_tax, cents(152'619, 68));
  EXPECT_GT(end_of(answer, Vehicle::pre_tax_deferral).after_tax,
            end_of(answer, Vehicle::mega_backdoor).after_tax);
}

// 24,500 of deferrals cost 76% of it, 18,620; who has no deferral room has a taxable account only.
TEST(Project, PutsBesideWhatAnAccountDoesNotTake) {
  const Projection answer = projected({{"p", 30'000_usd, {}, {}}});
  EXPECT_EQ(of(answer, Vehicle::pre_tax_deferral).inside, 18'620_usd);
  EXPECT_EQ(of(answer, Vehicle::pre_tax_deferral).beside, 11'380_usd);
  EXPECT_EQ(of(answer, Vehicle::ira_backdoor).inside, 7'500_usd);
  EXPECT_EQ(of(answer, Vehicle::ira_backdoor).beside, 22'500_usd);
  const Projection none = projected({{"p", 30'000_usd, {}, Money{}}}, {.years = 10});
  EXPECT_EQ(end_of(none, Vehicle::pre_tax_deferral).after_tax, cents(380'602, 40));
  EXPECT_EQ(end_of(none, Vehicle::pre_tax_deferral).after_tax,
            end_of(none, Vehicle::taxable).after_tax);
}

TEST(Project, CostsTheSameInEveryStrategyAndYear) {
  const Projection answer = projected({{"p", 47'500_usd, 55, {}}, {"q", 12'345_usd, 30, {}}},
                                      {.limit_growth = 3_pct, .years = 40});
  const auto& first = answer.strategies.front().years;
  for (const ProjectedStrategy& strategy : answer.strategies) {
    for (std::size_t i = 0; i < first.size(); ++i)
      EXPECT_EQ(strategy.years[i].paid_in, first[i].paid_in) << to_string(strategy.vehicle);
  }
  EXPECT_EQ(first[0].paid_in, 59'845_usd);
  // 47,500 and 12,345, each 3% more, to the cent below.
  EXPECT_EQ(first[1].paid_in, cents(61'640, 35));
}

TEST(Project, AddsUpAHousehold) {
  const Saver one{"p", 47'500_usd, 58, 1'000_usd}, other{"q", 20'000_usd, {}, {}};
  const Projection both = projected({one, other}), first = projected({one}),
                   second = projected({other});
  for (int i = 0; i < vehicle_count; ++i) {
    const Vehicle vehicle = static_cast<Vehicle>(i);
    EXPECT_EQ(end_of(both, vehicle).balance,
              end_of(first, vehicle).balance + end_of(second, vehicle).balance);
    EXPECT_EQ(of(both, vehicle).inside, of(first, vehicle).inside + of(second, vehicle).inside);
  }
  // Each has an IRA limit of their own: 8,600 at 58, and 7,500.
  EXPECT_EQ(of(both, Vehicle::ira_backdoor).inside, 16'100_usd);
}

TEST(Project, BringsCatchUpInTheYearsOfItsAge) {
  // 24,500, at 60 to 63 35,750, then 32,500: what is beside is the rest.
  const Projection answer =
      projected({{"p", 40'000_usd, 59, {}}},
                {.growth = {}, .tax_now = {}, .tax_later = {}, .dividends = {}, .years = 6});
  Money sheltered;
  for (const Money each : {32'500_usd, 35'750_usd, 35'750_usd, 35'750_usd, 35'750_usd, 32'500_usd})
    sheltered += each;
  // Without growth and tax all of the money is there again, wherever it is.
  EXPECT_EQ(end_of(answer, Vehicle::pre_tax_deferral).after_tax, 240'000_usd);
  const Projection taxed =
      projected({{"p", 40'000_usd, 59, {}}},
                {.growth = {}, .tax_now = {}, .tax_later = 10_pct, .dividends = {}, .years = 6});
  EXPECT_EQ(end_of(taxed, Vehicle::pre_tax_deferral).after_tax,
            240'000_usd - portion(10_pct, sheltered, Round::nearest));
}

// calcsimpler.com, Mega Backdoor Roth Advantage Calculator, examples read in November 2026: asks
// for the contribution of each year, and compounds one year's contribution alone ($147,048.01,
// $22,161.83), or comes to nothing that can be followed ($43,951.96; one year's would be
// $50,304.91).
TEST(Project, AddsUpEveryYearsContributionWherePublishedFiguresHaveOne) {
  const auto balance = [](Money contribution, int years, Rate growth) {
    ProjectionSettings settings{.growth = growth, .years = years};
    return end_of(projected({{"p", contribution, {}, {}}}, settings), Vehicle::mega_backdoor)
        .balance;
  };
  EXPECT_EQ(balance(38'000_usd, 20, 7_pct), cents(1'557'828, 72));
  EXPECT_EQ(balance(15'000_usd, 8, 5_pct), cents(143'236, 63));
  EXPECT_EQ(balance(25'000_usd, 12, 6_pct), cents(421'748, 52));
}

TEST(Project, HoldsTheLargestAmountsThatItTakes) {
  const Projection answer = projected(
      {{"p", most_projected_contribution, 30, {}}, {"q", most_projected_contribution, 30, {}}},
      {.growth = 20_pct,
       .inflation = 20_pct,
       .limit_growth = 10_pct,
       .years = most_projected_years});
  const auto& years = of(answer, Vehicle::mega_backdoor).years;
  for (std::size_t i = 1; i < years.size(); ++i) {
    EXPECT_GT(years[i].balance, years[i - 1].balance);
    EXPECT_GT(years[i].today, Money{});
  }
}

TEST(Project, RefusesDividendsAboveTheGrowthTheyArePartOf) {
  const Outcome<Projection> found =
      project({{"p", 1'000_usd, {}, {}}}, {.growth = 1_pct}, *limits().find(2026));
  EXPECT_FALSE(found);
  EXPECT_EQ(codes(found.findings), "MBR302");
}

}  // namespace
}  // namespace rothcheck::checker
