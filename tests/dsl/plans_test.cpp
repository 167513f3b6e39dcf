// The plan of the language page, and the project's encoded plans.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/dsl/loaded.hpp"
#include "tests/places.hpp"

namespace rothcheck::dsl {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The first fenced block of docs/language.md that begins with a plan.
std::string sample_plan() {
  const std::string page = read_file(std::filesystem::path{tests::project("docs/language.md")});
  const std::size_t begin = page.find("```\nplan ");
  if (begin == std::string::npos) return {};
  return page.substr(begin + 4, page.find("\n```", begin + 4) - begin - 3);
}

TEST(Plans, TheSampleOfTheLanguagePage) {
  const Loaded loaded{sample_plan()};
  const Plan& plan = loaded.plan();
  EXPECT_EQ(plan.name, "Acme 401(k) Savings Plan");
  EXPECT_EQ(plan.sponsor, "Acme Corporation");
  EXPECT_EQ(plan.year, 2026);
  EXPECT_EQ(plan.minimum_age.at(0).value, Rate::whole(21));
  EXPECT_EQ(plan.minimum_service.at(0).value, (Duration{.months = 3}));
  EXPECT_EQ(plan.excluded_classes.at(0).value, "leased");
  ASSERT_EQ(plan.contributions.size(), 4u);
  EXPECT_EQ(plan.contributions[2].cite, "SPD p. 9");
  ASSERT_EQ(plan.limits.size(), 3u);
  EXPECT_EQ(plan.limits[2].value.amount, Amount::percent_of_pay(6_pct));
  EXPECT_EQ(plan.limits[2].scope.group.highly_compensated, true);
  EXPECT_EQ(plan.limits[2].cite, "SPD p. 10");
  EXPECT_EQ(loaded.slice(plan.limits[2].where), "limit  6% of pay on after-tax for hce");
  EXPECT_EQ(plan.matches.at(0).value.formulas.at(0).tiers.size(), 2u);
  EXPECT_EQ(plan.matches.at(0).value.period, Period::pay_period);
  EXPECT_EQ(plan.matches.at(0).value.true_up, true);
  EXPECT_EQ(plan.rollover_schedule.at(0).value.frequency, Frequency::daily);
  EXPECT_EQ(plan.distributions_a_year.at(0).value, 2);
  EXPECT_EQ(plan.safe_harbor.at(0).value, SafeHarbor::match);
  EXPECT_EQ(plan.acp_method.at(0).value, AcpMethod::current_year);
  ASSERT_EQ(plan.scenarios.size(), 1u);
  EXPECT_EQ(plan.scenarios[0].person.prior_year_pay, 140'000_usd);
  EXPECT_EQ(plan.scenarios[0].expectations.size(), 4u);
}

TEST(Plans, EveryEncodedPlanLoads) {
  int count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{
           std::filesystem::path{tests::project("plans")}}) {
    if (entry.path().extension() != ".plan") continue;
    ++count;
    const Loaded loaded{read_file(entry.path())};
    EXPECT_FALSE(has_error(loaded.findings())) << entry.path() << "\n" << loaded.said();
    ASSERT_TRUE(loaded.outcome.value) << entry.path();
    EXPECT_FALSE(loaded.outcome.value->empty()) << entry.path();
  }
  EXPECT_GE(count, 38);
}

}  // namespace
}  // namespace rothcheck::dsl
