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
