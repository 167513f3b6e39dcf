// Every rule on the plans of tests/cases/rules: where it speaks, and where it does not.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "checker/lint/lint.hpp"
#include "checker/lint/rule.hpp"
#include "dsl/load.hpp"
#include "tests/checker/asked.hpp"
#include "tests/places.hpp"

namespace rothcheck::checker {
namespace {

namespace fs = std::filesystem;

struct RuleCase {
  std::string code, id, plan, path;
  std::optional<int> year;
  std::vector<std::string> findings;  // "PLN302@6": the code and the line in the plan
  std::optional<int> last_year;       // the figures of later years are not published yet
};
void PrintTo(const RuleCase& one, std::ostream* out) { *out << one.path << ": " << one.id; }

RuleCase read_case(const toml::table& table, const fs::path& path) {
  RuleCase one{path.stem().string(),
               table["id"].value_or<std::string>(""),
               table["plan"].value_or<std::string>(""),
               path.string(),
               table["year"].value<int>(),
               {},
               table["last_year"].value<int>()};
  if (const toml::array* findings = table["findings"].as_array()) {
    for (const toml::node& node : *findings) one.findings.push_back(node.value_or<std::string>(""));
  }
  return one;
}

const std::vector<RuleCase>& cases() {
  static const std::vector<RuleCase> all = [] {
    std::vector<RuleCase> read;
    for (const auto& entry :
         fs::directory_iterator{fs::path{tests::project("tests/cases/rules")}}) {
      const toml::table file = toml::parse_file(entry.path().string());
      for (const toml::node& node : *file["case"].as_array())
        read.push_back(read_case(*node.as_table(), entry.path()));
    }
    std::sort(read.begin(), read.end(),
              [](const RuleCase& a, const RuleCase& b) { return a.id < b.id; });
    return read;
  }();
  return all;
}

/// The figures of a case, of which a year published after it changes nothing.
LimitTable figures_of(const RuleCase& one) {
  LimitTable table;
  for (const int year : limits().years()) {
    if (!one.last_year || year <= *one.last_year) table.at(year) = *limits().find(year);
  }
  return table;
}

struct Linted {
  Sources sources;
  Findings findings;
};

Linted lint_case(const RuleCase& one) {
  Linted linted;
  const std::uint16_t source = linted.sources.add("x.plan", one.plan);
  const Outcome<std::vector<Plan>> loaded = dsl::load(linted.sources, source);
  for (const Finding& finding : loaded.findings)
    EXPECT_NE(finding.kind->severity, Severity::error) << said(finding, linted.sources);
  if (!loaded) return linted;
  for (const Plan& plan : *loaded.value) {
    for (Finding& finding : lint(plan, one.year, figures_of(one), linted.sources))
      linted.findings.push_back(std::move(finding));
  }
  return linted;
}

class OneCase : public testing::TestWithParam<RuleCase> {};

TEST_P(OneCase, FindsWhatItSaysAndNothingElseOfItsCode) {
  const RuleCase& one = GetParam();
  const Linted linted = lint_case(one);
  std::vector<std::string> found;
  for (const Finding& finding : linted.findings) {
    if (finding.kind->code != one.code) continue;
    const int line = linted.sources.place(finding.where).line;
    found.push_back(std::string{finding.kind->code} + "@" + std::to_string(line));
  }
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, one.findings) << one.plan;
}

TEST_P(OneCase, SpeaksAsTheStyleGuideAsks) {
  const Linted linted = lint_case(GetParam());
  ASSERT_TRUE(linted.sources.count() == 1);
  for (const Finding& finding : linted.findings) {
    const std::string& message = finding.message;
    EXPECT_TRUE(finding.where.somewhere()) << message;
    EXPECT_LE(message.size(), 90u) << message;
    EXPECT_FALSE(message.ends_with('.')) << message;
    EXPECT_FALSE(message.front() >= 'A' && message.front() <= 'Z') << message;
    for (const char* word : {"illegal", "invalid", "not permitted"})
      EXPECT_EQ(message.find(word), message.npos) << message;
  }
}

std::string name_of(const testing::TestParamInfo<RuleCase>& info) {
  std::string name;
  for (const char c : info.param.id) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (kept || (!name.empty() && name.back() != '_')) name += kept ? c : '_';
  }
  return name;
}
INSTANTIATE_TEST_SUITE_P(Rules, OneCase, testing::ValuesIn(cases()), name_of);

