// Columns that were read as none, as dollars or as a year without a word: what is answered, or
// asked, instead.
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

constexpr const char* brightwater =
    "plan \"Brightwater 401(k)\" {\n"
    "    type 401(k)\n"
    "    year 2026\n"
    "    contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed }\n"
    "    match { 50% of the first 6% of pay; each year }\n"
    "    in-plan-roth-rollover { after-tax allowed; on request }\n"
    "    testing { acp current-year }\n"
    "}\n";

class CensusEdge : public Folder {
 protected:
  void SetUp() override { write("plan.plan", brightwater); }

  int check(const std::string& people, const std::string& options = "") {
    write("people.csv", people);
    return shell("check plan.plan --participants people.csv -f csv --quiet --columns " +
                 std::string{"id,room,deferrals,employer,hce "} + options);
  }
};

constexpr int unread = 3;

TEST_F(CensusEdge, ADeferralOfAnotherNameIsNotNone) {
  const std::string people =
      "SSN,YTD Plan Compensation,BEFORE TAX,ROTH,AFTER TAX,EMPLOYER MATCH,SAFE HARBOR MATCH,Date "
      "of "
      "Birth\n"
      "900-09-3401,\"182,500.00\",14600,0,5000,5475,0,03/14/1985\n"
      "900-09-3402,\"241,000.00\",24500,0,12000,7230,0,11/02/1971\n";
  EXPECT_EQ(check(people, "--map \"YTD Plan Compensation=pay\""), 0) << out_;
  EXPECT_TRUE(said("3401,51925.00,14600.00,5475.00")) << out_;
  EXPECT_TRUE(said("3402,40270.00,24500.00,7230.00")) << out_;
  // A key or an element that nobody knows is asked as well.
  write("people.toml",
        "[[participant]]\nid = \"E1\"\npay = 182500\nbefore_tax = 14600\nroth = 0\n");
  EXPECT_EQ(shell("check plan.plan --participants people.toml -f csv --quiet"), unread);
  EXPECT_TRUE(said("CEN027") && !said("\nE1,")) << out_;
  write("people.xml",
        "<participants><participant id=\"E1\"><pay>182500</pay><before_tax>14600</before_tax>"
        "</participant></participants>");
  EXPECT_EQ(shell("check plan.plan --participants people.xml -f csv --quiet"), unread);
  EXPECT_TRUE(said("CEN027") && !said("\nE1,")) << out_;
}

TEST_F(CensusEdge, EmployerMoneyIsCountedOrAsked) {
  const std::string people =
      ",prior_year_pay,pay,pre_tax,roth,match\nE1,40,150000,200000,24500,0,10000";
  EXPECT_EQ(check("id,age" + people.substr(0, people.find('\n')) + ",SAFE HARBOR NEC" +
                  people.substr(people.find('\n')) + ",6000\n"),
            0);
  EXPECT_TRUE(said("E1,31500.00,24500.00,16000.00")) << out_;
  for (const std::string head : {"Employer Contribution", "SH Contribution", "ER Discretionary",
                                 "Company 401(k) Contributions", "Pension Contribution"}) {
    const std::string file = "id,age" + people.substr(0, people.find('\n')) + "," + head +
                             people.substr(people.find('\n')) + ",6000\n";
    EXPECT_EQ(check(file), unread) << head;
    EXPECT_FALSE(said("\nE1,")) << head;
    EXPECT_EQ(check(file, "--ignore \"" + head + "\""), 0) << head << out_;
    EXPECT_TRUE(said("E1,37500.00,")) << out_;
    EXPECT_EQ(check(file, "--map \"" + head + "=nonelective\""), 0) << head;
    EXPECT_TRUE(said("E1,31500.00,")) << out_;
  }
}

TEST_F(CensusEdge, FractionsAreAskedAndReadAsTold) {
  const std::string people =
      "id,age,415 Compensation,Pre-Tax,Roth,After-Tax,HCE\nA1,41,150000,0.06,0,0.10,N\n"
      "A2,41,150000,0.05,0.01,0.10,N\n";
  EXPECT_EQ(check(people), unread);
  EXPECT_FALSE(said("\nA1,")) << out_;
  EXPECT_EQ(check(people,
                  "--map \"Pre-Tax=pre_tax fraction\" --map \"Roth=roth fraction\" "
                  "--map \"After-Tax=after_tax fraction\""),
            0);
  EXPECT_TRUE(said("A1,58500.00,9000.00,")) << out_;
  EXPECT_TRUE(said("A2,58500.00,9000.00,")) << out_;
}

