#include <filesystem>

#include "bench/random_people.hpp"
#include "checker/judge/batch.hpp"
#include "cli/inputs.hpp"
#include "dsl/load.hpp"
#include "intake/cases/cases.hpp"
#include "reports/check_csv.hpp"
#include "run/cases/case_files.hpp"
#include "run/files/files.hpp"
#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

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

void expect_same_rows(const std::vector<std::string>& plans) {
  Inputs inputs;
  inputs.read_limits({});
  for (const std::string& text : plans) {
    const auto loaded = dsl::load(inputs.sources, inputs.sources.add("x", text));
    ASSERT_TRUE(loaded);
    const Plan& plan = loaded.value->front();
    const checker::Checker checker{plan, 2026, inputs.limits};
    checker::Batch batch{checker};
    bench::RandomPeople people{11, 2026};
    for (int i = 0; i < 200; ++i) {
      const Participant person = people.next();
      expect_same_row(checker, batch, person, text + " " + person.id);
    }
  }
}

TEST(Batch, SaysWhatTheExplainedPathSaysOnRandomPeopleUnderEveryPlan) {
  Inputs inputs;
  inputs.read_limits({});
  inputs.read_plans({tests::project("plans"), tests::project("bench/census.plan")});
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

TEST(Batch, SaysWhatTheExplainedPathSaysOnSpecialCatchUps) {
  const std::string kinds =
      "contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n";
  const std::vector<std::string> plans = {
      "plan \"x\" { type 403(b)\n" + kinds + "catch-up-15-years allowed } }",
      "plan \"x\" { type governmental 457(b); normal-retirement-age 65\n" + kinds +
          "catch-up-last-3-years allowed } }",
      "plan \"x\" { type 457(b)\n" + kinds + "catch-up-last-3-years not stated } }"};
  expect_same_rows(plans);
}

TEST(Batch, SaysWhatTheExplainedPathSaysOnWordsOfTimeAndGroups) {
  const std::string start =
      "plan \"x\" { type 401(k)\n eligibility { age 21; service 1 year; entry semiannual }\n"
      "in-plan-roth-rollover { after-tax allowed }\n"
      "contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n";
  const std::vector<std::string> plans = {
      start +
          "roth-catch-up deemed on pre-tax; roth-catch-up wages of group\n"
          "limit 10% of base pay on after-tax each pay-period for class \"union\" or age >= 50 }\n"
          "compensation { only while participant }\n"
          "nonelective { 5% of pay for class \"union\"; 3% of pay for class \"salaried\" } }",
      start +
          "roth-catch-up deemed on combined; limit 60% of pay each pay-period\n"
          "limit $700 on after-tax each pay-period from 2026-07-01; after-tax only after 402(g) }\n"
          "match { 50% of the first 6% of pay; each pay-period; no true-up } }",
      start +
          "limit 50% of the 415(c) limit on after-tax for hired before 2015-01-01 or hce }\n"
          "plan-year begins 07-01; compensation { counts base, bonus; only while participant }\n"
          "automatic-enrollment { kind eaca; default 4% of pay; covers hired from 2020-01-01 } }"};
  expect_same_rows(plans);
}

TEST(Batch, SaysWhatTheExplainedPathSaysOnEveryPublishedCase) {
  int people = 0;
  for (const std::string& path : run::case_files_in(tests::project("tests/cases"))) {
    Inputs inputs;
    inputs.read_limits({});
    std::string reason;
    const auto cases = intake::read_cases(
        inputs.sources, inputs.sources.add(path, run::read_file(path, reason).value_or("")));
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
