#include "checker/acp/acp.hpp"
#include "cli/inputs.hpp"
#include "run/batch/partial.hpp"
#include "tests/cli/census_files.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

class MergeTest : public Folder {
 protected:
  void SetUp() override {
    write("speed.plan", speed);
    inputs_.read_limits({});
    inputs_.read_plans({path("speed.plan")});
    ASSERT_EQ(inputs_.plans.size(), 1u);
  }

  Inputs inputs_;
};

TEST_F(MergeTest, SumsOfPiecesAddUpToTheSumOfTheWhole) {
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

TEST_F(MergeTest, SumsAreThoseOfTheAcpTest) {
  const std::string census = census_of(400, 7, true);
  write("all.csv", census);
  EXPECT_LE(shell("check speed.plan --quiet --participants all.csv -f csv:out --partial sums"), 1);
  EXPECT_LE(shell("check speed.plan --quiet --participants all.csv -f csv:out -f json:j --partial "
                  "whole.sums"),
            1);
  EXPECT_EQ(read("sums"), read("whole.sums"));
  Sources sources;
  Findings findings;
  const auto sums = run::read_partial(sources, sources.add("sums", read("sums")), findings);
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
  // Some matches are so large that they count by the rates of others, which no sums know; such
  // people are among those that leave the sums open.
  EXPECT_GT(sums->acp.nhce.ratio_sum, report.nhce.ratio_sum);
  EXPECT_EQ(sums->acp.hce.count, report.hce.count);
  EXPECT_EQ(sums->acp.hce.ratio_sum, report.hce.ratio_sum);
  // Without a safe harbor no match may be left out.
  EXPECT_EQ(sums->tested.left_out, MatchLeftOut{});
  EXPECT_EQ(sums->acp.hce_without_match.ratio_sum, sums->acp.hce.ratio_sum);

  EXPECT_EQ(shell("merge sums"), 0);
  const auto percent = [](Hundredths value) { return Money::cents(value.count); };
  EXPECT_TRUE(said("NHCE " + to_plain_string(percent(sums->acp.nhce.average())) + "% of " +
                   std::to_string(report.nhce.count)))
      << out_;
  // Some people's HCE status is not told, and some rows could not be used: nothing is settled.
  EXPECT_TRUE(said("%: undetermined\n")) << out_;
  EXPECT_TRUE(said("rows were left out, and may be of people who belong in the test"));
  EXPECT_TRUE(said(std::to_string(sums->acp.status_unknown) + " employees have no HCE status"));
  EXPECT_GT(sums->acp.status_unknown, 0);
}

TEST_F(MergeTest, PiecesHaveNoTopPaidGroup) {
  write("census.csv", "id,age,pay\nA,40,100000\n");
  std::string plan = speed;
  plan.insert(plan.find("    eligibility"), "    testing { hce top-paid-group }\n");
  write("top.plan", plan);
  EXPECT_EQ(shell("check top.plan --participants census.csv -f csv --partial sums"), 2) << out_;
  EXPECT_TRUE(said("CFG011")) << out_;
  EXPECT_TRUE(said("top-paid group")) << out_;
  EXPECT_EQ(read("sums"), "");
}

TEST_F(MergeTest, SumsOfAnotherRunAreNotAdded) {
  write("a.sums", "[sums]\nplan = \"A\"\nyear = 2025\n");
  EXPECT_EQ(shell("merge a.sums"), 3);
  EXPECT_TRUE(said("CFG010")) << out_;
  std::ostringstream one, other;
  run::write_partial({.plan = "A \"quoted\"", .year = 2025}, one);
  run::write_partial({.plan = "A", .year = 2026}, other);
  write("one.sums", one.str());
  write("other.sums", other.str());
  EXPECT_EQ(shell("merge one.sums"), 0);
  EXPECT_TRUE(out_.starts_with(one.str())) << out_;
  EXPECT_EQ(shell("merge one.sums ./one.sums"), 3);
  EXPECT_TRUE(said("./one.sums is given twice")) << out_;
  EXPECT_EQ(shell("merge one.sums other.sums"), 3);
  EXPECT_TRUE(said("CFG011")) << out_;
}

}  // namespace
}  // namespace rothcheck::cli
