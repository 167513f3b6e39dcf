#include "run/batch/batch.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "cli/inputs.hpp"
#include "tests/cli/census_files.hpp"
#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

class BatchTest : public Folder {
 protected:
  void SetUp() override {
    write("speed.plan", speed);
    inputs_.read_limits({});
    inputs_.read_plans({path("speed.plan")});
    ASSERT_EQ(inputs_.plans.size(), 1u);
  }

  /// The rows that a run in blocks writes.
  std::string in_blocks(const std::string& census, unsigned threads, std::size_t block_size,
                        bool as_pipe = false) {
    const Plan& plan = inputs_.plans.front();
    const checker::Checker checker{plan, 2025, inputs_.limits};
    std::ostringstream out;
    run::BatchJob job{.plan = plan, .checker = checker, .rows = out, .participants = census};
    job.options.year = 2025;
    job.options.annual_additions_limit = 70'000_usd;
    job.columns = reports::all_csv_columns();
    job.threads = threads;
    job.block_size = block_size;
    if (as_pipe) job.most_read_whole = 300;
    std::string beginning;
    const auto result = run::check_in_batches(job, beginning);
    EXPECT_TRUE(result);
    if (!result) return {};
    said_ = "";
    for (const Finding& finding : result->census.findings) {
      said_ += std::string{finding.kind->code} + " " + finding.message + " " +
               std::to_string(finding.cell->line) + "\n";
    }
    summary_ = result->totals.summary;
    return out.str();
  }

  /// The same census whole and in blocks: the rows, what was said, and the exit code.
  void expect_same(const std::string& census, const std::string& file = "census.csv") {
    CheckCommand command;
    command.plans = {path("speed.plan")};
    command.participants = write(file, census);
    command.formats = {"csv:" + path("whole.csv")};
    command.census.rejects = path("left.csv");
    const Exit whole = run(cli::check, command);
    const std::string said = but_for_totals(err_);
    command.formats = {"csv:" + path("blocks.csv")};
    command.census.rejects = {};
    const Exit blocks = run(cli::check, command);
    EXPECT_EQ(whole, blocks);
    EXPECT_EQ(said, but_for_totals(err_));
    EXPECT_TRUE(read("whole.csv") == read("blocks.csv"));
    EXPECT_NE(read("blocks.csv"), "");
    std::filesystem::rename(path("blocks.csv"), path("blocks.csv.kept"));
  }

  Inputs inputs_;
  std::string said_;
  Summary summary_;
};

TEST_F(BatchTest, BlocksSayWhatTheWholeFileSays) {
  expect_same(census_of(400, 1, true));
  expect_same(census_of(400, 2, false));
  expect_same(census_of(400, 3, true, "\r\n"));
}

TEST_F(BatchTest, RepeatedIdsAreFoundWhereRowsEndInSeveralWays) {
  expect_same("id,pay\np1,50000\rp2,60000\r\np1,70000\np3,80000\n");
  EXPECT_EQ(read("whole.csv").find("p1"), std::string::npos);
}

// With the mark the file is UTF-8, and other bytes cannot be read; without, they are Windows-1252.
TEST_F(BatchTest, AByteOrderMarkIsForEveryRow) {
  const std::string rows = "id,pay\np1,50000\nJos\xE9,60000\np3,70000\n";
  expect_same("\xEF\xBB\xBF" + rows);
  EXPECT_EQ(read("whole.csv").find("Jos"), std::string::npos);
  expect_same(rows);
  EXPECT_NE(read("whole.csv").find("Jos\xC3\xA9"), std::string::npos);
}

/// People told apart by a Social Security number, in all the ways in which that goes wrong.
std::string census_by_number(const std::string& head) {
  return head +
         ",age,pay,notes\n987-65-4320,40,100000,\n123-45-6780,41,90000,\"two\nlines\"\n"
         "\"987-65-4321\",42,80000,\"a, b\"\n987654322,43,70000,\n123 45 6780,44,60000,again\n"
         "12345679,45,60000,eight digits\n000-12-3456,46,60000,never issued\n***-**-4320,47,1,\n"
         ",48,60000,\n987.65.4323,49,60000,\nE12,50,60000,\n987-65-4324,51,x,\n"
         "987-65-4325,52,60000,\n987654325,52,60000,\nTotal,,100000,\n";
}

