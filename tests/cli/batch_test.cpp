#include "cli/batch.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <thread>
#include <vector>

#include "bench/random_people.hpp"
#include "checker/acp.hpp"
#include "checker/batch.hpp"
#include "cli/case_files.hpp"
#include "cli/files.hpp"
#include "cli/inputs.hpp"
#include "cli/partial.hpp"
#include "dsl/load.hpp"
#include "intake/cases.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

constexpr const char* speed =
    "plan \"Speed\" {\n"
    "    type 401(k)\n"
    "    year 2025\n"
    "    eligibility { service 3 months }\n"
    "    contributions {\n"
    "        pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n"
    "        limit 10% of pay on after-tax for nhce\n"
    "        limit 5% of pay on after-tax for hce\n"
    "    }\n"
    "    match { 100% of the first 3% of pay; 50% of the next 2% of pay }\n"
    "    in-plan-roth-rollover { after-tax allowed; automatic daily }\n"
    "}\n";

/// A census with every kind of row that files have, most of them good.
std::string census_of(int rows, std::uint64_t seed, bool ordered,
                      std::string_view line_end = "\n") {
  std::mt19937_64 random{seed};
  const auto below = [&](std::uint64_t count) { return random() % count; };
  const auto some = [&](std::vector<std::string> cells) { return cells[below(cells.size())]; };
  const auto amount = [&] {
    const std::string digits = std::to_string(below(90'000));
    return some({digits + ".25", digits + ".5", digits,
                 "\"$1," + std::to_string(100 + below(900)) + ".50\"", "", "0.00", " 12 "});
  };
  std::string text =
      "id,birth_date,pay,prior year pay,pre_tax,roth,after_tax_ytd,match,nonelective,"
      "ownership_pct,hire_date,notes" +
      std::string{line_end};
  for (int i = 0; i < rows; ++i) {
    const std::uint64_t number = ordered ? static_cast<std::uint64_t>(i) : below(1'000'000);
    std::string id = "E" + std::to_string(10'000'000 + number);
    if (below(50) == 0) id = "\"" + id + "\"";
    if (below(200) == 0) id = "";
    const bool odd = below(12) == 0;
    text +=
        id + "," +
        (odd ? some({"2/3/1980", "1980-02-30", "", "1870-01-01", "7/4/85"})
             : "19" + std::to_string(50 + below(50)) + "-0" + std::to_string(1 + below(9)) + "-1" +
                   std::to_string(below(10))) +
        "," + std::to_string(90'000 + below(300'000)) + ".00," + amount() + "," + amount() + "," +
        (odd ? some({"6%", "50 %", "x", "(12.00)"}) : amount()) + "," + amount() + "," +
        some({"none", "none", "N/A", amount()}) + "," + amount() + "," +
        some({"0.00", "5.00", "5.01", "0", ""}) + "," +
        some({"2010-05-06", "2025-09-30", "2025-10-02", "3/4/2012", ""}) + "," +
        (odd ? some({"\"line\nbreak\"", "6'2\"", "\"a, \"\"b\"\"\"", "M\xC3\xBCller"}) : "active") +
        (below(150) == 0 ? ",extra" : "") + std::string{line_end};
    if (below(100) == 0) text += std::string{line_end};
    if (below(150) == 0 && i > 0) text += text.substr(text.rfind("E1", text.size() - 2));
  }
  return text + "Total,,,,,,,,,,,";
}

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
    BatchJob job{.plan = plan, .checker = checker, .participants = census};
    job.options.year = 2025;
    job.options.annual_additions_limit = 70'000_usd;
    job.columns = reports::all_csv_columns();
    job.threads = threads;
    job.block_size = block_size;
    if (as_pipe) job.most_read_whole = 300;
    std::ostringstream out, err;
    std::string beginning;
    const auto result = check_in_batches(job, Console{out, err}, beginning);
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
    command.formats = {"csv:whole.csv", "json:whole.json"};
    for (std::string& format : command.formats)
      format.insert(format.find(':') + 1, folder_.string() + "/");
    const Exit whole = run(cli::check, command);
    const std::string said = err_;
    command.formats = {"csv:" + path("blocks.csv")};
    const Exit blocks = run(cli::check, command);
    EXPECT_EQ(whole, blocks);
    EXPECT_EQ(said, err_);
    EXPECT_TRUE(read("whole.csv") == read("blocks.csv"));
    EXPECT_NE(read("blocks.csv"), "");
    std::filesystem::remove(path("blocks.csv"));
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

/// The same people in XML, some twice, some that cannot be read, in order or not.
std::string xml_of(int people, std::uint64_t seed, bool ordered) {
  std::mt19937_64 random{seed};
  std::string text = "<?xml version=\"1.0\"?>\n<participants>\n";
  for (int i = 0; i < people; ++i) {
    const std::uint64_t number = ordered ? static_cast<std::uint64_t>(i) : random() % 100'000;
    const std::string id = "E" + std::to_string(100'000 + number);
    const std::string person = "<participant id=\"" + id + "\"><age>" +
                               std::to_string(20 + random() % 60) + "</age><pay>" +
                               std::to_string(random() % 400'000) + ".10</pay>";
    const bool odd = random() % 30 == 0;
    text += person + (odd ? "stray</participant>\n" : "<hce>no</hce></participant>\n");
    if (random() % 25 == 0) text += person + "<match>x</match></participant>\n";
    if (random() % 25 == 0) text += "\n" + person + "stray</participant>\n";
    if (random() % 25 == 0) text += "<participant id=\"" + id + "\"/>\n";
  }
  return text + "</participants>\n";
}

TEST_F(BatchTest, XmlIsAnsweredAPersonAtATimeAsItIsWhole) {
  expect_same(xml_of(600, 1, true), "people.xml");
  expect_same(xml_of(600, 2, false), "people.xml");
  expect_same(
      "<participants><participant><id>A</id><age>40</age><pay>9</pay></participant>"
      "<participant id='B'><age>40</age><pay>9</pay></participant></participants>",
      "elements.xml");
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

TEST_F(BatchTest, SumsOfPiecesAddUpToTheSumOfTheWhole) {
  std::string census = census_of(300, 5, true);
  census.erase(census.rfind('\n') + 1);
  const std::size_t head = census.find('\n') + 1;
  std::size_t middle = census.find("\nE1", census.size() / 2) + 1;
  write("all.csv", census);
  write("one.csv", census.substr(0, middle));
  write("two.csv", census.substr(0, head) + census.substr(middle));
  for (const char* piece : {"all", "one", "two"}) {
    const std::string name{piece};
    EXPECT_LE(shell("check speed.plan --quiet --participants " + name + ".csv -f csv:" + name +
                    ".out --partial " + name + ".sums"),
              1)
        << out_;
  }
  EXPECT_EQ(shell("merge one.sums two.sums"), 0);
  const std::string merged = out_;
  EXPECT_TRUE(merged.starts_with(read("all.sums"))) << merged;
  EXPECT_EQ(shell("merge all.sums"), 0);
  EXPECT_EQ(out_, merged);
  EXPECT_EQ(read("one.out") + read("two.out").substr(read("two.out").find('\n') + 1),
            read("all.out"));
}

TEST_F(BatchTest, SumsAreThoseOfTheAcpTest) {
  const std::string census = census_of(400, 7, true);
  write("all.csv", census);
  EXPECT_LE(shell("check speed.plan --quiet --participants all.csv -f csv:out --partial sums"), 1);
  EXPECT_LE(shell("check speed.plan --quiet --participants all.csv -f csv:out -f json:j --partial "
                  "whole.sums"),
            1);
  EXPECT_EQ(read("sums"), read("whole.sums"));
  Sources sources;
  Findings findings;
  const auto sums = read_partial(sources, sources.add("sums", read("sums")), findings);
  ASSERT_TRUE(sums);
  const Summary& rows = sums->summary;
  EXPECT_EQ(rows.rows_read, rows.participants + rows.rows_rejected + rows.rows_skipped);
  EXPECT_GT(rows.rows_rejected, 0);
  EXPECT_GT(rows.rows_skipped, 0);

  intake::CensusOptions options;
  options.year = 2025;
  options.annual_additions_limit = 70'000_usd;
  const checker::Checker checker{inputs_.plans.front(), 2025, inputs_.limits};
  const AcpReport report =
      checker::acp_test(checker, intake::read_census("all.csv", census, options).participants, {});
  EXPECT_GT(report.nhce.count, 20);
  EXPECT_GT(report.hce.count, 20);
  EXPECT_EQ(sums->acp.nhce.count, report.nhce.count);
  EXPECT_EQ(sums->acp.nhce.ratio_sum, report.nhce.ratio_sum);
  EXPECT_EQ(sums->acp.hce.count, report.hce.count);
  EXPECT_EQ(sums->acp.hce.ratio_sum, report.hce.ratio_sum);
  EXPECT_GT(sums->acp.hce.ratio_sum, sums->acp.hce_without_match.ratio_sum);

  EXPECT_EQ(shell("merge sums"), 0);
  const auto percent = [](Hundredths value) { return Money::cents(value.count); };
  EXPECT_TRUE(said("NHCE " + to_plain_string(percent(report.nhce.average())) + "% of " +
                   std::to_string(report.nhce.count)))
      << out_;
  EXPECT_TRUE(said("the limit is " + to_plain_string(percent(report.limit)) +
                   "%: " + std::string{to_string(report.result)}) ||
              report.result == AcpResult::undetermined)
      << out_;
}

TEST_F(BatchTest, PiecesHaveNoTopPaidGroup) {
  write("census.csv", "id,age,pay\nA,40,100000\n");
  std::string plan = speed;
  plan.insert(plan.find("    eligibility"), "    testing { hce top-paid-group }\n");
  write("top.plan", plan);
  EXPECT_EQ(shell("check top.plan --participants census.csv -f csv --partial sums"), 2) << out_;
  EXPECT_TRUE(said("CFG011")) << out_;
  EXPECT_TRUE(said("top-paid group")) << out_;
  EXPECT_EQ(read("sums"), "");
}

TEST_F(BatchTest, SumsOfAnotherRunAreNotAdded) {
  write("a.sums", "[sums]\nplan = \"A\"\nyear = 2025\n");
  EXPECT_EQ(shell("merge a.sums"), 3);
  EXPECT_TRUE(said("CFG010")) << out_;
  std::ostringstream one, other;
  write_partial({"A \"quoted\"", 2025, {}, {}}, one);
  write_partial({"A", 2026, {}, {}}, other);
  write("one.sums", one.str());
  write("other.sums", other.str());
  EXPECT_EQ(shell("merge one.sums"), 0);
  EXPECT_TRUE(out_.starts_with(one.str())) << out_;
  EXPECT_EQ(shell("merge one.sums ./one.sums"), 3);
  EXPECT_TRUE(said("./one.sums is given twice")) << out_;
  EXPECT_EQ(shell("merge one.sums other.sums"), 3);
  EXPECT_TRUE(said("CFG011")) << out_;
}

TEST_F(BatchTest, ColumnsAreThoseAskedFor) {
  write("census.csv", "id,age,pay\nA,40,100000\n");
  EXPECT_EQ(shell("check speed.plan --participants census.csv -f csv --columns room_high,id"), 0);
  EXPECT_TRUE(out_.starts_with("room_high,id\n")) << out_;
  EXPECT_TRUE(said(",A\n")) << out_;
  EXPECT_EQ(shell("check speed.plan --participants census.csv -f csv --columns id,rooms"), 2);
  EXPECT_TRUE(said("the CSV result has no column \"rooms\"")) << out_;
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
  EXPECT_LE(shell("--version > /dev/null; cat census.csv | " ROTHCHECK_PROGRAM
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
      "timeout --preserve-status -s TERM 1 " ROTHCHECK_PROGRAM
      " check speed.plan --participants endless -f csv:result.csv; echo ended $?");
  EXPECT_TRUE(said("ended 143")) << out_;
  EXPECT_EQ(read("result.csv"), "before\n");
  for (const auto& entry : std::filesystem::directory_iterator{folder_}) {
    EXPECT_EQ(entry.path().string().find("result.csv."), std::string::npos);
  }
}

/// The row of the explained answer and the row of the brief one.
void expect_same_row(const checker::Checker& checker, checker::Batch& batch,
                     const Participant& person, const std::string& where) {
  const reports::CsvRowWriter writer{"plan"};
  BriefAnswer answer;
  const auto row = [&] {
    std::string text(writer.most_bytes(person.id, answer), '\0');
    text.resize(
        static_cast<std::size_t>(writer.write(person.id, answer, text.data()) - text.data()));
    return text;
  };
  shorten(checker.assess(person), answer);
  const std::string explained = row();
  batch.assess(person, answer);
  EXPECT_EQ(row(), explained) << where;
}

TEST(Batch, SaysWhatTheExplainedPathSaysOnRandomPeopleUnderEveryPlan) {
  Inputs inputs;
  inputs.read_limits({});
  inputs.read_plans({PROJECT_DIR "/plans", PROJECT_DIR "/bench/census.plan"});
  ASSERT_GT(inputs.plans.size(), 5u);
  for (const Plan& plan : inputs.plans) {
    const int year = plan.year.value_or(2026);
    if (has_error(checker::year_is_known(inputs.limits, plan, year))) continue;
    const checker::Checker checker{plan, year, inputs.limits};
    checker::Batch batch{checker};
    bench::RandomPeople people{7, year};
    for (int i = 0; i < 300; ++i) {
      const Participant person = people.next();
      expect_same_row(checker, batch, person, plan.name + " " + person.id);
    }
  }
}

TEST(Batch, SaysWhatTheExplainedPathSaysOnEveryPublishedCase) {
  int people = 0;
  for (const std::string& path : case_files_in(PROJECT_DIR "/tests/cases")) {
    Inputs inputs;
    inputs.read_limits({});
    std::string reason;
    const auto cases = intake::read_cases(
        inputs.sources, inputs.sources.add(path, read_file(path, reason).value_or("")));
    if (!cases) continue;
    for (const intake::Case& one : *cases.value) {
      if (one.plan.empty() || !one.limits_file.empty()) continue;
      const auto plans = dsl::load(inputs.sources, inputs.sources.add(one.id, one.plan));
      if (!plans || plans.value->size() != 1) continue;
      const Plan& plan = plans.value->front();
      const int year = one.year != 0 ? one.year : plan.year.value_or(2026);
      if (has_error(checker::year_is_known(inputs.limits, plan, year))) continue;
      const checker::Checker checker{plan, year, inputs.limits};
      checker::Batch batch{checker};
      for (const Participant& person : one.participants) {
        expect_same_row(checker, batch, person, one.id);
        ++people;
      }
    }
  }
  EXPECT_GT(people, 100);
}

}  // namespace
}  // namespace rothcheck::cli
