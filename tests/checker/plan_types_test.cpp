// What the plan's type brings with it, the ways to Roth, how hard they are, and what the plan alone
// says.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

/// A plan with nothing but what is written.
std::string bare(std::string_view type, std::string_view body) {
  return "plan \"x\" {\n  type " + std::string{type} + "\n" + std::string{body} + "\n}\n";
}

constexpr std::string_view both_kinds =
    "contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed }\n";
constexpr std::string_view by_rollover = "in-plan-roth-rollover { after-tax allowed }\n";
constexpr std::string_view by_payment = "in-service-distribution { after-tax allowed }\n";

Assessment with(std::string_view type, std::string_view body,
                std::string_view words = "age=40 hce=no pay=100000") {
  return ask(bare(type, std::string{both_kinds} + std::string{body}), words);
}

TEST(Route, IsEitherOfTwoWaysWhileEmployed) {
  EXPECT_EQ(with("401(k)", by_rollover).verdict, Verdict::available);
  EXPECT_EQ(with("401(k)", by_payment).verdict, Verdict::available);
}

TEST(Route, IsSeparationWhereBothAreRuledOut) {
  const Assessment answer = with("401(k)",
                                 "in-plan-roth-rollover { after-tax not allowed }\n"
                                 "in-service-distribution { after-tax not allowed }");
  EXPECT_EQ(answer.verdict, Verdict::at_separation);
  EXPECT_EQ(answer.room, exactly(47'500_usd));
}

TEST(Route, IsAskedForWhereThePlanIsSilent) {
  const Assessment neither = with("401(k)", "");
  EXPECT_EQ(neither.verdict, Verdict::undetermined);
  EXPECT_EQ(neither.room, exactly(47'500_usd));
  EXPECT_EQ(asked(neither.questions), std::vector{QuestionKind::after_tax_exit});
  const Assessment rollover = with("401(k)", "in-service-distribution { after-tax not allowed }");
  EXPECT_EQ(asked(rollover.questions), std::vector{QuestionKind::in_plan_rollover});
  const Assessment payment = with("401(k)", "in-plan-roth-rollover { after-tax not allowed }");
  EXPECT_EQ(asked(payment.questions), std::vector{QuestionKind::in_service});
}

TEST(Route, OpensOnTheDayOf59AndAHalf) {
  constexpr std::string_view late =
      "in-plan-roth-rollover { after-tax not allowed }\n"
      "in-service-distribution { after-tax allowed at age 59 1/2 }";
  const std::string rest = " hce=no pay=100000 prior_year_fica_wages=0";
  EXPECT_EQ(with("401(k)", late, "birth_date=1967-06-30" + rest).verdict, Verdict::available);
  EXPECT_EQ(with("401(k)", late, "birth_date=1967-07-01" + rest).verdict, Verdict::at_separation);
  EXPECT_EQ(with("401(k)", late, "age=60" + rest).verdict, Verdict::available);
  EXPECT_EQ(with("401(k)", late, "age=58" + rest).verdict, Verdict::at_separation);
  // 59 on December 31 may be half a year past the birthday or not.
  const Assessment open = with("401(k)", late, "age=59" + rest);
  EXPECT_EQ(open.verdict, Verdict::undetermined);
  EXPECT_EQ(open.room, exactly(47'500_usd));
  EXPECT_EQ(asked(open.questions), std::vector{QuestionKind::age});
}

TEST(Route, MayNeedYearsOfParticipation) {
  constexpr std::string_view late =
      "in-plan-roth-rollover { after-tax not allowed }\n"
      "in-service-distribution { after-tax allowed after 60 months of participation }";
  EXPECT_EQ(with("401(k)", late, "age=40 hce=no pay=100000 service_years=5").verdict,
            Verdict::available);
  EXPECT_EQ(with("401(k)", late, "age=40 hce=no pay=100000 service_years=4").verdict,
            Verdict::at_separation);
}

TEST(Route, ThroughThePlanNeedsRothDeferrals) {
  const std::string text =
      bare("401(k)",
           "contributions { pre-tax allowed; roth not allowed; after-tax allowed }\n"
           "in-plan-roth-rollover { after-tax allowed }\n"
           "in-service-distribution { after-tax not allowed }");
  EXPECT_EQ(ask(text, "age=40 hce=no pay=100000").verdict, Verdict::at_separation);
  EXPECT_EQ(codes(ask_plan(text).findings), "LAW101 MBR101");
}

TEST(Grade, IsThatOfTheEasiestWay) {
  const auto grade = [](std::string_view body) { return with("401(k)", body).grade; };
  EXPECT_EQ(grade("in-plan-roth-rollover { after-tax allowed; automatic daily }"), Grade::easy);
  EXPECT_EQ(grade("in-plan-roth-rollover { after-tax allowed; on request }"), Grade::possible);
  EXPECT_EQ(grade("in-plan-roth-rollover { after-tax allowed; on request, then automatic }"),
            Grade::easy);
  EXPECT_EQ(grade("in-service-distribution { after-tax allowed; suspends contributions 6 months }"),
            Grade::impractical);
  EXPECT_EQ(grade("in-service-distribution { after-tax allowed; suspends contributions 6 months }\n"
                  "in-plan-roth-rollover { after-tax allowed; at-most 2 per year }"),
            Grade::possible);
  // More than can be moved: the way is not to be had.
  EXPECT_EQ(grade("in-plan-roth-rollover { after-tax allowed; automatic daily; minimum $50,000 }"),
            Grade::impractical);
  EXPECT_EQ(grade("in-plan-roth-rollover { after-tax allowed; automatic daily; minimum $47,500 }"),
            Grade::possible);
}

TEST(Frictions, NameEachTermThatMakesAWayHarder) {
  const PlanAnswer answer = ask_plan(bare(
      "401(k)", std::string{both_kinds} +
                    "in-plan-roth-rollover { after-tax allowed; on request; at-most 4 per "
                    "year; minimum $500; hold-back $100; fee $25 }\n"
                    "in-service-distribution { after-tax allowed; after 24 months; at-most 1 "
                    "per year; fee $50; suspends contributions 6 months; contributions only }"));
  std::vector<std::string> texts;
  for (const Friction& friction : answer.frictions) texts.push_back(friction.text);
  EXPECT_EQ(
      texts,
      (std::vector<std::string>{
          "in-plan Roth rollovers are made on request", "at most 4 in-plan Roth rollovers a year",
          "in-plan Roth rollovers of at least $500.00",
          "$100.00 must stay in the after-tax account", "$25.00 for each in-plan Roth rollover",
          "in-service distributions only of money 2 years in the account",
          "at most 1 in-service distributions a year", "$50.00 for each in-service distribution",
          "an in-service distribution stops contributions for 6 months",
          "in-service distributions of contributions only, not of their earnings"}));
}

TEST(Type401a, TakesAfterTaxMoneyAndNoDeferrals) {
  // READING.md R8.3: no deferrals, so no Roth program and no rollover in the plan.
  const std::string text = bare("401(a)",
                                "contributions { after-tax allowed }\n"
                                "nonelective { 10% of pay }\n"
                                "in-plan-roth-rollover { after-tax allowed }\n"
                                "in-service-distribution { after-tax allowed }");
  const Assessment answer = ask(text, "age=55 hce=no pay=100000");
  EXPECT_EQ(answer.verdict, Verdict::available);
  EXPECT_EQ(answer.deferrals, exactly(Money{}));
  EXPECT_EQ(answer.room, exactly(62'000_usd));
  EXPECT_TRUE(asked(answer.questions).empty());
  EXPECT_EQ(codes(ask_plan(text).findings), "LAW103");
}

TEST(Type403b, IsHeldByTheSameLimits) {
  const Assessment answer = with("403(b)", by_rollover, "age=40 hce=no pay=100000 pre_tax=10000");
  EXPECT_EQ(answer.room, exactly(62'000_usd));
  EXPECT_TRUE(assumes(answer, Assumption::aggregation_403b));
  // READING.md R8.1: 40,000 in the 403(b) leave 32,000 in the plan of a controlled business.
  const Assessment business =
      ask(bare("solo 401(k)", std::string{both_kinds} + std::string{by_rollover}),
          "age=40 business=s-corporation pay=200000 pre_tax=0 additions_aggregated=40000");
  EXPECT_EQ(business.room, exactly(32'000_usd));
}

TEST(Type457b, HasNoAfterTaxMoneyAndItsOwnDeferralLimit) {
  const std::string text = bare(
      "governmental 457(b)", "contributions { pre-tax allowed; roth allowed; catch-up allowed }");
  const Assessment answer = ask(text, "age=40 pay=100000 deferrals_elsewhere=24500");
  EXPECT_EQ(answer.verdict, Verdict::not_available);
  EXPECT_EQ(answer.deferrals, exactly(24'500_usd));
  EXPECT_EQ(ask_plan(text).verdict, Verdict::not_available);
  EXPECT_EQ(codes(ask_plan(bare("governmental 457(b)",
                                "contributions { pre-tax allowed; after-tax allowed }"))
                      .findings),
            "LAW102");
}

TEST(Type457b, CountsEmployerMoneyInItsLimit) {
  // IRC 457(b)(2): 10,000 of employer money leave 14,500 to defer.
  const std::string text =
      bare("governmental 457(b)", "contributions { pre-tax allowed; catch-up not allowed }");
  EXPECT_EQ(ask(text, "age=40 pay=100000 nonelective=10000").deferrals, exactly(14'500_usd));
}

TEST(TypeTsp, HasNoAfterTaxMoney) {
  EXPECT_EQ(ask(bare("tsp", "contributions { pre-tax allowed; roth allowed; catch-up allowed }"),
                "age=40 pay=100000")
                .verdict,
            Verdict::not_available);
}

TEST(PlanAlone, SaysWhatItAllows) {
  EXPECT_EQ(ask_plan(plan_with(all_allowed)).verdict, Verdict::available);
  EXPECT_EQ(ask_plan(plan_with("contributions { pre-tax allowed; after-tax not allowed }")).verdict,
            Verdict::not_available);
  const PlanAnswer silent = ask_plan(plan_with("contributions { pre-tax allowed; roth allowed }"));
  EXPECT_EQ(silent.verdict, Verdict::undetermined);
  ASSERT_FALSE(silent.questions.empty());
  EXPECT_EQ(silent.questions.front().kind, QuestionKind::after_tax);
}

TEST(PlanAlone, TellsThatEmployerMoneyIsNotMentionedAndAsks) {
  const auto kinds = [](const std::vector<Question>& questions) {
    std::vector<QuestionKind> all;
    for (const Question& question : questions) all.push_back(question.kind);
    return all;
  };
  const std::vector both{QuestionKind::match_stated, QuestionKind::nonelective_stated};
  const std::string silent = plan_with(all_allowed);
  EXPECT_EQ(kinds(ask_plan(silent).questions), both);
  EXPECT_TRUE(ask_plan(silent).assumptions.has(Assumption::no_match_stated));
  const Assessment answer = ask(silent, "age=40 hce=no pay=100000 pre_tax=10000");
  EXPECT_EQ(answer.verdict, Verdict::available);
  EXPECT_EQ(kinds(answer.questions), both);
  EXPECT_TRUE(assumes(answer, Assumption::no_nonelective_stated));
  // What the census states needs no assumption.
  const Assessment stated =
      ask(silent, "age=40 hce=no pay=100000 pre_tax=10000 match=0 nonelective=5000");
  EXPECT_TRUE(stated.questions.empty());
  const std::string none = plan_with(std::string{all_allowed} + "match none; nonelective none");
  EXPECT_TRUE(ask_plan(none).questions.empty());
  EXPECT_TRUE(
      ask(none, "age=40 hce=no pay=100000 pre_tax=10000 roth=0").assumptions.list().empty());
}

TEST(PlanAlone, ShowsTwoClausesThatDisagreeAndSomeoneTheyBothApplyTo) {
  const Read read = read_plan(bare("401(k)",
                                   "contributions {\n"
                                   "  pre-tax allowed; roth allowed; catch-up allowed\n"
                                   "  after-tax allowed for age >= 50\n"
                                   "  after-tax not allowed for hce\n"
                                   "  after-tax allowed for nhce and age < 50\n"
                                   "}\n"));
  const Checker checker{read.plan, 2026, limits()};
  const Findings& findings = checker.plan_answer().findings;
  const auto conflict = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.kind->code == "PLN201";
  });
  ASSERT_NE(conflict, findings.end());
  EXPECT_EQ(said(*conflict, *read.sources).substr(0, 10), "6:3 PLN201");
  EXPECT_NE(notes_of(*conflict).find("highly compensated, age 50"), std::string::npos)
      << notes_of(*conflict);
}

}  // namespace
}  // namespace rothcheck::checker