TEST_F(BatchTest, SocialSecurityNumbersAreMaskedAndTellTheirRows) {
  for (const char* head : {"ssn", "id"}) {
    expect_same(census_by_number(head));
    const std::string rows = read("blocks.csv.kept");
    EXPECT_NE(rows.find("***-**-4321,"), rows.npos) << rows;
    EXPECT_NE(rows.find(",row\n"), rows.npos) << rows;
    EXPECT_EQ(rows.find("***-**-6780"), rows.npos) << rows;
    EXPECT_EQ(rows.find("***-**-4325"), rows.npos) << rows;
  }
  // Nobody is answered for whose id is masked, and the file has to be seen whole to know.
  expect_same("id,age,pay\n987-65-4320,40,100000\nE1,41,90000\n987654320,42,80000\n");
  EXPECT_EQ(read("blocks.csv.kept").find("row"), std::string::npos);
}

TEST_F(BatchTest, RowsOfSocialSecurityNumbersAreTheSameInBlocksOfAnySize) {
  const std::string census = write("census.csv", census_by_number("ssn"));
  const std::string rows = in_blocks(census, 1, 1 << 18);
  const std::string said = said_;
  for (const std::size_t size : {1u, 30u, 100u}) {
    for (const unsigned threads : {1u, 3u}) {
      EXPECT_EQ(in_blocks(census, threads, size), rows) << threads << " " << size;
      EXPECT_EQ(said_, said) << threads << " " << size;
    }
  }
}

TEST_F(BatchTest, QuotedCellsAreReadAsOthersAre) {
  std::string census = "\"id\",\"age\",\"pay\",\"pre_tax\",\"notes\"\n";
  for (int i = 0; i < 200; ++i) {
    const std::string id = std::to_string(1000 + i);
    census += "\"E" + id + "\",\"40\",\"" + id + "50.00\",\"" +
              (i % 3 == 0 ? "" : "1,0" + id.substr(2)) +
              (i % 7 == 0    ? "\",\"a \"\"b\"\"\n\"\n"
               : i % 11 == 0 ? "\",6'2\"\n"
                             : "\",\"x,y\"\n");
  }
  expect_same(census);
}

TEST_F(BatchTest, XmlIsAnsweredAPersonAtATimeAsItIsWhole) {
  expect_same(xml_of(600, 1, true), "people.xml");
  expect_same(xml_of(600, 2, false), "people.xml");
  for (const std::string second : {"A", "B"}) {
    expect_same(
        "<participants><participant><id>A</id><age>40</age><pay>9</pay></participant>"
        "<participant id='" +
            second + "'><age>40</age><pay>9</pay></participant></participants>",
        "elements.xml");
  }
}

TEST_F(BatchTest, XmlThatIsCutOffLeavesWhatWasThere) {
  write("cut.xml", "<participants><participant id='A'><age>40</age><pay>9</pay></participant>");
  write("result.csv", "before\n");
  EXPECT_EQ(shell("check speed.plan --participants cut.xml -f csv:result.csv"), 3);
  EXPECT_TRUE(said("the file may have been cut off")) << out_;
  EXPECT_EQ(read("result.csv"), "before\n");
}

