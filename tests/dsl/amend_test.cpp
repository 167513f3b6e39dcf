// An amendment replaces what it restates, from its date on, and nothing else.
#include "dsl/amend.hpp"

#include <gtest/gtest.h>

#include "tests/dsl/loaded.hpp"

namespace rothcheck::dsl {
namespace {

constexpr Date effective = date(2026, 7, 1);
constexpr Date day_before_it = date(2026, 6, 30);

Loaded amended(const std::string& before, const std::string& change) {
  return in_plan(before + "\namendment \"First\" effective 2026-07-01 {\n" + change + "\n}");
}

TEST(Amend, TheNewClauseBeginsWhereTheOldOneEnds) {
  const Loaded loaded = amended("contributions { after-tax allowed; roth allowed }",
                                "contributions { after-tax not allowed }");
  const Plan& plan = loaded.plan();
  ASSERT_EQ(plan.contributions.size(), 3u);
  EXPECT_EQ(plan.contributions[0].scope.until, day_before_it);
  EXPECT_FALSE(plan.contributions[1].scope.until);
  EXPECT_EQ(plan.contributions[2].value.answer, Answer::not_allowed);
  EXPECT_EQ(plan.contributions[2].scope.from, effective);
  ASSERT_EQ(plan.amendments.size(), 1u);
  EXPECT_EQ(plan.amendments[0].name, "First");
  EXPECT_EQ(plan.amendments[0].effective, effective);
}

TEST(Amend, LimitsAreReplacedByKindsAndGroup) {
  const Loaded loaded = amended(
      "contributions { limit 75% of pay; limit 10% of pay on after-tax; limit 6% of pay on "
      "after-tax for hce }",
      "contributions { limit 8% of pay on after-tax for hce }");
  const auto& limits = loaded.plan().limits;
  ASSERT_EQ(limits.size(), 4u);
  EXPECT_FALSE(limits[0].scope.until);
  EXPECT_FALSE(limits[1].scope.until);
  EXPECT_EQ(limits[2].scope.until, day_before_it);
  EXPECT_EQ(limits[3].scope.from, effective);
}

TEST(Amend, AGroupIsReplacedAloneAndEverybodyReplacesAll) {
  const std::string before = "contributions { after-tax allowed; after-tax not allowed for hce }";
  const Loaded group = amended(before, "contributions { after-tax allowed for hce }");
  EXPECT_FALSE(group.plan().contributions.at(0).scope.until);
  EXPECT_EQ(group.plan().contributions.at(1).scope.until, day_before_it);
  const Loaded everybody = amended(before, "contributions { after-tax allowed }");
  EXPECT_EQ(everybody.plan().contributions.at(0).scope.until, day_before_it);
  EXPECT_EQ(everybody.plan().contributions.at(1).scope.until, day_before_it);
}

TEST(Amend, NoneEndsTheBlocksAndABlockEndsNone) {
  const Loaded ended =
      amended("match { 50% of all }\nnonelective none", "match none\nnonelective { 3% of pay }");
  const Plan& plan = ended.plan();
  EXPECT_EQ(plan.matches.at(0).scope.until, day_before_it);
  EXPECT_EQ(plan.no_match.at(0).scope.from, effective);
  EXPECT_EQ(plan.no_nonelective.at(0).scope.until, day_before_it);
  EXPECT_EQ(plan.nonelectives.at(0).scope.from, effective);
}

TEST(Amend, FormulasAreReplacedAsAWhole) {
  const Loaded loaded = amended(
      "match { 50% of all }\nmatch { discretionary }\nnonelective { 3% of pay; 5% of pay for hce }",
      "match { 100% of the first 3% of pay }\nnonelective { 4% of pay for hce }");
  const Plan& plan = loaded.plan();
  ASSERT_EQ(plan.matches.size(), 3u);
  EXPECT_EQ(plan.matches[0].scope.until, day_before_it);
  EXPECT_EQ(plan.matches[1].scope.until, day_before_it);
  EXPECT_EQ(plan.matches[2].scope.from, effective);
  ASSERT_EQ(plan.nonelectives.size(), 3u);
  EXPECT_EQ(plan.nonelectives[0].scope.until, day_before_it);
  EXPECT_EQ(plan.nonelectives[1].scope.until, day_before_it);
  EXPECT_EQ(plan.nonelectives[2].value.block, 1);
}

TEST(Amend, WhatHasEndedStaysAndWhatWouldBeginLaterNeverDoes) {
  const Loaded loaded = amended(
      "eligibility { age 18 until 2025-12-31; age 21 from 2026-01-01 until 2026-08-31; age 25 from "
      "2026-09-01 }",
      "eligibility { age 30 }");
  const auto& ages = loaded.plan().minimum_age;
  ASSERT_EQ(ages.size(), 3u);
  EXPECT_EQ(ages[0].scope.until, date(2025, 12, 31));
  EXPECT_EQ(ages[1].scope.until, day_before_it);
  EXPECT_EQ(ages[2].value, Rate::whole(30));
}

TEST(Amend, LaterAmendmentsReplaceEarlierOnesWhateverTheirOrder) {
  const Loaded loaded = in_plan(
      "testing { acp prior-year }\n"
      "amendment \"second\" effective 2026-07-01 { testing { acp prior-year } }\n"
      "amendment \"first\" effective 2025-07-01 { testing { acp current-year } }");
  const auto& methods = loaded.plan().acp_method;
  ASSERT_EQ(methods.size(), 3u);
  EXPECT_EQ(methods[0].scope.until, date(2025, 6, 30));
  EXPECT_EQ(methods[1].scope.from, date(2025, 7, 1));
  EXPECT_EQ(methods[1].scope.until, day_before_it);
  EXPECT_EQ(methods[2].scope.from, effective);
}

TEST(Amend, ConditionsReplaceTheSameCondition) {
  const Loaded loaded = amended("in-service-distribution { at age 59 1/2; after 24 months }",
                                "in-service-distribution { at age 55 }");
  const auto& conditions = loaded.plan().distribution_conditions;
  ASSERT_EQ(conditions.size(), 3u);
  EXPECT_EQ(conditions[0].scope.until, day_before_it);
  EXPECT_FALSE(conditions[1].scope.until);
}

TEST(Amend, ItsClausesMayBeginLaterButNotEarlier) {
  const Loaded later =
      amended("year 2026\neligibility { age 18 }", "eligibility { age 21 from 2026-10-01 }");
  EXPECT_EQ(later.plan().minimum_age.at(0).scope.until, date(2026, 9, 30));
  EXPECT_EQ(amended("", "eligibility { age 21 from 2026-01-01 }").said(),
            "4:15 PLN007 2026-01-01 is before the amendment takes effect on 2026-07-01\n");
}

TEST(Amend, MistakesOfItsHeadAndItsBlocks) {
  EXPECT_EQ(in_plan("amendment \"x\" efective 2026-07-01 { eligibility { age x } }").said(),
            "2:15 SYN010 expected `effective`, found `efective`\n"
            "2:55 SYN010 expected a number such as 59 1/2, found `x`\n");
  EXPECT_EQ(amended("", "sponsor \"x\"").said(),
            "4:1 SYN011 unknown statement `sponsor` in amendment\n");
  EXPECT_EQ(in_plan("amendment \"a\" effective 2026-07-01 { testing { acp prior-year } }\n"
                    "amendment \"b\" effective 2026-07-01 { testing { acp current-year } }")
                .said(),
            "3:48 PLN001 `acp` is stated twice in testing\n");
}

}  // namespace
}  // namespace rothcheck::dsl
