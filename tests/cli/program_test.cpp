#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

class Program : public Folder {
 protected:
  void SetUp() override { write("acme.plan", acme); }
};

TEST_F(Program, MapsWrongUsageToTwo) {
  EXPECT_EQ(shell(""), 2);
  EXPECT_EQ(shell("frobnicate"), 2);
  EXPECT_EQ(shell("check"), 2);
  EXPECT_EQ(shell("check acme.plan --year soon"), 2);
  EXPECT_EQ(shell("check acme.plan --fail-level never"), 2);
  EXPECT_EQ(shell("test"), 2);
}

TEST_F(Program, HelpsAndNamesItsVersion) {
  EXPECT_EQ(shell("--help"), 0);
  EXPECT_TRUE(said("Exit codes"));
  for (const char* command :
       {"check", "merge", "lint", "test", "fmt", "diff", "limits", "map", "acp", "elect",
        "backdoor", "project", "explain", "facts", "features"}) {
    EXPECT_EQ(shell(std::string(command) + " --help"), 0) << command;
    EXPECT_TRUE(said("rothcheck " + std::string(command) + " ")) << command << out_;
  }
  EXPECT_EQ(shell("--version"), 0);
  EXPECT_TRUE(out_.starts_with("rothcheck "));
}

TEST_F(Program, AnswersAMistypedWordWithTheOneThatWasMeant) {
  write("people.csv", "id,age,pay\nA,40,100000\n");
  write("cases.toml", "[[case]]\n");
  const std::vector<std::pair<std::string, std::string>> answers = {
      {"chek acme.plan", "did you mean check?"},
      {"Lint acme.plan", "did you mean lint?"},
      {"proj", "did you mean project?"},
      {"frobnicate", "`rothcheck --help` lists them"},
      {"acme.plan", "`rothcheck check acme.plan`"},
      {"people.csv", "`rothcheck check PLAN --participants people.csv`"},
      {"not-here.xlsx", "`rothcheck map not-here.xlsx`"},
      {"cases.toml", "`rothcheck test --cases cases.toml`"},
      {".", "`rothcheck lint .`"},
      {"check acme.plan --particpants people.csv", "did you mean --participants?"},
      {"check acme.plan -participants people.csv", "did you mean --participants?"},
      {"check --yeer=2026 acme.plan", "did you mean --year?"},
      {"convert --wth amount=1", "did you mean --with?"},
      {"--colour always limits", "did you mean --color?"},
      {"lint acme.plan --frobnicate", "`rothcheck lint --help` lists them"},
      {"", "a command comes first"},
  };
  for (const auto& [words, answer] : answers) {
    EXPECT_EQ(shell(words), 2) << words;
    EXPECT_TRUE(said(answer)) << words << "\n" << out_;
  }
}

TEST_F(Program, TakesNoEmptyValueForNone) {
  write("people.csv", "id,age,pay\nA,40,100000\n");
  for (const char* words :
       {"check acme.plan --year ''", "check acme.plan --year=", "check --year= acme.plan",
        "check acme.plan --plan ''", "check acme.plan --participants ''", "check ''",
        "test acme.plan --filter ''", "explain ''", "limits ''", "lint acme.plan --as-of ''",
        "check acme.plan --participants people.csv --map ''"}) {
    EXPECT_EQ(shell(words), 2) << words << "\n" << out_;
    EXPECT_TRUE(said("has an empty value")) << words << "\n" << out_;
  }
}

TEST_F(Program, EchoesNoEscapeOfTheCommandLine) {
  for (const char* words :
       {"", "explain ", "facts ", "check acme.plan -f ", "check acme.plan --expect ", "--color ",
        "check acme.plan --", "check acme.plan --with ", "check acme.plan --plan ", "merge ",
        "limits --limits ", "test acme.plan --filter ", "backdoor --year 2026 --with ", "diff a ",
        "project --year 2026 --growth ", "check acme.plan --columns "}) {
    EXPECT_NE(shell(std::string{words} + "\"$(printf '\\033[31mx\\342\\200\\256')\""), 0) << words;
    EXPECT_FALSE(said("\x1b")) << words << "\n" << out_;
    EXPECT_FALSE(said("\u202e")) << words << "\n" << out_;
  }
}

