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
