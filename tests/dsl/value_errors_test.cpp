// Amounts, dates and numbers that cannot be what they seem, and statements that do not go together.
#include <gtest/gtest.h>

#include "tests/dsl/loaded.hpp"

namespace rothcheck::dsl {
namespace {

std::string in_contributions(const std::string& statement) {
  return in_plan("contributions { " + statement + " }").said();
}

TEST(ValueErrors, Money) {
  EXPECT_EQ(in_contributions("limit $1,23 on roth"),
            "2:23 TYP001 money is written $1,234 or $1,234.50, not `$1,23`\n");
  EXPECT_EQ(in_contributions("limit $5.123"),
            "2:23 TYP001 money is written $1,234 or $1,234.50, not `$5.123`\n");
  EXPECT_EQ(in_contributions("limit $5k"),
            "2:23 TYP001 money is written $1,234 or $1,234.50, not `$5k`\n");
  EXPECT_EQ(in_contributions("limit $99999999999999999999"),
            "2:23 TYP001 money is written $1,234 or $1,234.50, not `$99999999999999999999`\n");
  EXPECT_EQ(in_contributions("limit -$5"),
            "2:23 SYN010 expected an amount such as 10% of pay or $5,000, found `-$5`\n");
  EXPECT_EQ(in_plan("in-plan-roth-rollover { fee 100 }").notes(), "write $100.00\n");
}

TEST(ValueErrors, Percents) {
  EXPECT_EQ(in_contributions("limit 0.10 of pay"),
            "2:23 TYP002 a percent is written 10%, not 0.10\n");
  EXPECT_EQ(in_contributions("limit 10 of pay"),
            "2:23 TYP002 `10` has no unit: a percent is written 10%, an amount $5,000\n");
  EXPECT_EQ(in_contributions("limit 10% on roth"), "2:23 TYP002 `10%` of what? write 10% of pay\n");
  EXPECT_EQ(in_contributions("limit 10% off pay"), "2:27 SYN010 expected `of pay`, found `off`\n");
  EXPECT_EQ(in_contributions("limit 10% of payy"),
            "2:30 SYN010 expected `pay` or `the 402(g) limit`, found `payy`\n");
  EXPECT_EQ(in_contributions("limit 66 4/3% of pay"),
            "2:23 TYP002 a percent is written 10%, 87.5% or 66 2/3%, not `66 4/3%`\n");
  EXPECT_EQ(in_contributions("limit 110% of pay"), "2:23 TYP003 110% is more than 100% of pay\n");
  EXPECT_EQ(in_contributions("limit 100% of pay"), "");
  EXPECT_EQ(in_plan("match { 2000% of the first 3% of pay }").said(),
            "2:9 TYP005 a match of 2000% is more than 1000%\n");
}

TEST(ValueErrors, DatesAndYears) {
  EXPECT_EQ(in_contributions("limit 5% of pay from 2026-02-30"),
            "2:38 TYP004 `2026-02-30` is no day of the calendar\n");
  EXPECT_EQ(in_contributions("limit 5% of pay from 0226-02-03"),
            "2:38 TYP004 `0226-02-03` is no day of the calendar\n");
  EXPECT_EQ(in_contributions("limit 5% of pay from 2226-02-03"),
            "2:38 TYP004 `2226-02-03` is not between 1900 and 2100\n");
  EXPECT_EQ(in_contributions("limit 5% of pay in 1999"),
            "2:36 TYP005 `1999` is not a year from 2000 to 2100\n");
  EXPECT_EQ(in_plan("year 2101").said(), "2:6 TYP005 `2101` is not a year from 2000 to 2100\n");
  EXPECT_EQ(in_plan("limitation-year begins 02-30").said(),
            "2:24 TYP004 `02-30` is no day of every year; it is written 12-31\n");
  EXPECT_EQ(in_plan("limitation-year 2025-01-01 to 2026-01-01").said(),
            "2:1 TYP005 a limitation year has twelve months at most\n");
  EXPECT_EQ(in_plan("limitation-year 2025-07-01 to 2025-01-01").said(),
            "2:1 PLN002 this year ends on 2025-01-01, before it begins on 2025-07-01\n");
}

TEST(ValueErrors, Numbers) {
  EXPECT_EQ(in_plan("eligibility { age 210 }").said(),
            "2:19 TYP005 `210` is not a number from 0 to 120\n");
  EXPECT_EQ(in_plan("eligibility { service 2000 months }").said(),
            "2:23 TYP005 `2000` is not a whole number of months from 0 to 1200\n");
  EXPECT_EQ(in_plan("in-plan-roth-rollover { at-most 0 per year }").said(),
            "2:33 TYP005 `0` is not a whole number of times from 1 to 10000\n");
  EXPECT_EQ(in_plan("in-plan-roth-rollover { at-most 99999999999999999999 per year }").said(),
            "2:33 TYP005 `99999999999999999999` is not a whole number of times from 1 to 10000\n");
}

TEST(ValueErrors, Texts) {
  const Loaded curly = in_plan(
      "sponsor \xE2\x80\x9C"
      "Acme\xE2\x80\x9D");
  EXPECT_EQ(curly.said(),
            "2:9 SYN010 expected the sponsor in quotes, found `\xE2\x80\x9C"
            "Acme\xE2\x80\x9D`\n");
  EXPECT_EQ(curly.notes(), "quotes are written straight: \"\n");
  EXPECT_EQ(in_plan("sponsor \"a\\nb\"").said(),
            "2:11 TYP007 a backslash in quotes stands before a quote or a backslash only\n");
}

TEST(ValueErrors, UnknownKindsListTheChoices) {
  const Loaded loaded = in_plan("contributions { limit 5% of pay on after-tx }");
  EXPECT_EQ(loaded.said(), "2:36 SYN012 unknown kind of money `after-tx`\n");
  EXPECT_EQ(loaded.notes(),
            "did you mean `after-tax`?\none of `pre-tax`, `roth`, `after-tax`, `catch-up` or "
            "`catch-up-60-63`\n");
}

TEST(ValueErrors, ABareYesIsNotAnAnswer) {
  const Loaded yes = in_plan("contributions { after-tax yes }");
  EXPECT_EQ(yes.said(),
            "2:27 SYN010 expected `allowed`, `not allowed` or `not stated`, found `yes`\n");
  EXPECT_EQ(yes.notes(), "write `after-tax allowed`\n");
  EXPECT_EQ(in_plan("contributions { after-tax no }").notes(), "write `after-tax not allowed`\n");
  EXPECT_EQ(in_contributions("after-tax"),
            "2:26 SYN010 expected `allowed`, `not allowed` or `not stated`, found the end of the "
            "statement\n");
}

TEST(ValueErrors, WhatIsStatedTwiceShowsBothPlaces) {
  const Loaded loaded = in_plan("contributions {\n  roth allowed\n  roth allowed\n}");
  EXPECT_EQ(loaded.said(), "4:3 PLN001 `roth` is stated twice in contributions\n");
  EXPECT_EQ(loaded.notes(), "first stated here 3:3\n");
  EXPECT_EQ(in_contributions("roth allowed; roth not allowed for hce"), "");
  EXPECT_EQ(in_contributions("roth allowed until 2026-06-30; roth not allowed from 2026-07-01"),
            "");
  EXPECT_EQ(in_contributions("roth allowed until 2026-07-01; roth not allowed from 2026-07-01"),
            "2:48 PLN001 `roth` is stated twice in contributions\n");
  EXPECT_EQ(in_plan("type 401(k)").said(), "2:1 PLN001 `type` is stated twice in plan\n");
  EXPECT_EQ(in_plan("match { true-up; no true-up; 50% of all }").said(),
            "2:18 PLN001 `true-up` is stated twice in match\n");
  EXPECT_EQ(in_plan("match { 50% of the first 3% of pay; 50% of the first 6% of pay }").said(),
            "2:37 PLN001 `first tier` is stated twice in match\n");
  EXPECT_EQ(in_plan("nonelective { 3% of pay; 4% of pay }").said(),
            "2:26 PLN001 `a percent of pay` is stated twice in nonelective\n");
  EXPECT_EQ(in_plan("match none\nmatch { 50% of all }").said(),
            "2:1 PLN001 there is a match block, and `match none`\n");
  EXPECT_EQ(in_plan("nonelective none\nnonelective none").said(),
            "3:1 PLN001 `nonelective none` is stated twice in plan\n");
  EXPECT_EQ(in_plan("match none for hce").said(), "2:12 SYN013 `for hce` has no meaning here\n");
  EXPECT_EQ(in_contributions("limit 5% of pay on roth, roth"),
            "2:42 PLN001 `roth` is in this list twice\n");
  EXPECT_EQ(Loaded{"plan \"x\" { type tsp }\nplan \"x\" { type tsp }\n"}.said(),
            "2:1 PLN001 `x` is stated twice in this file\n");
}

TEST(ValueErrors, ScopesThatHoldNobody) {
  EXPECT_EQ(in_contributions("limit 5% of pay from 2026-07-01 until 2026-06-30"),
            "2:49 PLN002 this clause ends on 2026-06-30, before it begins on 2026-07-01\n");
  EXPECT_EQ(in_contributions("limit 5% of pay for age >= 50 and age < 40"),
            "2:33 PLN003 no person meets all of these conditions\n");
  EXPECT_EQ(in_contributions("limit 5% of pay for hce and nhce"),
            "2:45 PLN001 `nhce` bounds what this clause bounds already\n");
}

TEST(ValueErrors, QualifiersWhereTheyMeanNothing) {
  EXPECT_EQ(in_plan("source \"a\" in 2025").said(), "2:12 SYN013 `in 2025` has no meaning here\n");
  EXPECT_EQ(in_plan("match { 50% of all; each year from 2026-01-01 }").said(),
            "2:31 SYN013 `from 2026-01-01` has no meaning here\n");
  EXPECT_EQ(in_plan("match { each year\n { } }").said().substr(0, 46),
            "3:2 SYN010 this statement has no block\n");
}

TEST(ValueErrors, FormulasThatAreNone) {
  EXPECT_EQ(in_plan("match { true-up }").said(), "2:1 PLN005 this match has no formula\n");
  EXPECT_EQ(in_plan("nonelective { }").said(),
            "2:1 PLN005 this nonelective block states no amount\n");
  EXPECT_EQ(in_plan("match { 50% of the next 3% of pay }").said(),
            "2:20 PLN006 a tier with `next` needs one with `first` before it\n");
  EXPECT_EQ(in_plan("match { 50% of all; 8% of pay when contributing at least 2% of pay }").said(),
            "2:21 PLN009 a formula has tiers or steps, not both\n");
  EXPECT_EQ(in_plan("match { formula unknown; 50% of all }").said(),
            "2:1 PLN009 a match has tiers, or `greatest of`, or `formula unknown`\n");
  EXPECT_EQ(in_plan("match { greatest of { 50% of all } }").said(),
            "2:35 SYN010 expected a second formula in `{ }`, found the end of the statement\n");
  EXPECT_EQ(in_plan("match { 3% of pay }").said(),
            "2:18 SYN010 expected `when contributing at least`, found the end of the statement\n");
  EXPECT_EQ(in_plan("match { 50% of first 6% of pay }").notes(), "write `of the first`\n");
}

TEST(ValueErrors, AnErrorLeavesOutItsPlanOnly) {
  const Loaded loaded{"plan \"a\" { type 401k }\nplan \"b\" { type tsp }\nplan \"c\" { }\n"};
  EXPECT_EQ(loaded.said(),
            "1:17 SYN012 unknown plan type `401k`\n3:1 PLN004 the plan's type is not stated: "
            "401(k) is taken\n");
  ASSERT_EQ(loaded.outcome.value->size(), 2u);
  EXPECT_EQ(loaded.outcome.value->at(0).name, "b");
  EXPECT_EQ(loaded.outcome.value->at(1).name, "c");
}

}  // namespace
}  // namespace rothcheck::dsl
