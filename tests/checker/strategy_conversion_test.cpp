#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/conversion.hpp"
#include "checker/findings.hpp"

namespace rothcheck::checker {
namespace {

ConversionFacts facts(Money balance, Money basis, Money amount) {
  ConversionFacts given;
  given.after_tax_balance = balance;
  given.after_tax_basis = basis;
  given.amount = amount;
  return given;
}

Conversion answer(const ConversionFacts& given, std::optional<int> year = 2026) {
  Outcome<Conversion> found = convert(given, year);
  EXPECT_TRUE(found) << (found.findings.empty() ? "" : found.findings.front().message);
  return found.value.value_or(Conversion{});
}

std::vector<std::string> messages(const Findings& findings) {
  std::vector<std::string> all;
  for (const Finding& finding : findings) all.push_back(finding.message);
  return all;
}
using Messages = std::vector<std::string>;

bool assumes(const Derivation& derivation, std::string_view sentence) {
  const auto& all = derivation.assumptions;
  return std::find(all.begin(), all.end(), sentence) != all.end();
}

TEST(Conversion, TheWholeAfterTaxAccountCarriesAllItsEarnings) {
  const Conversion found = answer(facts(10'200_usd, 10'000_usd, 10'200_usd));
  EXPECT_EQ(found.taxable, 200_usd);
  EXPECT_EQ(found.nontaxable, 10'000_usd);
}

TEST(Conversion, HalfTheAccountCarriesHalfTheEarnings) {
  const Conversion found = answer(facts(10'200_usd, 10'000_usd, 5'100_usd));
  EXPECT_EQ(found.taxable, 100_usd);
  EXPECT_EQ(found.form.box_1, 5'100_usd);
  EXPECT_EQ(found.form.box_2a, 100_usd);
  EXPECT_EQ(found.form.box_5, 5'000_usd);
  EXPECT_EQ(found.form.box_7, "G");
  EXPECT_EQ(found.form.box_4, 0_usd);
  EXPECT_TRUE(assumes(found.derivation, assumption::separate_account));
}

TEST(Conversion, WithoutASeparateAccountTheWholePlanIsPooled) {
  ConversionFacts given;
  given.plan_balance = 200'000_usd;
  given.after_tax_basis = 50'000_usd;
  given.amount = 20'000_usd;
  const Conversion found = answer(given);
  EXPECT_EQ(found.nontaxable, 5'000_usd);
  EXPECT_EQ(found.taxable, 15'000_usd);
  EXPECT_TRUE(assumes(found.derivation, assumption::no_pre_1987_basis));
  EXPECT_FALSE(assumes(found.derivation, assumption::separate_account));
}

TEST(Conversion, EarlyWithdrawalCostsTenPercentOfWhatWasTaxedAlone) {
  ConversionFacts given = facts(40'000_usd, 39'800_usd, 40'000_usd);
  given.to = PaidTo::roth_ira;
  given.age = Rate::whole(38);
  const Conversion found = answer(given);
  EXPECT_EQ(found.taxable, 200_usd);
  EXPECT_EQ(found.recapture, 20_usd);
  EXPECT_EQ(found.recapture_ends, 2031);
}

TEST(Conversion, FromFiftyNineAndAHalfNothingIsRecaptured) {
  ConversionFacts given = facts(40'000_usd, 39'800_usd, 40'000_usd);
  given.age = Rate{119, 2};
  EXPECT_EQ(answer(given).recapture, 0_usd);
  given.age = Rate{118, 2};
  EXPECT_EQ(answer(given).recapture, 20_usd);
}

TEST(Conversion, AnEarlierRothYearMovesTheAccountsClockAndNotTheRecapture) {
  ConversionFacts given = facts(10'000_usd, 9'000_usd, 10'000_usd);
  given.first_roth_year = 2022;
  const Conversion found = answer(given);
  EXPECT_EQ(found.roth_qualifies, 2027);
  EXPECT_EQ(found.recapture_ends, 2031);
  EXPECT_FALSE(assumes(found.derivation, assumption::first_roth_money));
}

TEST(Conversion, WithoutAYearTheClocksHaveNoDates) {
  const Conversion found = answer(facts(10'000_usd, 9'000_usd, 10'000_usd), std::nullopt);
  EXPECT_EQ(found.recapture_ends, std::nullopt);
  EXPECT_EQ(found.roth_qualifies, std::nullopt);
  EXPECT_TRUE(assumes(found.derivation, assumption::year_open));
}

TEST(Conversion, APaymentToThePersonIsWithheldFromAndMayBeEarly) {
  ConversionFacts given = facts(10'200_usd, 10'000_usd, 10'200_usd);
  given.to = PaidTo::person;
  given.age = Rate::whole(40);
  const Conversion found = answer(given);
  EXPECT_EQ(found.form.box_4, 40_usd);
  EXPECT_EQ(found.form.box_7, "1");
  EXPECT_EQ(found.early_tax, 20_usd);
  EXPECT_EQ(found.derivation.findings.at(0).kind, &finding::paid_to_person);
  EXPECT_TRUE(assumes(found.derivation, assumption::withholding_unread));
  given.age = Rate::whole(60);
  EXPECT_EQ(answer(given).form.box_7, "7");
  given.age.reset();
  EXPECT_EQ(answer(given).form.box_7, "");
  EXPECT_EQ(answer(given).early_tax, std::nullopt);
}

TEST(Conversion, WaitingCostsTheTaxOnTheEarnings) {
  ConversionFacts given = facts(10'000_usd, 10'000_usd, 10'000_usd);
  given.tax_rate = 35_pct;
  given.growth = 7_pct;
  given.months = 36;
  const Conversion found = answer(given);
  EXPECT_EQ(found.tax, 0_usd);
  ASSERT_EQ(found.waiting.size(), 14u);
  EXPECT_EQ(found.waiting[5].months, 6);
  EXPECT_EQ(found.waiting[5].earnings, 350_usd);
  EXPECT_EQ(found.waiting[5].tax, Money::cents(122'50));
  EXPECT_EQ(found.waiting[11].earnings, 700_usd);
  EXPECT_EQ(found.waiting[12].months, 24);
  EXPECT_EQ(found.waiting[12].earnings, 1'449_usd);
  EXPECT_EQ(found.waiting[13].months, 36);
  // 10,000 times 1.07 three times is 12,250.43.
  EXPECT_EQ(found.waiting[13].earnings, Money::cents(2'250'43));
}

TEST(Conversion, NamesEveryMissingFact) {
  const Outcome<Conversion> found = convert({}, 2026);
  EXPECT_FALSE(found);
  EXPECT_EQ(messages(found.findings),
            (Messages{"convert needs after_tax_balance", "convert needs after_tax_basis",
                      "convert needs amount"}));
  ConversionFacts given = facts(10'000_usd, 9'000_usd, 10'000_usd);
  given.growth = 7_pct;
  EXPECT_EQ(messages(convert(given, 2026).findings),
            Messages{"the cost of waiting needs tax_rate"});
}

TEST(Conversion, RefusesMoreThanTheAccountHas) {
  const Outcome<Conversion> found = convert(facts(10'200_usd, 10'000_usd, 12'000_usd), 2026);
  EXPECT_FALSE(found);
  EXPECT_EQ(messages(found.findings),
            Messages{"amount $12,000.00 is more than after_tax_balance $10,200.00"});
  ConversionFacts given = facts(30'000_usd, 10'000_usd, 10'000_usd);
  given.plan_balance = 20'000_usd;
  EXPECT_EQ(messages(convert(given, 2026).findings),
            Messages{"after_tax_balance $30,000.00 is more than plan_balance $20,000.00"});
}

TEST(Conversion, RefusesAClockThatStartsAfterTheConversion) {
  ConversionFacts given = facts(10'000_usd, 9'000_usd, 10'000_usd);
  given.first_roth_year = 2027;
  EXPECT_EQ(messages(convert(given, 2026).findings),
            Messages{"first_roth_year 2027 is after the year 2026 of the conversion"});
}

TEST(Conversion, AfterALossAllIsBasisAndThePersonIsTold) {
  const Conversion found = answer(facts(9'800_usd, 10'000_usd, 9'800_usd));
  EXPECT_EQ(found.taxable, 0_usd);
  EXPECT_EQ(found.nontaxable, 9'800_usd);
  EXPECT_EQ(messages(found.derivation.findings),
            Messages{"after_tax_basis $10,000.00 is more than after_tax_balance $9,800.00"});
}

TEST(Conversion, OfAnEmptyAccountIsNothing) {
  const Conversion found = answer(facts(0_usd, 0_usd, 0_usd));
  EXPECT_EQ(found.taxable, 0_usd);
  EXPECT_EQ(found.nontaxable, 0_usd);
}

TEST(Conversion, PartsAlwaysSumToTheWholeAndGrowWithIt) {
  std::mt19937_64 random{20140918};
  for (int i = 0; i < 2000; ++i) {
    const std::int64_t balance = static_cast<std::int64_t>(random() % 100'000'000) + 1;
    const std::int64_t basis =
        static_cast<std::int64_t>(random() % static_cast<unsigned long>(balance + 1));
    const std::int64_t amount =
        static_cast<std::int64_t>(random() % static_cast<unsigned long>(balance));
    const auto converted = [&](std::int64_t cents, std::int64_t with_basis) {
      return convert(facts(Money::cents(balance), Money::cents(with_basis), Money::cents(cents)),
                     {})
          .value.value();
    };
    const Conversion less = converted(amount, basis);
    const Conversion more = converted(amount + 1, basis);
    ASSERT_EQ(less.taxable + less.nontaxable, less.amount);
    ASSERT_GE(less.taxable, 0_usd);
    ASSERT_LE(less.nontaxable, Money::cents(basis));
    ASSERT_LE(less.taxable, more.taxable);
    ASSERT_LE(less.nontaxable, more.nontaxable);
    // More basis in the same account never makes more of it taxable.
    if (basis < balance) {
      ASSERT_GE(less.taxable, converted(amount, basis + 1).taxable);
    }
    // All of it leaves nothing behind.
    ASSERT_EQ(converted(balance, basis).nontaxable, Money::cents(basis));
  }
}

TEST(Conversion, EarningsNeverShrinkWithTime) {
  Money before;
  for (int months = 1; months <= 120; ++months) {
    const Money earnings = earnings_of(12'345_usd, Rate{7, 100}, months);
    EXPECT_GE(earnings, before) << months;
    before = earnings;
  }
  EXPECT_EQ(earnings_of(10'000_usd, Rate{}, 120), 0_usd);
  // The largest amount, doubled each year, is still an amount.
  EXPECT_GT(earnings_of(Money::ceiling(), 100_pct, 120), Money::ceiling());
}

}  // namespace
}  // namespace rothcheck::checker
