// What the contributions block says: limits, minimums, order, spillover, and catch-up with all that
// makes a deferral one.
#include <gtest/gtest.h>

#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

Assessment with(std::string_view body, std::string_view words) {
  return ask(plan_with(std::string{all_allowed} + "contributions { " + std::string{body} + " }"),
             words);
}

TEST(Limit, OverAllKindsLeavesWhatDeferralsDoNotUse) {
  const Assessment answer = with("limit 40% of pay", "age=40 hce=no pay=100000 pre_tax=20000");
  EXPECT_EQ(answer.room, exactly(20'000_usd));
  EXPECT_EQ(answer.binding, Binding::plan_limit);
}

TEST(Limit, ThatDoesNotNameCatchUpIsNotUsedByIt) {
  constexpr std::string_view words =
      "age=55 hce=no pay=100000 pre_tax=32500 prior_year_fica_wages=0";
  EXPECT_EQ(with("limit 40% of pay", words).room, exactly(15'500_usd));
  EXPECT_EQ(with("limit 40% of pay on pre-tax, roth, after-tax, catch-up", words).room,
            exactly(7'500_usd));
}

TEST(Limit, IsAShareOfTheDeferralLimitRoundedDown) {
  const Assessment answer =
      with("limit 33 1/3% of the 402(g) limit on after-tax", "age=40 hce=no pay=100000");
  EXPECT_EQ(answer.room, exactly(Money::cents(816'666)));
}

TEST(Limit, OnOneKindOfDeferralIsUsedByThatKindOnly) {
  constexpr std::string_view limit = "limit 30% of pay on pre-tax, after-tax";
  EXPECT_EQ(with(limit, "age=40 hce=no pay=100000 pre_tax=10000 roth=10000").room,
            exactly(20'000_usd));
  EXPECT_EQ(with(limit, "age=40 hce=no pay=100000 pre_tax=0 roth=20000").room, exactly(30'000_usd));
}

TEST(Limit, OnPreTaxIsUsedByAssumedDeferralsWhereThePlanTakesNoOther) {
  const Assessment answer =
      ask(plan_with("contributions { pre-tax allowed; roth not allowed; after-tax allowed;"
                    " limit 30% of pay on pre-tax, after-tax }"),
          "age=40 hce=no pay=100000");
  EXPECT_EQ(answer.deferrals, exactly(24'500_usd));
  EXPECT_EQ(answer.room, exactly(5'500_usd));
}

TEST(Limit, OfUnknownAmountIsAnythingFromNothing) {
  const Assessment answer = with("limit unknown on after-tax for hce", "age=40 hce=yes pay=100000");
  EXPECT_EQ(answer.room, (Range{Money{}, 47'500_usd}));
  EXPECT_EQ(answer.verdict, Verdict::undetermined);
  EXPECT_EQ(asked(answer.questions), std::vector{QuestionKind::limit_amount});
  EXPECT_EQ(with("limit unknown on after-tax for hce", "age=40 hce=no pay=100000").room,
            exactly(47'500_usd));
}

TEST(Minimum, LeavesNoRoomBelowIt) {
  const Assessment answer = with("minimum 5% of pay on after-tax; limit $4,999.99 on after-tax",
                                 "age=40 hce=no pay=100000");
  EXPECT_EQ(answer.room, exactly(Money{}));
  EXPECT_EQ(answer.verdict, Verdict::no_room);
  EXPECT_EQ(codes(answer.findings), "MBR208");
  EXPECT_EQ(
      with("minimum 5% of pay on after-tax; limit $5,000 on after-tax", "age=40 hce=no pay=100000")
          .room,
      exactly(5'000_usd));
}

TEST(AfterTaxOnlyAfterTheDeferralLimit, NeedsDeferralsToReachIt) {
  constexpr std::string_view only = "after-tax only after 402(g)";
  const Assessment under = with(only, "age=40 hce=no pay=100000 pre_tax=24499.99");
  EXPECT_EQ(under.room, exactly(Money{}));
  EXPECT_EQ(under.binding, Binding::plan_limit);
  EXPECT_EQ(with(only, "age=40 hce=no pay=100000 pre_tax=24500").room, exactly(47'500_usd));
  // What is deferred elsewhere uses the same limit.
  EXPECT_EQ(with(only, "age=40 hce=no pay=100000 pre_tax=4500 deferrals_elsewhere=20000").room,
            exactly(67'500_usd));
  // A limit of the plan's own keeps deferrals below it, unless those with another employer use the
  // rest.
  const std::string own = std::string{only} + "; limit 8% of pay on pre-tax, roth";
  EXPECT_EQ(with(own, "age=40 hce=no pay=100000 pre_tax=8000").room, exactly(Money{}));
  constexpr std::string_view words = "age=40 hce=no pay=100000 deferrals_elsewhere=16500 pre_tax=";
  EXPECT_EQ(with(own, std::string{words} + "8000").room, exactly(64'000_usd));
  EXPECT_EQ(with(own, std::string{words} + "7999.99").room, exactly(Money{}));
}

TEST(Spillover, GoesOnAsAfterTax) {
  const Assessment answer =
      with("spillover to after-tax automatic", "age=40 hce=no pay=200000 pre_tax=20%");
  EXPECT_EQ(answer.deferrals, exactly(24'500_usd));
  EXPECT_EQ(answer.planned, exactly(15'500_usd));
  EXPECT_EQ(codes(answer.findings), "");
  EXPECT_EQ(with("spillover to after-tax automatic up to 5% of pay",
                 "age=40 hce=no pay=200000 pre_tax=20%")
                .planned,
            exactly(10'000_usd));
  EXPECT_EQ(with("spillover to after-tax opt-in", "age=40 hce=no pay=200000 pre_tax=20%").planned,
            std::nullopt);
}

TEST(PlannedAfterTax, OverTheRoomIsSaid) {
  EXPECT_EQ(
      codes(with("limit 10% of pay on after-tax", "age=40 hce=no pay=100000 after_tax=10000.01")
                .findings),
      "MBR211");
  EXPECT_EQ(
      codes(
          with("limit 10% of pay on after-tax", "age=40 hce=no pay=100000 after_tax=10%").findings),
      "");
}

TEST(AfterTaxSoFar, LeavesTheRest) {
  const Assessment answer = with("", "age=40 hce=no pay=100000 after_tax_ytd=47500");
  EXPECT_EQ(answer.room, exactly(47'500_usd));
  EXPECT_EQ(answer.remaining, exactly(Money{}));
  EXPECT_EQ(answer.verdict, Verdict::no_room);
  EXPECT_EQ(codes(with("", "age=40 hce=no pay=100000 after_tax_ytd=47500.01").findings), "MBR203");
}

TEST(Deferrals, ElsewhereLowerWhatMayBeDeferredHere) {
  // Reading 5: 4,500 are left, and none of them is catch-up.
  const Assessment young = with("", "age=40 hce=no pay=100000 deferrals_elsewhere=20000");
  EXPECT_EQ(young.deferrals, exactly(4'500_usd));
  EXPECT_EQ(young.room, exactly(67'500_usd));
  const Assessment older =
      with("", "age=55 hce=no pay=100000 deferrals_elsewhere=24500 prior_year_fica_wages=0");
  EXPECT_EQ(older.deferrals, exactly(8'000_usd));
  EXPECT_EQ(older.catch_up, exactly(Money{}));
  EXPECT_EQ(older.room, exactly(64'000_usd));
}

TEST(Deferrals, ThatAreAssumedGiveWayToEmployerMoney) {
  const Assessment answer = with("", "age=40 hce=no pay=100000 match=60000");
  EXPECT_EQ(answer.deferrals, exactly(12'000_usd));
  EXPECT_EQ(answer.verdict, Verdict::no_room);
  EXPECT_TRUE(assumes(answer, Assumption::most_deferrals));
}

TEST(CatchUp, StandsOutsideTheAnnualAdditionsLimit) {
  // READING.md R3.7: 52 years, 32,500 and 14,400 of match: 33,100 all the same.
  const Assessment answer =
      with("", "age=52 hce=no pay=360000 pre_tax=32500 match=14400 prior_year_fica_wages=0");
  EXPECT_EQ(answer.catch_up, exactly(8'000_usd));
  EXPECT_EQ(answer.room, exactly(33'100_usd));
}

TEST(CatchUp, BeginsAtThePlansOwnDeferralLimit) {
  const Assessment answer = with("limit 10% of pay on pre-tax, roth",
                                 "age=55 hce=no pay=100000 pre_tax=15000 prior_year_fica_wages=0");
  EXPECT_EQ(answer.deferrals, exactly(15'000_usd));
  EXPECT_EQ(answer.catch_up, exactly(5'000_usd));
  EXPECT_EQ(answer.room, exactly(62'000_usd));
}

TEST(CatchUp, HasTheHigherAmountOnlyWhereThePlanOffersIt) {
  constexpr std::string_view words = "age=61 hce=no pay=200000 prior_year_fica_wages=0";
  const Assessment silent = with("", words);
  EXPECT_EQ(silent.catch_up, exactly(11'250_usd));
  EXPECT_TRUE(assumes(silent, Assumption::catch_up_follows));
  EXPECT_EQ(with("catch-up-60-63 not allowed", words).catch_up, exactly(8'000_usd));
}

TEST(CatchUp, IsAskedForWhereThePlanIsSilent) {
  const std::string text =
      plan_with("contributions { pre-tax allowed; roth allowed; after-tax allowed }");
  const Assessment answer = ask(text, "age=55 hce=no pay=100000 prior_year_fica_wages=0");
  // It makes no difference to the room.
  EXPECT_EQ(answer.room, exactly(47'500_usd));
  EXPECT_EQ(answer.verdict, Verdict::available);
  EXPECT_EQ(answer.catch_up, (Range{Money{}, 8'000_usd}));
}

TEST(CatchUp, IsMadeOfDeferralsOverTheAnnualAdditionsLimit) {
  // READING.md R3.6 without after-tax money: 24,500 and 50,000 are 2,500 over.
  const Assessment answer =
      with("", "age=52 hce=no pay=200000 pre_tax=24500 match=50000 prior_year_fica_wages=0");
  EXPECT_EQ(answer.catch_up, exactly(2'500_usd));
  EXPECT_EQ(answer.room, exactly(Money{}));
  EXPECT_EQ(codes(answer.findings), "MBR209");
  // At 40 the same is an excess.
  EXPECT_EQ(codes(with("", "age=40 hce=no pay=200000 pre_tax=24500 match=50000").findings),
            "MBR202");
}

TEST(CatchUp, MadeOfMatchedDeferralsLeavesTheirMatch) {
  // 24,500 earn 12,250; with 40,000 they are 4,750 over, which becomes catch-up. The match stays.
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "match { 50% of all }"),
          "age=52 hce=no pay=200000 pre_tax=24500 nonelective=40000 prior_year_fica_wages=0");
  EXPECT_EQ(answer.employer, exactly(52'250_usd));
  EXPECT_EQ(answer.catch_up, exactly(4'750_usd));
  EXPECT_EQ(answer.room, exactly(Money{}));
}

TEST(CatchUp, MadeOfOrdinaryDeferralsCouldOpenMoreRoom) {
  // READING.md R3.6: 33,100 and 8,000 more, if the plan makes that much of the 24,500 catch-up.
  const Assessment answer =
      with("", "age=52 hce=no pay=200000 pre_tax=24500 match=14400 prior_year_fica_wages=0");
  EXPECT_EQ(answer.room, exactly(33'100_usd));
  EXPECT_EQ(answer.possible_more, 8'000_usd);
  EXPECT_EQ(with("", "age=40 hce=no pay=200000 pre_tax=24500 match=14400").possible_more, Money{});
  EXPECT_EQ(with("limit $35,000 on after-tax",
                 "age=52 hce=no pay=200000 pre_tax=24500 match=14400 prior_year_fica_wages=0")
                .possible_more,
            1'900_usd);
}

TEST(RothCatchUp, IsOpenWithoutTheWagesOfTheYearBefore) {
  const std::string text = plan_with(
      "contributions { pre-tax allowed; roth not allowed; after-tax allowed; catch-up allowed }");
  const Assessment answer = ask(text, "age=55 hce=no pay=30000");
  // With catch-up 30,000 can be deferred, of which 5,500 is catch-up; without it 24,500.
  EXPECT_EQ(answer.deferrals, (Range{24'500_usd, 30'000_usd}));
  EXPECT_EQ(answer.room, (Range{Money{}, 5'500_usd}));
  EXPECT_EQ(asked(answer.questions), std::vector{QuestionKind::fica_wages});
}

TEST(RothCatchUp, IsNotForTheSelfEmployed) {
  const Assessment answer = ask(plan_with(all_allowed, "solo 401(k)"),
                                "age=55 business=sole-proprietor net_profit=300000 pre_tax=32500");
  EXPECT_EQ(answer.roth_catch_up_required, false);
  EXPECT_EQ(codes(answer.findings), "");
  EXPECT_TRUE(assumes(answer, Assumption::no_fica_wages));
}

}  // namespace
}  // namespace rothcheck::checker