TEST_F(BatchTest, NoByteDependsOnThreadsOrBlocks) {
  for (const bool ordered : {true, false}) {
    const std::string census = write("census.csv", census_of(700, 4, ordered));
    const std::string rows = in_blocks(census, 1, 1 << 18);
    const std::string said = said_;
    EXPECT_GT(std::count(rows.begin(), rows.end(), '\n'), 300);
    for (const std::size_t size : {1u, 100u, 333u, 4096u, 65'536u}) {
      for (const unsigned threads : {1u, 2u, 5u}) {
        EXPECT_EQ(in_blocks(census, threads, size), rows) << threads << " " << size;
        EXPECT_EQ(said_, said) << threads << " " << size;
      }
    }
  }
}

TEST_F(BatchTest, APipeComparesNeighboursAndSaysSo) {
  const std::string census =
      "id,age,pay\nB,40,100000\nA,40,100000\nA,41,100000\nA,42,1\nB,40,100000\n" +
      std::string(400, '\n');
  for (const std::size_t size : {1u, 20u, 4096u}) {
    const std::string pipe = path("pipe" + std::to_string(size));
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const std::jthread writer{[&] { std::ofstream{pipe} << census; }};
    const std::string rows = in_blocks(pipe, 2, size, true);
    EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 3) << rows;
    EXPECT_EQ(summary_.rows_rejected, 3);
    EXPECT_NE(said_.find("CEN057 "), said_.npos) << said_;
    EXPECT_NE(said_.find("2 rows repeat the id of another row: lines 4, 5"), said_.npos) << said_;
  }
}

TEST_F(BatchTest, AFileComparesAllIds) {
  const std::string census =
      write("census.csv", "id,age,pay\nB,40,100000\nA,40,100000\nC,41,100000\nB,40,100000\n");
  for (const std::size_t size : {1u, 4096u}) {
    const std::string rows = in_blocks(census, 2, size);
    EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 3) << rows;
    EXPECT_NE(said_.find("CEN"), said_.npos);
    EXPECT_NE(said_.find("lines 2 and 5 have the same id"), said_.npos) << said_;
  }
}

TEST_F(BatchTest, ColumnsAreThoseAskedFor) {
  write("census.csv", "id,age,pay\nA,40,100000\n");
  EXPECT_EQ(
      shell("check speed.plan --participants census.csv --quiet -f csv --columns room_high,id"), 0);
  EXPECT_TRUE(out_.starts_with("room_high,id\n")) << out_;
  EXPECT_TRUE(said(",A\n")) << out_;
  EXPECT_EQ(shell("check speed.plan --participants census.csv -f csv --columns id,rooms"), 2);
  EXPECT_TRUE(said("CFG012") && said("the CSV result has no column \"rooms\"")) << out_;
}

TEST_F(BatchTest, StandardInputIsReadToItsEnd) {
  // Rows of one id stand next to each other, so that a pipe sees what a file does.
  std::string census = "id,age,pay\n";
  for (int i = 100'000; i < 200'000; ++i) {
    const std::string row = "E" + std::to_string(i) + ",40," + std::to_string(i) + "\n";
    census += i % 1000 == 0 ? row + row : row;
  }
  write("census.csv", census);
  EXPECT_LE(shell("check speed.plan --quiet --participants census.csv -f csv:file.csv"), 1) << out_;
  EXPECT_LE(shell("check speed.plan --quiet --participants - -f csv < census.csv > input.csv"), 1);
  EXPECT_LE(shell("--version > /dev/null; cat census.csv | " + tests::program() +
                  " check speed.plan --quiet --participants - -f csv > pipe.csv"),
            1);
  const std::string rows = read("file.csv");
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 99'901);
  EXPECT_TRUE(rows == read("input.csv"));
  EXPECT_TRUE(rows == read("pipe.csv"));
}

TEST_F(BatchTest, AStoppedRunLeavesWhatWasThere) {
  write("result.csv", "before\n");
  // The file never ends, so the run is still under way when it is stopped.
  shell(
      "--version > /dev/null; { head -c 200 /dev/zero | tr '\\0' ' '; echo; } > /dev/null; "
      "mkfifo endless; ( echo id,age,pay; yes A,40,100000 ) > endless 2>/dev/null & "
      "timeout --preserve-status -s TERM 1 " +
      tests::program() +
      " check speed.plan --participants endless -f csv:result.csv; echo ended $?");
  EXPECT_TRUE(said("ended 143")) << out_;
  EXPECT_EQ(read("result.csv"), "before\n");
  for (const auto& entry : std::filesystem::directory_iterator{folder_}) {
    EXPECT_EQ(entry.path().string().find("result.csv."), std::string::npos);
  }
}

}  // namespace
}  // namespace rothcheck::cli
