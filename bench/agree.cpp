// Holds the batch path against the explained path: the same CSV row, byte for byte, for random
// people under every plan given. `agree [-n PEOPLE] PLAN...`
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "bench/random_people.hpp"
#include "checker/judge/batch.hpp"
#include "cli/inputs.hpp"
#include "reports/check_csv.hpp"

using namespace rothcheck;

namespace {

std::string row(const reports::CsvRowWriter& writer, const BriefAnswer& answer) {
  std::string text(writer.most_bytes("p", answer), '\0');
  text.resize(static_cast<std::size_t>(writer.write("p", answer, text.data()) - text.data()));
  return text;
}

/// The number of people whose rows differ.
int disagreements(const Plan& plan, int year, const LimitTable& limits, int count) {
  const checker::Checker checker{plan, year, limits};
  checker::Batch batch{checker};
  const reports::CsvRowWriter writer{plan.name};
  bench::RandomPeople people{20'251'231, year};
  BriefAnswer answer;
  int differ = 0;
  for (int i = 0; i < count; ++i) {
    const Participant person = people.next();
    shorten(checker.assess(person), answer);
    const std::string explained = row(writer, answer);
    batch.assess(person, answer);
    const std::string brief = row(writer, answer);
    if (explained == brief) continue;
    if (++differ <= 3) {
      std::printf("  %s:\n    %s    %s", person.id.c_str(), explained.c_str(), brief.c_str());
    }
  }
  return differ;
}

}  // namespace

int main(int argc, char** argv) {
  int count = 10'000, first = 1;
  if (argc > 2 && std::strcmp(argv[1], "-n") == 0) {
    count = std::atoi(argv[2]);
    first = 3;
  }
  cli::Inputs inputs;
  inputs.read_limits({});
  inputs.read_plans({argv + first, argv + argc});
  int differ = 0;
  for (const Plan& plan : inputs.plans) {
    const int year = plan.year.value_or(2026);
    if (has_error(checker::year_is_known(inputs.limits, plan, year))) continue;
    const int here = disagreements(plan, year, inputs.limits, count);
    std::printf("%-60s %d people, %d differ\n", plan.name.c_str(), count, here);
    differ += here;
  }
  return differ == 0 && !inputs.plans.empty() ? 0 : 1;
}
