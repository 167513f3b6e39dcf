// Marked names, numbers, birth dates and pay, planted where files can have them; whatever any
// command prints of them is a leak.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

/// The same number in the notations that people and programs write.
constexpr std::array notations = {
    "900413271",
    "900-41-3271",
    "900 41 3271",
    "900.41.3271",
    "900_41_3271",
    "900/41/3271",
    "(900)41-3271",
    "900\xE2\x80\x93"
    "41\xE2\x80\x93"
    "3271",
    "900\xE2\x80\x91"
    "41\xE2\x80\x91"
    "3271",
    "900\xC2\xA0"
    "41\xC2\xA0"
    "3271",
    "900\xE2\x80\x8B-41-\xE2\x80\x8B"
    "3271",
    "\xEF\xBC\x99\xEF\xBC\x90\xEF\xBC\x90\xEF\xBC\x94\xEF\xBC\x91\xEF\xBC\x93\xEF\xBC\x92"
    "\xEF\xBC\x97\xEF\xBC\x91",
    "9.00413271E+08",
};

/// Names, a birth date and pay that stand nowhere else.
constexpr std::array others = {"Quibblethwaite", "Zebedee",   "1983-07-19", "7/19/1983",
                               "19/07/1983",     "183211.47", "183,211.47", "183211"};

class PlantedValues : public Folder {
 protected:
  void SetUp() override { write("acme.plan", acme); }

  /// What is printed, and written to files.
  std::string all(const std::string& arguments, const std::vector<std::string>& files = {}) {
    shell(arguments);
    std::string text = out_;
    for (const std::string& file : files) text += read(file);
    return text;
  }

  static void expect_clean(const std::string& text, const std::string& what) {
    EXPECT_FALSE(text.empty()) << what;
    for (const char* number : notations)
      EXPECT_EQ(text.find(number), text.npos) << what << '\n' << text;
    for (const char* value : others) EXPECT_EQ(text.find(value), text.npos) << what << '\n' << text;
  }

  /// What is said of rows is the same in every command, and is written to services by one.
  void ask_about_cells(const std::string& what) {
    expect_clean(
        all("check acme.plan --participants people.csv -f text -f json:o.json -f sarif:o.sarif"
            " -f junit:o.xml -f github:o.gh -f gitlab:o.gl",
            {"o.json", "o.sarif", "o.xml", "o.gh", "o.gl"}),
        what);
  }

  /// The commands that answer for people, in their formats.
  void ask_everything(const std::string& file, const std::string& what) {
    const std::string people = " --participants " + file;
    expect_clean(all("check acme.plan" + people +
                         " --explain 900-41-3271 -f text -f json:o.json"
                         " -f jsonl:o.jsonl -f csv:o.csv -f sarif:o.sarif"
                         " -f junit:o.xml -f github:o.gh -f gitlab:o.gl",
                     {"o.json", "o.jsonl", "o.csv", "o.sarif", "o.xml", "o.gh", "o.gl"}),
                 "check " + what);
    expect_clean(all("check acme.plan" + people + " -f csv"), "check by blocks " + what);
    expect_clean(all("check acme.plan" + people + " --expect no-room --reveal -f text"),
                 "expect " + what);
    expect_clean(all("acp acme.plan" + people + " --id-key secret -f text -f json"), "acp " + what);
    expect_clean(
        all("diff acme.plan acme.plan" + people + " -f text -f json:d.json -f markdown:d.md",
            {"d.json", "d.md"}),
        "diff " + what);
    expect_clean(all("project acme.plan" + people + " --years 1"), "project " + what);
    expect_clean(all("map " + file), "map " + what);
  }
};

TEST_F(PlantedValues, AsIdsAreShownByTheirEnds) {
  for (const char* number : notations) {
    write("people.csv", "id,household,age,pay,prior_year_pay,after_tax\n" + std::string{number} +
                            "," + number + ",44,150000,300000,20000\nE2,,50,90000,80000,0\n");
    ask_everything("people.csv", number);
    EXPECT_NE(all("check acme.plan --participants people.csv -f csv").find("***-**-3271"),
              std::string::npos);
  }
}