TEST_F(Program, ARunOfNoTestsIsNoPass) {
  write("bare.plan", "plan \"Bare\" {\n    type 401(k)\n    year 2026\n}\n");
  EXPECT_EQ(shell("test bare.plan"), 2);
  EXPECT_TRUE(said("CFG040") && said("no scenario and no case")) << out_;
}

TEST_F(Program, APlanThatContradictsItselfIsLeftOutAndTheOthersAreAnswered) {
  write("bare.plan",
        "plan \"Bare\" {\n    type 401(k); year 2026\n    contributions {\n"
        "        after-tax allowed for hce\n        after-tax not allowed for class \"x\"\n    "
        "}\n}\n");
  EXPECT_EQ(shell("check bare.plan acme.plan"), 1);
  EXPECT_TRUE(said("CFG045") && said("Acme")) << out_;
}

TEST_F(Program, AFileOfPeopleIsNoPlanAndNotShown) {
  write("people.csv", "id,age,pay\nA,40,123456\n");
  EXPECT_NE(shell("lint people.csv"), 0);
  EXPECT_TRUE(said("CFG061") && !said("123456")) << out_;
}

TEST_F(Program, MapTellsOfAMappingThatMeetsNoColumn) {
  write("people.csv", "id,age,pay\nA,40,100000\n");
  EXPECT_EQ(shell("map people.csv --map Salry=pay"), 1);
  EXPECT_TRUE(said("CEN047")) << out_;
}

TEST_F(Program, AcpEndsWithOneWhereARowCouldNotBeRead) {
  write("people.csv", "id,age,hce,pay\nA,40,no,100000\nB,4o,no,90000\n");
  EXPECT_EQ(shell("acp acme.plan --participants people.csv"), 1) << out_;
}

TEST_F(Program, ListsNoCommandThatIsNotBuilt) {
  shell("--help");
  for (const char* command : {"lsp"})
    EXPECT_FALSE(said("\n  " + std::string(command) + " ")) << command;
}

TEST_F(Program, APlanThatNoFileHasIsTold) {
  write("people.csv", "id,age,pay\nA,40,100000\n");
  for (const char* command : {"check", "acp", "project"}) {
    EXPECT_EQ(shell(std::string(command) + " acme.plan --plan Typo --participants people.csv"), 2)
        << command;
    EXPECT_TRUE(said("there is no plan \"Typo\"")) << command << out_;
  }
}

TEST_F(Program, AFullDiskIsToldAndEndsWithThree) {
  EXPECT_EQ(shell("check acme.plan >/dev/full"), 3);
  EXPECT_TRUE(said("cannot write to standard output: No space left on device")) << out_;
  EXPECT_EQ(shell("--help >/dev/full"), 3);
  EXPECT_EQ(shell("check acme.plan -f json:/dev/full"), 3);
  EXPECT_TRUE(said("cannot write /dev/full: No space left on device")) << out_;
}

TEST_F(Program, AClosedPipeEndsItQuietly) {
  shell("check acme.plan | true; echo \"${PIPESTATUS:-none}\"");
  EXPECT_FALSE(said("cannot write"));
  // The reader is gone before the program writes.
  shell("--version > /dev/null; { sleep 0.3; " + tests::program() +
        " check acme.plan; echo code $? >&2; } | true");
  EXPECT_TRUE(said("code 141")) << out_;
}

TEST_F(Program, ReadsStandardInput) {
  EXPECT_EQ(shell("check - < acme.plan"), 0);
  EXPECT_TRUE(said("Acme, 2026"));
}

TEST_F(Program, AnOptionTakesOneValueAndLeavesThePlanAlone) {
  EXPECT_EQ(shell("check -f csv --with age=28 --with pay=150000 acme.plan"), 0);
  EXPECT_TRUE(said("person,Acme,available,15000.00"));
}

TEST_F(Program, IsInColourWhenAskedOnly) {
  shell("check acme.plan");
  EXPECT_FALSE(said("\x1b["));
  shell("--color always check acme.plan");
  EXPECT_TRUE(said("\x1b["));
  shell("check acme.plan --color always -f text:out.txt");
  EXPECT_EQ(read("out.txt").find("\x1b["), std::string::npos);
}

}  // namespace
}  // namespace rothcheck::cli
