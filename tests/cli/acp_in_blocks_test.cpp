// A long file in blocks gives the ACP test that the whole census gives.
#include "run/batch/acp_in_blocks.hpp"

#include <sstream>

#include "bench/random_people.hpp"
#include "checker/acp/acp_of_people.hpp"
#include "cli/inputs.hpp"
#include "reports/acp.hpp"
#include "reports/json_writer.hpp"
#include "tests/cli/census_files.hpp"
#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

/// What is solved of a file of any size.
checker::AcpOptions options() {
  checker::AcpOptions asked;
  asked.solve = {"hce-rate", "hce-dollars"};
  return asked;
}

std::string json_of(AcpReport report) {
  std::vector<AcpReport> reports;
  reports.push_back(std::move(report));
  std::ostringstream text;
  reports::write_json(reports::tree_of(reports, "key"), text);
  return text.str();
}

/// People whose money counts whatever the rates of others are, as most are in a long file.
Participant plain(Participant person, int number) {
  person.acp_deferrals.reset();
  person.qnec.reset();
  person.family_group.reset();
  if (!person.hce && !person.prior_year_pay && number % 7 != 0) person.hce = number % 3 == 0;
  if (!person.birth_date && !person.age) person.age = 30 + number % 40;
  if (!person.hire_date && !person.service_years) person.service_years = Rate::whole(number % 9);
  if (person.match) person.match = std::min(*person.match, 300_usd);
  if (person.after_tax && number % 2 == 0) person.after_tax = Election{Rate{number % 12, 100}};
  return person;
}

TEST(AcpInBlocks, SumsOfTheOthersGiveTheTestOfEverybodyUnderEveryPlan) {
  Inputs inputs;
  inputs.read_limits({});
  inputs.read_plans({tests::project("plans"), tests::project("bench/census.plan")});
  std::int64_t settled = 0, kept_as_sums = 0;
  for (const Plan& plan : inputs.plans) {
    const int year = plan.year.value_or(2026);
    if (has_error(checker::year_is_known(inputs.limits, plan, year))) continue;
    const checker::Checker checker{plan, year, inputs.limits};
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      bench::RandomPeople random{seed, year};
      std::vector<Participant> census;
      for (int i = 0; i < 40; ++i) census.push_back(plain(random.next(), i));
      const checker::AcpOptions asked = options();
      checker::TestedPeople people;
      checker::TestCensus taking{checker, asked, checker::Kept::highly_compensated};
      for (std::size_t at = 0; at < census.size(); ++at) {
        taking.take(census[at], census[at].id, at + 1);
        if (at % 9 == 0) append(people, taking.take_people());
      }
      append(people, taking.take_people());
      if (!sums_settle(checker, people, asked)) continue;
      ++settled;
      kept_as_sums += people.count() - std::ssize(people.employees);
      std::vector<std::size_t> rows;
      for (const checker::NumberedPerson& person : people.persons) rows.push_back(person.row);
      AcpReport report = acp_test(
          checker, std::move(people),
          [&](const std::vector<std::size_t>& numbers, const checker::Visit& visit) {
            for (std::size_t at = numbers.size(); at-- != 0;)
              visit(at, census[rows[numbers[at]] - 1]);
          },
          asked);
      for (auto* refunds : {&report.refunds}) {
        for (AcpRefund& refund : *refunds) refund.row = 0;
      }
      for (AcpReturned& returned : report.corrections) returned.row = 0;
      if (report.adp) {
        for (AcpRefund& refund : report.adp->refunds) refund.row = 0;
        for (AcpRefund& refund : report.adp->catch_up) refund.row = 0;
      }
      EXPECT_EQ(json_of(std::move(report)), json_of(checker::acp_test(checker, census, asked)))
          << plan.name << ", seed " << seed;
    }
  }
  EXPECT_GT(settled, 20);
  EXPECT_GT(kept_as_sums, 200);
}

class AcpFile : public Folder {
 protected:
  void SetUp() override {
    write("speed.plan", speed);
    inputs_.read_limits({});
    inputs_.read_plans({path("speed.plan")});
    ASSERT_EQ(inputs_.plans.size(), 1u);
  }

