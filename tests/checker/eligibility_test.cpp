// Who may take part: age, service, class, entry dates, hire and termination, and the wait for
// employer money.
#include "checker/year/eligibility.hpp"

#include <gtest/gtest.h>

#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

Verdict verdict(std::string_view eligibility, std::string_view words, int year = 2026) {
  return ask(plan_with(std::string{all_allowed} + "eligibility { " + std::string{eligibility} +
                       " }"),
             "hce=no pay=100000 " + std::string{words}, year)
      .verdict;
}

TEST(Eligibility, IsReachedOnTheBirthday) {
  EXPECT_EQ(verdict("age 21", "birth_date=2005-12-31"), Verdict::available);
  EXPECT_EQ(verdict("age 21", "birth_date=2006-01-01"), Verdict::not_eligible);
  EXPECT_EQ(verdict("age 21", "age=21"), Verdict::available);
  EXPECT_EQ(verdict("age 21", "age=20"), Verdict::not_eligible);
  EXPECT_EQ(verdict("age 20 1/2", "birth_date=2006-06-30"), Verdict::available);
  EXPECT_EQ(verdict("age 20 1/2", "birth_date=2006-07-01"), Verdict::not_eligible);
}

TEST(Eligibility, CompletesAYearOfServiceOnTheDayBeforeTheAnniversary) {
  EXPECT_EQ(verdict("service 1 year", "age=30 hire_date=2026-01-01"), Verdict::available);
  EXPECT_EQ(verdict("service 1 year", "age=30 hire_date=2026-01-02"), Verdict::not_eligible);
  EXPECT_EQ(verdict("service 3 months", "age=30 hire_date=2026-10-01"), Verdict::available);
  EXPECT_EQ(verdict("service 3 months", "age=30 hire_date=2026-10-02"), Verdict::not_eligible);
  EXPECT_EQ(verdict("service 30 days", "age=30 hire_date=2026-12-02"), Verdict::available);
  EXPECT_EQ(verdict("service 30 days", "age=30 hire_date=2026-12-03"), Verdict::not_eligible);
}

TEST(Eligibility, WaitsForTheEntryDate) {
  // A year complete on June 30 comes in on July 1, one complete on July 1 on January 1.
  EXPECT_EQ(verdict("service 1 year; entry semiannual", "age=30 hire_date=2025-07-01"),
            Verdict::available);
  EXPECT_EQ(verdict("service 1 year; entry semiannual", "age=30 hire_date=2025-07-03"),
            Verdict::not_eligible);
  EXPECT_EQ(verdict("service 1 year; entry quarterly", "age=30 hire_date=2025-07-03"),
            Verdict::available);
  EXPECT_EQ(verdict("service 1 year; entry annual", "age=30 hire_date=2025-01-03"),
            Verdict::not_eligible);
  EXPECT_EQ(verdict("service 1 year; entry monthly", "age=30 hire_date=2025-12-01"),
            Verdict::available);
  EXPECT_EQ(verdict("service 1 year; entry monthly", "age=30 hire_date=2025-12-03"),
            Verdict::not_eligible);
}

TEST(Eligibility, LeavesOutAClass) {
  EXPECT_EQ(verdict("exclude class \"leased\"", "age=30 class=leased"), Verdict::not_eligible);
  EXPECT_EQ(verdict("exclude class \"leased\"", "age=30 class=staff"), Verdict::available);
  const Assessment untold =
      ask(plan_with(std::string{all_allowed} + "eligibility { exclude class \"leased\" }"),
          "age=30 hce=no pay=100000");
  EXPECT_EQ(untold.verdict, Verdict::available);
  EXPECT_TRUE(assumes(untold, Assumption::not_excluded));
}

TEST(Eligibility, NeedsEmploymentInTheYear) {
  EXPECT_EQ(verdict("age 21", "age=30 termination_date=2025-12-31"), Verdict::not_eligible);
  EXPECT_EQ(verdict("age 21", "age=30 termination_date=2026-01-01"), Verdict::available);
  EXPECT_EQ(verdict("age 21", "age=30 hire_date=2027-01-01"), Verdict::not_eligible);
}

TEST(Eligibility, EndsWithEmploymentBeforeTheEntryDate) {
  EXPECT_EQ(verdict("service 3 months; entry quarterly",
                    "age=30 hire_date=2026-01-15 termination_date=2026-06-30"),
            Verdict::not_eligible);
  EXPECT_EQ(verdict("service 3 months; entry quarterly",
                    "age=30 hire_date=2026-01-15 termination_date=2026-07-01"),
            Verdict::available);
}

