#include "run/fixes.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "checker/judge/check.hpp"
#include "intake/limits/limits.hpp"
#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

struct World {
  Sources sources;
  LimitTable limits = intake::embedded_limits(sources);
};

run::LintOptions options(std::optional<int> year = std::nullopt) {
  static const World world;
  return {world.limits, year, date(2026, 6, 30)};
}

Edit edit(std::uint32_t begin, std::uint32_t end, std::string text) {
  return {{1, begin, end}, std::move(text)};
}

TEST(Edits, TakeOutAndPutIn) {
  EXPECT_EQ(run::with_edits("one two three", {edit(4, 8, "")}), "one three");
  EXPECT_EQ(run::with_edits("one three", {edit(4, 4, "two ")}), "one two three");
  EXPECT_EQ(run::with_edits("abc", {edit(2, 3, "C"), edit(0, 1, "A")}), "AbC");
  EXPECT_EQ(run::with_edits("ad", {edit(1, 1, "b"), edit(1, 1, "c")}), "abcd");
  EXPECT_EQ(run::with_edits("abc", {}), "abc");
}

std::string plan(const std::string& contributions, const std::string& more = "") {
  return "plan \"x\" {\n    type 401(k)\n    year 2026\n    source \"SPD\"\n    match none; "
         "nonelective none\n"
         "    contributions {\n" +
         contributions + "    }\n    in-plan-roth-rollover { after-tax allowed }\n" + more +
         "    scenario \"x\" { age 40; hce no; pay $200,000; expect room $20,000 }\n}\n";
}
const std::string all = "        pre-tax allowed; roth allowed; after-tax allowed\n";

TEST(Fixes, TakeOutALimitThatAnotherKeepsFromBeingReached) {
  const std::string ten = "        limit 10% of pay on after-tax\n";
  const std::string twelve = "        limit 12% of pay on after-tax    cite \"SPD p. 10\"\n";
  const run::FixedText fixed = run::fix_text("x.plan", plan(all + ten + twelve), options(), false);
  EXPECT_EQ(fixed.made, 1);
  EXPECT_EQ(fixed.text, plan(all + ten));
}

TEST(Fixes, KeepCommentsAndNeighbours) {
  const std::string ten = "        limit 10% of pay on after-tax; ";
  const run::FixedText shared = run::fix_text(
      "x.plan", plan(all + ten + "limit 12% of pay on after-tax\n"), options(), false);
  EXPECT_EQ(shared.text, plan(all + "        limit 10% of pay on after-tax\n"));
  const run::FixedText commented = run::fix_text(
      "x.plan", plan(all + "        limit 12% of pay on after-tax  # wide\n" + ten + "\n"),
      options(), false);
  EXPECT_EQ(commented.text, plan(all + "        # wide\n" + ten + "\n"));
}

// That a document is silent is a fact, which nobody has stated before somebody has looked.
TEST(Fixes, WriteSilenceDownOnRequestAlone) {
  const std::string silent =
      "plan \"x\" {\n    type 401(k)\n    year 2026\n"
      "    contributions { pre-tax allowed; after-tax allowed }\n}\n";
  EXPECT_EQ(run::fix_text("x.plan", silent, options(), false).made, 0);
  const run::FixedText fixed = run::fix_text("x.plan", silent, options(), true);
  EXPECT_EQ(fixed.text,
            "plan \"x\" {\n    type 401(k)\n    year 2026\n"
            "    contributions { pre-tax allowed; after-tax allowed }\n"
            "    in-plan-roth-rollover { after-tax not stated }\n"
            "    in-service-distribution { after-tax not stated }\n}\n");
}

TEST(Fixes, ThatChangeTheMeaningAreMadeOnRequestAlone) {
  const std::string wide = all + "        limit $90,000 on after-tax\n";
  EXPECT_EQ(run::fix_text("x.plan", plan(wide), options(), false).made, 0);
  EXPECT_EQ(run::fix_text("x.plan", plan(wide), options(), true).text, plan(all));
}

TEST(Fixes, LeaveWaivedFindingsAlone) {
  const std::string limits =
      all + "        limit 10% of pay on after-tax\n        limit 12% of pay on after-tax\n";
  const std::string waiver =
      "    waive PLN302 until 2026-12-31 because \"the document has both\"\n";
  EXPECT_EQ(run::fix_text("x.plan", plan(limits, waiver), options(), true).made, 0);
}

