// What reaches a continuous-integration service, from the program itself.
#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

constexpr const char* census =
    "employee id,last name,birth date,hire date,pay,pre_tax,after_tax\n"
    "987-65-4320,Featherstonehaugh,1980-02-30,2001-04-05,\"$201,234.56\",50000,90000\n"
    "EMP-77123,Cholmondeley,1971-11-12,2002-03-04,\"198,765.43\",77777.77,88888.88\n"
    "EMP-77123,Marjoribanks,1972-10-13,,\"twelve\",=1+1,-5\n";

class CiFormats : public Folder {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_ / ".git");
    write("plans/acme.plan", acme);
    write("census.csv", census);
  }
};

TEST_F(CiFormats, CarryNothingOfAPerson) {
  for (const char* format : {"sarif", "junit", "github", "gitlab"}) {
    for (const char* option : {"", " --expect not-available", " --explain EMP-77123"}) {
      shell("check plans/acme.plan --participants census.csv -f " + std::string(format) + ":out" +
            option);
      const std::string text = read("out");
      EXPECT_NE(text.find("participant file"), text.npos) << format << text;
      for (const char* secret : {"987", "4320", "Feather", "Cholmond", "Marjori", "77123", "1980",
                                 "1971", "2001-04", "201,234", "201234", "198,765", "198765",
                                 "77777", "77,777", "88888", "88,888", "twelve", "1+1"})
        EXPECT_EQ(text.find(secret), text.npos) << secret << " in " << format << ":\n" << text;
    }
  }
}

TEST_F(CiFormats, NamesFilesFromTheRootOfTheRepository) {
  write("plans/bad.plan", "plan \"Bad\" {\n  type 401(k)\n  year 2026\n  frobnicate\n}\n");
  for (const char* format : {"sarif", "github", "gitlab", "junit"}) {
    const std::string option = " -f " + std::string(format);
    shell("lint plans/bad.plan" + option);
    const std::string from_root = out_;
    EXPECT_NE(from_root.find("plans/bad.plan"), from_root.npos) << from_root;
    EXPECT_EQ(from_root.find(folder_.string()), from_root.npos) << from_root;
    shell("lint " + path("plans/bad.plan") + option);
    EXPECT_EQ(out_, from_root);
    shell("lint ./plans/../plans/bad.plan" + option);
    EXPECT_EQ(out_, from_root);
    const std::string inside = "cd plans; " + tests::program() + " lint bad.plan" + option;
    shell("--version >/dev/null; " + inside);
    EXPECT_EQ(out_, from_root);
  }
}

TEST_F(CiFormats, AreTheSameFromRunToRun) {
  write("plans/b.plan",
        "plan \"B\" { type 401(k); year 2026; contributions { after-tax allowed } }\n");
  for (const char* format : {"json", "sarif", "junit", "github", "gitlab", "concise", "text"}) {
    shell("lint plans -f " + std::string(format));
    const std::string once = out_;
    shell("lint plans -f " + std::string(format));
    EXPECT_EQ(out_, once) << format;
  }
}

TEST_F(CiFormats, ComeFromOneRunOfLint) {
  EXPECT_EQ(shell("lint plans -f github -f sarif:a.sarif -f junit:a.xml -f json:a.json"), 0);
  EXPECT_TRUE(read("a.sarif").starts_with("{\n  \"$schema\"")) << out_;
  EXPECT_TRUE(read("a.xml").starts_with("<?xml"));
  EXPECT_TRUE(read("a.json").starts_with("{\n  \"schema\": \"rothcheck-findings/1\""));
}

}  // namespace
}  // namespace rothcheck::cli
