// Years that change in the middle, people told apart by group, amendments, and limitation years
// that are not the calendar year.
#include <gtest/gtest.h>

#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

std::string with(std::string_view body) {
  return plan_with(std::string{all_allowed} + std::string{body});
}

TEST(SplitYear, FiguresEachPartOfAMatchOnItsShareOfPay) {
  // 181 and 184 days of 365, pay 182,500, that is 500 a day: 7% of 90,500 and 4% of 92,000.
  const Assessment answer = ask(with("match {\n"
                                     "  100% of the first 7% of pay until 2025-06-30\n"
                                     "  100% of the first 4% of pay from 2025-07-01\n"
                                     "}\n"
                                     "nonelective { 3% of pay from 2025-07-01 }"),
                                "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_EQ(answer.employer, exactly(6'335_usd + 3'680_usd + 2'760_usd));
  EXPECT_EQ(answer.room, exactly(70'000_usd - 23'500_usd - 12'775_usd));
  EXPECT_TRUE(assumes(answer, Assumption::even_pay));
  EXPECT_TRUE(assumes(answer, Assumption::even_deferrals));
}

TEST(SplitYear, SaysThatDollarsOfAPartCountByItsDays) {
  // 184 of 365 days of 100% of the first 3,650.
  const Assessment answer = ask(with("match { 100% of the first $3,650 from 2025-07-01 }"),
                                "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_EQ(answer.employer, exactly(1'840_usd));
  EXPECT_TRUE(assumes(answer, Assumption::formula_dollars_by_days));
  const Assessment all_year = ask(with("match { 100% of the first $3,650 }"),
                                  "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_FALSE(assumes(all_year, Assumption::formula_dollars_by_days));
}

TEST(SplitYear, AddsUpThePartsOfALimitInPercent) {
  // 10% of 90,500 and 5% of 92,000.
  const Assessment answer =
      ask(with("contributions { limit 10% of pay on after-tax until 2025-06-30;"
               " limit 5% of pay on after-tax from 2025-07-01 }"),
          "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_EQ(answer.room, exactly(9'050_usd + 4'600_usd));
  EXPECT_EQ(answer.binding, Binding::plan_limit);
}

TEST(SplitYear, HoldsAPartByALimitOfTheWholeYearToo) {
  // 10% of pay all year and 5% in the second half: 9,050 and 4,600.
  const Assessment answer = ask(with("contributions { limit 10% of pay on after-tax;"
                                     " limit 5% of pay on after-tax from 2025-07-01 }"),
                                "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_EQ(answer.room, exactly(13'650_usd));
}

TEST(SplitYear, TakesTheDollarLimitAtTheEndOfTheYear) {
  const Assessment answer = ask(with("contributions { limit $10,000 on after-tax until 2025-06-30;"
                                     " limit $20,000 on after-tax from 2025-07-01 }"),
                                "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_EQ(answer.room, exactly(20'000_usd));
}

TEST(SplitYear, TakesAfterTaxMoneyOutOfTheDaysOnWhichItIsAllowed) {
  // 184 of 365 days: pay of 92,000 from July on, of which deferrals take their share, 184/365 of
  // 23,500.
  const std::string text = plan_with(
      "contributions { pre-tax allowed; roth allowed; catch-up allowed;"
      " after-tax not allowed until 2025-06-30; after-tax allowed from 2025-07-01 }");
  const Assessment rich = ask(text, "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_EQ(rich.room, exactly(46'500_usd));
  const Assessment poor = ask(text, "age=40 hce=no pay=36500 pre_tax=0", 2025);
  EXPECT_EQ(poor.room, exactly(18'400_usd));
  EXPECT_EQ(poor.binding, Binding::pay);
}

TEST(SplitYear, CountsADatedLimitOnlyOnceWithADatedPermission) {
  // 10% of the 92,000 paid from July on.
  const Assessment answer =
      ask(plan_with("contributions { pre-tax allowed; roth allowed; catch-up allowed;"
                    " after-tax not allowed until 2025-06-30; after-tax allowed from 2025-07-01;"
                    " limit 10% of pay on after-tax from 2025-07-01 }"),
          "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_EQ(answer.room, exactly(9'200_usd));
}

TEST(SplitYear, HoldsAMinimumToThePartThatHasOne) {
  // 2% of 92,000 is 1,840, which 46,500 meets.
  const Assessment answer =
      ask(with("contributions { minimum 2% of pay on after-tax from 2025-07-01 }"),
          "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  EXPECT_EQ(answer.room, exactly(46'500_usd));
  EXPECT_EQ(codes(answer.findings), "");
}

TEST(Amendment, ReplacesAClauseFromItsDay) {
  const std::string text = with(
      "match { 100% of the first 4% of pay }\n"
      "amendment \"First\" effective 2025-07-01 { match { 100% of the first 6% of pay } }");
  const Assessment answer = ask(text, "age=40 hce=no pay=182500 pre_tax=23500", 2025);
  // 4% of 90,500 and 6% of 92,000.
  EXPECT_EQ(answer.employer, exactly(3'620_usd + 5'520_usd));
  EXPECT_EQ(ask(text, "age=40 hce=no pay=182500 pre_tax=23500", 2026).employer,
            exactly(10'950_usd));
  EXPECT_EQ(ask(text, "age=40 hce=no pay=182500 pre_tax=23000", 2024).employer, exactly(7'300_usd));
}

TEST(Groups, LetAPermissionForAGroupBeatTheOneForEverybody) {
  const std::string text = plan_with(
      "contributions { pre-tax allowed; roth allowed; catch-up allowed;"
      " after-tax allowed; after-tax not allowed for hce }");
  EXPECT_EQ(ask(text, "age=40 hce=no pay=100000").verdict, Verdict::available);
  EXPECT_EQ(ask(text, "age=40 hce=yes pay=100000").verdict, Verdict::not_available);
  EXPECT_EQ(ask(text, "age=40 pay=100000 prior_year_pay=160000").verdict, Verdict::available);
  EXPECT_EQ(ask(text, "age=40 pay=100000 prior_year_pay=160000.01").verdict,
            Verdict::not_available);
  const Assessment open = ask(text, "age=40 pay=100000");
  EXPECT_EQ(open.verdict, Verdict::undetermined);
  EXPECT_EQ(asked(open.questions), std::vector{QuestionKind::hce_status});
}

TEST(Groups, HoldAllLimitsTogether) {
  const std::string text = with(
      "contributions { limit 10% of pay on after-tax; limit 20% of pay on after-tax for hce;"
      " limit 6% of pay on after-tax for class \"pilots\" }");
  EXPECT_EQ(ask(text, "age=40 hce=yes class=others pay=100000").room, exactly(10'000_usd));
  EXPECT_EQ(ask(text, "age=40 hce=yes class=pilots pay=100000").room, exactly(6'000_usd));
}

TEST(Groups, LetANonelectiveLineForAGroupBeatTheOneForEverybody) {
  const std::string text = with("nonelective { 3% of pay; 5% of pay for service >= 10 years }");
  EXPECT_EQ(ask(text, "age=40 hce=no pay=100000 service_years=9").employer, exactly(3'000_usd));
  EXPECT_EQ(ask(text, "age=40 hce=no pay=100000 service_years=10").employer, exactly(5'000_usd));
}

TEST(Groups, CountPointsOfAgeAndServiceInMonths) {
  // 45 1/4 years of age and 14 3/4 of service are 60 points on December 31.
  const std::string text = with("nonelective { 3% of pay; 5% of pay for points >= 60 }");
  EXPECT_EQ(ask(text, "birth_date=1981-10-01 hire_date=2012-04-01 hce=no pay=100000").employer,
            exactly(3'000_usd));
  EXPECT_EQ(ask(text, "birth_date=1981-09-30 hire_date=2012-04-01 hce=no pay=100000").employer,
            exactly(5'000_usd));
}

TEST(Groups, TellThoseHiredFromADayOn) {
  const std::string text = with(
      "nonelective { 3% of pay for hired before 2005-01-01; 7% of pay for hired from 2005-01-01 }");
  EXPECT_EQ(
      ask(text, "age=50 hce=no pay=100000 hire_date=2004-12-31 prior_year_fica_wages=0").employer,
      exactly(3'000_usd));
  EXPECT_EQ(
      ask(text, "age=50 hce=no pay=100000 hire_date=2005-01-01 prior_year_fica_wages=0").employer,
      exactly(7'000_usd));
}

TEST(LimitationYear, UsesTheDollarLimitOfTheYearInWhichItEnds) {
  // READING.md R2.5: July 2025 to June 2026 uses 72,000, the deferral limit is that of 2025, and
  // pay is counted up to 350,000.
  const Assessment answer = ask(with("limitation-year begins 07-01\nnonelective { 1% of pay }"),
                                "age=40 hce=no pay=400000 pre_tax=23500", 2025);
  EXPECT_EQ(answer.employer, exactly(3'500_usd));
  EXPECT_EQ(answer.room, exactly(72'000_usd - 23'500_usd - 3'500_usd));
}

TEST(LimitationYear, IsShortByWholeMonths) {
  // READING.md R2.6: ended June 30, 72,000 x 6/12.
  const Assessment answer = ask(with("limitation-year 2026-01-01 to 2026-06-30"),
                                "age=40 hce=no pay=100000 pre_tax=10000");
  EXPECT_EQ(answer.room, exactly(26'000_usd));
  EXPECT_TRUE(assumes(answer, Assumption::short_year_fraction));
}

TEST(LimitationYear, CountsAPartMonthInDays) {
  // 6 7/31 months of 70,000 are 36,317.20 (36,317.2043), rounded down.
  const Assessment answer = ask(with("limitation-year 2025-01-01 to 2025-07-07"),
                                "age=40 hce=no pay=100000 pre_tax=10000", 2025);
  EXPECT_EQ(answer.room, exactly(Money::cents(3'631'720) - 10'000_usd));
}

TEST(LimitationYear, CutsTheCompensationLimitToo) {
  // 360,000 x 6/12 is 180,000; 10% of it.
  const Assessment answer = ask(with("limitation-year 2026-01-01 to 2026-06-30\n"
                                     "contributions { limit 10% of pay on after-tax }"),
                                "age=40 hce=no pay=300000 pre_tax=10000");
  EXPECT_EQ(answer.room, exactly(18'000_usd));
}

}  // namespace
}  // namespace rothcheck::checker