TEST(Fixes, TakeOutAWaiverOfNothing) {
  const std::string waiver =
      "    waive PLN302 until 2026-12-31 because \"the document has both\"\n";
  EXPECT_EQ(run::fix_text("x.plan", plan(all, waiver), options(), false).text, plan(all));
}

// What is said, places aside.
std::multiset<std::string> said(const Findings& findings) {
  std::multiset<std::string> messages;
  for (const Finding& finding : findings)
    messages.insert(std::string{finding.kind->code} + ' ' + finding.message);
  return messages;
}

struct Read {
  Sources sources;
  run::LintedText linted;
};

std::unique_ptr<Read> lint_plan(const std::string& text, const run::LintOptions& with) {
  auto read = std::make_unique<Read>();
  const std::uint16_t source = read->sources.add("x.plan", text);
  read->linted = run::lint_text(read->sources, source, with);
  return read;
}

std::vector<Range> rooms(const run::LintedText& linted, int year) {
  std::vector<Range> all_rooms;
  for (const Plan& each : linted.plans) {
    if (has_error(checker::year_is_known(options().limits, each, year))) continue;
    const checker::Checker checker{each, year, options().limits};
    for (const Scenario& scenario : each.scenarios)
      all_rooms.push_back(checker.assess(scenario.person).room);
  }
  return all_rooms;
}

// Every safe fix of every plan that the rules are tested with.
TEST(Fixes, ThatAreSafeRemoveTheirFindingAddNoneAndChangeNoAnswer) {
  int tried = 0;
  const std::filesystem::path folder = tests::project("tests/cases/rules");
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    const toml::table file = toml::parse_file(entry.path().string());
    for (const toml::node& node : *file["case"].as_array()) {
      const toml::table& one = *node.as_table();
      const int year = one["year"].value_or(2026);
      std::string text = one["plan"].value_or<std::string>("");
      text.insert(text.rfind('}'),
                  "scenario \"low\" { age 40; pay $90,000; hce no; service-years 3 }\n"
                  "scenario \"high\" { age 61; pay $400,000; hce yes; service-years 9 }\n");
      const auto before = lint_plan(text, options(year));
      for (const Finding& finding : before->linted.findings) {
        if (finding.fix.empty() || !finding.fix_is_safe) continue;
        ++tried;
        const std::string mended = run::with_edits(text, finding.fix);
        const auto after = lint_plan(mended, options(year));
        std::multiset<std::string> expected = said(before->linted.findings);
        const std::multiset<std::string> found = said(after->linted.findings);
        const std::string gone = std::string{finding.kind->code} + ' ' + finding.message;
        EXPECT_LT(found.count(gone), expected.count(gone)) << mended;
        EXPECT_TRUE(std::includes(expected.begin(), expected.end(), found.begin(), found.end()))
            << mended;
        EXPECT_EQ(rooms(before->linted, year), rooms(after->linted, year)) << mended;
      }
    }
  }
  // Those that only remove what has no effect; none states a fact of the document.
  EXPECT_GE(tried, 5);
}

class LintFix : public Folder {};

TEST_F(LintFix, MendsTheFileAndSaysSo) {
  LintCommand command;
  command.plans = {write("x.plan", plan(all + "        limit 10% of pay on after-tax\n"
                                              "        limit 12% of pay on after-tax\n"))};
  command.fix = true;
  command.as_of = date(2026, 6, 30);
  EXPECT_EQ(run(lint, command), Exit::fine);
  EXPECT_EQ(read("x.plan"), plan(all + "        limit 10% of pay on after-tax\n"));
  EXPECT_EQ(err_, path("x.plan") + ": 1 fixed\n");
  EXPECT_EQ(out_, "1 plan file: nothing to say\n");
}

TEST_F(LintFix, ShowsUnsafeFixesAndWritesNothing) {
  const std::string before = plan(all + "        limit $90,000 on after-tax\n");
  LintCommand command;
  command.plans = {write("x.plan", before)};
  command.unsafe_fixes = true;
  command.as_of = date(2026, 6, 30);
  EXPECT_EQ(run(lint, command), Exit::fine);
  EXPECT_TRUE(said("-        limit $90,000 on after-tax")) << out_;
  EXPECT_EQ(read("x.plan"), before);
}

}  // namespace
}  // namespace rothcheck::cli
