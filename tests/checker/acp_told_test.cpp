// What the ACP test takes for granted, and what a plan says of it, is told.
#include <gtest/gtest.h>

#include <algorithm>

#include "checker/acp/acp.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

class AcpAssumptions : public testing::Test {
 protected:
  AcpReport run(const std::vector<std::string>& people, const AcpOptions& options = {}) {
    const Checker checker{read_.plan, 2026, limits()};
    std::vector<Participant> census;
    for (const std::string& words : people) census.push_back(person(words));
    return acp_test(checker, census, options);
  }

  Read read_ = read_plan(plan_with(std::string{all_allowed} + "testing { acp current-year }\n"));
};

TEST_F(AcpAssumptions, AFamilyIsTakenAsTheLawsFamily) {
  const std::string husband =
      "age=40 pay=50000 prior_year_pay=50000 ownership_pct=3 family_group=A after_tax=0";
  const std::string other = "age=40 pay=50000 hce=no after_tax=0";
  EXPECT_TRUE(run({husband, husband, other}).assumptions.has(Assumption::family_credited));
  EXPECT_FALSE(run({other, other}).assumptions.has(Assumption::family_credited));
}

TEST_F(AcpAssumptions, AYearToDateGoesOnAsElectedOrStands) {
  const AcpOptions to_june{.year_to_date = date(2026, 6, 30)};
  const std::string hce = "age=40 pay=200000 hce=yes after_tax_ytd=6000";
  const AcpReport elected =
      run({"age=40 pay=50000 hce=no after_tax=4% after_tax_ytd=500", hce}, to_june);
  EXPECT_TRUE(elected.assumptions.has(Assumption::projected_to_year_end));
  EXPECT_TRUE(elected.assumptions.has(Assumption::ytd_stands));
  const AcpReport stands = run({"age=40 pay=50000 hce=no after_tax_ytd=500", hce}, to_june);
  EXPECT_FALSE(stands.assumptions.has(Assumption::projected_to_year_end));
  EXPECT_TRUE(stands.assumptions.has(Assumption::ytd_stands));
}

TEST_F(AcpAssumptions, MoreDeferralsCountedThanThereAreIsTold) {
  const auto told = [this](const std::string& counted) {
    const std::vector<std::string> notes =
        run({"age=40 pay=50000 hce=no pre_tax=1000 after_tax=0 acp_deferrals=" + counted,
             "age=40 pay=200000 hce=yes pre_tax=0 after_tax=0"})
            .notes;
    return std::count(notes.begin(), notes.end(),
                      "`acp_deferrals` of 1 employee is more than is deferred without catch-up: no "
                      "more than that is counted");
  };
  EXPECT_EQ(told("1000"), 0);
  EXPECT_EQ(told("1000.01"), 1);
}

// A clause of other years says nothing of this one.
TEST(AcpOfAPlan, HasTheSafeHarborOfTheYearAlone) {
  const auto told = [](const std::string& until) {
    const std::string text = plan_with(std::string{all_allowed} +
                                       "match { 100% of the first 4% of pay }\n"
                                       "testing { safe-harbor enhanced-match" +
                                       until + " }\n");
    return std::string{ask_plan(text).acp->safe_harbor};
  };
  EXPECT_EQ(told(""), "the safe harbor takes the match out of it, and no after-tax money");
  EXPECT_EQ(told(" until 2024-12-31"), "");
}

}  // namespace
}  // namespace rothcheck::checker
