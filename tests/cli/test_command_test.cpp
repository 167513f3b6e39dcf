#include <sys/stat.h>

#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

constexpr const char* two_ceilings =
    "# kept as it is\n"
    "plan \"Two\" {\n"
    "    type 401(k); year 2026\n"
    "    contributions {\n"
    "        pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n"
    "        limit 10% of pay on after-tax for nhce\n"
    "        limit  6% of pay on after-tax for hce\n"
    "        limit $50,000 on after-tax\n"
    "    }\n"
    "    match { 100% of the first 3% of pay; 50% of the next 2% of pay; limit $7,000 }\n"
    "    nonelective { 3% of pay for class \"pilots\" }\n"
    "    in-plan-roth-rollover { after-tax allowed; pre-tax allowed }\n"
    "    in-service-distribution { after-tax not allowed }\n"
    "    scenario \"Emily\" {\n"
    "        age 28; pay $150,000; hce no; pre-tax $3,000; class \"office\"\n"
    "        expect   room   $15,000   # her own\n"
    "    }\n"
    "}\n";

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  return text.replace(text.find(old), old.size(), by);
}

class TestRuns : public Folder {
 protected:
  Exit with(const std::string& text, TestCommand command = {}) {
    command.plans = {write("two.plan", text)};
    return run(test, command);
  }
};

TEST_F(TestRuns, CoverageNamesClausesThatNoScenarioComesTo) {
  TestCommand command;
  command.coverage = true;
  EXPECT_EQ(with(two_ceilings, command), Exit::fine);
  const std::string file = path("two.plan");
  EXPECT_EQ(out_, "COVERAGE  Two  (" + file +
                      ":2)\n"
                      "  10 of 13 deciding clauses are in some scenario\n"
                      "  1 of 4 ceilings decide in some scenario\n"
                      "  in no scenario:\n"
                      "    " +
                      file +
                      ":7  limit 6% of pay on after-tax for hce\n"
                      "    " +
                      file +
                      ":10  50% of the next 2% of pay\n"
                      "    " +
                      file +
                      ":11  3% of pay for class \"pilots\"\n"
                      "  in scenarios, but decide in none:\n"
                      "    " +
                      file +
                      ":8  limit $50,000 on after-tax\n"
                      "    " +
                      file +
                      ":10  limit $7,000\n"
                      "\n"
                      "1 passed, 0 failed\n");
}

TEST_F(TestRuns, AScenarioAtTheCeilingBindsOnIt) {
  const std::string rich = replaced(two_ceilings, "    scenario",
                                    "    scenario \"Rich\" {\n"
                                    "        age 40; pay $350,000; hce yes; class \"pilots\"\n"
                                    "        expect binding plan-limit\n"
                                    "    }\n"
                                    "    scenario");
  TestCommand command;
  command.coverage = true;
  EXPECT_EQ(with(rich, command), Exit::fine) << out_;
  EXPECT_TRUE(said("  13 of 13 deciding clauses are in some scenario\n")) << out_;
  EXPECT_TRUE(said("  3 of 4 ceilings decide in some scenario\n")) << out_;
}

TEST_F(TestRuns, WhoIsLeftOutComesToNoClause) {
  const std::string young = replaced(two_ceilings, "    contributions {",
                                     "    eligibility { age 30 }\n    contributions {");
  TestCommand command;
  command.coverage = true;
  EXPECT_EQ(
      with(replaced(young, "expect   room   $15,000", "expect verdict not-eligible"), command),
      Exit::fine)
      << out_;
  EXPECT_TRUE(said("  0 of 13 deciding clauses are in some scenario\n")) << out_;
}

TEST_F(TestRuns, BlessChangesTheFigureAndNothingElse) {
  const std::string wrong = replaced(two_ceilings, "$15,000   #", "$16,000.00   #");
  TestCommand command;
  command.bless = true;
  EXPECT_EQ(with(wrong, command), Exit::fine);
  EXPECT_EQ(read("two.plan"), replaced(two_ceilings, "$15,000   #", "$15,000.00   #"));
  EXPECT_TRUE(
      said("-        expect   room   $16,000.00   # her own\n"
           "+        expect   room   $15,000.00   # her own\n"))
      << out_;
  EXPECT_TRUE(said("1 figure accepted in 1 file: review the diff before you commit it\n")) << out_;
  EXPECT_TRUE(out_.ends_with("\n1 passed, 0 failed\n")) << out_;
  EXPECT_EQ(with(read("two.plan")), Exit::fine);
}

