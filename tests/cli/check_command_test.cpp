#include <sys/stat.h>

#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

class CheckCommandTest : public Folder {
 protected:
  CheckCommand command() const {
    CheckCommand asked;
    asked.plans = {path("acme.plan")};
    return asked;
  }
  Exit check(const CheckCommand& asked) { return run(cli::check, asked); }

  void SetUp() override { write("acme.plan", acme); }
};

TEST_F(CheckCommandTest, WithoutPeopleGivesThePlansOwnVerdict) {
  EXPECT_EQ(check(command()), Exit::fine);
  EXPECT_TRUE(out_.starts_with("Acme, 2026\nAVAILABLE  "));
  EXPECT_EQ(err_, "");
}

TEST_F(CheckCommandTest, AsksAboutOnePersonWithoutAFile) {
  CheckCommand asked = command();
  asked.with = {"age=28", "pay=150000", "id=Emily"};
  asked.formats = {"csv"};
  EXPECT_EQ(check(asked), Exit::fine);
  EXPECT_TRUE(said("\nEmily,Acme,available,15000.00,15000.00,15000.00,15000.00,plan-limit,"));
}

TEST_F(CheckCommandTest, RefusesAFactThatItCannotRead) {
  CheckCommand asked = command();
  asked.with = {"pya=150000"};
  EXPECT_EQ(check(asked), Exit::usage);
  EXPECT_TRUE(
      said("error[CFG006] fact-not-read: --with pya: there is no such field; did you mean pay?"));
  asked.with = {"age=old"};
  EXPECT_EQ(check(asked), Exit::usage);
  EXPECT_TRUE(said("error[CFG006] fact-not-read: --with age: "));
}

TEST_F(CheckCommandTest, ChecksEveryRowAndCountsTheBadOnes) {
  CheckCommand asked = command();
  asked.participants = write("census.csv", "id,age,pay\nA,28,150000\nB,28,much\nC,40,90000\n");
  EXPECT_EQ(check(asked), Exit::findings);
  EXPECT_TRUE(said("A  AVAILABLE  $15,000.00 of after-tax room in 2026"));
  EXPECT_TRUE(said("C  AVAILABLE  $9,000.00 of after-tax room in 2026"));
  EXPECT_TRUE(said("census.csv:3:C (pay)"));
  EXPECT_TRUE(said("    rows left out                        1\n"));
}

TEST_F(CheckCommandTest, AnUnreadableFileStopsNoOther) {
  CheckCommand asked = command();
  asked.plans = {path("missing.plan"), path("acme.plan")};
  EXPECT_EQ(check(asked), Exit::unread);
  EXPECT_TRUE(said("error[CFG001] unreadable-file: cannot read "));
  EXPECT_TRUE(said("AVAILABLE"));
}

TEST_F(CheckCommandTest, AMissingParticipantFileIsUnread) {
  CheckCommand asked = command();
  asked.participants = path("missing.csv");
  EXPECT_EQ(check(asked), Exit::unread);
}

TEST_F(CheckCommandTest, APlanThatCannotBeParsedIsUnread) {
  CheckCommand asked = command();
  asked.plans = {write("bad.plan", "plan \"Bad\" {\n  type 401(k)\n  year 2026\n  frobnicate\n}\n"),
                 path("acme.plan")};
  EXPECT_EQ(check(asked), Exit::unread);
  EXPECT_TRUE(said("bad.plan:4:3"));
  EXPECT_TRUE(said("Acme, 2026"));
}

TEST_F(CheckCommandTest, ChecksAPlanInItsOwnYearUnlessTold) {
  const std::string text = acme;
  const std::string older = "plan \"Old\" {" + text.substr(text.find('\n'));
  CheckCommand asked = command();
  asked.plans = {write("two.plan", text + older.substr(0, older.find("2026")) + "2025" +
                                       older.substr(older.find("2026") + 4))};
  EXPECT_EQ(check(asked), Exit::fine);
  EXPECT_TRUE(said("Acme, 2026") && said("Old, 2025"));
  asked.year = 2024;
  check(asked);
  EXPECT_TRUE(said("Acme, 2024") && said("Old, 2024"));
}

TEST_F(CheckCommandTest, AsksForTheYearWhereNobodySaysIt) {
  CheckCommand asked = command();
  asked.plans = {write("timeless.plan", "plan \"Timeless\" { type 401(k) }\n")};
  EXPECT_EQ(check(asked), Exit::usage);
  EXPECT_TRUE(said("error[CFG003] year-missing: the plan states no year and --year is not given"));
  EXPECT_TRUE(said("timeless.plan:1:1"));
}

TEST_F(CheckCommandTest, HasNoFiguresForAYearThatIsNotInTheTable) {
  CheckCommand asked = command();
  asked.year = 1999;
  EXPECT_EQ(check(asked), Exit::findings);
  EXPECT_TRUE(said("year-without-limits"));
}

TEST_F(CheckCommandTest, PicksOnePlanByName) {
  CheckCommand asked = command();
  asked.plan = "Acme";
  EXPECT_EQ(check(asked), Exit::fine);
  asked.plan = "Other";
  EXPECT_EQ(check(asked), Exit::usage);
  EXPECT_TRUE(said("CFG004") && said("there is no plan \"Other\"; the files have \"Acme\""));
}

