// Which pay counts, and every form of a match: periods, true-up, steps, ceilings, the greatest of
// several, student loans, discretionary money, and what stops at the 401(a)(17) limit.
#include <gtest/gtest.h>

#include "checker/terms/terms.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

Assessment with(std::string_view body, std::string_view words) {
  return ask(plan_with(std::string{all_allowed} + std::string{body}), words);
}
Money employer(std::string_view body, std::string_view words) {
  const Assessment answer = with(body, words);
  EXPECT_TRUE(answer.employer.settled());
  return answer.employer.most;
}

TEST(PlanPay, IsWhatTheCodesComeTo) {
  constexpr std::string_view body =
      "compensation { counts base, bonus, 50% of commission }\nnonelective { 10% of pay }";
  // 60,000 + 10,000 + half of 15,000; the overtime is left out.
  EXPECT_EQ(employer(body,
                     "age=40 hce=no pay=90000 base_pay=60000 bonus=10000 commission=15000 "
                     "overtime=5000"),
            7'750_usd);
  const Assessment part = with(body, "age=40 hce=no pay=90000 base_pay=60000");
  EXPECT_EQ(part.employer, exactly(6'000_usd));
  EXPECT_TRUE(assumes(part, Assumption::pay_parts));
}

TEST(PlanPay, MayBeAnotherForTheMatch) {
  constexpr std::string_view body =
      "compensation for match { counts base }\n"
      "compensation for nonelective { counts base, bonus }\n"
      "match { 100% of the first 5% of pay; each year }\nnonelective { 5% of pay }";
  EXPECT_EQ(employer(body, "age=40 hce=no pay=90000 base_pay=60000 bonus=20000"),
            3'000_usd + 4'000_usd);
}

TEST(PlanPay, IsOpenWhereNoCodeIsTold) {
  const Assessment answer =
      with("compensation { counts base }\nnonelective { 10% of pay }", "age=40 hce=no pay=90000");
  EXPECT_EQ(answer.verdict, Verdict::undetermined);
  EXPECT_EQ(asked(answer.questions), std::vector{QuestionKind::plan_pay});
  EXPECT_EQ(answer.room, (Range{38'500_usd, 47'500_usd}));
}

TEST(PayLimit, StopsTheMatchOfMoneySpreadOverTheYear) {
  // 24,500 over pay of 490,000 is 5%; until 360,000 are paid 18,000 are in, and all are matched.
  EXPECT_EQ(employer("compensation { when pay reaches the 401(a)(17) limit stop match }\n"
                     "match { 100% of the first 6% of pay; each year }",
                     "age=40 hce=yes pay=490000 pre_tax=24500"),
            18'000_usd);
  EXPECT_EQ(employer("match { 100% of the first 6% of pay; each year }",
                     "age=40 hce=yes pay=490000 pre_tax=24500"),
            21'600_usd);
}

TEST(PayLimit, DoesNotTouchAnElectionThatIsInByThen) {
  // 20% of 500,000 reaches 24,500 when 122,500 are paid.
  EXPECT_EQ(employer("compensation { when pay reaches the 401(a)(17) limit stop match }\n"
                     "match { 100% of the first 6% of pay; each year }",
                     "age=40 hce=yes pay=500000 pre_tax=20%"),
            21'600_usd);
}

TEST(PayLimit, StopsAllContributions) {
  constexpr std::string_view body =
      "compensation { when pay reaches the 401(a)(17) limit stop all }";
  // 4% of 360,000, not of 500,000.
  EXPECT_EQ(with(body, "age=40 hce=yes pay=500000 pre_tax=4%").deferrals, exactly(14'400_usd));
  EXPECT_EQ(with("", "age=40 hce=yes pay=500000 pre_tax=4%").deferrals, exactly(20'000_usd));
}

TEST(MatchPeriod, LosesWhatComesAfterTheLimitIsReached) {
  // READING.md R5.3: 25,000 a month, 20% of it, 50% to 6%. 24,500 is 4 months and 4,500 of the
  // fifth, which still is over 6%: 5 months of 750.
  constexpr std::string_view body = "match { 50% of the first 6% of pay; each month; no true-up }";
  const Assessment answer = with(body, "age=40 hce=yes pay=300000 pre_tax=20%");
  EXPECT_EQ(answer.employer, exactly(3'750_usd));
  EXPECT_EQ(codes(answer.findings), "MBR210");
}

TEST(MatchPeriod, IsMadeGoodByATrueUp) {
  EXPECT_EQ(employer("match { 50% of the first 6% of pay; each month; true-up }",
                     "age=40 hce=yes pay=300000 pre_tax=20%"),
            9'000_usd);
  EXPECT_EQ(employer("match { 50% of the first 6% of pay; each month; no true-up }",
                     "age=40 hce=yes pay=300000 pre_tax=24500"),
            9'000_usd);
}

TEST(MatchPeriod, IsOpenWhereThePlanIsSilentOnTheTrueUp) {
  const Assessment answer = with("match { 50% of the first 6% of pay; each month }",
                                 "age=40 hce=yes pay=300000 pre_tax=20%");
  EXPECT_EQ(answer.employer, (Range{3'750_usd, 9'000_usd}));
  EXPECT_EQ(answer.room, (Range{38'500_usd, 43'750_usd}));
  EXPECT_EQ(asked(answer.questions), std::vector{QuestionKind::true_up});
}

TEST(MatchPeriod, GoesOnMatchingAfterTaxMoneyWhenDeferralsHaveStopped) {
  // 20,000 a month and 20% of it: 24,500 is six months of 4,000 and 500. After-tax money comes in
  // evenly, x a month, and 100% of 2% of pay, 400, is matched in every month that it reaches.
  // 72,000 - 24,500 - 12 x 400 = 42,700, of which a month is 3,558.33, so all months reach it.
  const Assessment answer = with(
      "match { counts pre-tax, roth, after-tax; 100% of the first 2% of pay; each month; "
      "no true-up }",
      "age=40 hce=yes pay=240000 pre_tax=20%");
  EXPECT_EQ(answer.employer, exactly(4'800_usd));
  EXPECT_EQ(answer.room, exactly(42'700_usd));
}

TEST(MatchPeriod, MatchesOneKindUntilBothStop) {
  // 10% and 10% of 20,000 a month: 4,000 a month reach 24,500 after 6 1/8 months, and 2,000 of each
  // are Roth: 6 months of 2,000 and 250.
  const Assessment answer =
      with("match { counts roth; 100% of the first 10% of pay; each month; no true-up }",
           "age=40 hce=yes pay=240000 pre_tax=10% roth=10%");
  EXPECT_EQ(answer.employer, exactly(12'250_usd));
}

TEST(Match, TakesTheHighestStepReached) {
  constexpr std::string_view body =
      "match { 4% of pay when contributing at least 1% of pay;"
      " 8% of pay when contributing at least 2% of pay }";
  EXPECT_EQ(employer(body, "age=40 hce=no pay=100000 pre_tax=999.99"), Money{});
  EXPECT_EQ(employer(body, "age=40 hce=no pay=100000 pre_tax=1000"), 4'000_usd);
  EXPECT_EQ(employer(body, "age=40 hce=no pay=100000 pre_tax=1999.99"), 4'000_usd);
  EXPECT_EQ(employer(body, "age=40 hce=no pay=100000 pre_tax=2000"), 8'000_usd);
}

TEST(Match, TakesTheGreatestOfSeveralFormulas) {
  constexpr std::string_view body =
      "match { greatest of { 100% of the first 3% of pay } { 50% of all; } }";
  EXPECT_EQ(employer(body, "age=40 hce=no pay=100000 pre_tax=5000"), 3'000_usd);
  EXPECT_EQ(employer(body, "age=40 hce=no pay=100000 pre_tax=8000"), 4'000_usd);
}

TEST(Match, AddsUpSeveralBlocks) {
  EXPECT_EQ(employer("match { 100% of the first 3% of pay }\nmatch { 50% of the first 6% of pay }",
                     "age=40 hce=no pay=100000 pre_tax=10000"),
            6'000_usd);
}

TEST(Match, StopsAtACeilingInDollars) {
  EXPECT_EQ(
      employer("match { 50% of all; limit $5,000 }", "age=40 hce=no pay=100000 pre_tax=20000"),
      5'000_usd);
}

TEST(Match, StopsAtACeilingInPercentOfPay) {
  EXPECT_EQ(employer("match { 100% of the first 10% of pay; limit 4% of pay }",
                     "age=40 hce=no pay=100000 pre_tax=20000"),
            4'000_usd);
  EXPECT_EQ(employer("match { 100% of the first 10% of pay; limit 4% of pay for hce }",
                     "age=40 hce=no pay=100000 pre_tax=20000"),
            10'000_usd);
}

TEST(Match, CountsStudentLoansAsFarAsTheDeferralLimitIsFree) {
  constexpr std::string_view body =
      "match { counts pre-tax, roth, student-loan; 100% of the first 5% of pay }";
  EXPECT_EQ(employer(body, "age=30 hce=no pay=100000 pre_tax=0 student_loan_payments=4000"),
            4'000_usd);
  EXPECT_EQ(employer(body, "age=30 hce=no pay=100000 pre_tax=3000 student_loan_payments=4000"),
            5'000_usd);
  // 24,000 deferred leave 500 of the 24,500.
  EXPECT_EQ(employer("match { counts student-loan; 100% of the first 5% of pay }",
                     "age=30 hce=no pay=100000 pre_tax=24000 student_loan_payments=4000"),
            500_usd);
}

TEST(Match, CountsCatchUpOnlyWhereThePlanDoes) {
  constexpr std::string_view words =
      "age=55 hce=no pay=100000 pre_tax=30000 prior_year_fica_wages=0";
  EXPECT_EQ(employer("match { 10% of all }", words), 2'450_usd);
  EXPECT_EQ(employer("match { counts pre-tax, roth, catch-up; 10% of all }", words), 3'000_usd);
}

TEST(Match, OfUnknownFormulaTakesAnythingUpToItsCeiling) {
  const Assessment bounded =
      with("match { formula unknown; limit 6% of pay }", "age=40 hce=no pay=100000");
  EXPECT_EQ(bounded.employer, (Range{Money{}, 6'000_usd}));
  EXPECT_EQ(bounded.room, (Range{41'500_usd, 47'500_usd}));
  const Assessment open = with("match { formula unknown }", "age=40 hce=no pay=100000");
  EXPECT_EQ(open.employer, (Range{Money{}, 47'500_usd}));
  EXPECT_EQ(open.room, (Range{Money{}, 47'500_usd}));
  EXPECT_EQ(asked(open.questions), std::vector{QuestionKind::match_formula});
  const Assessment told = with("match { formula unknown }", "age=40 hce=no pay=100000 match=3000");
  EXPECT_EQ(told.room, exactly(44'500_usd));
}

TEST(Match, AtDiscretionIsBoundedByWhatThePlanSays) {
  const Assessment answer =
      with("match { discretionary up to 4% of pay }", "age=40 hce=no pay=100000");
  EXPECT_EQ(answer.employer, (Range{Money{}, 4'000_usd}));
  EXPECT_EQ(asked(answer.questions), std::vector{QuestionKind::match_amount});
}

TEST(Nonelective, AtDiscretionIsBoundedByWhatThePlanSays) {
  const Assessment answer =
      with("nonelective { 3% of pay; discretionary up to 6% of pay }", "age=40 hce=no pay=100000");
  EXPECT_EQ(answer.employer, (Range{3'000_usd, 9'000_usd}));
  EXPECT_EQ(answer.room, (Range{38'500_usd, 44'500_usd}));
  EXPECT_EQ(asked(answer.questions), std::vector{QuestionKind::nonelective_amount});
  const Assessment told = with("nonelective { 3% of pay; discretionary up to 6% of pay }",
                               "age=40 hce=no pay=100000 nonelective=5000");
  EXPECT_EQ(told.room, exactly(42'500_usd));
}

TEST(Nonelective, AtDiscretionWithoutACeilingMayTakeAllThatIsLeft) {
  const Assessment answer = with("nonelective { discretionary }", "age=40 hce=no pay=100000");
  EXPECT_EQ(answer.room, (Range{Money{}, 47'500_usd}));
  EXPECT_EQ(answer.employer, (Range{Money{}, 47'500_usd}));
}

TEST(OtherAdditions, UseRoom) {
  const Assessment answer = with("other-additions { 7% of pay \"pension contributions\" }",
                                 "age=40 hce=no pay=100000 forfeitures=500 other_additions=1000");
  EXPECT_EQ(answer.room, exactly(47'500_usd - 7'000_usd - 1'500_usd));
}

// What fits a word is figured in one, and comes to the same as in two.
TEST(Match, ComesToTheSameInOneWordAndInTwo) {
  for (const std::string_view body :
       {"match { 100% of the first 3% of pay; 50% of the next 2% of pay }",
        "match { 66 2/3% of the first 5 1/7% of pay; 33 1/3% of the next $1,000 }",
        "match { 11.125% of all }",
        "match { 8% of pay when contributing at least 2% of pay; limit 4.4444% of pay }"}) {
    const Read read = read_plan(plan_with(std::string{all_allowed} + std::string{body}));
    const Terms terms = terms_for(read.plan, {}, figures_for(read.plan, 2026, limits()));
    MatchFormulaTerm formula = terms.matches.at(0).formulas.at(0);
    const Money fits = formula.fits_word;
    EXPECT_GE(fits, 1'000'000_usd) << body;
    for (const Money amount :
         {0_usd, Money::cents(1), 24'500_usd, Money::cents(99'999'999), fits, Money::ceiling(),
          fits + Money::cents(1), Money::ceiling() + Money::ceiling()}) {
      for (const Money pay : {0_usd, Money::cents(35'000'001), fits, Money::ceiling()}) {
        formula.fits_word = fits;
        const Money in_one = match_of(formula, amount, pay).rounded(Round::nearest);
        formula.fits_word = Money::cents(-1);
        EXPECT_EQ(in_one, match_of(formula, amount, pay).rounded(Round::nearest)) << body;
      }
    }
  }
}

}  // namespace
}  // namespace rothcheck::checker
