// `rothcheck map`, and the options that say what columns are.
#include <sys/stat.h>

#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

constexpr const char* payroll =
    "Acme,,,,\nEmployee No,Salary,DOB,Last Name,Pre-Tax\n"
    "E77,\"$82,460.35\",2/3/80,Roe,5%\nE78,90000,2/3/81,Doe,5%\n";

class MapCommandTest : public Folder {
 protected:
  MapCommand command() const {
    MapCommand asked;
    asked.census.path = path("payroll.csv");
    return asked;
  }
  void SetUp() override {
    write("payroll.csv", payroll);
    write("acme.plan", acme);
  }
};

TEST_F(MapCommandTest, ProposesAsksAndMasks) {
  MapCommand asked = command();
  asked.census.map = {"Employee No=id"};
  EXPECT_EQ(run(cli::map, asked), Exit::findings);
  EXPECT_TRUE(said("5 columns, the header is line 2"));
  EXPECT_TRUE(said("A  Employee No                   id (mapped so)"));
  EXPECT_TRUE(said("C  DOB                           birth_date (a usual name of it)"));
  EXPECT_TRUE(said("--map \"Salary=FIELD\" or --ignore \"Salary\""));
  EXPECT_TRUE(said("D  Last Name                     names are not needed"));
  EXPECT_TRUE(said("such as $99,999.99  99999"));
  EXPECT_FALSE(said("82,460") || said("2/3/80") || said("Roe") || said("E77"));
}

// Facts of XML and TOML stand in no column, and another person may have more of them.
TEST_F(MapCommandTest, ShowsEachFactOfXmlAndTomlBesideItsOwnCells) {
  MapCommand asked;
  asked.census.path =
      write("people.xml",
            "<participants><participant id=\"E1\"><pay>1</pay></participant>"
            "<participant id=\"E2\"><pay>250000</pay><age>28</age></participant></participants>");
  EXPECT_EQ(run(cli::map, asked), Exit::fine) << err_;
  EXPECT_TRUE(said("such as a9  a9")) << out_;
  EXPECT_TRUE(said("such as 9  999999")) << out_;
  EXPECT_TRUE(said("such as 99\n")) << out_;
  asked.census.path =
      write("people.toml", "[[participant]]\nid = \"E1\"\npay = 150000\nage = 28\n");
  EXPECT_EQ(run(cli::map, asked), Exit::fine) << err_;
  EXPECT_TRUE(said("such as 999999")) << out_;
  EXPECT_FALSE(said("   A  ")) << out_;
}

TEST_F(MapCommandTest, SavesAMappingThatCheckTakes) {
  MapCommand asked = command();
  asked.census.map = {"Employee No=id", "Salary=pay"};
  asked.save = path("mapping.toml");
  EXPECT_EQ(run(cli::map, asked), Exit::fine);
  EXPECT_EQ(
      read("mapping.toml"),
      "# What the columns of a participant file are; --mapping takes this file.\n"
      "ignore = [\"Last Name\"]\n\n[columns]\n\"Employee No\" = \"id\"\n\"Salary\" = \"pay\"\n"
      "\"DOB\" = \"birth_date\"\n\"Pre-Tax\" = \"pre_tax\"\n");
  CheckCommand check;
  check.plans = {path("acme.plan")};
  check.participants = path("payroll.csv");
  check.census.mapping = path("mapping.toml");
  check.formats = {"csv"};
  EXPECT_EQ(run(cli::check, check), Exit::fine);
  EXPECT_TRUE(said("\nE77,Acme,available,8246.03,"));
}

TEST_F(MapCommandTest, SavesWhatIsUndecidedAsThatAndUnitsAsTold) {
  MapCommand asked = command();
  asked.census.path = write("odd.csv", "id,Employer Contribution,Pre-Tax,Roth %\nE1,5,6,7\n");
  asked.census.map = {"Pre-Tax=pre_tax fraction"};
  asked.census.period = "annual";
  asked.save = path("odd.toml");
  EXPECT_EQ(run(cli::map, asked), Exit::findings);
  EXPECT_EQ(read("odd.toml"),
            "# What the columns of a participant file are; --mapping takes this file.\n"
            "period = \"annual\"\nignore = []\n\n[columns]\n\"id\" = \"id\"\n"
            "# \"Employer Contribution\" = \"\"    # may be match or nonelective\n"
            "\"Pre-Tax\" = \"pre_tax fraction\"\n\"Roth %\" = \"roth\"\n");
}

TEST_F(MapCommandTest, ShowsNobodyWhereThereIsNoHeader) {
  write("people.csv", "Q1,Zelinda,Quorvath,1971-03-17,183211.47\nQ2,Bob,Smith,1980-01-01,90000\n");
  shell("map people.csv");
  EXPECT_TRUE(said("the first row is data")) << out_;
  for (const char* of_a_person : {"Zelinda", "Quorvath", "1971", "183211"})
    EXPECT_FALSE(said(of_a_person)) << out_;
}

TEST_F(MapCommandTest, AskedColumnsStopACheck) {
  CheckCommand check;
  check.plans = {path("acme.plan")};
  check.participants = path("payroll.csv");
  check.census.map = {"Employee No=id"};
  EXPECT_EQ(run(cli::check, check), Exit::unread);
  EXPECT_TRUE(said("error[CEN027] ambiguous-column: \"Salary\" may be pay"));
}

TEST_F(MapCommandTest, ABadMappingIsWrongUsage) {
  CheckCommand check;
  check.plans = {path("acme.plan")};
  check.participants = path("payroll.csv");
  check.census.map = {"Salary=pya"};
  EXPECT_EQ(run(cli::check, check), Exit::usage);
  EXPECT_TRUE(said("mapping-entry: --map: \"pya\" is not a participant field; did you mean pay?"));
}

TEST_F(MapCommandTest, RejectedRowsAreWrittenForTheirOwnerAlone) {
  CheckCommand check;
  check.plans = {path("acme.plan")};
  check.participants = write("census.csv", "id,pay\nA,much\nB,90000\n");
  check.census.rejects = path("rejects.csv");
  EXPECT_EQ(run(cli::check, check), Exit::findings);
  EXPECT_EQ(read("rejects.csv"),
            "rejected_line,rejected_because,id,pay\n"
            "2,\"pay: found words in pay, expected an amount such as 1234.50, not below "
            "zero\",A,much\n");
  struct stat status{};
  ASSERT_EQ(::stat(path("rejects.csv").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
}

}  // namespace
}  // namespace rothcheck::cli
