#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/ira_backdoor.hpp"
#include "checker/findings.hpp"
#include "checker/law/basis.hpp"
#include "checker/law/ira.hpp"

namespace rothcheck::checker {
namespace {

YearFigures year_2026() {
  YearFigures year;
  year.year = 2026;
  year[LimitKey::ira_limit_219b5A] = Figure{7'500_usd, "Notice 2025-67", {}};
  year[LimitKey::ira_catch_up_219b5B] = Figure{1'100_usd, "Notice 2025-67", {}};
  year[LimitKey::roth_ira_phaseout_single_hoh] =
      Figure{Range{153'000_usd, 168'000_usd}, "Notice 2025-67", {}};
  year[LimitKey::roth_ira_phaseout_joint] =
      Figure{Range{242'000_usd, 252'000_usd}, "Notice 2025-67", {}};
  year[LimitKey::roth_ira_phaseout_separate] =
      Figure{Range{0_usd, 10'000_usd}, "IRC 408A(c)(3)(B)(ii)(III)", {}};
  return year;
}

BackdoorFacts single(Money magi, int age = 40) {
  BackdoorFacts given;
  given.filing_status = FilingStatus::single;
  given.magi = magi;
  given.age = age;
  return given;
}

BackdoorFacts converting(Money balance, Money basis, Money amount) {
  BackdoorFacts given = single(160'000_usd);
  given.ira_balance = balance;
  given.ira_basis = basis;
  given.amount = amount;
  return given;
}

IraBackdoor answer(const BackdoorFacts& given) {
  Outcome<IraBackdoor> found = ira_backdoor(given, year_2026());
  EXPECT_TRUE(found) << (found.findings.empty() ? "" : found.findings.front().message);
  return found.value.value_or(IraBackdoor{});
}

bool assumes(const IraBackdoor& found, std::string_view sentence) {
  const auto& all = found.derivation.assumptions;
  return std::find(all.begin(), all.end(), sentence) != all.end();
}

const Finding* said(const IraBackdoor& found, const FindingKind& kind) {
  for (const Finding& finding : found.derivation.findings) {
    if (finding.kind == &kind) return &finding;
  }
  return nullptr;
}

std::string only_message(const BackdoorFacts& given) {
  const Outcome<IraBackdoor> found = ira_backdoor(given, year_2026());
  EXPECT_FALSE(found);
  EXPECT_EQ(found.findings.size(), 1u);
  return found.findings.empty() ? "" : found.findings[0].message;
}

TEST(RothIraLimit, ThePhaseOutRoundsTheReductionDownToTenDollars) {
  EXPECT_EQ(answer(single(160'000_usd)).roth_ira_limit, 4'000_usd);
  EXPECT_EQ(answer(single(161'111_usd)).roth_ira_limit, 3'450_usd);
}

TEST(RothIraLimit, IsAtLeastTwoHundredUntilItIsNothing) {
  EXPECT_EQ(answer(single(167'900_usd)).roth_ira_limit, 200_usd);
  EXPECT_EQ(answer(single(Money::cents(167'999'99))).roth_ira_limit, 200_usd);
  EXPECT_EQ(answer(single(168'000_usd)).roth_ira_limit, 0_usd);
}

TEST(RothIraLimit, ShrinksOnlyAboveTheStart) {
  EXPECT_EQ(answer(single(153'000_usd)).roth_ira_limit, 7'500_usd);
  EXPECT_EQ(answer(single(153'000_usd)).phase_out, PhaseOut::below);
  EXPECT_EQ(answer(single(153'019_usd)).roth_ira_limit, 7'500_usd);
  EXPECT_EQ(answer(single(153'020_usd)).roth_ira_limit, 7'490_usd);
  EXPECT_NE(said(answer(single(153'000_usd)), finding::backdoor_not_needed), nullptr);
  EXPECT_EQ(said(answer(single(153'001_usd)), finding::backdoor_not_needed), nullptr);
}

TEST(RothIraLimit, OfACoupleAtFiftyCountsTheCatchUp) {
  BackdoorFacts given = single(246'500_usd, 50);
  given.filing_status = FilingStatus::joint;
  const IraBackdoor found = answer(given);
  EXPECT_EQ(found.ira_limit, 8'600_usd);
  EXPECT_EQ(found.roth_ira_limit, 4'730_usd);
}

TEST(RothIraLimit, FilingSeparatelyDependsOnLivingApartAllYear) {
  BackdoorFacts given = single(20'000_usd);
  given.filing_status = FilingStatus::separate;
  EXPECT_EQ(answer(given).roth_ira_limit, 0_usd);
  EXPECT_TRUE(assumes(answer(given), assumption::lived_together));
  given.lived_apart = true;
  EXPECT_EQ(answer(given).roth_ira_limit, 7'500_usd);
  given.lived_apart = false;
  given.magi = 5'000_usd;
  EXPECT_EQ(answer(given).roth_ira_limit, 3'750_usd);
  EXPECT_FALSE(assumes(answer(given), assumption::lived_together));
}

TEST(RothIraLimit, IsNeverMoreThanCompensationOrWhatOtherContributionsLeave) {
  BackdoorFacts given = single(100'000_usd);
  given.compensation = 3'000_usd;
  EXPECT_EQ(answer(given).ira_limit, 3'000_usd);
  EXPECT_EQ(answer(given).roth_ira_limit, 3'000_usd);
  given.compensation = 90'000_usd;
  given.ira_contribution = 6'000_usd;
  const IraBackdoor found = answer(given);
  EXPECT_EQ(found.ira_limit, 7'500_usd);
  EXPECT_EQ(found.contribution_left, 1'500_usd);
  EXPECT_EQ(found.roth_ira_limit, 1'500_usd);
}

TEST(RothIraLimit, ContributionsOverTheLimitAreAnError) {
  BackdoorFacts given = single(100'000_usd);
  given.ira_contribution = 9'000_usd;
  const IraBackdoor found = answer(given);
  ASSERT_NE(said(found, finding::over_ira_limit), nullptr);
  EXPECT_EQ(said(found, finding::over_ira_limit)->message,
            "ira_contribution $9,000.00 is more than the limit $7,500.00 of 2026");
}

TEST(RothIraLimit, NeverGrowsWithIncome) {
  for (const Money limit : {7'500_usd, 8'600_usd, 3'333_usd, 150_usd}) {
    Money before = limit;
    for (int dollars = 152'900; dollars <= 168'100; dollars += 7) {
      const Money now = phased_out(limit, {153'000_usd, 168'000_usd}, Money::dollars(dollars));
      ASSERT_LE(now, before) << dollars;
      ASSERT_TRUE(now == 0_usd || now >= lesser(limit, 200_usd)) << dollars;
      before = now;
    }
    EXPECT_EQ(before, 0_usd);
  }
}

TEST(IraBackdoor, BasisComesOutProRataOfAllIras) {
  const IraBackdoor found = answer(converting(92'500_usd, 7'500_usd, 7'500_usd));
  ASSERT_TRUE(found.pro_rata);
  EXPECT_EQ(found.pro_rata->nontaxable, Money::cents(562'50));
  EXPECT_EQ(found.pro_rata->taxable, Money::cents(6'937'50));
  EXPECT_EQ(found.pro_rata->basis_carried, Money::cents(6'937'50));
  const Finding* warning = said(found, finding::pro_rata_taxes);
  ASSERT_NE(warning, nullptr);
  EXPECT_EQ(
      warning->message,
      "$6,937.50 of $7,500.00 converted is taxable: the IRAs keep $92,500.00 of pre-tax money");
  EXPECT_EQ(warning->notes.at(0).text,
            "with $92,500.00 rolled into a plan by December 31, $0.00 would be taxable "
            "(reverse_rollover=92500.00)");
}

TEST(IraBackdoor, AnEmptyIraConvertsWithoutTax) {
  const IraBackdoor found = answer(converting(0_usd, 7'500_usd, 7'500_usd));
  EXPECT_EQ(found.pro_rata->taxable, 0_usd);
  EXPECT_EQ(found.pro_rata->basis_carried, 0_usd);
  EXPECT_EQ(said(found, finding::pro_rata_taxes), nullptr);
}

TEST(IraBackdoor, OtherDistributionsAndOutstandingRolloversArePooled) {
  BackdoorFacts given = converting(80'000_usd, 10'000_usd, 5'000_usd);
  given.distributions = 5'000_usd;
  given.outstanding_rollovers = 10'000_usd;
  const IraBackdoor found = answer(given);
  EXPECT_EQ(found.pro_rata->nontaxable, 500_usd);
  EXPECT_EQ(found.pro_rata->basis_carried, 9'000_usd);
}

TEST(IraBackdoor, ARolloverIntoAPlanTakesPretaxMoneyOutOfThePool) {
  BackdoorFacts given = converting(92'500_usd, 7'500_usd, 7'500_usd);
  given.reverse_rollover = 92'500_usd;
  given.tax_rate = 24_pct;
  const IraBackdoor whole = answer(given);
  ASSERT_TRUE(whole.reverse_rollover);
  EXPECT_EQ(whole.reverse_rollover->after.taxable, 0_usd);
  EXPECT_EQ(whole.reverse_rollover->less_taxable, Money::cents(6'937'50));
  EXPECT_EQ(whole.tax, 1'665_usd);
  EXPECT_EQ(whole.reverse_rollover->less_tax, 1'665_usd);
  EXPECT_TRUE(assumes(whole, assumption::plan_takes_rollover));
  given.reverse_rollover = 85'000_usd;
  EXPECT_EQ(answer(given).reverse_rollover->after.taxable, 3'750_usd);
}

TEST(IraBackdoor, OnlyPretaxMoneyCanGoIntoAPlan) {
  BackdoorFacts given = converting(92'500_usd, 7'500_usd, 7'500_usd);
  given.reverse_rollover = 93'000_usd;
  EXPECT_EQ(only_message(given),
            "reverse_rollover $93,000.00 is more than the pre-tax money at year end, $92,500.00");
}

TEST(IraBackdoor, AfterALossAllIsBasisAndTheRestIsCarried) {
  const IraBackdoor found = answer(converting(0_usd, 7'500_usd, 7'000_usd));
  EXPECT_EQ(found.pro_rata->taxable, 0_usd);
  EXPECT_EQ(found.pro_rata->basis_carried, 500_usd);
  EXPECT_NE(said(found, finding::basis_over_balance), nullptr);
}

TEST(IraBackdoor, NamesEveryMissingFact) {
  const Outcome<IraBackdoor> nothing = ira_backdoor({}, year_2026());
  EXPECT_FALSE(nothing);
  ASSERT_EQ(nothing.findings.size(), 3u);
  EXPECT_EQ(nothing.findings[0].message, "backdoor needs filing_status");
  EXPECT_EQ(nothing.findings[1].message, "backdoor needs magi");
  EXPECT_EQ(nothing.findings[2].message, "backdoor needs age");
  BackdoorFacts given = converting(0_usd, 0_usd, 0_usd);
  given.ira_basis.reset();
  EXPECT_EQ(only_message(given), "the conversion needs ira_basis");
}

TEST(IraBackdoor, SaysWhichFigureAYearLacks) {
  YearFigures year = year_2026();
  year[LimitKey::ira_catch_up_219b5B].reset();
  const Outcome<IraBackdoor> found = ira_backdoor(single(100'000_usd), year);
  EXPECT_FALSE(found);
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(found.findings[0].message, "the figures of 2026 lack ira_catch_up_219b5B");
}

TEST(IraBackdoor, PartsAlwaysSumToTheWholeAndPretaxMoneyNeverHelps) {
  std::mt19937_64 random{8606};
  const auto some = [&random] {
    return Money::cents(static_cast<std::int64_t>(random() % 20'000'000));
  };
  for (int i = 0; i < 2000; ++i) {
    const Money converted = some(), others = some(), year_end = some(), basis = some();
    const ProRata found = pro_rata(converted, others, year_end, basis);
    ASSERT_EQ(found.nontaxable + found.taxable, converted);
    ASSERT_GE(found.taxable, 0_usd);
    ASSERT_GE(found.basis_carried, 0_usd);
    ASSERT_LE(found.nontaxable + found.basis_carried, basis);
    const ProRata more = pro_rata(converted, others, year_end + 1'000_usd, basis);
    ASSERT_GE(more.taxable, found.taxable);
    if (others == 0_usd) {
      ASSERT_EQ(found.nontaxable + found.basis_carried, basis);
    }
  }
  EXPECT_EQ(pro_rata(0_usd, 0_usd, 0_usd, 100_usd).basis_carried, 100_usd);
}

}  // namespace
}  // namespace rothcheck::checker
