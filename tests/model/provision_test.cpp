// The words of the plan language for what a document can state.
#include "model/provision.hpp"

#include <gtest/gtest.h>

namespace rothcheck {
namespace {

TEST(Provision, EveryKindOfMoneyHasAWordThatNamesIt) {
  for (std::string_view word : {"pre-tax", "roth", "after-tax", "catch-up", "catch-up-60-63",
                                "match", "nonelective", "rollover", "student-loan"}) {
    const std::optional<Kind> kind = named<Kind>(word);
    ASSERT_TRUE(kind) << word;
    EXPECT_EQ(to_string(*kind), word);
  }
  EXPECT_FALSE(named<Kind>("Roth"));
  EXPECT_FALSE(named<Kind>(""));
}

TEST(Provision, KindsAreListedInTheirOwnOrder) {
  EXPECT_EQ(to_string(Kinds{Kind::after_tax, Kind::pre_tax, Kind::roth}),
            "pre-tax, roth, after-tax");
  EXPECT_EQ(to_string(Kinds{}), "");
  EXPECT_TRUE(Kinds{}.empty());
  EXPECT_EQ((Kinds{Kind::roth, Kind::roth}), (Kinds{Kind::roth}));
}

TEST(Provision, EveryPlanTypeIsReadAndWrittenAlike) {
  for (std::string_view words : {"401(k)", "solo 401(k)", "403(b)", "401(a)", "457(b)", "tsp",
                                 "governmental 457(b)", "governmental 401(a)", "church 403(b)"}) {
    const std::optional<PlanType> type = plan_type_named(words);
    ASSERT_TRUE(type) << words;
    EXPECT_EQ(to_string(*type), words);
  }
  for (std::string_view words :
       {"", "401k", "governmental", "church", "governmental church 403(b)", "401(k) plan"}) {
    EXPECT_FALSE(plan_type_named(words)) << words;
  }
}

TEST(Provision, AGroupReadsAsTheLanguageWritesIt) {
  EXPECT_EQ(to_string(Group{}), "");
  EXPECT_TRUE(Group{}.everybody());
  Group group;
  group.highly_compensated = false;
  group.employee_class = "pilots";
  group.age_from = Rate::whole(50);
  group.service_below = Rate{5, 2};
  group.points_from = Rate::whole(60);
  group.hired_before = date(2005, 1, 1);
  EXPECT_FALSE(group.everybody());
  EXPECT_EQ(to_string(group),
            "nhce and class \"pilots\" and age >= 50 and service < 2 1/2 years and points >= 60 "
            "and hired before "
            "2005-01-01");
}

TEST(Provision, AnAmountReadsAsTheLanguageWritesIt) {
  EXPECT_EQ(to_string(Amount::of(40'500_usd)), "$40,500.00");
  EXPECT_EQ(to_string(Amount::percent_of_pay(Rate{2, 3})), "66 2/3% of pay");
  EXPECT_EQ(to_string(Amount::percent_of_402g(50_pct)), "50% of the 402(g) limit");
  EXPECT_EQ(to_string(Amount::unknown()), "unknown");
}

TEST(Provision, ALimitCoversAllThreeKindsUnlessItSaysOtherwise) {
  EXPECT_EQ(ContributionLimit{}.kinds, (Kinds{Kind::pre_tax, Kind::roth, Kind::after_tax}));
  EXPECT_EQ(Match{}.counts, (Kinds{Kind::pre_tax, Kind::roth}));
}

}  // namespace
}  // namespace rothcheck
