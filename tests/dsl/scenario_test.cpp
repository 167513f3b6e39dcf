// Scenarios and waivers.
#include <gtest/gtest.h>

#include "tests/dsl/loaded.hpp"

namespace rothcheck::dsl {
namespace {

TEST(Scenario, FactsAreTheFieldsOfAParticipant) {
  const Loaded loaded = in_plan(
      "scenario \"Emily, 28\" {\n"
      "  age 28; birth-date 1998-02-03; pay $200,000; prior-year-pay $180,000.50; pre-tax $23,500; "
      "roth 5% of pay\n"
      "  match $6,000; class \"union\"; hce yes; net-profit $250,000; business sole-proprietor; "
      "service-years 5 1/2\n"
      "  year 2025; ownership-pct 5%\n"
      "}");
  const Scenario& scenario = loaded.plan().scenarios.at(0);
  const Participant& person = scenario.person;
  EXPECT_EQ(scenario.name, "Emily, 28");
  EXPECT_EQ(scenario.year, 2025);
  EXPECT_EQ(person.age, 28);
  EXPECT_EQ(person.birth_date, date(1998, 2, 3));
  EXPECT_EQ(person.pay, 200'000_usd);
  EXPECT_EQ(person.prior_year_pay, Money::cents(18'000'050));
  EXPECT_EQ(person.pre_tax, Election{23'500_usd});
  EXPECT_EQ(person.roth, Election{5_pct});
  EXPECT_EQ(person.match, 6'000_usd);
  EXPECT_EQ(person.employee_class, "union");
  EXPECT_EQ(person.hce, true);
  EXPECT_EQ(person.net_profit, 250'000_usd);
  EXPECT_EQ(person.business, Business::sole_proprietor);
  EXPECT_EQ(person.service_years, (Rate{11, 2}));
  EXPECT_EQ(person.ownership_pct, 5_pct);
}

TEST(Scenario, Expectations) {
  const Loaded loaded = in_plan(
      "scenario \"x\" { expect verdict no-room; expect room $40,500; expect employer between $0 "
      "and $6,000 cite \"p\"\n"
      "expect binding annual-additions-limit; expect finding after-tax-no-exit; expect hce yes; "
      "expect age 28\n"
      "expect catch-up $7,500; expect deferrals $1; expect remaining $0 }");
  const std::vector<Expectation>& expected = loaded.plan().scenarios.at(0).expectations;
  ASSERT_EQ(expected.size(), 10u);
  EXPECT_EQ(expected[0].key, "verdict");
  EXPECT_EQ(expected[0].text, "no-room");
  EXPECT_FALSE(expected[0].low);
  EXPECT_EQ(expected[1].key, "room");
  EXPECT_EQ(expected[1].low, 40'500_usd);
  EXPECT_EQ(expected[1].high, 40'500_usd);
  EXPECT_EQ(expected[2].low, 0_usd);
  EXPECT_EQ(expected[2].high, 6'000_usd);
  EXPECT_EQ(loaded.slice(expected[2].where), "expect employer between $0 and $6,000");
  EXPECT_EQ(expected[4].text, "after-tax-no-exit");
  EXPECT_EQ(expected[6].text, "28");
}

TEST(Scenario, MistakesAreFindings) {
  EXPECT_EQ(in_plan("scenario \"x\" {\n"
                    "  agee 28\n"
                    "  pay\n"
                    "  bonus abc\n"
                    "  filing-status maried\n"
                    "  roth 110% of pay\n"
                    "  expect rooom $5\n"
                    "  expect room 5\n"
                    "  expect verdict maybe\n"
                    "  expect room between $5 and $2\n"
                    "  commission $1; commission $2\n"
                    "  expect finding \"x\"\n"
                    "  overtime $5 for hce\n"
                    "}")
                .said(),
            "3:3 SYN011 unknown statement `agee` in scenario\n"
            "4:6 SYN010 expected a value, found the end of the statement\n"
            "5:9 TYP006 bonus: expected an amount such as 1234.50, not below zero\n"
            "6:17 TYP006 filing-status: expected single, head-of-household, joint or separate\n"
            "7:8 TYP006 roth: expected an amount such as 23500, or a percent of pay such as 12%\n"
            "8:10 SYN012 unknown expectation `rooom`\n"
            "9:15 SYN010 expected an amount such as $5,000, found `5`\n"
            "10:18 SYN012 unknown verdict `maybe`\n"
            "11:3 TYP005 $2.00 is less than $5.00\n"
            "12:18 PLN001 `commission` is stated twice in scenario\n"
            "13:18 SYN010 expected the name of a finding, found `\"x\"`\n"
            "14:15 SYN013 `for hce` has no meaning here\n");
  EXPECT_EQ(in_plan("scenario \"x\" { agee 28 }").notes(), "did you mean `age`?\n");
}

TEST(Waiver, StandsInAPlanOrABlock) {
  const Loaded loaded = in_plan(
      "waive PLN101 until 2026-12-31 because \"amendment 3\"\n"
      "contributions { roth allowed; waive no-conversion-route until 2027-06-30 because \"y\" }");
  const std::vector<Waiver>& waivers = loaded.plan().waivers;
  ASSERT_EQ(waivers.size(), 2u);
  EXPECT_EQ(waivers[0].code, "PLN101");
  EXPECT_EQ(waivers[0].until, date(2026, 12, 31));
  EXPECT_EQ(waivers[0].because, "amendment 3");
  EXPECT_EQ(waivers[1].code, "no-conversion-route");
  EXPECT_EQ(loaded.slice(waivers[1].within).substr(0, 14), "{ roth allowed");
  EXPECT_EQ(loaded.slice(waivers[0].within).substr(0, 14), "{ type 401(k)\n");
}

TEST(Waiver, NeedsAReasonAndAnEnd) {
  EXPECT_EQ(in_plan("waive PLN101 until 2026-12-31").said(),
            "2:1 PLN008 this waiver gives no reason\n");
  EXPECT_EQ(in_plan("waive PLN101 until 2026-12-31 because \" \"").said(),
            "2:39 PLN008 this waiver's reason is empty\n");
  EXPECT_EQ(in_plan("waive PLN101 because \"x\"").said(),
            "2:13 SYN010 expected `until` and a date, found the end of the statement\n");
  EXPECT_EQ(in_plan("waive PLN101 for hce until 2026-12-31 because \"x\"").said(),
            "2:1 SYN013 a waiver has `until` and a date, and no group\n");
  EXPECT_EQ(in_plan("waive").said(),
            "2:6 SYN010 expected the code or name of a finding, found the end of the statement\n");
}

}  // namespace
}  // namespace rothcheck::dsl
