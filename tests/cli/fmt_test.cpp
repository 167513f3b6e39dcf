// rothcheck fmt: which files it writes, what it prints and how it ends; and the diff that it shows.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstddef>
#include <random>
#include <vector>

#include "cli/unified_diff.hpp"
#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

const std::string untidy = "plan \"x\" {\n  type 401(k)\n  year 2026\n}\n";
const std::string tidy = "plan \"x\" {\n    type 401(k)\n    year 2026\n}\n";
const std::string broken = "plan \"x\" {\n  tpye 401(k)\n}\n";

class FmtTest : public Folder {
 protected:
  Exit fmt(std::vector<std::string> names, bool check = false, bool diff = false) {
    for (std::string& name : names) name = path(name);
    return run(&format, FormatCommand{.plans = names, .check = check, .diff = diff});
  }
  std::size_t files_in_folder() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator{folder_}, {}));
  }
};

TEST_F(FmtTest, WritesTheFilesThatChangeAndNamesThem) {
  write("a.plan", untidy);
  write("b.plan", tidy);
  EXPECT_EQ(fmt({"a.plan", "b.plan"}), Exit::fine);
  EXPECT_EQ(read("a.plan"), tidy);
  EXPECT_EQ(out_, path("a.plan") + " formatted\n");
  EXPECT_EQ(err_, "");
  EXPECT_EQ(fmt({"a.plan", "b.plan"}), Exit::fine);
  EXPECT_EQ(out_, "");
}

TEST_F(FmtTest, NoNameOfAFileMakesALineOfItsOwn) {
  write("a\n::error::b.plan", untidy);
  for (const bool check : {true, false}) {
    for (const bool diff : {true, false}) {
      fmt({"a\n::error::b.plan"}, check, diff);
      EXPECT_FALSE(said("\n::")) << out_;
      EXPECT_NE(out_, "");
      write("a\n::error::b.plan", untidy);
    }
  }
}

TEST_F(FmtTest, WalksFoldersForPlanFiles) {
  write("plans/one/a.plan", untidy);
  write("plans/b.plan", untidy);
  write("plans/c.txt", untidy);
  EXPECT_EQ(fmt({"plans"}), Exit::fine);
  EXPECT_EQ(read("plans/one/a.plan"), tidy);
  EXPECT_EQ(read("plans/b.plan"), tidy);
  EXPECT_EQ(read("plans/c.txt"), untidy);
  std::filesystem::create_directory(folder_ / "empty");
  EXPECT_EQ(fmt({"empty"}), Exit::unread);
  EXPECT_TRUE(said("CFG008"));
}

TEST_F(FmtTest, LeavesAFileWithSyntaxErrorsAloneAndDoesTheOthers) {
  write("a.plan", broken);
  write("b.plan", untidy);
  EXPECT_EQ(fmt({"a.plan", "missing.plan", "b.plan"}), Exit::unread);
  EXPECT_EQ(read("a.plan"), broken);
  EXPECT_EQ(read("b.plan"), tidy);
  EXPECT_TRUE(said("SYN011"));
  EXPECT_TRUE(said("a.plan:2:3")) << err_;
  EXPECT_TRUE(said("CFG001"));
}

TEST_F(FmtTest, ChecksWithoutWriting) {
  write("a.plan", untidy);
  write("b.plan", tidy);
  EXPECT_EQ(fmt({"b.plan"}, true), Exit::fine);
  EXPECT_EQ(out_, "");
  EXPECT_EQ(fmt({"a.plan", "b.plan"}, true), Exit::findings);
  EXPECT_EQ(out_, path("a.plan") + " would change\n");
  EXPECT_EQ(read("a.plan"), untidy);
  write("c.plan", broken);
  EXPECT_EQ(fmt({"c.plan", "a.plan"}, true), Exit::unread);
}

TEST_F(FmtTest, ShowsTheDifferenceAndNothingElse) {
  write("a.plan", untidy);
  write("b.plan", tidy);
  EXPECT_EQ(fmt({"a.plan", "b.plan"}, false, true), Exit::fine);
  EXPECT_EQ(out_, "--- " + path("a.plan") + "\n+++ " + path("a.plan") +
                      "\n@@ -1,4 +1,4 @@\n"
                      " plan \"x\" {\n"
                      "-  type 401(k)\n"
                      "-  year 2026\n"
                      "+    type 401(k)\n"
                      "+    year 2026\n"
                      " }\n");
  EXPECT_EQ(read("a.plan"), untidy);
  EXPECT_EQ(fmt({"a.plan"}, true, true), Exit::findings);
  EXPECT_FALSE(said("would change"));
}

