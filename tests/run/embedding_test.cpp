// A program that embeds rothcheck: one header, no command line.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "run/rothcheck.hpp"

namespace rothcheck {
namespace {

constexpr const char* acme =
    "plan \"Acme\" {\n"
    "    type 401(k)\n"
    "    year 2026; source \"SPD\"; match none; nonelective none\n"
    "    contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed }\n"
    "    in-plan-roth-rollover { after-tax allowed }\n"
    "}\n";

class Embedding : public testing::Test {
 protected:
  Sources sources_;
  LimitTable limits_ = intake::embedded_limits(sources_);
  Outcome<std::vector<Plan>> plans_ = dsl::load(sources_, sources_.add("acme.plan", acme));
};

TEST_F(Embedding, AnswersOnePerson) {
  ASSERT_TRUE(plans_);
  const checker::Checker checker{plans_.value->front(), 2026, limits_};
  Participant person;
  person.id = "E1";
  person.age = 40;
  person.pay = 200'000_usd;
  person.pre_tax = Election{24'500_usd};
  person.hce = false;
  const Assessment answer = checker.assess(person);
  // 415(c) of 2026, $72,000, less what was deferred.
  EXPECT_EQ(answer.room.least, 47'500_usd);
  EXPECT_EQ(answer.room.most, 47'500_usd);
}

TEST_F(Embedding, AnswersACensusAsRows) {
  ASSERT_TRUE(plans_);
  const checker::Checker checker{plans_.value->front(), 2026, limits_};
  const std::string path = testing::TempDir() + "embedding.csv";
  std::ofstream{path} << "id,age,pay,pre_tax,hce\nE1,40,200000,24500,no\nE2,30,60000,0,no\n";
  std::ostringstream rows;
  run::BatchJob job{.plan = plans_.value->front(),
                    .checker = checker,
                    .rows = rows,
                    .participants = path,
                    .options = {},
                    .output = "",
                    .columns = reports::all_csv_columns()};
  std::string beginning;
  const auto result = run::check_in_batches(job, beginning);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->totals.summary.rows_read, 2);
  EXPECT_NE(rows.str().find("E1"), std::string::npos);
  EXPECT_NE(rows.str().find("47500.00"), std::string::npos);
}

TEST_F(Embedding, SaysWhatIsWrongWithAText) {
  Sources sources;
  const auto linted = run::lint_text(sources, sources.add("bad.plan", "plan \"A\" { type 401(z) }"),
                                     {.limits = limits_, .year = 2026, .as_of = date(2026, 6, 30)});
  EXPECT_FALSE(linted.readable);
  EXPECT_FALSE(linted.findings.empty());
}

}  // namespace
}  // namespace rothcheck
