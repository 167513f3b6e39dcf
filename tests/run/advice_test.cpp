// What is advised: that every set opens what it says, that no smaller one does, and the words.
#include "reports/advice.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "checker/advice/plan_kinds.hpp"
#include "checker/judge/check.hpp"
#include "dsl/format.hpp"
#include "dsl/load.hpp"
#include "intake/limits/limits.hpp"
#include "run/advise/advise.hpp"
#include "run/advise/amended.hpp"
#include "run/advise/changes.hpp"
#include "run/lint_text.hpp"
#include "tests/accepted_page.hpp"
#include "tests/places.hpp"

namespace rothcheck::run {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

const LimitTable& limits() {
  static Sources sources;
  static const LimitTable table = intake::embedded_limits(sources);
  return table;
}

/// The plans of a text; the first is asked about unless the test says which.
struct Read {
  explicit Read(std::string text) {
    auto loaded = dsl::load(sources, sources.add("the.plan", std::move(text)));
    if (loaded) plans = std::move(*loaded.value);
  }
  PlanAdvice advice(const std::vector<Participant>* census = nullptr, std::size_t at = 0) const {
    return advice_for(plans[at], {.sources = sources,
                                  .limits = limits(),
                                  .year = plans[at].year.value_or(2026),
                                  .census = census});
  }
  Sources sources;
  std::vector<Plan> plans;
};

std::string plan_with(const std::string& blocks, const std::string& type = "401(k)") {
  return "plan \"Acme\" {\n    type " + type +
         "\n    year 2026\n    source \"SPD\"\n    match none\n    nonelective none\n" + blocks +
         "}\n";
}

std::vector<std::string> all_plan_files() {
  std::vector<std::string> files = {tests::project("tests/golden/harbor.plan")};
  for (const auto& entry : std::filesystem::recursive_directory_iterator{tests::project("plans")})
    if (entry.path().extension() == ".plan") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

using Opened = std::map<std::set<std::string>, std::set<std::string>>;

std::set<std::string> statements_of(const std::vector<PlanChange>& changes) {
  std::set<std::string> statements;
  for (const PlanChange& change : changes)
    statements.insert(change.block + ": " + change.statement);
  return statements;
}

/// Every subset of the changes, and for each kind of people those of the fewest changes.
Opened by_brute_force(const Plan& plan, const Sources& sources) {
  const int year = plan.year.value_or(2026);
  const checker::PlanKinds kinds{plan, year, limits()};
  const std::vector<PlanChange> changes = opening_changes(plan, kinds.plan_year());
  const auto before = kinds.answers(plan);
  std::vector<std::size_t> fewest(before.size(), 100);
  std::vector<std::pair<std::vector<PlanChange>, std::vector<bool>>> tried;
  for (unsigned bits = 1; bits < 1u << changes.size(); ++bits) {
    std::vector<PlanChange> made;
    for (std::size_t i = 0; i < changes.size(); ++i)
      if ((bits >> i & 1u) != 0) made.push_back(changes[i]);
    const auto version = amended(plan, sources, made, kinds.plan_year().first);
    if (!version) continue;
    const auto after = kinds.answers(version->plan());
    std::vector<bool> opens;
    for (std::size_t i = 0; i < after.size(); ++i) {
      opens.push_back(before[i].verdict != Verdict::available &&
                      after[i].verdict == Verdict::available);
      if (opens.back()) fewest[i] = std::min(fewest[i], made.size());
    }
    tried.emplace_back(std::move(made), std::move(opens));
  }
  Opened opened;
  for (const auto& [made, opens] : tried) {
    std::vector<std::size_t> same;
    for (std::size_t i = 0; i < opens.size(); ++i)
      same.push_back(opens[i] && made.size() == fewest[i] ? 1 : 0);
    for (const auto& [words, is_opened] : kinds.in_words(same))
      if (is_opened == 1) opened[statements_of(made)].insert(words);
  }
  return opened;
}

void expect_opens_as_brute_force(const Read& read, std::size_t at) {
  const PlanAdvice advice = read.advice(nullptr, at);
  Opened found;
  for (const Proposal& proposal : advice.proposals)
    if (proposal.aim == Aim::opens)
      found[statements_of(proposal.changes)].insert(proposal.groups.begin(), proposal.groups.end());
  EXPECT_EQ(found, by_brute_force(read.plans[at], read.sources)) << read.plans[at].name;
}

TEST(Advice, OpensWhatNoSmallerSetOpensInEveryPlan) {
  for (const std::string& file : all_plan_files()) {
    const Read read{text_of(file)};
    for (std::size_t at = 0; at < read.plans.size(); ++at) expect_opens_as_brute_force(read, at);
  }
  const Read shut{
      plan_with("    contributions { pre-tax allowed; roth not allowed; after-tax not "
                "allowed; after-tax not allowed for class \"field\" }\n"
                "    in-plan-roth-rollover { after-tax not allowed for hce; after-tax "
                "not allowed }\n"
                "    in-service-distribution { after-tax allowed at age 59 1/2 }\n")};
  ASSERT_EQ(shut.plans.size(), 1u);
  expect_opens_as_brute_force(shut, 0);
}

TEST(Advice, BlocksApplyInTheProjectsLayoutAndLintNoWorse) {
  const auto problems = [](const Sources& sources) {
    std::multiset<std::string_view> count;
    const LintedText linted = lint_text(sources, 1, {limits(), {}, date(2026, 11, 1)});
    for (const Finding& finding : linted.findings)
      // MBR102: the way that the set does without, and the document is silent on.
      if (finding.kind->severity != Severity::info && finding.waived.empty() &&
          finding.kind->code != "MBR102")
        count.insert(finding.kind->code);
    return count;
  };
  for (const std::string name : {"plans/mit/mit.plan", "plans/exxonmobil/exxonmobil.plan",
                                 "plans/salesforce/salesforce.plan", "tests/golden/harbor.plan"}) {
    const std::string text = text_of(tests::project(name));
    const Read read{text};
    const PlanAdvice advice = read.advice();
    EXPECT_FALSE(advice.proposals.empty()) << name;
    for (const Proposal& proposal : advice.proposals) {
      // A question that is answered yes is a clause of the plan file, too.
      const std::string block = amendment_of(proposal.changes, advice.effective);
      Sources sources;
      sources.add(name, with_amendment(text, read.plans[0], block));
      EXPECT_EQ(problems(sources), problems(read.sources)) << block;
      const auto laid_out = dsl::format(sources, 1);
      ASSERT_TRUE(laid_out) << block;
      EXPECT_THAT(*laid_out.value, testing::HasSubstr(block));
      EXPECT_EQ(proposal.asks(), proposal.amendment != block);
    }
  }
}

TEST(Advice, EachChangeOfASetThatWidensIsNeeded) {
  // Two ceilings at one height: neither gives anything alone.
  const Read read{
      plan_with("    contributions { pre-tax not allowed; roth not allowed; after-tax "
                "allowed; limit 10% of pay; limit 10% of pay on after-tax }\n"
                "    in-service-distribution { after-tax allowed }\n")};
  ASSERT_EQ(read.plans.size(), 1u);
  const PlanAdvice advice = read.advice();
  ASSERT_EQ(advice.proposals.size(), 1u);
  EXPECT_EQ(advice.proposals[0].changes.size(), 2u);
  // Of $100,000 of pay the annual additions limit of 2026 leaves $72,000.
  EXPECT_EQ(advice.proposals[0].worth.front().before, 10'000_usd);
  EXPECT_EQ(advice.proposals[0].worth.front().after, 72'000_usd);
  EXPECT_THAT(advice.proposals[0].amendment, testing::HasSubstr("limit 72% of pay on after-tax"));
}

TEST(Advice, SilenceIsAskedAboutAndNeverAmended) {
  const Read read{plan_with("    contributions { pre-tax allowed; roth allowed }\n")};
  ASSERT_EQ(read.plans.size(), 1u);
  const PlanAdvice advice = read.advice();
  ASSERT_EQ(advice.proposals.size(), 2u);
  for (const Proposal& proposal : advice.proposals) {
    EXPECT_TRUE(proposal.asks());
    EXPECT_EQ(proposal.amendment, "");
  }
}

TEST(Advice, LeavesWhatIsSaidToOthersAsItIs) {
  const Read read{
      plan_with("    contributions { pre-tax allowed; roth allowed; after-tax not "
                "allowed; after-tax not allowed for class \"field\" }\n"
                "    in-plan-roth-rollover { after-tax allowed }\n")};
  ASSERT_EQ(read.plans.size(), 1u);
  const PlanAdvice advice = read.advice();
  ASSERT_EQ(advice.proposals.size(), 2u);
  EXPECT_THAT(advice.proposals[0].groups, testing::ElementsAre("any class but \"field\""));
  EXPECT_THAT(advice.proposals[0].amendment,
              testing::HasSubstr("after-tax not allowed for class \"field\""));
  EXPECT_THAT(advice.proposals[1].groups, testing::ElementsAre("class \"field\""));
}

TEST(Advice, OpensNothingThatTheLawShuts) {
  const Read read{plan_with("    contributions { pre-tax allowed; after-tax not allowed }\n",
                            "governmental 457(b)")};
  ASSERT_EQ(read.plans.size(), 1u);
  const PlanAdvice advice = read.advice();
  EXPECT_TRUE(advice.proposals.empty());
  ASSERT_EQ(advice.notes.size(), 1u);
  EXPECT_THAT(advice.notes[0], testing::HasSubstr("IRC 457(b)(2)"));
}

/// One highly compensated employee with $200,000, and others who save 2% of $100,000 after tax.
std::vector<Participant> a_census() {
  std::vector<Participant> census;
  for (int i = 0; i < 5; ++i) {
    Participant person;
    person.id = "E" + std::to_string(i);
    person.birth_date = date(1980, 1, 1);
    person.hire_date = date(2010, 1, 1);
    person.hce = i == 0;
    person.pay = i == 0 ? 200'000_usd : 100'000_usd;
    person.pre_tax = Election{Money{}};
    person.roth = Election{Money{}};
    person.after_tax = Election{i == 0 ? 20'000_usd : 2'000_usd};
    census.push_back(std::move(person));
  }
  return census;
}

TEST(Advice, HoldsTheHighlyCompensatedToWhatTheTestBears) {
  const Read read{
      plan_with("    contributions { pre-tax allowed; roth allowed; after-tax allowed; "
                "limit 10% of pay on after-tax }\n"
                "    testing { acp current-year }\n"
                "    in-plan-roth-rollover { after-tax allowed; automatic daily }\n")};
  ASSERT_EQ(read.plans.size(), 1u);
  const std::vector<Participant> census = a_census();
  const PlanAdvice advice = read.advice(&census);
  // The others average 2.00%: the limit is twice that, 4.00%.
  ASSERT_FALSE(advice.proposals.empty());
  const Proposal& held = advice.proposals.back();
  EXPECT_EQ(held.aim, Aim::fits);
  EXPECT_EQ(held.changes[0].statement, "limit 4% of pay on after-tax for hce");
  EXPECT_EQ(held.worth.front().before, 60'000_usd);
  EXPECT_EQ(held.worth.front().after, 48'000_usd);
  EXPECT_EQ(held.left_after, 48'000_usd);
  // A higher ceiling for all gives the others room alone: the test takes back what the HCE gains.
  const Proposal& lifted = advice.proposals.front();
  EXPECT_EQ(lifted.aim, Aim::widens);
  EXPECT_EQ(lifted.left_before, 48'000_usd);
  EXPECT_EQ(*lifted.left_after - *lifted.left_before,
            lifted.gained() - (lifted.worth[1].after - lifted.worth[1].before));
}

TEST(Advice, ReadsAsAccepted) {
  for (const std::string name : {"mit", "intel"}) {
    const Read read{text_of(tests::project("plans/" + name + "/" + name + ".plan"))};
    AdviceReport report{.sources = &read.sources, .plans = {read.advice()}};
    std::ostringstream text, markdown;
    reports::write_advice_text(report, {}, text);
    reports::write_advice_markdown(report, {}, markdown);
    expect_page(tests::project("tests/golden/advise-" + name + ".text"), text.str());
    expect_page(tests::project("tests/golden/advise-" + name + ".md"), markdown.str());
  }
}

}  // namespace
}  // namespace rothcheck::run
