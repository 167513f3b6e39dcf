#include "cli/elect.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

class ElectCommandTest : public Folder {
 protected:
  static std::string plan(const std::string& match) {
    return "plan \"Acme & Co\" {\n    type 401(k)\n    year 2026\n"
           "    contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed "
           "}\n    match { 50% of the first 6% of pay" +
           match + " }\n    in-plan-roth-rollover { after-tax allowed }\n}\n";
  }

  ElectCommand asking(const std::string& match, std::vector<std::string> more = {},
                      std::string format = "text") {
    ElectCommand command;
    command.plans = {write("acme.plan", plan(match))};
    command.with = {"schedule=biweekly", "first_pay_date=2026-01-09", "paycheck=5000", "age=40"};
    command.with.insert(command.with.end(), more.begin(), more.end());
    command.formats = {std::move(format)};
    return command;
  }
};

constexpr const char* no_true_up = "; each pay-period; no true-up";

TEST_F(ElectCommandTest, SaysWhatToElectAndWhatTheOtherSchedulesCost) {
  EXPECT_EQ(run(elect, asking(no_true_up, {"grain=dollars"})), Exit::fine);
  EXPECT_TRUE(
      said("ELECT even  $24,500.00 to defer and $43,600.00 to put in after tax on 26 "
           "paychecks"))
      << out_;
  EXPECT_TRUE(said("2026-01-09 to 2026-12-11 (25 paychecks): defer $942.30, after tax $1,676.92"));
  EXPECT_TRUE(said("2026-12-25 (1 paycheck): defer $942.50, after tax $1,677.00"));
  EXPECT_TRUE(
      said("front                     $24,500.00    $46,750.00       $750.00     $3,150.00\n"))
      << out_;
  EXPECT_TRUE(said("2026-12-25  annual additions limit, $72,000.00"));
}

TEST_F(ElectCommandTest, APercentSaysWhatItLeavesOver) {
  // 18% of 5,000 is 900: 26 of them are 23,400, and 22 may be 19%: 24,500 to the cent. Of 43,600
  // 33% is 42,900, and 14 of 34% are 700 more.
  EXPECT_EQ(run(elect, asking(no_true_up, {"paycheck=1"})), Exit::usage);
  ElectCommand command = asking(no_true_up);
  command.with[2] = "paycheck=5100";
  EXPECT_EQ(run(elect, command), Exit::fine);
  // 18% of 5,100 is 918, 26 times 23,868; a percent is 51, so twelve more are 612: 24,480.
  EXPECT_TRUE(
      said("$24,480.00 of $24,500.00 deferred; $20.00 left over, which $938.00 in dollars "
           "on"))
      << out_;
}

TEST_F(ElectCommandTest, JsonHasTheKeysOfTheContract) {
  EXPECT_EQ(run(elect, asking(no_true_up, {"grain=dollars"}, "json")), Exit::fine);
  EXPECT_TRUE(
      out_.starts_with("{\n  \"schema\": \"rothcheck-elect/1\",\n  \"year\": 2026,\n"
                       "  \"plan\": \"Acme & Co\",\n  \"schedule\": \"biweekly\",\n"
                       "  \"grain\": \"dollars\",\n  \"style\": \"even\",\n"
                       "  \"pay_dates\": 26,\n"))
      << out_.substr(0, 300);
  EXPECT_TRUE(said("\"takes\": []"));
  EXPECT_TRUE(said("\"as_elected_now\": null"));
  EXPECT_TRUE(said("\"safe_reading\": 0"));
}

TEST_F(ElectCommandTest, ASilentPlanIsReadInEveryWay) {
  EXPECT_EQ(run(elect, asking("; each pay-period")), Exit::fine);
  EXPECT_TRUE(said("MBR327 match-timing-not-stated"));
  EXPECT_TRUE(said("there is a true-up of the match at year end")) << out_;
  EXPECT_TRUE(said("there is no true-up of the match"));
  EXPECT_TRUE(said("the same as in the first reading"));
  ElectCommand command = asking("");
  command.fail_level = "warning";
  EXPECT_EQ(run(elect, command), Exit::findings);
  EXPECT_TRUE(said("each paycheck is matched by itself, no true-up"));
}

TEST_F(ElectCommandTest, ThePictureStandsAlone) {
  ElectCommand command = asking(no_true_up, {}, "svg:" + path("elections.svg"));
  EXPECT_EQ(run(elect, command), Exit::fine);
  const std::string picture = read("elections.svg");
  EXPECT_TRUE(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"")) << picture;
  EXPECT_TRUE(picture.ends_with("</svg>\n"));
  EXPECT_NE(picture.find("Acme &amp; Co, 2026"), picture.npos);
  EXPECT_NE(picture.find("front-keeping-match"), picture.npos);
  EXPECT_EQ(picture.find("<script"), picture.npos);
  EXPECT_EQ(picture.find("href"), picture.npos);
}

TEST_F(ElectCommandTest, WrongFactsAreNamed) {
  EXPECT_EQ(run(elect, asking(no_true_up, {"schedul=weekly"})), Exit::usage);
  EXPECT_TRUE(said("did you mean schedule?")) << err_;
  EXPECT_EQ(run(elect, asking(no_true_up, {"grain=cents"})), Exit::usage);
  EXPECT_TRUE(said("grain: expected percent, tenths or dollars")) << err_;
  EXPECT_EQ(run(elect, asking(no_true_up, {"next_pay_date=2026-07-06"})), Exit::usage);
  EXPECT_TRUE(said("the first on or after it is 2026-07-10")) << err_;
  ElectCommand command = asking(no_true_up);
  command.with = {"schedule=weekly", "pay=100000", "age=40"};
  EXPECT_EQ(run(elect, command), Exit::usage);
  EXPECT_TRUE(said("52 or 53 pay dates")) << err_;
}

TEST_F(ElectCommandTest, OnePlanIsAsked) {
  ElectCommand command = asking(no_true_up);
  command.plans.push_back(write("other.plan", acme));
  EXPECT_EQ(run(elect, command), Exit::usage);
  EXPECT_TRUE(said("CFG013")) << err_;
  command.plan = "Acme & Co";
  EXPECT_EQ(run(elect, command), Exit::fine);
  command.plan = "Nobody";
  EXPECT_EQ(run(elect, command), Exit::usage);
}

}  // namespace
}  // namespace rothcheck::cli
