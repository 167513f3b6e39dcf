#include <set>
#include <string>

#include "run/catalogue.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

/// `2014 to 2026`: the first and the last file of limits.
std::string years() {
  std::set<std::string> all;
  for (const auto& file : std::filesystem::directory_iterator{tests::project("checker/limits")}) {
    if (file.path().extension() == ".toml") all.insert(file.path().stem().string());
  }
  return *all.begin() + " to " + *all.rbegin();
}

using LintCommandTest = Folder;
using TestCommandTest = Folder;
using LimitsCommandTest = Folder;

TEST_F(LintCommandTest, WalksFoldersAndSaysWhatIsWrong) {
  write("plans/a/acme.plan", acme);
  write("plans/b/bad.plan", "plan \"Bad\" {\n  type 401(k)\n  year 2026\n  frobnicate\n}\n");
  write("plans/b/readme.txt", "not a plan");
  LintCommand command;
  command.plans = {path("plans")};
  command.formats = {"concise"};
  EXPECT_EQ(run(lint, command), Exit::unread);
  EXPECT_TRUE(out_.starts_with(path("plans/b/bad.plan") + ":4:3: error[")) << out_;
}

TEST_F(LintCommandTest, HasNothingToSayOfAGoodPlan) {
  LintCommand command;
  command.plans = {write("acme.plan", acme)};
  EXPECT_EQ(run(lint, command), Exit::fine);
  EXPECT_EQ(out_, "1 plan file: nothing to say\n");
  command.formats = {"concise"};
  EXPECT_EQ(run(lint, command), Exit::fine);
  EXPECT_EQ(out_, "");
}

TEST_F(LintCommandTest, CountsWhatWasSaidInTheText) {
  LintCommand command;
  command.plans = {write("acme.plan", acme),
                   write("open.plan", "plan \"Open\" { type 401(k); year 2026 }\n")};
  EXPECT_EQ(run(lint, command), Exit::fine);
  EXPECT_TRUE(out_.ends_with("\n2 plan files: 2 warnings, 3 notes\n")) << out_;
}

TEST_F(LintCommandTest, RefusesTwoFormatsInOneFile) {
  LintCommand command;
  command.plans = {write("acme.plan", acme)};
  command.formats = {"text", "json:" + path("out"), "sarif:" + path("out")};
  EXPECT_EQ(run(lint, command), Exit::usage);
  EXPECT_EQ(err_, "rothcheck: two formats want " + path("out") + "; name a file for each\n");
  EXPECT_FALSE(std::filesystem::exists(path("out")));
}

TEST_F(LintCommandTest, AFolderWithoutPlansIsAnError) {
  LintCommand command;
  command.plans = {folder_.string()};
  EXPECT_EQ(run(lint, command), Exit::unread);
  EXPECT_TRUE(said("error[CFG008] no-plan-files"));
}

TEST_F(LintCommandTest, PlanFindingsCountAtTheFailLevel) {
  std::string text = acme;
  const std::size_t at = text.find("    in-plan");
  text.replace(at, text.find('\n', at) - at,
               "    in-plan-roth-rollover { after-tax not allowed }\n"
               "    in-service-distribution { after-tax not allowed }");
  LintCommand command;
  command.plans = {write("shut.plan", text)};
  EXPECT_EQ(run(lint, command), Exit::fine);
  EXPECT_TRUE(said("after-tax-no-exit"));
  command.fail_level = "warning";
  EXPECT_EQ(run(lint, command), Exit::findings);
}

TEST_F(TestCommandTest, RunsScenarios) {
  TestCommand command;
  command.plans = {write("acme.plan", acme)};
  EXPECT_EQ(run(test, command), Exit::fine);
  EXPECT_EQ(out_, "1 passed, 0 failed\n");
}

TEST_F(TestCommandTest, AFailureShowsExpectedFoundAndTheSteps) {
  std::string text = acme;
  text.replace(text.find("room $15,000"), 12, "room $16,000");
  TestCommand command;
  command.plans = {write("acme.plan", text)};
  EXPECT_EQ(run(test, command), Exit::findings);
  EXPECT_TRUE(out_.starts_with("FAILED  Acme / Emily  (" + path("acme.plan") +
                               ":9)\n"
                               "  expected room $16,000.00, found $15,000.00  (" +
                               path("acme.plan") +
                               ":11)\n"
                               "  the steps that led there:\n     1  "))
      << out_;
  EXPECT_TRUE(out_.ends_with("0 passed, 1 failed\n"));
}

TEST_F(TestCommandTest, RunsCasesAndFiltersByName) {
  const std::string one =
      "[[case]]\nid = \"one\"\ncommand = \"check\"\nyear = 2026\nplan = '''\n" + std::string(acme) +
      "'''\nparticipants = [ { id = \"p\", age = 28, pay = 150000 } ]\n"
      "expect = { \"p.room\" = 15000.00, \"p.binding\" = \"plan-limit\", \"p.age\" = 28 }\n";
  std::string two = one;
  two.replace(two.find("\"one\""), 5, "\"two\"");
  two.replace(two.find("15000.00"), 8, "15000.01");
  std::string three = one;
  three.replace(three.find("\"one\""), 5, "\"three\"");
  three.replace(three.find("15000.00"), 8, "15000.01");
  TestCommand command;
  command.cases = {write("cases.toml", one + two + three + "tolerance = 0.01\n")};
  EXPECT_EQ(run(test, command), Exit::findings);
  EXPECT_TRUE(said("p: expected room $15,000.01, found $15,000.00")) << out_;
  EXPECT_TRUE(out_.ends_with("2 passed, 1 failed\n")) << out_;
  command.filter = "one";
  EXPECT_EQ(run(test, command), Exit::fine);
  EXPECT_EQ(out_, "1 passed, 0 failed\n");
}