TEST_F(PlantedValues, InCellsThatCannotBeReadAreNotQuoted) {
  for (const std::string field : {"age", "hire_date", "pay", "hce", "ownership_pct"}) {
    for (const std::string number : notations) {
      // Nine digits alone are an amount, if a high one.
      if (field == "pay" && number == notations[0]) continue;
      write("people.csv", "id,state," + field + "\nE1,CA," + number + "\nE2,CA,\n");
      ask_about_cells(field + " " + number);
    }
  }
  for (const char* field :
       {"pay", "after_tax", "birth_date", "hire_date", "age", "prior_year_pay"}) {
    for (const char* value :
         {"\"183,211.47.\"", "183211.47x", "1983-07-19x", "x 7/19/1983", "Quibblethwaite",
          "\"Quibblethwaite, Zebedee\"", "1983-07-19 183211"}) {
      write("people.csv", "id," + std::string{field} + "\nE1," + value + "\nE2,\n");
      ask_about_cells(std::string{field} + " " + value);
    }
  }
}

TEST_F(PlantedValues, OfPeopleWhoAreReadAreNotTold) {
  write("people.csv",
        "SSN,First Name,Last Name,DOB,Pay,Prior Year Comp,Pre-Tax,Match\n"
        "900-41-3271,Zebedee,Quibblethwaite,7/19/1983,\"183,211.47\",183211.47,24500,5496\n"
        "900-41-3272,Zebedee,Quibblethwaite,19/07/1983,183211.47,183211.47,24500,5496\n");
  expect_clean(all("check acme.plan --participants people.csv -f csv"), "csv");
  expect_clean(all("acp acme.plan --participants people.csv"), "acp");
  expect_clean(all("check acme.plan --participants people.csv -f sarif -f junit:o.xml", {"o.xml"}),
               "services");
  expect_clean(all("map people.csv"), "map");
}

TEST_F(PlantedValues, OfAFileInTheWrongPlaceNothingIsTold) {
  const std::string row = "900-41-3271,Zebedee,Quibblethwaite,1983-07-19,183211.47,5\n";
  write("named.csv", "SSN,First Name,Last Name,DOB,Pay,Pre-Tax\n" + row);
  write("bare.csv", row + row);
  write("titled.csv", "Acme census\n\nSSN,First Name,Last Name,DOB,Pay,Pre-Tax\n" + row);
  write("people.xml",
        "<participants><participant id=\"900-41-3271\"><pay>183211.47</pay></participant>"
        "</participants>");
  write("people.toml", "[[participant]]\nid = \"900-41-3271\"\npay = \"183211.47\n");
  write("plan/people.plan", "SSN,First Name,Last Name,DOB,Pay,Pre-Tax\n" + row);
  for (const std::string file :
       {"named.csv", "bare.csv", "titled.csv", "people.xml", "people.toml", "plan"}) {
    for (const std::string command :
         {"check FILE", "check acme.plan FILE -f json", "lint FILE",
          "lint FILE --fix --unsafe-fixes",
          "lint FILE -f github -f sarif:o1 -f junit:o2 -f gitlab:o3 -f json:o4", "test FILE",
          "fmt FILE", "fmt --diff FILE", "diff FILE acme.plan", "diff acme.plan FILE",
          "acp FILE --participants named.csv", "elect FILE", "project FILE", "merge FILE FILE",
          "check acme.plan --limits FILE", "test --cases FILE",
          "check acme.plan --participants named.csv --mapping FILE"}) {
      std::string line = command;
      for (std::size_t at; (at = line.find("FILE")) != line.npos;) line.replace(at, 4, file);
      const int exit = shell(line);
      EXPECT_TRUE(exit == 2 || exit == 3) << line << ' ' << exit << '\n' << out_;
      expect_clean(out_, line);
      for (const char* written : {"o1", "o2", "o3", "o4"}) {
        if (std::filesystem::exists(path(written))) expect_clean(read(written), line + written);
      }
      if (file != "plan" && line.starts_with("check " + file)) {
        EXPECT_NE(out_.find("--participants"), out_.npos) << out_;
      }
    }
  }
}

}  // namespace
}  // namespace rothcheck::cli
