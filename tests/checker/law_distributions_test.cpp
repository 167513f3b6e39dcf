// 72(t), 3405(c), 402A(d), 401(a)(9), and the basis of 72(e)(8) and 408(d)(2).
#include <gtest/gtest.h>

#include "checker/law/basis.hpp"
#include "checker/law/distributions.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

constexpr Rate half_past(int age) { return Rate{2 * age + 1, 2}; }

TEST(Section72t, IsTenPercentBefore59AndAHalf) {
  EXPECT_EQ(is_early(Rate::whole(59)), true);
  EXPECT_EQ(is_early(half_past(59)), false);
  EXPECT_EQ(is_early(std::nullopt), std::nullopt);
  EXPECT_EQ(early_payment_tax(Money::cents(1'005)), Money::cents(101));
}

TEST(Section3405c, WithholdsTwentyPercentOfWhatIsTaxable) {
  EXPECT_EQ(withholding(10'000_usd), 2'000_usd);
  EXPECT_EQ(withholding(Money::cents(1'002)), Money::cents(200));
  EXPECT_EQ(withholding(Money::cents(1'003)), Money::cents(201));
}

TEST(Section402Ad, AsksForTheAgeAndFiveTaxableYears) {
  EXPECT_TRUE(is_qualified(half_past(59), 2021, 2026));
  EXPECT_FALSE(is_qualified(half_past(59), 2022, 2026));
  EXPECT_FALSE(is_qualified(Rate::whole(59), 2010, 2026));
  EXPECT_FALSE(is_qualified(std::nullopt, 2010, 2026));
}

TEST(Section401a9, BeginsAtAnAgeThatHasRisen) {
  EXPECT_FALSE(may_owe_minimum(Rate::whole(70), 2019));
  EXPECT_TRUE(may_owe_minimum(half_past(70), 2019));
  EXPECT_FALSE(may_owe_minimum(Rate::whole(90), 2020));
  EXPECT_FALSE(may_owe_minimum(half_past(70), 2021));
  EXPECT_TRUE(may_owe_minimum(Rate::whole(72), 2022));
  EXPECT_FALSE(may_owe_minimum(Rate::whole(72), 2023));
  EXPECT_TRUE(may_owe_minimum(Rate::whole(73), 2032));
  EXPECT_FALSE(may_owe_minimum(Rate::whole(73), 2033));
  EXPECT_TRUE(may_owe_minimum(Rate::whole(74), 2033));
  EXPECT_FALSE(may_owe_minimum(Rate::whole(74), 2034));
  EXPECT_TRUE(may_owe_minimum(Rate::whole(75), 2034));
  EXPECT_TRUE(may_owe_minimum(Rate::whole(73), std::nullopt));
  EXPECT_FALSE(may_owe_minimum(std::nullopt, 2026));
}

TEST(Section72e8, SpreadsBasisOverTheAccount) {
  EXPECT_EQ(basis_in(10'000_usd, 18'000_usd, 20'000_usd), 9'000_usd);
  EXPECT_EQ(basis_in(1_usd, 1_usd, 3_usd), Money::cents(33));
  EXPECT_EQ(basis_in(10'000_usd, 25'000_usd, 20'000_usd), 10'000_usd);
}

TEST(Section408d2, PoolsAllIras) {
  // A basis of 7,000 in 70,000: a tenth of what is converted.
  const ProRata found = pro_rata(7'000_usd, 0_usd, 63'000_usd, 7'000_usd);
  EXPECT_EQ(found.nontaxable, 700_usd);
  EXPECT_EQ(found.taxable, 6'300_usd);
  EXPECT_EQ(found.basis_carried, 6'300_usd);
}

}  // namespace
}  // namespace rothcheck::checker