TEST(Eligibility, PointsAtTheClauseThatDecides) {
  const Read read = read_plan(plan_with(std::string{all_allowed} + "eligibility {\n  age 21\n}"));
  const Assessment answer = ask(read.plan, "age=20 hce=no pay=100000");
  EXPECT_EQ(answer.room, exactly(Money{}));
  EXPECT_EQ(read.sources->place(answer.binding_at).line, 7);
}

TEST(Eligibility, IsTakenInThePersonsFavourAndSaid) {
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "eligibility { age 21; service 1 year }"),
          "hce=no pay=100000 age=30");
  EXPECT_EQ(answer.verdict, Verdict::available);
  EXPECT_TRUE(assumes(answer, Assumption::eligible_by_service));
  EXPECT_FALSE(assumes(answer, Assumption::eligible_by_age));
}

Money employer(std::string_view wait, std::string_view words) {
  return ask(plan_with(std::string{all_allowed} + "eligibility { employer-money service " +
                       std::string{wait} + " }\nnonelective { 5% of pay }"),
             "hce=no pay=100000 age=30 " + std::string{words})
      .employer.most;
}

TEST(EmployerMoney, WaitsForItsService) {
  EXPECT_EQ(employer("1 year", "hire_date=2026-01-01"), 5'000_usd);
  EXPECT_EQ(employer("1 year", "hire_date=2026-01-02"), Money{});
  EXPECT_EQ(employer("1 year", "service_years=1"), 5'000_usd);
  EXPECT_EQ(employer("1 year", "service_years=0"), Money{});
}

TEST(EmployerMoney, WaitsForItsDaysToo) {
  EXPECT_EQ(employer("90 days", "hire_date=2026-10-03"), 5'000_usd);
  EXPECT_EQ(employer("90 days", "hire_date=2026-10-04"), Money{});
}

TEST(EmployerMoney, IsOpenWhereServiceIsNotTold) {
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} +
                    "eligibility { employer-money service 1 year }\nnonelective { 5% of pay }"),
          "hce=no pay=100000 age=30");
  EXPECT_EQ(answer.room, (Range{42'500_usd, 47'500_usd}));
  EXPECT_EQ(asked(answer.questions), std::vector{QuestionKind::service});
}