TEST_F(CheckCommandTest, MakesAVerdictARequirement) {
  CheckCommand asked = command();
  asked.expect = "available";
  EXPECT_EQ(check(asked), Exit::fine);
  asked.expect = "at-separation";
  EXPECT_EQ(check(asked), Exit::findings);
  EXPECT_TRUE(said("CFG007") && said("expected at-separation, found available for the plan"));
  asked.with = {"age=28", "pay=150000", "id=EMP004417"};
  EXPECT_EQ(check(asked), Exit::findings);
  EXPECT_TRUE(err_.find("expected at-separation, found available for ...4417") != err_.npos)
      << err_;
  EXPECT_EQ(err_.find("EMP00"), err_.npos);
}

TEST_F(CheckCommandTest, ExplainsThePersonAskedFor) {
  CheckCommand asked = command();
  asked.with = {"age=28", "pay=150000"};
  asked.explain = "person";
  EXPECT_EQ(check(asked), Exit::fine);
  EXPECT_TRUE(said("Worksheet of person in Acme, 2026\n   1  "));
  asked.explain = "somebody";
  EXPECT_EQ(check(asked), Exit::findings);
  EXPECT_TRUE(said("person-not-found"));
}

TEST_F(CheckCommandTest, WritesSeveralFormatsFromOneRun) {
  CheckCommand asked = command();
  asked.with = {"age=28", "pay=150000"};
  asked.formats = {"text", "json:" + path("r.json"), "csv:" + path("r.csv")};
  EXPECT_EQ(check(asked), Exit::fine);
  EXPECT_TRUE(out_.starts_with("Acme, 2026\n"));
  EXPECT_TRUE(read("r.json").starts_with("{\n  \"schema\": \"rothcheck-check/1\""));
  EXPECT_TRUE(read("r.csv").starts_with("id,plan,verdict,"));
}

TEST_F(CheckCommandTest, WritesFilesForTheirOwnerAlone) {
  CheckCommand asked = command();
  asked.formats = {"json:" + path("r.json")};
  write("r.json", "old");
  ::chmod(path("r.json").c_str(), 0644);
  EXPECT_EQ(check(asked), Exit::fine);
  struct stat status{};
  ASSERT_EQ(::stat(path("r.json").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
}

TEST_F(CheckCommandTest, LeavesNothingBehindWhereItCannotWrite) {
  CheckCommand asked = command();
  std::filesystem::create_directory(path("taken"));
  asked.formats = {"json:" + path("taken"), "csv:" + path("acme.plan/folder.csv")};
  EXPECT_EQ(check(asked), Exit::unread);
  EXPECT_TRUE(said("error[CFG002] unwritable-file: cannot write "));
  for (const auto& entry : std::filesystem::directory_iterator{folder_}) {
    EXPECT_TRUE(entry.path() == path("taken") || entry.path() == path("acme.plan")) << entry.path();
  }
}

TEST_F(CheckCommandTest, RefusesFormatsThatThereAreNot) {
  CheckCommand asked = command();
  asked.formats = {"pdf"};
  EXPECT_EQ(check(asked), Exit::usage);
  EXPECT_TRUE(said("rothcheck: there is no format pdf; the formats are text, json, ")) << err_;
  asked.formats = {"text", "csv"};
  EXPECT_EQ(check(asked), Exit::usage);
  EXPECT_TRUE(said("two formats want standard output"));
}

TEST_F(CheckCommandTest, AFileAndFactsTogetherAreRefused) {
  CheckCommand asked = command();
  asked.participants = write("census.csv", "id,age\nA,28\n");
  asked.with = {"age=3"};
  EXPECT_EQ(check(asked), Exit::usage);
  EXPECT_TRUE(said("CFG009"));
}

TEST_F(CheckCommandTest, QuietLeavesOutAllButErrors) {
  CheckCommand asked = command();
  asked.participants = write("census.csv", "id,age,pay,shoe size\nA,28,150000,44\n");
  EXPECT_EQ(check(asked), Exit::fine);
  EXPECT_TRUE(said("shoe size"));
  asked.quiet = true;
  EXPECT_EQ(check(asked), Exit::fine);
  EXPECT_EQ(err_, "");
}

TEST_F(CheckCommandTest, TheFailLevelDecidesWhatEndsWithOne) {
  CheckCommand asked = command();
  asked.participants = write("census.csv", "id,age,pay,shoe size\nA,28,150000,44\n");
  asked.fail_level = "info";
  EXPECT_EQ(check(asked), Exit::findings);
}

TEST_F(CheckCommandTest, NamesTheLimitThatA457bHas) {
  write("town.plan",
        "plan \"Town\" { type governmental 457(b); year 2026; match none; nonelective none\n"
        "contributions { pre-tax allowed; roth allowed; after-tax not allowed } }\n");
  shell("check town.plan");
  EXPECT_TRUE(said("2026: 457(b) deferral limit $24,500.00, catch-up limit")) << out_;
  EXPECT_FALSE(said("annual additions")) << out_;
}

}  // namespace
}  // namespace rothcheck::cli
