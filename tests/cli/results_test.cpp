// Files that are written: never over what is read or over each other, whole or not at all, and for
// whom they are.
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run/files/new_file.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

class Results : public Folder {
 protected:
  void SetUp() override {
    write("acme.plan", acme);
    write("people.csv", people);
    write("map.toml", mapping);
    write("cases.toml", "");
  }

  mode_t mode(const std::string& name) const {
    struct stat status{};
    return ::stat(path(name).c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
  }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder_})
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

  static constexpr const char* people = "id,age,pay\nE1,28,150000\n";
  static constexpr const char* mapping = "[columns]\n\"Salary\" = \"pay\"\n";
};

TEST_F(Results, HaveTheirFoldersMade) {
  EXPECT_EQ(
      shell("check acme.plan --participants people.csv -f json:out/2026/a.json -f csv:out/b.csv"),
      0);
  EXPECT_NE(read("out/2026/a.json"), "");
  EXPECT_EQ(mode("out/b.csv"), 0600u);
  EXPECT_EQ(shell("check acme.plan --participants people.csv -f csv:people.csv/b.csv"), 3);
}

TEST_F(Results, AreRefusedWhereTheyWouldTakeThePlaceOfAnInput) {
  std::filesystem::create_symlink("people.csv", path("link.csv"));
  std::filesystem::create_hard_link(path("people.csv"), path("hard.csv"));
  const std::vector<std::string> before = files();
  const std::string check = "check acme.plan --participants people.csv ";
  for (const std::string& command :
       {check + "-f csv:people.csv",
        check + "-f csv:./people.csv",
        check + "-f json:link.csv",
        check + "-f csv:hard.csv",
        check + "-f text -f json:acme.plan",
        check + "--partial people.csv",
        check + "--rejects people.csv",
        check + "--rejects acme.plan",
        check + "--mapping map.toml -f csv:map.toml",
        std::string{"check - --participants people.csv -f csv:acme.plan < acme.plan"},
        std::string{"check . --participants people.csv -f csv:acme.plan"},
        std::string{"acp acme.plan --participants people.csv -f json:people.csv"},
        std::string{"diff acme.plan acme.plan --participants people.csv -f json:people.csv"},
        std::string{"lint acme.plan -f sarif:acme.plan"},
        std::string{"lint . -f json:acme.plan"},
        std::string{"test acme.plan -f junit:acme.plan"},
        std::string{"test acme.plan --cases cases.toml -f json:cases.toml"},
        std::string{"map people.csv --save people.csv"},
        std::string{"map people.csv --mapping map.toml --save ./map.toml"},
        std::string{"elect acme.plan --with age=40 -f json:acme.plan"},
        std::string{"project acme.plan --participants people.csv -f json:people.csv"}}) {
    EXPECT_EQ(shell(command), 2) << command << "\n" << out_;
    EXPECT_TRUE(said("would take the place of")) << command << "\n" << out_;
  }
  EXPECT_EQ(files(), before);
  EXPECT_EQ(read("acme.plan"), acme);
  EXPECT_EQ(read("people.csv"), people);
  EXPECT_EQ(read("map.toml"), mapping);
}

TEST_F(Results, AreRefusedWhereTheyWouldTakeThePlaceOfEachOther) {
  const std::vector<std::string> before = files();
  const std::string check = "check acme.plan --participants people.csv ";
  for (const char* outputs :
       {"-f csv:x -f json:./x", "-f csv:x --partial x", "-f json:x --rejects ././x",
        "--rejects x --partial ./x", "-f text -f csv:x > x"}) {
    EXPECT_EQ(shell(check + outputs), 2) << outputs << "\n" << out_;
    if (read("x").empty()) {
      EXPECT_TRUE(said("two results want one file")) << outputs << "\n" << out_;
    }
    std::filesystem::remove(path("x"));
  }
  EXPECT_EQ(files(), before);
  EXPECT_EQ(shell("check acme.plan -f csv:"), 2);
  EXPECT_TRUE(said("names no file behind the colon")) << out_;
}

