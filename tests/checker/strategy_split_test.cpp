#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/split.hpp"
#include "checker/findings.hpp"

namespace rothcheck::checker {
namespace {

SplitFacts facts(Money pretax, Money after_tax) {
  SplitFacts given;
  given.pretax = pretax;
  given.after_tax = after_tax;
  return given;
}

Split answer(const SplitFacts& given) {
  Outcome<Split> found = split(given);
  EXPECT_TRUE(found) << (found.findings.empty() ? "" : found.findings.front().message);
  return found.value.value_or(Split{});
}

DestinationShare share(const Split& found, Destination to) {
  for (const DestinationShare& each : found.shares) {
    if (each.to == to) return each;
  }
  ADD_FAILURE() << "nothing goes to " << row_of(to).name;
  return {};
}

std::vector<const FindingKind*> kinds(const Split& found) {
  std::vector<const FindingKind*> all;
  for (const Finding& finding : found.derivation.findings) all.push_back(finding.kind);
  return all;
}
using Kinds = std::vector<const FindingKind*>;

bool assumes(const Split& found, std::string_view sentence) {
  const auto& all = found.derivation.assumptions;
  return std::find(all.begin(), all.end(), sentence) != all.end();
}

TEST(Split, PretaxToTraditionalAndBasisToRothTaxesNothing) {
  SplitFacts given = facts(80'000_usd, 20'000_usd);
  given.to_traditional = 80'000_usd;
  given.to_roth_ira = 20'000_usd;
  const Split found = answer(given);
  EXPECT_EQ(found.taxable, 0_usd);
  EXPECT_EQ(share(found, Destination::traditional).pretax, 80'000_usd);
  EXPECT_EQ(share(found, Destination::roth_ira).after_tax, 20'000_usd);
  EXPECT_EQ(kinds(found), Kinds{&finding::pretax_in_ira});
  EXPECT_TRUE(assumes(found, assumption::notice_examples));
}

TEST(Split, DirectRolloversTakePretaxMoneyFirstAndCashTheRest) {
  SplitFacts given = facts(80'000_usd, 20'000_usd);
  given.to_plan = 70'000_usd;
  given.cash = 30'000_usd;
  const Split found = answer(given);
  EXPECT_EQ(share(found, Destination::plan).pretax, 70'000_usd);
  EXPECT_EQ(share(found, Destination::cash).pretax, 10'000_usd);
  EXPECT_EQ(share(found, Destination::cash).after_tax, 20'000_usd);
  EXPECT_EQ(found.taxable, 10'000_usd);
  EXPECT_EQ(found.withheld, 2'000_usd);
  EXPECT_EQ(kinds(found), Kinds{});
  EXPECT_TRUE(assumes(found, assumption::early_tax_left_out));
}

TEST(Split, SixtyDayRolloversComeAfterDirectOnesAndBeforeCash) {
  SplitFacts given = facts(80'000_usd, 20'000_usd);
  given.to_plan = 70'000_usd;
  given.sixty_day_traditional = 10'000_usd;
  given.cash = 20'000_usd;
  const Split found = answer(given);
  EXPECT_EQ(share(found, Destination::sixty_day_traditional).pretax, 10'000_usd);
  EXPECT_EQ(share(found, Destination::cash).after_tax, 20'000_usd);
  EXPECT_EQ(found.taxable, 0_usd);
  EXPECT_EQ(found.withheld, 2'000_usd);
}

TEST(Split, TheRecipientMayChooseWhichDirectRolloverIsPretax) {
  SplitFacts given = facts(30'000_usd, 20'000_usd);
  given.to_traditional = 25'000_usd;
  given.to_roth_ira = 25'000_usd;
  const Split silent = answer(given);
  EXPECT_EQ(share(silent, Destination::roth_ira).pretax, 5'000_usd);
  EXPECT_EQ(silent.taxable, 5'000_usd);
  EXPECT_TRUE(assumes(silent, assumption::traditional_first));
  given.pretax_first = Destinations{Destination::roth_ira};
  const Split chosen = answer(given);
  EXPECT_EQ(share(chosen, Destination::roth_ira).pretax, 25'000_usd);
  EXPECT_EQ(share(chosen, Destination::traditional).after_tax, 20'000_usd);
  EXPECT_EQ(chosen.taxable, 25'000_usd);
  EXPECT_EQ(kinds(chosen), (Kinds{&finding::pretax_in_ira, &finding::basis_in_ira}));
  EXPECT_FALSE(assumes(chosen, assumption::traditional_first));
}

TEST(Split, AChoiceNeverPutsASixtyDayRolloverBeforeADirectOne) {
  SplitFacts given = facts(10'000_usd, 10'000_usd);
  given.to_roth_ira = 10'000_usd;
  given.sixty_day_traditional = 10'000_usd;
  given.pretax_first = Destinations{Destination::sixty_day_traditional};
  EXPECT_EQ(share(answer(given), Destination::roth_ira).pretax, 10'000_usd);
}

TEST(Split, WarnsWhenWithholdingEatsTheRollover) {
  SplitFacts given = facts(100'000_usd, 0_usd);
  given.sixty_day_traditional = 100'000_usd;
  const Split found = answer(given);
  EXPECT_EQ(found.withheld, 20'000_usd);
  EXPECT_EQ(kinds(found), (Kinds{&finding::withheld_from_rollover, &finding::pretax_in_ira}));
}

TEST(Split, CashBeforeFiftyNineAndAHalfBearsTheAdditionalTax) {
  SplitFacts given = facts(10'000_usd, 0_usd);
  given.cash = 10'000_usd;
  given.age = Rate::whole(45);
  EXPECT_EQ(answer(given).early_tax, 1'000_usd);
  given.age = Rate{119, 2};
  EXPECT_EQ(answer(given).early_tax, 0_usd);
}

TEST(Split, SaysWhereAfterTaxMoneyIsHardToFollow) {
  SplitFacts given = facts(0_usd, 10'000_usd);
  given.to_plan = 10'000_usd;
  EXPECT_EQ(kinds(answer(given)), Kinds{&finding::basis_to_plan});
}

TEST(Split, SumsThatDoNotAddUpShowBothNumbers) {
  SplitFacts given = facts(80'000_usd, 20'000_usd);
  given.to_traditional = 80'000_usd;
  given.to_roth_ira = 19'999_usd;
  const Outcome<Split> found = split(given);
  EXPECT_FALSE(found);
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(found.findings[0].kind, &finding::parts_differ_from_total);
  EXPECT_EQ(found.findings[0].message,
            "the destinations add up to $99,999.00, the distribution to $100,000.00");
}

TEST(Split, NamesEveryMissingFact) {
  const Outcome<Split> found = split({});
  EXPECT_FALSE(found);
  ASSERT_EQ(found.findings.size(), 3u);
  EXPECT_EQ(found.findings[0].message, "split needs pretax");
  EXPECT_EQ(found.findings[1].message, "split needs after_tax");
  EXPECT_EQ(found.findings[2].message, "split needs a destination such as to_roth_ira");
}

TEST(Split, PartsAlwaysSumToTheWhole) {
  std::mt19937_64 random{54};
  const auto some = [&random] {
    return Money::cents(static_cast<std::int64_t>(random() % 5'000'000));
  };
  for (int i = 0; i < 1000; ++i) {
    SplitFacts given;
    given.to_traditional = some();
    given.to_plan = some();
    given.to_roth_ira = some();
    given.to_roth_plan = some();
    given.sixty_day_traditional = some();
    given.sixty_day_roth = some();
    given.cash = some();
    const Money total = *given.to_traditional + *given.to_plan + *given.to_roth_ira +
                        *given.to_roth_plan + *given.sixty_day_traditional + *given.sixty_day_roth +
                        *given.cash;
    given.pretax = Money::cents(static_cast<std::int64_t>(random()) % (total.in_cents() + 1));
    if (*given.pretax < Money{}) given.pretax = Money{} - *given.pretax;
    given.after_tax = total - *given.pretax;
    if (i % 2 == 0) given.pretax_first = Destinations{Destination::roth_ira, Destination::plan};
    const Split found = answer(given);
    Money pretax, after_tax, taxed;
    for (const DestinationShare& each : found.shares) {
      ASSERT_GE(each.pretax, 0_usd);
      ASSERT_GE(each.after_tax, 0_usd);
      pretax += each.pretax;
      after_tax += each.after_tax;
      if (row_of(each.to).taxes_pretax) taxed += each.pretax;
    }
    ASSERT_EQ(pretax, *given.pretax);
    ASSERT_EQ(after_tax, *given.after_tax);
    ASSERT_EQ(found.taxable, taxed);
    // No cash is pre-tax while some rollover still holds basis.
    const DestinationShare cash = share(found, Destination::cash);
    if (cash.pretax > 0_usd) {
      ASSERT_EQ(cash.after_tax, *given.after_tax);
    }
  }
}

}  // namespace
}  // namespace rothcheck::checker
