// What a check says of the ACP test: a room is not all that people may keep.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

class CheckTestLine : public Folder {
 protected:
  static std::string plan_of(const std::string& type) {
    return "plan \"Acme\" {\n    type " + type +
           "\n    year 2026; match none; nonelective none\n    contributions { pre-tax allowed; "
           "roth allowed; after-tax allowed; catch-up allowed }\n    in-plan-roth-rollover { "
           "after-tax allowed; automatic daily }\n}\n";
  }
};

// 10% of the one highly compensated against 1% of the other: the limit is 2%.
constexpr const char* two_people =
    "id,age,pay,prior_year_pay,after_tax\nH,40,200000,200000,20000\nN,40,50000,50000,500\n";

// READING.md R13.19
TEST_F(CheckTestLine, EndsACheckOfACensus) {
  write("acme.plan", plan_of("401(k)"));
  write("people.csv", two_people);
  shell("check acme.plan --participants people.csv");
  EXPECT_THAT(out_, EndsWith("ACP test of 2026, as stated: FAIL: highly compensated 10.00%, others "
                             "1.00%, limit 2.00% (see\n    rothcheck acp)\n"));
  EXPECT_THAT(out_, HasSubstr("acp-limits-room: the ACP test of 2026 fails"));
  shell("check acme.plan --participants people.csv -f json");
  EXPECT_THAT(out_, HasSubstr("\"excess_low\": 16000.00"));
  EXPECT_THAT(out_, HasSubstr("\"people_back\": 1"));
}

TEST_F(CheckTestLine, LeavesTheResultOpenWhereRowsAreLeftOut) {
  write("acme.plan", plan_of("401(k)"));
  write("people.csv", std::string{two_people} + "X,40,5O000,50000,500\n");
  shell("check acme.plan --participants people.csv");
  EXPECT_THAT(out_, HasSubstr("as stated: UNDETERMINED"));
  EXPECT_THAT(out_, HasSubstr("; 1 row left out"));
}

TEST_F(CheckTestLine, SaysWhyNothingIsTested) {
  write("people.csv", two_people);
  write("acme.plan", plan_of("governmental 401(a)"));
  shell("check acme.plan --participants people.csv");
  EXPECT_THAT(out_, HasSubstr("not tested"));
  EXPECT_THAT(out_, HasSubstr("Acme, 2026: no ACP test: a governmental plan"));
  EXPECT_THAT(out_, Not(HasSubstr("as stated")));
}

TEST_F(CheckTestLine, SaysThatARunOfRowsAloneHasNone) {
  write("acme.plan", plan_of("401(k)"));
  write("people.csv", two_people);
  shell("check acme.plan --participants people.csv -f csv:rooms.csv");
  EXPECT_THAT(out_, HasSubstr("acp-not-run"));
}

TEST_F(CheckTestLine, TellsOfAnEmployeeInASoloPlan) {
  write("acme.plan", plan_of("solo 401(k)"));
  write("people.csv", "id,age,pay,ownership_pct\nOwner,50,200000,100\nClerk,30,50000,0\n");
  shell("check acme.plan --participants people.csv");
  EXPECT_THAT(out_, HasSubstr("MBR280 solo-plan-with-employee: the plan is for owners"));
}

TEST_F(CheckTestLine, LeavesTheHighlyCompensatedWhatPasses) {
  write("acme.plan", plan_of("401(k)"));
  write("people.csv", two_people);
  shell("check acme.plan --participants people.csv --acp -f csv");
  EXPECT_THAT(out_, HasSubstr(",findings,room_after_acp,acp_constraint\n"));
  EXPECT_THAT(out_, HasSubstr(",4000.00,acp-test\n"));
  shell("check acme.plan --participants people.csv --acp -f json");
  EXPECT_THAT(out_, HasSubstr("\"room_after_acp\": 4000.00"));
  EXPECT_THAT(out_, HasSubstr("\"room_after_acp\": null"));
  shell("check acme.plan --participants people.csv --acp");
  EXPECT_THAT(out_, HasSubstr("after test  $4,000.00"));
  shell("check acme.plan --participants people.csv -f json");
  EXPECT_THAT(out_, Not(HasSubstr("room_after_acp")));
}

TEST_F(CheckTestLine, WritesWhatGoesBackForThePayrollDesk) {
  write("acme.plan", plan_of("401(k)"));
  write("people.csv", two_people);
  shell("acp acme.plan --participants people.csv -f csv");
  EXPECT_THAT(out_, HasSubstr("\nH,2,Acme,2026,16000.00,16000.00,0.00,0.00,0.00,0.00,,,,16000.00,8,"
                              "2027-03-15,2027-12-31\n"));
}

TEST_F(CheckTestLine, RefusesWhatTheTestCannotSolve) {
  write("acme.plan", plan_of("401(k)"));
  write("people.csv", two_people);
  EXPECT_EQ(shell("acp acme.plan --participants people.csv --solve room"), 2);
  EXPECT_THAT(out_, HasSubstr("expected one of hce-rate, hce-dollars, nhce-participation"));
}

}  // namespace
}  // namespace rothcheck::cli