TEST_F(TestRuns, BlessWritesWordsAndRanges) {
  std::string wrong = replaced(two_ceilings, "expect   room   $15,000   # her own",
                               "expect verdict no-room; expect binding pay; expect hce yes; "
                               "expect age 3; expect room between $1 and $2");
  wrong = replaced(wrong, "limit 10% of pay on after-tax for nhce", "limit unknown on after-tax");
  TestCommand command;
  command.bless = true;
  with(wrong, command);
  EXPECT_NE(read("two.plan").find("expect hce no; expect age 28; expect room between $0 and $"),
            std::string::npos)
      << read("two.plan");
  // Once more, there is nothing left to accept but what has no words.
  with(read("two.plan"), command);
  EXPECT_FALSE(said("accepted")) << out_;
}

TEST_F(TestRuns, BlessLeavesAFindingThatDoesNotComeUp) {
  const std::string wrong =
      replaced(two_ceilings, "$15,000   #", "$15,000; expect finding after-tax-no-exit   #");
  TestCommand command;
  command.bless = true;
  EXPECT_EQ(with(wrong, command), Exit::findings);
  EXPECT_EQ(read("two.plan"), wrong);
  EXPECT_TRUE(out_.ends_with("0 passed, 1 failed\n")) << out_;
}

TEST_F(TestRuns, BlessKeepsWhoMayReadTheFile) {
  write("two.plan", replaced(two_ceilings, "$15,000   #", "$16,000   #"));
  ::chmod(path("two.plan").c_str(), 0640);
  TestCommand command;
  command.plans = {path("two.plan")};
  command.bless = true;
  EXPECT_EQ(run(test, command), Exit::fine);
  struct stat status{};
  ASSERT_EQ(::stat(path("two.plan").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0640u);
}

std::string case_of(const std::string& id, const std::string& expect) {
  return "[[case]]\nid = \"" + id + "\"\ncommand = \"check\"\nyear = 2026\nplan = '''\n" +
         std::string(acme) + "'''\nparticipants = [ { id = \"p\", age = 28, pay = 150000 } ]\n" +
         "expect = { " + expect + " } # kept\n";
}

TEST_F(TestRuns, BlessKeepsTheStyleOfACase) {
  TestCommand command;
  command.bless = true;
  command.cases = {write("cases.toml", case_of("one",
                                               "\"p.room\" = 1.00, 'p.binding'='pay', "
                                               "\"p.hce\" = true, \"p.age\" = 3, "
                                               "\"p.deferrals\" = 5"))};
  run(test, command);
  EXPECT_NE(read("cases.toml").find("expect = { \"p.room\" = 15000.00, 'p.binding'='plan-limit', "),
            std::string::npos)
      << read("cases.toml");
  EXPECT_NE(read("cases.toml").find("\"p.age\" = 28, \"p.deferrals\" = 24500 } # kept\n"),
            std::string::npos)
      << read("cases.toml");
}

TEST_F(TestRuns, BlessAcceptsAStrategysFigures) {
  TestCommand command;
  command.bless = true;
  command.cases = {write("cases.toml",
                         "[[case]]\nid = \"c\"\ncommand = \"convert\"\nyear = 2026\n"
                         "with = { after_tax_balance = 10200, after_tax_basis = 10000, amount = "
                         "5100 }\nexpect = { taxable = 1.00, \"form_1099r.box_7\" = \"X\" }\n")};
  run(test, command);
  EXPECT_NE(read("cases.toml").find("expect = { taxable = 100.00, "), std::string::npos)
      << read("cases.toml") << out_;
}

TEST_F(TestRuns, TakesCaseFilesFoldersAndPlansBehindOneFlag) {
  write("cases/a.toml", case_of("one", "\"p.room\" = 15000"));
  write("cases/deep/b.toml", case_of("two", "\"p.room\" = 15000"));
  write("cases/limits.toml", "year = 2026\n");
  write("c.toml", case_of("three", "\"p.room\" = 15000"));
  write("acme.plan", acme);
  EXPECT_EQ(shell("test --cases cases c.toml acme.plan"), 0);
  EXPECT_EQ(out_, "4 passed, 0 failed\n");
  EXPECT_EQ(shell("test acme.plan --cases cases --cases c.toml"), 0);
  EXPECT_EQ(out_, "4 passed, 0 failed\n");
}

TEST_F(TestRuns, AFolderWithoutCasesIsAnError) {
  write("cases/limits.toml", "year = 2026\n");
  TestCommand command;
  command.cases = {path("cases")};
  EXPECT_EQ(run(test, command), Exit::unread);
  EXPECT_TRUE(said("error[CFG021] no-case-files: no file in ")) << err_;
}

TEST_F(TestRuns, AFilterThatNothingAnswersToIsAnError) {
  TestCommand command;
  command.filter = "Emiyl";
  EXPECT_EQ(with(two_ceilings, command), Exit::usage);
  EXPECT_TRUE(said("error[CFG019] no-test-of-that-name: no scenario and no case has \"Emiyl\""))
      << err_;
  command.filter = "Emily";
  EXPECT_EQ(with(two_ceilings, command), Exit::fine);
}

// What waits is counted and told, words that nothing reads among it; what holds waits no longer.
TEST_F(TestRuns, ACaseWaitsUntilItHolds) {
  const auto case_of = [&](const std::string& id, const std::string& rest) {
    return "[[case]]\nid = \"" + id + "\"\ncommand = \"convert\"\nyear = 2026\n" + rest +
           "with = { after_tax_balance = 100, after_tax_basis = 90, amount = 100 }\n";
  };
  const std::string waits = "waits = \"several plans\"\n";
  TestCommand command;
  command.cases = {
      write("waiting.toml", case_of("a", waits + "expect = { taxable = 20 }\n") +
                                case_of("b", waits + "expect = { taxable = 1 }\n" + "word = 5\n"))};
  EXPECT_EQ(run(test, command), Exit::fine) << err_;
  EXPECT_TRUE(said("0 passed, 0 failed, 2 waiting")) << out_;
  EXPECT_TRUE(said("several plans")) << out_;
  command.cases = {write("waiting.toml", case_of("a", waits + "expect = { taxable = 10 }\n"))};
  EXPECT_EQ(run(test, command), Exit::findings);
  EXPECT_TRUE(said("this holds now")) << out_;
}

TEST_F(TestRuns, CasesOfLintRulesAreNotItsOwn) {
  write("cases/a.toml", case_of("one", "\"p.room\" = 15000"));
  write("cases/rules/PLN305.toml",
        "[[case]]\nid = \"x\"\nyear = 2026\nfindings = []\nplan = \"\"\"plan\"\"\"\n");
  EXPECT_EQ(shell("test --cases cases"), 0) << err_;
  EXPECT_EQ(out_, "1 passed, 0 failed\n");
  EXPECT_EQ(shell("test --cases cases/rules"), 3);
  EXPECT_TRUE(said("no-case-files"));
}

TEST_F(TestRuns, BlessesCasesOfTheAcpTest) {
  write("acp.toml",
        "[[case]]\nid = \"one\"\ncommand = \"acp\"\nyear = 2026\nplan = \"\"\"\n" +
            std::string{acme} +
            "\"\"\"\n"
            "participants = [\n"
            "  { id = \"A\", pay = 200000, hce = true, pre_tax = 0, after_tax = 10000 },\n"
            "  { id = \"B\", pay = 50000, hce = false, pre_tax = 0, after_tax = 500 },\n]\n"
            "expect = { \"nhce.acp\" = 9.00, result = \"pass\", \"refunds.A\" = 1.00 }\n");
  TestCommand command;
  command.cases = {path("acp.toml")};
  command.bless = true;
  EXPECT_EQ(run(test, command), Exit::fine) << out_;
  // 5% against the larger of 1.25% and 2%: what is over 2% of $200,000 goes back.
  EXPECT_NE(
      read("acp.toml")
          .find("expect = { \"nhce.acp\" = 1.00, result = \"fail\", \"refunds.A\" = 6000.00 }"),
      std::string::npos)
      << read("acp.toml");
}

TEST_F(TestRuns, SeveralFormatsComeFromOneRun) {
  TestCommand command;
  command.formats = {"text",
                     "json:" + path("out.json"),
                     "junit:" + path("out.xml"),
                     "sarif:" + path("out.sarif"),
                     "github:" + path("out.github"),
                     "gitlab:" + path("out.gitlab"),
                     "concise:" + path("out.concise")};
  EXPECT_EQ(with(replaced(two_ceilings, "$15,000   #", "$16,000   #"), command), Exit::findings);
  EXPECT_TRUE(out_.starts_with("FAILED  Two / Emily")) << out_;
  const std::string unmet = "expected room $16,000.00, found $15,000.00";
  EXPECT_NE(read("out.json").find("\"message\": \"" + unmet + "\""), std::string::npos);
  EXPECT_NE(read("out.xml").find("<failure message=\"" + unmet + "\""), std::string::npos);
  EXPECT_NE(read("out.sarif").find("Expected room $16,000.00"), std::string::npos);
  EXPECT_NE(read("out.github").find("line=16,endLine=16,col=9,"), std::string::npos)
      << read("out.github");
  EXPECT_NE(read("out.gitlab").find(unmet), std::string::npos);
  EXPECT_NE(read("out.concise")
                .find(":16:9: error[CFG020] failed-expectation: " + unmet + ", in \"Two / Emily\""),
            std::string::npos)
      << read("out.concise");
}

TEST_F(TestRuns, TheFormatsForServicesHaveNoStepsInThem) {
  for (const char* format : {"json", "junit", "github", "gitlab", "sarif", "concise"}) {
    TestCommand command;
    command.formats = {format};
    with(replaced(two_ceilings, "$15,000   #", "$16,000   #"), command);
    EXPECT_TRUE(said("found $15,000.00")) << out_;
    EXPECT_FALSE(said("150,000")) << format << ": " << out_;
  }
}

}  // namespace
}  // namespace rothcheck::cli