TEST_F(Results, ThatNamePeopleAreForTheirOwnerAndOthersAsTheUmaskSays) {
  const std::string umask = "--version > /dev/null; umask 022; " + tests::program() + " ";
  EXPECT_EQ(shell(umask + "lint acme.plan -f sarif:lint.sarif -f json:lint.json"), 0) << out_;
  EXPECT_EQ(shell(umask + "test acme.plan -f junit:test.xml -f gitlab:test.json"), 0) << out_;
  EXPECT_EQ(shell(umask + "map people.csv --save map2.toml"), 0) << out_;
  EXPECT_EQ(shell(umask + "diff acme.plan acme.plan -f markdown:diff.md"), 0) << out_;
  for (const char* name :
       {"lint.sarif", "lint.json", "test.xml", "test.json", "map2.toml", "diff.md"})
    EXPECT_EQ(mode(name), 0644) << name;

  const std::string about = " acme.plan --participants people.csv ";
  EXPECT_EQ(shell(umask + "check" + about + "-f csv:rows.csv --partial sums"), 0) << out_;
  EXPECT_EQ(shell(umask + "check" + about + "-f json:all.json -f sarif:s --rejects left"), 0)
      << out_;
  EXPECT_EQ(shell(umask + "check acme.plan --with age=28 --with pay=1 -f json:one.json"), 0)
      << out_;
  EXPECT_EQ(shell(umask + "check acme.plan -f json:plan.json"), 0) << out_;
  shell(umask + "acp" + about + "-f json:acp.json");
  EXPECT_EQ(shell(umask + "diff acme.plan" + about + "-f json:diff.json"), 0) << out_;
  for (const char* name : {"rows.csv", "sums", "all.json", "s", "left", "one.json", "plan.json",
                           "acp.json", "diff.json"})
    EXPECT_EQ(mode(name), 0600) << name;

  EXPECT_EQ(shell("--version > /dev/null; umask 077; " + tests::program() +
                  " lint acme.plan -f json:private.json"),
            0);
  EXPECT_EQ(mode("private.json"), 0600);
}

TEST_F(Results, AreGoneWhenTheProgramIsStoppedBeforeTheyAreWhole) {
  write("result", "old");
  const std::vector<std::string> before = files();
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    EXPECT_EXIT(
        {
          run::NewFile file{path("result")};
          if (files().size() == before.size()) ::_exit(3);  // it is not there: nothing to see
          ::raise(signal);
        },
        testing::KilledBySignal(signal), "");
    EXPECT_EQ(files(), before);
    EXPECT_EQ(read("result"), "old");
  }
}

TEST_F(Results, AreNotLeftHalfWrittenWhereFilesMayNotGrow) {
  std::string many = "id,age,pay\n";
  for (int i = 0; i < 2000; ++i) many += "E" + std::to_string(i) + ",28,150000\n";
  write("many.csv", many);
  const std::vector<std::string> before = files();
  for (const char* format : {"csv", "json"}) {
    EXPECT_EQ(shell("--version > /dev/null; ulimit -f 8; " + tests::program() +
                    " check acme.plan --participants many.csv --quiet -f " + format + ":result"),
              3);
    EXPECT_TRUE(said("cannot write result: File too large")) << out_;
    EXPECT_EQ(files(), before);
  }
}

// The sanitizers need more memory than any limit would leave.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ROTHCHECK_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ROTHCHECK_SANITIZED
#endif
#ifndef ROTHCHECK_SANITIZED
TEST_F(Results, AreMissingAndNotWrongWhereMemoryEnds) {
  EXPECT_EQ(shell("--version > /dev/null; ulimit -v 100000; head -c 200M /dev/zero | " +
                  tests::program() + " check -"),
            3);
  EXPECT_EQ(out_,
            "rothcheck: the system gives not enough memory; the run ended before it was done\n");
}
#endif

TEST_F(Results, TellPlansOfOneNameApartByTheirFiles) {
  write("other.plan", acme);
  ASSERT_EQ(shell("check acme.plan other.plan --participants people.csv -f csv --quiet"), 0)
      << out_;
  EXPECT_TRUE(said(",findings,file\n")) << out_;
  EXPECT_TRUE(said(",acme.plan\n")) << out_;
  EXPECT_TRUE(said(",other.plan\n")) << out_;
  shell("check acme.plan other.plan --participants people.csv -f jsonl");
  EXPECT_TRUE(said("\"plan_file\": \"other.plan\"")) << out_;
  // One plan alone needs no such column, but may have it.
  shell("check acme.plan --participants people.csv -f csv --quiet");
  EXPECT_TRUE(said("employer,findings\n")) << out_;
  shell("check acme.plan --participants people.csv -f csv --quiet --columns id,file");
  EXPECT_EQ(out_, "id,file\nE1,acme.plan\n");
}

}  // namespace
}  // namespace rothcheck::cli