TEST_F(TestCommandTest, TheLinesOfAnInlinePlanAreTheCaseFiles) {
  TestCommand command;
  command.cases = {write(
      "cases.toml",
      "[[case]]\nid = \"bad\"\ncommand = \"check\"\nyear = 2026\nplan = '''\nplan \"x\" {\n  type "
      "401(k)\n"
      "  frobnicate\n}\n'''\nparticipants = [ { id = \"p\" } ]\nexpect = { \"p.room\" = 1.00 }\n")};
  EXPECT_EQ(run(test, command), Exit::findings);
  EXPECT_TRUE(said(path("cases.toml") + ":8:3: error[")) << out_;
}

TEST_F(LimitsCommandTest, ShowsTheYearsAndOneYearWithItsSources) {
  EXPECT_EQ(run(limits, LimitsCommand{}), Exit::fine);
  EXPECT_TRUE(said("\n2026      $72,000      $24,500")) << out_;
  LimitsCommand command;
  command.year = 2026;
  EXPECT_EQ(run(limits, command), Exit::fine);
  EXPECT_TRUE(said("annual additions limit") && said("IRC 415(c)(1)(A); ") &&
              said("Notice 2025-67"));
  command.year = 1999;
  EXPECT_EQ(run(limits, command), Exit::usage);
  EXPECT_TRUE(said("there are no figures of 1999; the table has " + years()));
}

TEST(Explain, HasAPageForEveryFindingByCodeAndName) {
  for (const FindingKind* kind : run::catalogue()) {
    std::ostringstream by_code, by_name, err;
    EXPECT_EQ(explain(std::string(kind->code), {by_code, err}), Exit::fine);
    EXPECT_EQ(explain(std::string(kind->name), {by_name, err}), Exit::fine);
    EXPECT_EQ(by_code.str(), by_name.str());
    EXPECT_TRUE(by_code.str().starts_with(std::string(kind->code) + " " + std::string(kind->name)));
  }
}

TEST(Explain, SuggestsTheNearestName) {
  std::ostringstream out, err;
  EXPECT_EQ(explain("after-tax-no-exti", {out, err}), Exit::usage);
  EXPECT_EQ(err.str(),
            "rothcheck: there is no finding after-tax-no-exti; did you mean after-tax-no-exit?\n");
}

TEST(Explain, SuggestsTheNearestCodeInAnyLetters) {
  std::ostringstream out, err;
  EXPECT_EQ(explain("MBr1010", {out, err}), Exit::usage);
  EXPECT_EQ(err.str(), "rothcheck: there is no finding MBr1010; did you mean MBR101?\n");
}

TEST(Explain, ListsTheFindingsOfAFamilyOfAWordAndAll) {
  std::ostringstream family, word, all, err;
  EXPECT_EQ(explain("wvr", {family, err}), Exit::fine);
  EXPECT_EQ(family.str(),
            "WVR001 waiver-of-unknown-finding (warning)\nWVR002 expired-waiver (warning)\n"
            "WVR003 waiver-of-law (error)\nWVR004 unneeded-waiver (warning)\n");
  EXPECT_EQ(explain("After-Tax no", {word, err}), Exit::fine);
  EXPECT_EQ(word.str(), "MBR101 after-tax-no-exit (warning)\n");
  EXPECT_EQ(explain("", {all, err}), Exit::fine);
  for (const FindingKind* kind : run::catalogue())
    EXPECT_NE(all.str().find(kind->code), std::string::npos) << kind->code;
  EXPECT_EQ(explain("frobnicate", {all, err}), Exit::usage);
  EXPECT_EQ(err.str(),
            "rothcheck: there is no finding frobnicate; `rothcheck explain` alone lists all that "
            "there are\n");
}

TEST(Catalogue, HasNoCodeAndNoNameTwice) {
  for (const FindingKind* one : run::catalogue()) {
    for (const FindingKind* other : run::catalogue()) {
      if (one == other) continue;
      EXPECT_NE(one->code, other->code);
      EXPECT_NE(one->name, other->name) << one->code;
    }
  }
}

TEST(Features, AreListedByBlock) {
  std::ostringstream out, err;
  EXPECT_EQ(features({out, err}), Exit::fine);
  EXPECT_NE(out.str().find("\ncontributions\n  KIND: "), std::string::npos) << out.str();
}

TEST(Version, NamesTheYearsOfTheTable) {
  EXPECT_TRUE(version().ends_with(", limits of " + years())) << version();
}

}  // namespace
}  // namespace rothcheck::cli