TEST(EmployerMoney, MayNeedEmploymentOnADay) {
  const std::string text =
      plan_with(std::string{all_allowed} + "nonelective { 5% of pay; requires employed on 12-31 }");
  EXPECT_EQ(ask(text, "hce=no pay=100000 age=30 termination_date=2026-12-30").employer,
            exactly(Money{}));
  EXPECT_EQ(ask(text, "hce=no pay=100000 age=30 termination_date=2026-12-31").employer,
            exactly(5'000_usd));
  EXPECT_EQ(ask(text, "hce=no pay=100000 age=30").employer, exactly(5'000_usd));
}

// 414(q): the top-paid fifth.
TEST(TopPaidGroup, LeavesThoseOutsideTheFifthNotHighlyCompensated) {
  const std::string text = plan_with(
      std::string{all_allowed} +
      "contributions { limit 1% of pay on after-tax for hce }\ntesting { hce top-paid-group }");
  const Read read = read_plan(text);
  std::vector<Participant> census;
  // Ten people, four over 160,000: the fifth is the two best paid.
  for (const char* pay : {"300000", "250000", "200000", "170000", "100000", "90000", "80000",
                          "70000", "60000", "50000"}) {
    census.push_back(person("age=40 pay=100000 prior_year_pay=" + std::string{pay}));
  }
  const Checker checker{read.plan, 2026, limits()};
  const std::vector<Assessment> answers = check(checker, read.plan, 2026, limits(), census);
  std::vector<bool> highly;
  for (const Assessment& answer : answers) highly.push_back(answer.highly_compensated.value());
  EXPECT_EQ(highly, (std::vector<bool>{true, true, false, false, false, false, false, false, false,
                                       false}));
  EXPECT_EQ(answers[1].room, exactly(1'000_usd));
  EXPECT_EQ(answers[2].room, exactly(47'500_usd));
}

TEST(TopPaidGroup, KeepsOwnersAndWhatTheSponsorStates) {
  const Read read =
      read_plan(plan_with(std::string{all_allowed} + "testing { hce top-paid-group }"));
  std::vector<Participant> census;
  for (const char* words : {"prior_year_pay=300000", "prior_year_pay=200000 ownership_pct=6",
                            "prior_year_pay=190000 hce=yes",
                            "prior_year_pay=180000 ownership_pct=5", "prior_year_pay=100000"}) {
    census.push_back(person("age=40 pay=100000 " + std::string{words}));
  }
  const Checker checker{read.plan, 2026, limits()};
  std::vector<bool> highly;
  for (const Assessment& answer : check(checker, read.plan, 2026, limits(), census))
    highly.push_back(answer.highly_compensated.value());
  EXPECT_EQ(highly, (std::vector<bool>{true, true, true, false, false}));
}

TEST(TopPaidGroup, DoesNotCountTheYoungAndTheNew) {
  const Read read =
      read_plan(plan_with(std::string{all_allowed} + "testing { hce top-paid-group }"));
  std::vector<Participant> census;
  // Of six, one is under 21 and one came after June: of the four counted, one is in the fifth.
  for (const char* words :
       {"age=40 prior_year_pay=300000", "age=40 prior_year_pay=200000",
        "age=40 prior_year_pay=90000", "age=40 prior_year_pay=80000", "age=20 prior_year_pay=20000",
        "age=40 hire_date=2026-07-02 prior_year_pay=0"}) {
    census.push_back(person(std::string{words} + " pay=100000"));
  }
  const Checker checker{read.plan, 2026, limits()};
  std::vector<bool> highly;
  for (const Assessment& answer : check(checker, read.plan, 2026, limits(), census))
    highly.push_back(answer.highly_compensated.value());
  EXPECT_EQ(highly, (std::vector<bool>{true, false, false, false, false, false}));
}

// Whoever is surely eligible is so by the long way too, with nothing to say; and the dates are the
// latest. A wait for employer money that is not over in the year leaves nothing to say either.
TEST(Eligibility, IsSureWhereTheLongWayHasNothingToSay) {
  for (const std::string clauses :
       {"", "age 21", "age 20 1/2", "service 3 months", "service 30 days", "service 1 year",
        "age 18; service 6 months; entry monthly", "service 1 year; entry semiannual",
        "employer-money service 1 year", "service 1 month; employer-money service 13 months"}) {
    const Read read = read_plan(
        plan_with(std::string{all_allowed} + "eligibility { " + clauses + " }\nyear 2026"));
    const Figures law = figures_for(read.plan, 2026, limits());
    const SurelyEligible surely = surely_eligible(read.plan, law);
    const bool waits = clauses.find("employer") != std::string::npos;
    const auto hold = [&](const Participant& one) {
      const Eligibility found =
          eligibility_of(read.plan, law, one, {}, eligibility_parts(read.plan, law.plan_year));
      const bool says_nothing = found.eligible && found.assumptions.list().empty();
      return waits ? !surely.is(one) || says_nothing : surely.is(one) == says_nothing;
    };
    using std::chrono::sys_days, std::chrono::days;
    const Date old = date(1960, 2, 29);
    for (sys_days hired{date(2024, 1, 1)}; hired <= sys_days{date(2027, 1, 2)}; hired += days{1}) {
      const Participant one{.birth_date = old, .hire_date = Date{hired}};
      EXPECT_TRUE(hold(one)) << clauses << to_string(Date{hired});
    }
    for (sys_days born{date(2003, 1, 1)}; born <= sys_days{date(2010, 1, 2)}; born += days{1}) {
      const Participant one{.birth_date = Date{born}, .hire_date = date(2020, 1, 1)};
      EXPECT_TRUE(hold(one)) << clauses << to_string(Date{born});
    }
    EXPECT_FALSE(surely.is(
        {.birth_date = old, .hire_date = date(2020, 1, 1), .termination_date = date(2026, 1, 1)}));
  }
}

TEST(Eligibility, IsSureOfTheLongestServiceThatAPlanCanAskFor) {
  const Read read = read_plan(
      plan_with(std::string{all_allowed} + "eligibility { service 100 years }\nyear 2026"));
  const SurelyEligible surely = surely_eligible(read.plan, figures_for(read.plan, 2026, limits()));
  EXPECT_TRUE(surely.is({.hire_date = date(1926, 1, 2)}));
  EXPECT_FALSE(surely.is({.hire_date = date(1926, 1, 3)}));
  EXPECT_FALSE(surely.is({}));
}

}  // namespace
}  // namespace rothcheck::checker