TEST(Rules, HaveEachAPlanThatFailsAndOneThatIsClean) {
  std::set<std::string> failing, clean;
  for (const RuleCase& one : cases()) (one.findings.empty() ? clean : failing).insert(one.code);
  for (const Rule* rule : rules()) {
    EXPECT_EQ(failing.count(std::string{rule->kind.code}), 1u) << rule->kind.code;
    EXPECT_EQ(clean.count(std::string{rule->kind.code}), 1u) << rule->kind.code;
  }
}

TEST(Rules, HaveAFullPage) {
  EXPECT_GE(rules().size(), 32u);
  for (const Rule* rule : rules()) {
    const Page& page = rule->page;
    for (std::string_view part : {page.mistake, page.find, page.fix, page.avoid}) {
      EXPECT_GE(part.size(), 20u) << rule->kind.code << ": " << part;
      EXPECT_TRUE(part.ends_with('.') || part.ends_with('?')) << rule->kind.code << ": " << part;
    }
    EXPECT_GE(page.example.size(), 10u) << rule->kind.code;
  }
}

TEST(Rules, OnSilenceHaveTheQuestionToAskAndNameThePoint) {
  std::set<std::string> messages;
  for (const RuleCase& one : cases()) {
    if (one.code != "PLN310") continue;
    for (const Finding& finding : lint_case(one).findings) {
      if (finding.kind->code != one.code) continue;
      EXPECT_TRUE(finding.ask.ends_with('?')) << finding.ask;
      messages.insert(finding.message);
    }
  }
  EXPECT_GE(messages.size(), 2u);
}

TEST(Rules, AreFoundByTheirKind) {
  for (const Rule* rule : rules()) EXPECT_EQ(rule_of(rule->kind), rule);
  EXPECT_EQ(rule_of(FindingKind{}), nullptr);
}

TEST(Rules, OfTheAnswerAreSaidOnceByALint) {
  const Read read = read_plan(plan_with(
      "year 2026\ncontributions { pre-tax allowed; roth not allowed; after-tax allowed }"));
  const Findings found = lint(read.plan, 2026, limits(), *read.sources);
  const auto is_law101 = [](const Finding& finding) { return finding.kind->code == "LAW101"; };
  EXPECT_EQ(std::count_if(found.begin(), found.end(), is_law101), 1);
}

TEST(Rules, ThatNeedNoFiguresSpeakWithoutAYear) {
  const Read read = read_plan("plan \"x\" { type 401(k); contributions { after-tax allowed } }");
  EXPECT_EQ(codes(lint(read.plan, std::nullopt, limits(), *read.sources)), "PLN305 PLN307 PLN309");
}

TEST(Rules, SayWhichYearTheTableLacks) {
  const Read read = read_plan("plan \"x\" { type 401(k); year 2009 }");
  EXPECT_EQ(codes(lint(read.plan, 2009, limits(), *read.sources)), "LIM101 PLN305");
}

// A plan with thousands of kinds of people is looked at in some of them, and quickly.
TEST(Rules, DoNotDrownInGroups) {
  std::string body = "year 2026\ncontributions {\n  after-tax allowed\n";
  for (int i = 20; i < 60; ++i) {
    const std::string bound = std::to_string(i);
    body += "  limit " + bound + "% of pay on after-tax for age >= " + bound +
            " and service >= " + bound + " years and class \"c" + bound + "\" and hce\n";
  }
  const Read read = read_plan(plan_with(body + "}\n"));
  const Figures law = figures_for(read.plan, 2026, limits());
  const Inquiry inquiry = inquiry_of(read.plan, law);
  const std::vector<GroupTerms> groups = groups_of(read.plan, inquiry, law);
  EXPECT_LE(groups.size(), 1000u);
  EXPECT_GE(groups.size(), 900u);
  const auto is_hce = [](const GroupTerms& group) { return group.facts.highly_compensated; };
  const auto hces = std::count_if(groups.begin(), groups.end(), is_hce);
  EXPECT_GT(hces, 300);
  EXPECT_LT(hces, 700);
}

}  // namespace
}  // namespace rothcheck::checker
