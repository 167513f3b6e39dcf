// Every statement of the language, and the value it sets.
#include <gtest/gtest.h>

#include "tests/dsl/loaded.hpp"

namespace rothcheck::dsl {
namespace {

TEST(Bind, ThePlanHeader) {
  const Loaded loaded{
      "# a comment\n"
      "plan \"Acme \\\"A\\\" \\\\ Plan\" {\n"
      "  sponsor \"Acme\"; type governmental 457(b)\n"
      "  year 2026\n"
      "  source \"a\"\n  source \"b\" cite \"c\"\n"
      "  limitation-year begins 07-01\n"
      "}\n"};
  const Plan& plan = loaded.plan();
  EXPECT_EQ(plan.name, "Acme \"A\" \\ Plan");
  EXPECT_EQ(loaded.sources.place(plan.where).line, 2);
  EXPECT_EQ(plan.sponsor, "Acme");
  EXPECT_EQ(plan.type, (PlanType{PlanFamily::b457, PlanSponsor::governmental}));
  EXPECT_EQ(loaded.slice(plan.type_at), "governmental 457(b)");
  EXPECT_EQ(plan.year, 2026);
  EXPECT_EQ(plan.sources, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(plan.limitation_year.size(), 1u);
  EXPECT_EQ(plan.limitation_year[0].value.begins, (MonthDay{7, 1}));
}

TEST(Bind, AShortLimitationYear) {
  const Loaded loaded = in_plan("limitation-year 2025-01-01 to 2025-07-07");
  const LimitationYear& year = loaded.plan().limitation_year.at(0).value;
  EXPECT_EQ(year.exactly, (PlanYear{date(2025, 1, 1), date(2025, 7, 7)}));
  EXPECT_FALSE(year.begins);
}

TEST(Bind, EveryPlanType) {
  for (const char* type : {"401(k)", "solo 401(k)", "403(b)", "401(a)", "457(b)", "tsp",
                           "governmental 401(a)", "church 403(b)"}) {
    const Loaded loaded{"plan \"x\" { type " + std::string{type} + " }"};
    EXPECT_EQ(to_string(loaded.plan().type), type);
  }
}

TEST(Bind, Eligibility) {
  const Loaded loaded = in_plan(
      "eligibility { age 20 1/2; service 3 months; exclude class \"leased\"; exclude class "
      "\"interns\"\n"
      "entry semiannual; employer-money service 1 year cite \"SPD\" }");
  const Plan& plan = loaded.plan();
  EXPECT_EQ(plan.minimum_age.at(0).value, (Rate{41, 2}));
  EXPECT_EQ(plan.minimum_service.at(0).value, (Duration{.months = 3}));
  ASSERT_EQ(plan.excluded_classes.size(), 2u);
  EXPECT_EQ(plan.excluded_classes[1].value, "interns");
  EXPECT_EQ(plan.entry.at(0).value, Entry::semiannual);
  EXPECT_EQ(plan.employer_money_service.at(0).value, (Duration{.months = 12}));
  EXPECT_EQ(plan.employer_money_service.at(0).cite, "SPD");
  EXPECT_EQ(loaded.slice(plan.employer_money_service.at(0).where), "employer-money service 1 year");
}

TEST(Bind, Compensation) {
  const Loaded loaded = in_plan(
      "compensation { counts base, bonus; counts 50% of commission; when pay reaches the "
      "401(a)(17) limit stop match }\n"
      "compensation for match { counts base }\n"
      "compensation for nonelective { counts base, overtime }");
  const Plan& plan = loaded.plan();
  ASSERT_EQ(plan.counted_pay.size(), 1u);
  const PaySet& pay = plan.counted_pay[0].value;
  ASSERT_EQ(pay.size(), 3u);
  EXPECT_EQ(pay[0].code, PayCode::base);
  EXPECT_EQ(pay[0].weight, Rate::whole(1));
  EXPECT_EQ(pay[2].code, PayCode::commission);
  EXPECT_EQ(pay[2].weight, (Rate{1, 2}));
  EXPECT_EQ(plan.at_pay_limit.at(0).value, AtPayLimit::stop_match);
  EXPECT_EQ(plan.match_counted_pay.at(0).value.size(), 1u);
  EXPECT_EQ(plan.nonelective_counted_pay.at(0).value.at(1).code, PayCode::overtime);
}

TEST(Bind, Permissions) {
  const Loaded loaded = in_plan(
      "contributions { pre-tax allowed; roth not allowed; after-tax not stated; catch-up allowed "
      "for age >= 50\n"
      "catch-up-60-63 allowed from 2026-01-01 }");
  const std::vector<Provision<Permission>>& said = loaded.plan().contributions;
  ASSERT_EQ(said.size(), 5u);
  EXPECT_EQ(said[0].value.kind, Kind::pre_tax);
  EXPECT_EQ(said[0].value.answer, Answer::allowed);
  EXPECT_EQ(said[1].value.answer, Answer::not_allowed);
  EXPECT_EQ(said[2].value.kind, Kind::after_tax);
  EXPECT_EQ(said[2].value.answer, Answer::not_stated);
  EXPECT_EQ(said[3].scope.group.age_from, Rate::whole(50));
  EXPECT_EQ(said[4].value.kind, Kind::catch_up_60_63);
  EXPECT_EQ(said[4].scope.from, date(2026, 1, 1));
}

TEST(Bind, Limits) {
  const Loaded loaded = in_plan(
      "contributions { limit 75% of pay; limit $34,750 on after-tax in 2025; limit unknown on "
      "after-tax for hce\n"
      "limit 50% of the 402(g) limit on pre-tax, catch-up; minimum 66 2/3% of pay on roth }");
  const Plan& plan = loaded.plan();
  ASSERT_EQ(plan.limits.size(), 4u);
  EXPECT_EQ(plan.limits[0].value.amount, Amount::percent_of_pay(75_pct));
  EXPECT_EQ(plan.limits[0].value.kinds, (Kinds{Kind::pre_tax, Kind::roth, Kind::after_tax}));
  EXPECT_EQ(plan.limits[1].value.amount, Amount::of(34'750_usd));
  EXPECT_EQ(plan.limits[1].scope.from, date(2025, 1, 1));
  EXPECT_EQ(plan.limits[1].scope.until, date(2025, 12, 31));
  EXPECT_EQ(plan.limits[2].value.amount, Amount::unknown());
  EXPECT_EQ(plan.limits[2].scope.group.highly_compensated, true);
  EXPECT_EQ(plan.limits[3].value.amount, Amount::percent_of_402g(50_pct));
  EXPECT_EQ(plan.limits[3].value.kinds, (Kinds{Kind::pre_tax, Kind::catch_up}));
  EXPECT_EQ(plan.minimums.at(0).value.amount, Amount::percent_of_pay(Rate{2, 3}));
}

TEST(Bind, AfterTaxTimingAndSpillover) {
  const Loaded loaded = in_plan(
      "contributions { after-tax only after 402(g); spillover to after-tax opt-out up to 5% of "
      "pay; spillover to catch-up }");
  const Plan& plan = loaded.plan();
  EXPECT_TRUE(plan.only_after_402g.at(0).value);
  EXPECT_EQ(plan.spillover_to_after_tax.at(0).value.mode, Spillover::Mode::opt_out);
  EXPECT_EQ(plan.spillover_to_after_tax.at(0).value.up_to, Amount::percent_of_pay(5_pct));
  EXPECT_TRUE(plan.spillover_to_catch_up.at(0).value);
  EXPECT_EQ(in_plan("contributions { spillover to after-tax }")
                .plan()
                .spillover_to_after_tax.at(0)
                .value.mode,
            Spillover::Mode::unstated);
}

TEST(Bind, ANoBreakSpaceIsABlank) {
  const Loaded loaded = in_plan(
      "contributions { limit 66\xC2\xA0"
      "2/3%\xC2\xA0of pay }");
  EXPECT_EQ(loaded.plan().limits.at(0).value.amount, Amount::percent_of_pay(Rate{2, 3}));
}

TEST(Bind, EveryGroup) {
  const Loaded loaded = in_plan(
      "contributions {\n"
      "limit 1% of pay for nhce and class \"pilots\" and age < 50\n"
      "limit 1% of pay for service >= 2 years and service < 66 months and points >= 60\n"
      "limit 1% of pay for hired before 2005-01-01\n"
      "limit 1% of pay for hired from 2005-01-01 until 2026-06-30\n"
      "}");
  const auto& limits = loaded.plan().limits;
  ASSERT_EQ(limits.size(), 4u);
  EXPECT_EQ(limits[0].scope.group.highly_compensated, false);
  EXPECT_EQ(limits[0].scope.group.employee_class, "pilots");
  EXPECT_EQ(limits[0].scope.group.age_below, Rate::whole(50));
  EXPECT_EQ(limits[1].scope.group.service_from, Rate::whole(2));
  EXPECT_EQ(limits[1].scope.group.service_below, (Rate{11, 2}));
  EXPECT_EQ(limits[1].scope.group.points_from, Rate::whole(60));
  EXPECT_EQ(limits[2].scope.group.hired_before, date(2005, 1, 1));
  EXPECT_EQ(limits[3].scope.group.hired_from, date(2005, 1, 1));
  EXPECT_EQ(limits[3].scope.until, date(2026, 6, 30));
}

TEST(Bind, MatchTiers) {
  const Loaded loaded = in_plan(
      "match { counts pre-tax, roth, student-loan; 100% of the first 3% of pay for service >= 2 "
      "years\n"
      "50% of the next $2,000; limit $4,000 until 2026-06-30; limit 50% of the 402(g) limit\n"
      "each pay-period; true-up; requires employed on 12-31 } cite \"SPD p. 3\"");
  ASSERT_EQ(loaded.plan().matches.size(), 1u);
  const Provision<Match>& stated = loaded.plan().matches[0];
  const Match& match = stated.value;
  EXPECT_EQ(match.counts, (Kinds{Kind::pre_tax, Kind::roth, Kind::student_loan}));
  ASSERT_EQ(match.formulas.size(), 1u);
  const auto& tiers = match.formulas[0].tiers;
  ASSERT_EQ(tiers.size(), 2u);
  EXPECT_EQ(tiers[0].value.rate, 100_pct);
  EXPECT_EQ(tiers[0].value.reach, Tier::Reach::first);
  EXPECT_EQ(tiers[0].value.width, Amount::percent_of_pay(3_pct));
  EXPECT_EQ(tiers[0].scope.group.service_from, Rate::whole(2));
  EXPECT_EQ(tiers[1].value.reach, Tier::Reach::next);
  EXPECT_EQ(tiers[1].value.width, Amount::of(2'000_usd));
  ASSERT_EQ(match.limits.size(), 2u);
  EXPECT_EQ(match.limits[0].scope.until, date(2026, 6, 30));
  EXPECT_EQ(match.limits[1].value, Amount::percent_of_402g(50_pct));
  EXPECT_EQ(match.period, Period::pay_period);
  EXPECT_EQ(match.true_up, true);
  EXPECT_EQ(match.employed_on, (MonthDay{12, 31}));
  EXPECT_EQ(loaded.slice(stated.where), "match");
  EXPECT_EQ(stated.cite, "SPD p. 3");
}

TEST(Bind, OtherMatchFormulas) {
  const Loaded loaded = in_plan(
      "match { 50% of all; no true-up; each quarter }\n"
      "match { 4% of pay when contributing at least 1% of pay; $500 when contributing at least "
      "$100 }\n"
      "match { greatest of { 100% of the first $3,000 } {\n 50% of all\n} }\n"
      "match { discretionary up to 6% of pay from 2026-01-01 }\n"
      "match { discretionary }\n"
      "match { formula unknown }");
  const auto& matches = loaded.plan().matches;
  ASSERT_EQ(matches.size(), 6u);
  EXPECT_EQ(matches[0].value.formulas.at(0).tiers.at(0).value.reach, Tier::Reach::all);
  EXPECT_EQ(matches[0].value.true_up, false);
  EXPECT_EQ(matches[0].value.period, Period::quarter);
  EXPECT_EQ(matches[0].value.counts, (Kinds{Kind::pre_tax, Kind::roth}));
  const auto& steps = matches[1].value.formulas.at(0).steps;
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(steps[0].value.match, Amount::percent_of_pay(4_pct));
  EXPECT_EQ(steps[0].value.threshold, Amount::percent_of_pay(1_pct));
  EXPECT_EQ(steps[1].value.match, Amount::of(500_usd));
  ASSERT_EQ(matches[2].value.formulas.size(), 2u);
  EXPECT_EQ(matches[2].value.formulas[1].tiers.at(0).value.rate, 50_pct);
  EXPECT_EQ(matches[3].value.discretionary->value, Amount::percent_of_pay(6_pct));
  EXPECT_EQ(matches[3].value.discretionary->scope.from, date(2026, 1, 1));
  ASSERT_TRUE(matches[4].value.discretionary);
  EXPECT_FALSE(matches[4].value.discretionary->value);
  EXPECT_TRUE(matches[5].value.formula_unknown);
}

TEST(Bind, MatchAmountsMayBeUnknown) {
  const Loaded loaded = in_plan(
      "match { 50% of the first unknown; limit unknown }\nmatch { unknown when contributing at "
      "least unknown }");
  EXPECT_EQ(loaded.plan().matches.at(0).value.formulas.at(0).tiers.at(0).value.width,
            Amount::unknown());
  EXPECT_EQ(loaded.plan().matches.at(0).value.limits.at(0).value, Amount::unknown());
  EXPECT_EQ(loaded.plan().matches.at(1).value.formulas.at(0).steps.at(0).value.match,
            Amount::unknown());
}

TEST(Bind, Nonelective) {
  const Loaded loaded = in_plan(
      "nonelective { 3% of pay; 5% of pay for service >= 10 years; $1,000; requires employed on "
      "12-31 }\n"
      "nonelective { discretionary up to 6% of pay }\nnonelective { discretionary; unknown for hce "
      "}");
  const auto& lines = loaded.plan().nonelectives;
  ASSERT_EQ(lines.size(), 6u);
  EXPECT_EQ(lines[0].value.amount, Amount::percent_of_pay(3_pct));
  EXPECT_EQ(lines[0].value.block, 0);
  EXPECT_EQ(lines[0].value.employed_on, (MonthDay{12, 31}));
  EXPECT_EQ(lines[1].scope.group.service_from, Rate::whole(10));
  EXPECT_EQ(lines[2].value.amount, Amount::of(1'000_usd));
  EXPECT_TRUE(lines[3].value.discretionary);
  EXPECT_EQ(lines[3].value.block, 1);
  EXPECT_EQ(lines[3].value.amount, Amount::percent_of_pay(6_pct));
  EXPECT_FALSE(lines[3].value.employed_on);
  EXPECT_TRUE(lines[4].value.discretionary);
  EXPECT_EQ(lines[4].value.amount, Amount::unknown());
  EXPECT_FALSE(lines[5].value.discretionary);
  EXPECT_EQ(lines[5].value.block, 2);
}

TEST(Bind, OtherAdditions) {
  const Loaded loaded =
      in_plan("other-additions { 7% of pay \"pension\" from 2026-01-01; unknown \"forfeits\" }");
  const auto& additions = loaded.plan().other_additions;
  ASSERT_EQ(additions.size(), 2u);
  EXPECT_EQ(additions[0].value.amount, Amount::percent_of_pay(7_pct));
  EXPECT_EQ(additions[0].value.what, "pension");
  EXPECT_EQ(additions[0].scope.from, date(2026, 1, 1));
  EXPECT_EQ(additions[1].value.amount, Amount::unknown());
}

TEST(Bind, InPlanRothRollover) {
  const Loaded loaded = in_plan(
      "in-plan-roth-rollover { after-tax allowed; match allowed at age 59 1/2 after 60 months of "
      "participation\n"
      "rollover not stated; nonelective not allowed; automatic daily; at-most 26 per year; minimum "
      "$500\n"
      "hold-back $250; fee $100.50 }");
  const Plan& plan = loaded.plan();
  ASSERT_EQ(plan.rollovers.size(), 4u);
  EXPECT_EQ(plan.rollovers[1].value.kind, Kind::match);
  EXPECT_EQ(plan.rollovers[1].value.conditions.at_age, (Rate{119, 2}));
  EXPECT_EQ(plan.rollovers[1].value.conditions.participation, (Duration{.months = 60}));
  EXPECT_FALSE(plan.rollovers[1].value.conditions.seasoning);
  EXPECT_EQ(plan.rollover_schedule.at(0).value.how, ConversionSchedule::How::automatic);
  EXPECT_EQ(plan.rollover_schedule.at(0).value.frequency, Frequency::daily);
  EXPECT_EQ(plan.rollovers_a_year.at(0).value, 26);
  EXPECT_EQ(plan.rollover_minimum.at(0).value, 500_usd);
  EXPECT_EQ(plan.rollover_hold_back.at(0).value, 250_usd);
  EXPECT_EQ(plan.rollover_fee.at(0).value, Money::cents(10'050));
}

TEST(Bind, RolloverSchedules) {
  const auto schedule = [](const std::string& words) {
    return in_plan("in-plan-roth-rollover { " + words + " }").plan().rollover_schedule.at(0).value;
  };
  EXPECT_EQ(schedule("on request").how, ConversionSchedule::How::on_request);
  EXPECT_EQ(schedule("on request, then automatic").how,
            ConversionSchedule::How::on_request_then_automatic);
  EXPECT_FALSE(schedule("on request, then automatic").frequency);
  EXPECT_EQ(schedule("on request, then automatic each-contribution").frequency,
            Frequency::each_contribution);
}

TEST(Bind, InServiceDistribution) {
  const Loaded loaded = in_plan(
      "in-service-distribution { after-tax allowed; pre-tax allowed at age 59 1/2; at age 55; "
      "after 24 months\n"
      "after 60 months of participation; at-most 2 per year; minimum $1,000; fee $25\n"
      "suspends contributions 6 months; contributions only }");
  const Plan& plan = loaded.plan();
  ASSERT_EQ(plan.distributions.size(), 2u);
  EXPECT_EQ(plan.distributions[1].value.conditions.at_age, (Rate{119, 2}));
  ASSERT_EQ(plan.distribution_conditions.size(), 3u);
  EXPECT_EQ(plan.distribution_conditions[0].value.at_age, Rate::whole(55));
  EXPECT_EQ(plan.distribution_conditions[1].value.seasoning, (Duration{.months = 24}));
  EXPECT_EQ(plan.distribution_conditions[2].value.participation, (Duration{.months = 60}));
  EXPECT_EQ(plan.distributions_a_year.at(0).value, 2);
  EXPECT_EQ(plan.distribution_minimum.at(0).value, 1'000_usd);
  EXPECT_EQ(plan.distribution_fee.at(0).value, 25_usd);
  EXPECT_EQ(plan.distribution_suspension.at(0).value.time, (Duration{.months = 6}));
  EXPECT_TRUE(plan.contributions_only.at(0).value);
}

TEST(Bind, Testing) {
  const Loaded loaded = in_plan(
      "testing { safe-harbor qaca-match; acp prior-year; hce top-paid-group; exclude "
      "otherwise-excludable; collectively-bargained class \"pilots\" }");
  const Plan& plan = loaded.plan();
  EXPECT_EQ(plan.safe_harbor.at(0).value, SafeHarbor::qaca_match);
  EXPECT_EQ(plan.acp_method.at(0).value, AcpMethod::prior_year);
  EXPECT_TRUE(plan.top_paid_group.at(0).value);
  EXPECT_TRUE(plan.exclude_otherwise_excludable.at(0).value);
  EXPECT_EQ(plan.collectively_bargained.at(0).value, "pilots");
}

TEST(Bind, ChoicesOfTheTest) {
  const Loaded loaded = in_plan(
      "testing { adp prior-year; first-year own; match counted; separate otherwise-excludable\n"
      "acp-safe-harbor no; refund match, unmatched-after-tax }\n"
      "automatic-enrollment { kind eaca; default 3% of pay; rises 1% a year to 10%; covers hired "
      "from 2025-01-01 }");
  const Plan& plan = loaded.plan();
  EXPECT_EQ(plan.adp_method.at(0).value, AcpMethod::prior_year);
  EXPECT_EQ(plan.first_year_acp.at(0).value, FirstYearAcp::own);
  EXPECT_EQ(plan.match_in_test.at(0).value, MatchInTest::counted);
  EXPECT_TRUE(plan.separate_otherwise_excludable.at(0).value);
  EXPECT_EQ(plan.acp_safe_harbor.at(0).value, AcpSafeHarbor::no);
  EXPECT_EQ(plan.refund_order.at(0).value,
            (RefundOrder{Refunded::match, Refunded::unmatched_after_tax}));
  const AutomaticEnrollment& enrollment = plan.automatic_enrollment.at(0).value;
  EXPECT_EQ(enrollment.kind, AutomaticEnrollment::Kind::eaca);
  EXPECT_EQ(enrollment.rate, 3_pct);
  EXPECT_EQ(enrollment.rises, 1_pct);
  EXPECT_EQ(enrollment.up_to, 10_pct);
  EXPECT_EQ(enrollment.hired_from, date(2025, 1, 1));
}

TEST(Bind, AFirstYearIsThreePercentOrItsOwn) {
  EXPECT_EQ(in_plan("testing { first-year 3 % }").plan().first_year_acp.at(0).value,
            FirstYearAcp::three_percent);
  EXPECT_EQ(in_plan("testing { first-year 4% }").said(),
            "2:22 SYN010 expected `3%` or `own`, found `4%`\n");
}

TEST(Bind, EveryFeatureOfTheTableHasAStatement) {
  const Loaded loaded = in_plan(
      "limitation-year begins 07-01; plan-year begins 10-01; normal-retirement-age 65\n"
      "eligibility { age 21; service 1 year; exclude class \"x\"; entry annual; employer-money "
      "service 1 year }\n"
      "compensation { counts base; when pay reaches the 401(a)(17) limit stop nothing; only "
      "while participant }\n"
      "compensation for match { counts base }; compensation for nonelective { counts base }\n"
      "contributions { roth allowed; limit 5% of pay; minimum 1% of pay; after-tax only after "
      "402(g)\n"
      "spillover to after-tax automatic; spillover to catch-up; roth-catch-up elected; "
      "roth-catch-up wages of group }\n"
      "match { 50% of all }; nonelective { unknown }; other-additions { $5 \"x\" }\n"
      "mandatory-contributions { 2% of pay }\n"
      "in-plan-roth-rollover { roth allowed; on request; at-most 1 per year; minimum $1; hold-back "
      "$1; fee $1 }\n"
      "in-service-distribution { roth allowed; at age 59 1/2; at-most 1 per year; minimum $1; fee "
      "$1\n"
      "suspends contributions 6 months; contributions only }\n"
      "testing { safe-harbor none; acp current-year; hce top-paid-group; exclude "
      "otherwise-excludable until 2026-06-30; collectively-bargained class \"x\"\n"
      "separate otherwise-excludable from 2026-07-01; adp current-year; first-year own; match "
      "counted\n"
      "acp-safe-harbor yes; refund match }; automatic-enrollment { kind aca }\n"
      "amendment \"A\" effective 2026-07-01 { match none; nonelective none }");
  const Plan& plan = loaded.plan();
#define FEATURE(field, type, block, subject, meaning) EXPECT_EQ(plan.field.size(), 1u) << #field;
#include "model/features.def"
#undef FEATURE
}

TEST(Bind, TheClauseIsItsPlaceAndTheCiteIsKept) {
  const Loaded loaded = in_plan(
      "contributions { limit  6% of pay on after-tax for hce   cite \"SPD \\\"10\\\"\"  # x\n}");
  const Provision<ContributionLimit>& limit = loaded.plan().limits.at(0);
  EXPECT_EQ(loaded.slice(limit.where), "limit  6% of pay on after-tax for hce");
  EXPECT_EQ(limit.cite, "SPD \"10\"");
}

TEST(Bind, LimitsByPeriodShareAndBasePay) {
  const Loaded loaded = in_plan(
      "contributions { limit 10% of pay on after-tax each pay-period for hce\n"
      "limit $500 each pay-period; limit 50% of the 415(c)  limit on after-tax\n"
      "limit 10% of  base pay on after-tax; minimum 1% of base pay }");
  const auto& limits = loaded.plan().limits;
  ASSERT_EQ(limits.size(), 4u) << loaded.said();
  EXPECT_TRUE(limits[0].value.each_pay_period);
  EXPECT_EQ(limits[0].scope.group.highly_compensated, true);
  EXPECT_TRUE(limits[1].value.each_pay_period);
  EXPECT_EQ(limits[2].value.amount, Amount::percent_of_415c(50_pct));
  EXPECT_FALSE(limits[2].value.each_pay_period);
  EXPECT_EQ(limits[3].value.amount, Amount::percent_of_base_pay(10_pct));
  EXPECT_EQ(to_string(limits[3].value.amount), "10% of base pay");
  EXPECT_EQ(loaded.plan().minimums.at(0).value.amount, Amount::percent_of_base_pay(1_pct));
}

TEST(Bind, APeriodHasNoShareOfAFigureOfTheYear) {
  const auto said = [](const std::string& line) {
    return in_plan("contributions { " + line + " }").said();
  };
  EXPECT_NE(said("limit 50% of the 402(g) limit each pay-period").find("is of a year"),
            std::string::npos);
  EXPECT_NE(said("limit unknown each pay-period").find("is of a year"), std::string::npos);
  EXPECT_NE(said("limit 10% of pay each month"), "");
  EXPECT_NE(said("limit 110% of base pay"), "");
  // Base pay is of one limit; a match has its own compensation block.
  EXPECT_NE(in_plan("match { 100% of the first 6% of base pay }").said(), "");
}

TEST(Bind, RothCatchUpIsDeemedOrElected) {
  const auto election = [](const std::string& words) {
    return in_plan("contributions { roth-catch-up " + words + " }")
        .plan()
        .roth_catch_up.at(0)
        .value;
  };
  EXPECT_EQ(election("deemed on pre-tax"), RothCatchUp::deemed_on_pre_tax);
  EXPECT_EQ(election("deemed on combined"), RothCatchUp::deemed_on_combined);
  EXPECT_EQ(election("elected"), RothCatchUp::elected);
  EXPECT_NE(in_plan("contributions { roth-catch-up deemed }").said(), "");
  EXPECT_NE(
      in_plan("contributions { roth-catch-up elected; roth-catch-up deemed on pre-tax }").said(),
      "");
}

TEST(Bind, AGroupIsToldInSeveralWays) {
  const Loaded loaded = in_plan(
      "contributions { after-tax allowed for hce and class \"A\" or class \"B\" or age >= 55 }");
  const Group& group = loaded.plan().contributions.at(0).scope.group;
  EXPECT_EQ(to_string(group), "hce and class \"A\" or class \"B\" or age >= 55");
  EXPECT_EQ(group.employee_class, "A");
  ASSERT_EQ(group.others.size(), 2u);
  EXPECT_EQ(group.others[0].employee_class, "B");
  EXPECT_FALSE(group.everybody());
  EXPECT_NE(in_plan("contributions { after-tax allowed for hce or age >= 60 and age < 50 }").said(),
            "");
  EXPECT_NE(in_plan("contributions { after-tax allowed for hce or }").said(), "");
}

TEST(Bind, OneKindIsSuspendedAlone) {
  const Loaded loaded = in_plan(
      "in-service-distribution { after-tax allowed; suspends after-tax, match 3 months\n"
      "suspends pre-tax 6 months }");
  const auto& stated = loaded.plan().distribution_suspension;
  ASSERT_EQ(stated.size(), 2u) << loaded.said();
  EXPECT_EQ(stated[0].value.kinds, (Kinds{Kind::after_tax, Kind::match}));
  EXPECT_EQ(stated[0].value.time, (Duration{.months = 3}));
  EXPECT_NE(in_plan("in-service-distribution { suspends nonelective 3 months }").said(), "");
}

TEST(Bind, PayAboveALevel) {
  const Loaded loaded = in_plan(
      "nonelective { 5% of pay; 5% of pay above the wage base; 2% of pay above 80% of the wage "
      "base\n"
      "1% of pay above $100,000 for hce }");
  const auto& lines = loaded.plan().nonelectives;
  ASSERT_EQ(lines.size(), 4u) << loaded.said();
  EXPECT_FALSE(lines[0].value.above);
  EXPECT_EQ(to_string(*lines[1].value.above), "the wage base");
  EXPECT_EQ(to_string(*lines[2].value.above), "80% of the wage base");
  EXPECT_EQ(to_string(*lines[3].value.above), "$100,000");
  EXPECT_EQ(lines[3].scope.group.highly_compensated, true);
  const auto said = [](const std::string& line) {
    return in_plan("nonelective { " + line + " }").said();
  };
  EXPECT_NE(said("$500 above the wage base").find("no percent of pay"), std::string::npos);
  EXPECT_NE(said("5% of pay above 120% of the wage base").find("no level"), std::string::npos);
  EXPECT_NE(said("5% of pay above the wages"), "");
  EXPECT_NE(said("5% of pay above the wage base; 4% of pay above the wage base"), "");
}

TEST(Bind, MandatoryContributions) {
  const Loaded loaded =
      in_plan("mandatory-contributions { 2% of pay; 5% of pay picked-up for hce }");
  const auto& lines = loaded.plan().mandatory_contributions;
  ASSERT_EQ(lines.size(), 2u) << loaded.said();
  EXPECT_FALSE(lines[0].value.picked_up);
  EXPECT_TRUE(lines[1].value.picked_up);
  EXPECT_NE(in_plan("mandatory-contributions { 2% of pay; 3% of pay }").said(), "");
  EXPECT_NE(in_plan("mandatory-contributions { unknown }").said(), "");
}

TEST(Bind, HoursAndStops) {
  const Loaded loaded = in_plan(
      "contributions { limit $8.00 per hour on pre-tax }\n"
      "match { 50% of all; limit 4% of pay; requires 1,000 hours; requires employed on 12-31; "
      "stops at 415(c) }\n"
      "nonelective { $4.00 per hour; requires 1000 hours; stops at 415 then \"a plan\" }");
  ASSERT_EQ(loaded.said(), "");
  const Plan& plan = loaded.plan();
  EXPECT_TRUE(plan.limits.at(0).value.per_hour);
  EXPECT_EQ(plan.matches.at(0).value.hours, 1000);
  EXPECT_TRUE(plan.matches.at(0).value.employed_on);
  EXPECT_EQ(plan.matches.at(0).value.stops_at_415, StopAt415{});
  const Nonelective& line = plan.nonelectives.at(0).value;
  EXPECT_TRUE(line.per_hour);
  EXPECT_EQ(line.hours, 1000);
  EXPECT_EQ(line.stops_at_415, StopAt415{"a plan"});
  EXPECT_NE(in_plan("nonelective { 4% of pay per hour }").said(), "");
  EXPECT_NE(in_plan("nonelective { 4% of pay; stops at 402 }").said(), "");
  EXPECT_NE(in_plan("nonelective { 4% of pay; requires 1000 }").said(), "");
}

TEST(Bind, PartlyKnownMoney) {
  const auto line = [](const std::string& words) {
    return in_plan("nonelective { " + words + " }").plan().nonelectives.at(0).value;
  };
  EXPECT_EQ(line("unknown up to 6% of pay").amount, Amount::percent_of_pay(6_pct));
  EXPECT_TRUE(line("unknown up to 6% of pay").unknown);
  EXPECT_EQ(line("unknown at-least 3% of pay up to 6% of pay").at_least,
            Amount::percent_of_pay(3_pct));
  EXPECT_FALSE(line("unknown").unknown);
  EXPECT_NE(in_plan("nonelective { unknown at-least 6% of pay up to 3% of pay }").said(), "");
}

}  // namespace
}  // namespace rothcheck::dsl