TEST_F(CensusEdge, PercentsAreOfPayWhereTheHeadSaysSo) {
  const std::string people = "id,age,pay,Pre-Tax %,Roth %,After-Tax %,HCE\nA1,41,150000,6,0,10,N\n";
  EXPECT_EQ(check(people), 0);
  EXPECT_TRUE(said("A1,58500.00,9000.00,4500.00")) << out_;
  EXPECT_EQ(
      check(people, "--map 'Pre-Tax %=pre_tax' --map 'Roth %=roth' --map 'After-Tax %=after_tax'"),
      0);
  EXPECT_TRUE(said("A1,58500.00,9000.00,4500.00")) << out_;
}

TEST_F(CensusEdge, APayPeriodIsNoYear) {
  EXPECT_EQ(check("id,Pay Date,age,Gross Pay,Pre-Tax,Roth,Match\n1,1/9/2026,41,5000,300,0,150\n"),
            unread);
  EXPECT_TRUE(said("\"Pay Date\"") && said("--period annual") && !said("\n1,")) << out_;
  EXPECT_EQ(check("id,age,pay,Roth,pre_tax,Current Match\n1,41,90000,0,300,150\n"), unread);
  EXPECT_TRUE(said("\"Current Match\" may be one pay period's money")) << out_;
}

TEST_F(CensusEdge, AfterTaxMoneySoFarIsThatInAnyOrderOfWords) {
  for (const std::string head : {"YTD After Tax", "After Tax YTD", "Year-to-Date After-Tax"}) {
    write("people.csv", "id,age,pay,Roth,pre_tax," + head + "\nE1,40,200000,0,24500,60000\n");
    EXPECT_EQ(shell("check plan.plan --participants people.csv -f csv --quiet --columns "
                    "id,room,remaining,findings"),
              1);
    EXPECT_TRUE(said("E1,41500.00,0.00,MBR203")) << head << out_;
  }
}

TEST_F(CensusEdge, AHighlyCompensatedPersonIsOneByAnyHead) {
  for (const std::string head : {"HCE CODE", "Highly_Comp_Code", "HCE/NHCE", "HCE Flag (Y/N)"}) {
    EXPECT_EQ(check("id,age,pay,prior_year_pay,pre_tax,roth,match," + head +
                    "\nE1,40,200000,90000,24500,0,10000,Y\n"),
              0);
    EXPECT_TRUE(said("E1,37500.00,24500.00,10000.00,true")) << head << out_;
  }
  EXPECT_EQ(check("id,age,pay,prior_year_pay,pre_tax,roth,NHCE\nE1,40,200000,90000,24500,0,Y\n"),
            unread);
}

TEST_F(CensusEdge, OneKindOfDeferralsAloneIsAnAssumption) {
  const std::string ask = "check plan.plan --with age=40 --with pay=200000 --with hce=no --with ";
  shell(ask + "pre_tax=9000");
  EXPECT_TRUE(said("Roth deferrals not stated beside pre-tax ones: none is assumed")) << out_;
  shell(ask + "roth=9000");
  EXPECT_TRUE(said("pre-tax deferrals not stated beside Roth ones: none is assumed")) << out_;
  shell(ask + "roth=9000 --with pre_tax=0");
  EXPECT_FALSE(said("not stated beside")) << out_;
  std::string without = brightwater;
  without.replace(without.find("roth allowed"), 12, "roth not allowed");
  const std::string rollover = "in-plan-roth-rollover { after-tax allowed; on request }";
  without.replace(without.find(rollover), rollover.size(),
                  "in-service-distribution { after-tax allowed }");
  write("plan.plan", without);
  shell(ask + "pre_tax=9000");
  EXPECT_FALSE(said("not stated beside")) << out_;
}

TEST_F(CensusEdge, WhatIsTakenWhereNothingIsToldIsTold) {
  const std::string people = "id,age,pay,pre_tax,roth,hce\nE1,40,200000,24500,0,\n";
  EXPECT_EQ(check(people, "--default hce=yes"), 0) << out_;
  EXPECT_TRUE(said(",true")) << out_;
  shell("check plan.plan --participants people.csv --default hce=yes");
  EXPECT_TRUE(said("hce is not told, and is taken from --default")) << out_;
  EXPECT_EQ(check(people, "--default hce=perhaps"), 2);
  EXPECT_EQ(check(people, "--default shoe=44"), 2);
}

}  // namespace
}  // namespace rothcheck::cli