  std::optional<run::AcpInBlocks> in_blocks(const checker::Checker& checker, std::size_t size,
                                            unsigned threads) {
    run::AcpJob job{.checker = checker,
                    .options = options(),
                    .file = {.participants = path("all.csv"), .options = as_},
                    .least_size = 0};
    job.file.block_size = size;
    job.file.threads = threads;
    return run::acp_in_blocks(job);
  }

  Inputs inputs_;
  intake::CensusOptions as_{.year = 2025};
};

TEST_F(AcpFile, GivesTheSameReportInBlocksOfAnySize) {
  // The highly compensated put in so much that some of it goes back.
  std::string census = "id,hire_date,pay,prior_year_pay,pre_tax,roth,after_tax,match\n";
  for (int i = 0; i < 400; ++i) {
    const bool highly = i % 5 == 0;
    census += "E" + std::to_string(1000 + i) + ",2015-01-0" + std::to_string(1 + i % 9) + "," +
              (highly ? "200000,190000" : "60000,58000") + "," + std::to_string(i % 11 * 100) +
              ",0," + (highly ? std::to_string(3000 + i * 10) : std::to_string(i % 3 * 600)) + "," +
              std::to_string(i % 4 * 50) + "\n";
  }
  write("all.csv", census);
  const checker::Checker checker{inputs_.plans.front(), 2025, inputs_.limits};
  checker::AcpOptions asked = options();
  const std::string whole = json_of(
      checker::acp_test(checker, intake::read_census("all.csv", census, as_).participants, asked));
  EXPECT_NE(whole.find("\"result\": \"fail\""), std::string::npos);
  EXPECT_NE(whole.find("\"form_1099r\""), std::string::npos);
  for (const std::size_t size : {300u, 5'000u, 1u << 16}) {
    for (const unsigned threads : {1u, 3u}) {
      auto blocks = in_blocks(checker, size, threads);
      ASSERT_TRUE(blocks && blocks->report) << size;
      EXPECT_EQ(json_of(std::move(*blocks->report)), whole) << size << ", " << threads;
    }
  }
}

TEST_F(AcpFile, LeavesTheRoomsThatTheWholeCensusLeaves) {
  std::string census = "id,age,hire_date,pay,hce,pre_tax,roth,after_tax,match\n";
  for (int i = 0; i < 60; ++i) {
    census += "E" + std::to_string(1000 + i) + ",40,2015-01-01," +
              (i % 6 == 0 ? "200000,yes," : "60000,no,") + std::to_string(i * 100) + ",0," +
              std::to_string(i % 4 * 500) + ",0\n";
  }
  write("all.csv", census);
  const checker::Checker checker{inputs_.plans.front(), 2025, inputs_.limits};
  const std::vector<Participant> people = intake::read_census("all.csv", census, as_).participants;
  const auto whole = checker::rooms_after_acp(checker, people, {});
  const auto blocks = run::rooms_in_blocks(
      {.checker = checker,
       .options = {},
       .file = {.participants = path("all.csv"), .options = as_, .block_size = 400},
       .least_size = 0});
  ASSERT_TRUE(whole && blocks && blocks->rooms);
  ASSERT_EQ(whole->people.size(), 10u);
  ASSERT_EQ(blocks->rooms->size(), 10u);
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_EQ((*blocks->rooms)[i].row, people[whole->people[i].person].row->row);
    EXPECT_EQ((*blocks->rooms)[i].room, whole->people[i].room);
  }
}

TEST_F(AcpFile, IsReadWholeWhereTheRatesOfOthersDecide) {
  write("all.csv",
        "id,age,hire_date,pay,hce,pre_tax,roth,after_tax,match,qnec\n"
        "a,40,2015-01-01,60000,no,0,0,100,0,3000\n"
        "b,40,2015-01-01,200000,yes,0,0,5000,0,\n");
  const checker::Checker checker{inputs_.plans.front(), 2025, inputs_.limits};
  EXPECT_FALSE(in_blocks(checker, 1 << 16, 1));
}

}  // namespace
}  // namespace rothcheck::cli
