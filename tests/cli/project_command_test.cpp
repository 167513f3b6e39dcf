// `rothcheck project`: amounts from the command line or from a check, and what it refuses.
#include "cli/project.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

class ProjectCommandTest : public Folder {
 protected:
  ProjectCommand stated(const std::string& contribution) const {
    ProjectCommand command;
    command.person.contribution = contribution;
    command.year = 2026;
    return command;
  }
  ProjectCommand checked(const std::string& people) {
    ProjectCommand command;
    command.plans = {write("acme.plan", acme)};
    command.participants = write("people.csv", people);
    command.formats = {"json"};
    return command;
  }
};

TEST_F(ProjectCommandTest, PrintsEveryAssumption) {
  ProjectCommand command = stated("$30,000");
  command.rates["growth"] = "7%";
  ASSERT_EQ(run(project, command), Exit::fine) << err_;
  EXPECT_TRUE(said("arithmetic on the assumptions below, not a")) << out_;
  EXPECT_TRUE(said("growth of every account in a year, dividends included: 7%\n")) << out_;
  EXPECT_TRUE(said("2.5% (what is taken unless stated)")) << out_;
  EXPECT_TRUE(said("in today's money")) << out_;
  // 30,000 x (1.07^20 - 1) / 0.07 = 1,229,864.77
  EXPECT_TRUE(said("$1,229,864.7")) << out_;
}

// Emily's room is 10% of 150,000 and Paul's of 200,000, and Emily defers all she may.
TEST_F(ProjectCommandTest, TakesTheRoomOfAHouseholdFromACheck) {
  ProjectCommand command = checked(
      "id,age,pay,prior_year_pay,pre_tax,household\nE1,28,150000,140000,24500,H1\n"
      "P1,52,200000,150000,20000,H1\nX1,40,100000,90000,0,H2\n");
  command.household = "H1";
  ASSERT_EQ(run(project, command), Exit::fine) << err_;
  EXPECT_TRUE(said(R"("contribution": 35000.00)")) << out_;
  EXPECT_TRUE(said(R"("id": "E1")") && said(R"("contribution": 15000.00)")) << out_;
  EXPECT_TRUE(said(R"("contribution": 20000.00)") && !said("X1")) << out_;
  // 24,500 and 8,000 of catch-up, less 20,000.
  EXPECT_TRUE(said(R"("deferral_room": 12500.00)")) << out_;
  EXPECT_TRUE(said(R"("deferral_room": 0.00)")) << out_;
}

// The plan takes no catch-up; its own 5% is reached; and the limit is used with another employer.
TEST_F(ProjectCommandTest, LeavesOfTheDeferralLimitWhatTheCheckLeaves) {
  const auto free_of = [this](const std::string& contributions, const std::string& person) {
    ProjectCommand command =
        checked("id,age,pay,pre_tax,hce,prior_year_fica_wages,deferrals_elsewhere\n" + person);
    command.plans = {
        write("own.plan",
              "plan \"x\" {\n type 401(k)\n year 2026\n contributions { pre-tax allowed; "
              "roth allowed; after-tax allowed; " +
                  contributions + " }\n in-plan-roth-rollover { after-tax allowed }\n}\n")};
    EXPECT_EQ(run(project, command), Exit::fine) << err_;
    const auto from = out_.find("\"deferral_room\": ") + 17;
    return out_.substr(from, out_.find_first_of(",\n", from) - from);
  };
  EXPECT_EQ(free_of("catch-up not allowed", "A,55,200000,24500,no,0,0\n"), "0.00");
  EXPECT_EQ(free_of("limit 5% of pay on pre-tax, roth", "B,40,200000,10000,no,0,0\n"), "0.00");
  EXPECT_EQ(free_of("catch-up allowed", "C,40,200000,0,no,0,24500\n"), "0.00");
  EXPECT_EQ(free_of("catch-up allowed", "D,55,200000,20000,no,0,5000\n"), "7500.00");
}

TEST_F(ProjectCommandTest, NeedsOneOrTwoPeopleWithASettledRoomThatBecomesRoth) {
  ProjectCommand three = checked("id,age,pay,prior_year_pay\nA,28,150000,1\nB,28,1,1\nC,28,1,1\n");
  EXPECT_EQ(run(project, three), Exit::usage);
  EXPECT_TRUE(said("the choice has 3 people")) << err_;
  three.ids = {"nobody"};
  EXPECT_EQ(run(project, three), Exit::usage);
  EXPECT_TRUE(said("no participant is the one asked for")) << err_;
  ProjectCommand open = checked("id,age\nA,28\n");
  EXPECT_EQ(run(project, open), Exit::usage);
  EXPECT_TRUE(said("is open")) << err_;
}

TEST_F(ProjectCommandTest, IsToldWhatIsWrongWithTheCommandLine) {
  ProjectCommand no_year = stated("1000");
  no_year.year.reset();
  EXPECT_EQ(run(project, no_year), Exit::usage);
  EXPECT_TRUE(said("CFG003")) << err_;
  ProjectCommand growth = stated("1000");
  growth.rates["growth"] = "0.07";
  EXPECT_EQ(run(project, growth), Exit::usage);
  EXPECT_TRUE(said("CFG032") &&
              said("--growth 0.07: expected a percent from 0% to 20% with its sign"))
      << err_;
  EXPECT_EQ(run(project, stated("-5")), Exit::usage);
  EXPECT_TRUE(said("--contribution -5: expected an amount from $0.00")) << err_;
  ProjectCommand nothing;
  nothing.year = 2026;
  EXPECT_EQ(run(project, nothing), Exit::usage);
  EXPECT_TRUE(said("--contribution is missing")) << err_;
  nothing.spouse.age = 40;
  EXPECT_EQ(run(project, nothing), Exit::usage);
  EXPECT_TRUE(said("--spouse-contribution is missing")) << err_;
  ProjectCommand both = checked("id,age,pay\nA,28,150000\n");
  both.person.contribution = "5";
  EXPECT_EQ(run(project, both), Exit::usage);
  EXPECT_EQ(shell("project --year 2026 --contribution 1000 --years 61"), 2);
  EXPECT_EQ(shell("project --year 2026 --contribution 1000 --tax-now 24% --limit-growth 2%"), 0);
}

}  // namespace
}  // namespace rothcheck::cli
