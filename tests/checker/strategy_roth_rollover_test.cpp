// A Roth account rolled over to a Roth IRA: Form 1099-R code H.
#include <gtest/gtest.h>

#include "checker/advice/conversion.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

ConversionFacts of_roth(Money balance, Money basis, Money amount) {
  ConversionFacts facts;
  facts.roth_balance = balance;
  facts.roth_basis = basis;
  facts.amount = amount;
  return facts;
}

// 42,000 of 50,000 is basis: of 25,000 half as much, and none of it is taxable.
TEST(RothRollover, TaxesNothingAndCarriesItsShareOfBasis) {
  const auto found = convert(of_roth(50'000_usd, 42'000_usd, 25'000_usd), 2026);
  ASSERT_TRUE(found);
  EXPECT_EQ(found.value->form.box_1, 25'000_usd);
  EXPECT_EQ(found.value->form.box_2a, 0_usd);
  EXPECT_EQ(found.value->form.box_4, 0_usd);
  EXPECT_EQ(found.value->form.box_5, 21'000_usd);
  EXPECT_EQ(found.value->form.box_7, "H");
  EXPECT_EQ(found.value->taxable, 0_usd);
  EXPECT_EQ(found.value->nontaxable, 25'000_usd);
  EXPECT_EQ(found.value->recapture, 0_usd);
}

TEST(RothRollover, RoundsItsBasisToTheNearestCent) {
  // 10,000 x 1/3 = 3,333.333...
  const auto found = convert(of_roth(30'000_usd, 10'000_usd, 10'000_usd), 2026);
  ASSERT_TRUE(found);
  EXPECT_EQ(found.value->form.box_5, Money::cents(333'333));
}

TEST(RothRollover, IsAllBasisAfterALoss) {
  const auto found = convert(of_roth(9'000_usd, 10'000_usd, 9'000_usd), 2026);
  ASSERT_TRUE(found);
  EXPECT_EQ(found.value->form.box_5, 9'000_usd);
  EXPECT_EQ(codes(found.value->derivation.findings), "MBR303");
}

TEST(RothRollover, GoesByTheClockOfTheRothIra) {
  ConversionFacts facts = of_roth(50'000_usd, 42'000_usd, 50'000_usd);
  EXPECT_EQ(convert(facts, 2026).value->roth_qualifies, 2031);
  facts.first_roth_year = 2020;
  EXPECT_EQ(convert(facts, 2026).value->roth_qualifies, 2025);
  EXPECT_FALSE(convert(facts, std::nullopt).value->year);
}

TEST(RothRollover, IsNotMixedWithAfterTaxMoney) {
  ConversionFacts facts = of_roth(50'000_usd, 42'000_usd, 60'000_usd);
  EXPECT_EQ(codes(convert(facts, 2026).findings), "MBR302");
  facts.amount = 50'000_usd;
  facts.after_tax_balance = 1'000_usd;
  EXPECT_EQ(codes(convert(facts, 2026).findings), "MBR302");
  facts.after_tax_balance.reset();
  facts.to = PaidTo::in_plan_roth;
  EXPECT_EQ(codes(convert(facts, 2026).findings), "MBR302");
  facts.to = PaidTo::roth_ira;
  facts.roth_basis.reset();
  EXPECT_EQ(codes(convert(facts, 2026).findings), "MBR301");
}

ConversionFacts paid_out(Rate age, int first_year) {
  ConversionFacts facts = of_roth(50'000_usd, 42'000_usd, 25'000_usd);
  facts.to = PaidTo::person;
  facts.age = age;
  facts.first_roth_year = first_year;
  return facts;
}

// 4,000 of 25,000 are earnings. Qualified: 59 1/2 and five taxable years, 2021 to 2025.
TEST(RothPayment, IsFreeOnlyIfQualified) {
  const Rate old{119, 2};
  EXPECT_EQ(convert(paid_out(old, 2021), 2026).value->taxable, 0_usd);
  EXPECT_EQ(convert(paid_out(old, 2022), 2026).value->taxable, 4'000_usd);
  EXPECT_EQ(convert(paid_out(old, 2022), 2026).value->early_tax, 0_usd);
  const auto early = convert(paid_out(Rate::whole(59), 2010), 2026);
  EXPECT_EQ(early.value->taxable, 4'000_usd);
  EXPECT_EQ(early.value->nontaxable, 21'000_usd);
  EXPECT_EQ(early.value->early_tax, 400_usd);
  EXPECT_EQ(early.value->form.box_2a, 4'000_usd);
  EXPECT_EQ(early.value->form.box_4, 800_usd);
  EXPECT_EQ(early.value->form.box_5, 21'000_usd);
}

TEST(RothPayment, AsksForWhatDecidesIt) {
  ConversionFacts facts = paid_out(Rate::whole(60), 2020);
  EXPECT_EQ(codes(convert(facts, std::nullopt).findings), "MBR301");
  facts.age.reset();
  EXPECT_EQ(codes(convert(facts, 2026).findings), "MBR301");
  facts = paid_out(Rate::whole(60), 2020);
  facts.first_roth_year.reset();
  EXPECT_EQ(codes(convert(facts, 2026).findings), "MBR301");
}

}  // namespace
}  // namespace rothcheck::checker