TEST_F(FmtTest, KeepsPermissionsAndLinksAndLeavesNothingBehind) {
  const std::string file = write("a.plan", untidy);
  ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
  std::filesystem::create_symlink(file, folder_ / "link.plan");
  EXPECT_EQ(fmt({"link.plan"}), Exit::fine);
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "link.plan"));
  EXPECT_EQ(read("a.plan"), tidy);
  struct stat status{};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777u, 0640u);
  EXPECT_EQ(files_in_folder(), 2u);
}

TEST_F(FmtTest, DoesNotWriteWhatIsNoFile) {
  write("a.plan", untidy);
  EXPECT_EQ(shell("--version > /dev/null; cat a.plan | " + tests::program() + " fmt /dev/stdin"),
            3);
  EXPECT_TRUE(said("CFG002"));
}

TEST_F(FmtTest, FormatsStandardInputToStandardOutput) {
  write("a.plan", untidy);
  write("b.plan", broken);
  EXPECT_EQ(shell("fmt - < a.plan"), 0);
  EXPECT_EQ(out_, tidy);
  EXPECT_EQ(shell("fmt --check - < a.plan"), 1);
  EXPECT_EQ(out_, "standard input would change\n");
  EXPECT_EQ(shell("fmt - < b.plan 2>/dev/null"), 3);
  EXPECT_EQ(out_, "");
  EXPECT_EQ(read("a.plan"), untidy);
}

TEST(UnifiedDiff, IsEmptyForTheSameText) { EXPECT_EQ(unified_diff("p", "a\nb\n", "a\nb\n"), ""); }

TEST(UnifiedDiff, ShowsThreeLinesAroundAChangeAndJoinsNearOnes) {
  EXPECT_EQ(unified_diff("p", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"),
            "--- p\n+++ p\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
  EXPECT_EQ(unified_diff("p", "0\n1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\n5\n6\n7\n"),
            "--- p\n+++ p\n@@ -1,7 +1,7 @@\n-0\n 1\n 2\n 3\n 4\n 5\n 6\n+7\n");
  EXPECT_EQ(unified_diff("p", "0\n1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\n4\n5\n6\n7\n8\n"),
            "--- p\n+++ p\n@@ -1,4 +1,3 @@\n-0\n 1\n 2\n 3\n@@ -6,3 +5,4 @@\n 5\n 6\n 7\n+8\n");
}

TEST(UnifiedDiff, MarksAMissingLineEnd) {
  EXPECT_EQ(unified_diff("p", "a", "a\n"),
            "--- p\n+++ p\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n");
  EXPECT_EQ(unified_diff("p", "", "a\n"), "--- p\n+++ p\n@@ -0,0 +1,1 @@\n+a\n");
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in{text};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What a difference makes of the lines it was taken from.
std::vector<std::string> patched(const std::vector<std::string>& before, const std::string& diff) {
  std::vector<std::string> after;
  std::size_t next = 0;
  for (const std::string& line : lines_of(diff)) {
    if (line.starts_with("---") || line.starts_with("+++")) continue;
    if (line.starts_with("@@")) {
      const std::size_t first = std::stoul(line.substr(4));
      while (next + 1 < first) after.push_back(before.at(next++));
      continue;
    }
    if (line[0] != '+') {
      EXPECT_EQ(before.at(next++), line.substr(1));
    }
    if (line[0] != '-') after.push_back(line.substr(1));
  }
  while (next < before.size()) after.push_back(before[next++]);
  return after;
}

TEST(UnifiedDiff, LeadsFromOneRandomTextToTheOther) {
  std::mt19937 random{7};
  const auto text = [&random] {
    std::string lines;
    for (std::size_t count = random() % 40; count > 0; --count)
      lines += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
    return lines + "end\n";
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string before = text(), after = text();
    ASSERT_EQ(patched(lines_of(before), unified_diff("p", before, after)), lines_of(after));
  }
}

TEST(UnifiedDiff, ShowsTextsThatHaveNothingInCommonOneBehindTheOther) {
  std::string before, after;
  for (int i = 0; i < 5000; ++i) {
    before += "old " + std::to_string(i) + "\n";
    after += "new " + std::to_string(i) + "\n";
  }
  const std::string diff = unified_diff("p", before, after);
  EXPECT_EQ(patched(lines_of(before), diff), lines_of(after));
  EXPECT_EQ(lines_of(diff).size(), 3u + 10'000u);
}

}  // namespace
}  // namespace rothcheck::cli
