// `rothcheck diff`: what differs, who loses, what git has, what a waiver silences.
#include "cli/diff.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

const std::string old_plan =
    "plan \"Acme\" {\n"
    "    type 401(k)\n"
    "    year 2026\n"
    "    contributions {\n"
    "        pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n"
    "        limit 10% of pay on after-tax    cite \"SPD p. 10\"\n"
    "        limit 6% of pay on after-tax for hce\n"
    "    }\n"
    "    match { 50% of the first 6% of pay; each pay-period }\n"
    "    in-plan-roth-rollover { after-tax allowed; automatic daily }\n"
    "    scenario \"Emily\" { age 28; pay $150,000; prior-year-pay $140,000; expect room $15,000 "
    "}\n"
    "}\n";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, text.npos) << what;
  return text.replace(at, what.size(), with);
}

class Diff : public Folder {
 protected:
  Exit run_diff(std::vector<std::string> plans, DiffCommand command = {}) {
    command.plans = std::move(plans);
    command.as_of = date(2026, 11, 1);
    return run(diff, command);
  }
  Exit between(const std::string& before, const std::string& after, DiffCommand command = {}) {
    return run_diff({write("old.plan", before), write("new.plan", after)}, std::move(command));
  }
};

TEST_F(Diff, FindsNoDifferenceInOrderLayoutCommentsAndCites) {
  const std::string told_otherwise =
      "plan \"Acme\" { type 401(k); year 2026 # the same\n"
      "  in-plan-roth-rollover { automatic daily; after-tax allowed }\n"
      "  match { each pay-period; counts roth, pre-tax; 50.0% of the first 6% of pay }\n"
      "  contributions { catch-up allowed; catch-up-60-63 not stated\n"
      "    limit 6% of pay on after-tax for hce cite \"p. 3\"; limit 10% of pay on after-tax\n"
      "    after-tax allowed; roth allowed; pre-tax allowed }\n"
      "  scenario \"Paul\" { age 28; pay $100,000; prior-year-pay $90,000; expect room $1 }\n"
      "}\n";
  EXPECT_EQ(between(old_plan, told_otherwise), Exit::fine);
  EXPECT_TRUE(said("AVAILABLE  as before; both versions say the same")) << out_;
}

TEST_F(Diff, TakesAnAmendmentAsOfTheYear) {
  const std::string amended =
      replaced(old_plan, "limit 10% of pay on after-tax    cite \"SPD p. 10\"",
               "limit 4% of pay on after-tax");
  const std::string end = "    scenario";
  const std::string with =
      "    amendment \"A\" effective 2025-07-01 { contributions { limit 10% of "
      "pay on after-tax } }\n" +
      end;
  EXPECT_EQ(between(old_plan, replaced(amended, end, with)), Exit::fine);
  EXPECT_TRUE(said("both versions say the same")) << out_;
  // One that begins in the year is a difference, with its day.
  const std::string later = replaced(with, "2025-07-01", "2026-07-01");
  EXPECT_EQ(between(old_plan, replaced(amended, end, later)), Exit::findings);
  EXPECT_TRUE(said("limit 4% of pay on after-tax until 2026-06-30")) << out_;
  EXPECT_TRUE(said("limit 10% of pay on after-tax from 2026-07-01")) << out_;
}

TEST_F(Diff, TakesOneRuleInTwoStretchesAsOne) {
  const std::string in_two =
      replaced(old_plan, "limit 10% of pay on after-tax ",
               "limit 10% of pay on after-tax until 2026-03-31; limit 10% of pay on after-tax from "
               "2026-04-01 ");
  EXPECT_EQ(between(old_plan, in_two), Exit::fine);
  EXPECT_TRUE(said("both versions say the same")) << out_;
}

TEST_F(Diff, TellsWhatIsAddedRemovedAndChangedWithBothPlaces) {
  std::string now = replaced(old_plan, "limit 10% of pay", "limit 12% of pay");
  now = replaced(now, "roth allowed; ", "");
  now = replaced(now, "automatic daily", "automatic daily; fee $25");
  now = replaced(now, "50% of the first 6% of pay", "100% of the first 4% of pay");
  between(old_plan, now);
  EXPECT_TRUE(said("4 clauses differ")) << out_;
  EXPECT_TRUE(said("removed     \"roth allowed\" (")) << out_;
  EXPECT_TRUE(said("added       \"fee $25\" (")) << out_;
  DiffCommand json;
  json.formats = {"json"};
  between(old_plan, now, json);
  EXPECT_TRUE(said(R"("before": {"text": "50% of the first 6% of pay")")) << out_;
  EXPECT_TRUE(said(R"("after": {"text": "100% of the first 4% of pay")")) << out_;
  EXPECT_TRUE(said(R"("text": "limit 10% of pay on after-tax", "file": ")")) << out_;
  EXPECT_TRUE(said(R"("line": 6, "cite": "SPD p. 10")")) << out_;
}

// 150,000 of pay and 8% instead of 10%: 12,000 instead of 15,000. The HCE keeps 6% of 200,000.
TEST_F(Diff, CountsWhoLosesHowMuchByGroup) {
  write("people.csv",
        "id,age,pay,prior_year_pay,pre_tax\nE1,28,150000,140000,24500\n"
        "E2,40,200000,200000,24500\nE3,30,100000,90000,10000\n");
  DiffCommand command;
  command.participants = path("people.csv");
  const std::string now = replaced(old_plan, "limit 10% of pay", "limit 8% of pay");
  EXPECT_EQ(between(old_plan, now, command), Exit::findings);
  EXPECT_TRUE(
      said("3 people: 2 have less room, 1 has as much as before; room "
           "$37,000.00 before,"))
      << out_;
  EXPECT_TRUE(said("$5,000.00 lost")) << out_;
  EXPECT_TRUE(
      said("hce, 1 person: 1 has as much as before; room $12,000.00 before, "
           "$12,000.00 now"))
      << out_;
  // The largest loss first.
  EXPECT_LT(out_.find("E1: $15,000.00 before, $12,000.00 now, $3,000.00 less"),
            out_.find("E3: $10,000.00 before, $8,000.00 now, $2,000.00 less"));
  EXPECT_TRUE(said("2 of 3 people have less after-tax room than before in 2026")) << out_;
  // Who gains fails no run.
  EXPECT_EQ(between(now, old_plan, command), Exit::fine);
  EXPECT_TRUE(said("$5,000.00 gained")) << out_;
}

TEST_F(Diff, AsksAboutThePeopleOfTheScenariosWithoutAFile) {
  EXPECT_EQ(between(old_plan, replaced(old_plan, "limit 10%", "limit 8%")), Exit::findings);
  EXPECT_TRUE(said("Emily: $15,000.00 before, $12,000.00 now, $3,000.00 less")) << out_;
  // A scenario that was taken out is still asked about.
  std::string without = old_plan.substr(0, old_plan.find("    scenario")) + "}\n";
  EXPECT_EQ(between(old_plan, replaced(without, "limit 10%", "limit 8%")), Exit::findings);
}

TEST_F(Diff, SaysThatTheWayToRothIsLostThoughTheRoomIsNot) {
  const std::string now =
      replaced(old_plan, "in-plan-roth-rollover { after-tax allowed; automatic daily }",
               "in-plan-roth-rollover { after-tax not allowed }\n    in-service-distribution { "
               "after-tax not allowed }");
  EXPECT_EQ(between(old_plan, now), Exit::findings);
  EXPECT_TRUE(said("AVAILABLE to AT SEPARATION")) << out_;
  EXPECT_TRUE(said("way-to-roth-lost")) << out_;
  EXPECT_FALSE(said("room-lost")) << out_;
}

// Emily is not highly compensated and loses nothing; without scenarios nobody is asked at all.
TEST_F(Diff, FindsWhoLosesByAClauseAlsoWhereNobodyAskedDoes) {
  const std::string for_hce = replaced(old_plan, "limit 6% of pay", "limit 1% of pay");
  EXPECT_EQ(between(old_plan, for_hce), Exit::findings);
  EXPECT_TRUE(said("a clause takes $18,000.00 of after-tax room in 2026 from")) << out_;
  EXPECT_TRUE(said("$21,600.00 before, $3,600.00 now")) << out_;
  const std::string nobody = old_plan.substr(0, old_plan.find("    scenario")) + "}\n";
  EXPECT_EQ(between(nobody, replaced(nobody, "limit 10%", "limit 1%")), Exit::findings);
  EXPECT_TRUE(said("room-lost")) << out_;
  // Who gains fails no run, whoever is asked.
  EXPECT_EQ(between(for_hce, old_plan), Exit::fine) << out_;
  // A waiver speaks for it as for any loss.
  EXPECT_EQ(between(old_plan, replaced(for_hce, "    year 2026\n",
                                       "    year 2026\n    waive room-lost until 2026-12-31 "
                                       "because \"decided\"\n")),
            Exit::fine);
}

TEST_F(Diff, TellsThatTheNewVersionLeavesTheWayOpenToDoubt) {
  const std::string silent =
      replaced(old_plan, "    in-plan-roth-rollover { after-tax allowed; automatic daily }\n", "");
  EXPECT_EQ(between(old_plan, silent), Exit::findings);
  EXPECT_TRUE(said("the plan's verdict goes from available to undetermined")) << out_;
}

// Each of these shuts somebody out of something, whoever is in the scenarios.
TEST_F(Diff, FindsEveryKindOfClauseThatTakesAway) {
  const auto with = [](const std::string& line) {
    return replaced(old_plan, "    match {", "    " + line + "\n    match {");
  };
  for (const char* line :
       {"eligibility { age 25 }", "eligibility { service 1 year; entry quarterly }",
        "eligibility { exclude class \"interns\" }", "nonelective { 30% of pay }",
        "contributions { after-tax not allowed for class \"TWU\" }",
        "contributions { limit unknown on after-tax for hce }",
        "contributions { limit 2% of pay on after-tax for age >= 55 }",
        "contributions { limit 2% of pay on after-tax for hired from 2026-03-01 }"}) {
    EXPECT_EQ(between(old_plan, with(line)), Exit::findings) << line << out_ << err_;
  }
}

TEST_F(Diff, IsSilencedByAWaiverOfTheNewVersionUntilItEnds) {
  const std::string loss = replaced(old_plan, "limit 10%", "limit 8%");
  const auto waived = [&](const std::string& until) {
    return replaced(loss, "    year 2026\n",
                    "    year 2026\n    waive room-lost until " + until +
                        " because \"decided on October 3\"\n");
  };
  EXPECT_EQ(between(old_plan, waived("2026-11-01")), Exit::fine);
  EXPECT_TRUE(said("waived      MBR401 room-lost")) << out_;
  EXPECT_TRUE(said("decided on October 3")) << out_;
  EXPECT_EQ(between(old_plan, waived("2026-10-31")), Exit::findings);
  EXPECT_TRUE(said("WVR002")) << out_;
  // A waiver of the old version silences nothing.
  EXPECT_EQ(between(waived("2026-12-31"), replaced(loss, "limit 8%", "limit 7%")), Exit::findings);
}

TEST_F(Diff, PairsARenamedPlanAndTellsNewAndRemovedOnes) {
  EXPECT_EQ(between(old_plan, replaced(old_plan, "Acme", "Acme Holding")), Exit::fine);
  EXPECT_TRUE(said("'plan \"Acme\"' (")) << out_;
  EXPECT_TRUE(said("becomes 'plan \"Acme Holding\"'")) << out_;
  const std::string two = old_plan + replaced(old_plan, "Acme", "Beta");
  EXPECT_EQ(between(two, old_plan), Exit::findings);
  EXPECT_TRUE(said("REMOVED  only the old files have this plan")) << out_;
  EXPECT_TRUE(said("MBR403 plan-removed")) << out_;
  between(old_plan, two);
  EXPECT_TRUE(said("NEW  only the new files have this plan; its verdict is available")) << out_;
}

TEST_F(Diff, NamesNobodyInMarkdown) {
  write("people.csv", "id,age,pay,prior_year_pay,pre_tax\nE1,28,150000,140000,24500\n");
  DiffCommand command;
  command.participants = path("people.csv");
  command.formats = {"markdown"};
  between(old_plan, replaced(old_plan, "limit 10%", "limit 8%"), command);
  EXPECT_TRUE(said("| everybody | 1 | 1 | 0 | 0 | 0 |")) << out_;
  EXPECT_FALSE(said("E1")) << out_;
  EXPECT_FALSE(said("$")) << out_;
}

TEST_F(Diff, IsToldWhatIsWrongWithTheCommandLine) {
  EXPECT_EQ(run_diff({write("old.plan", old_plan)}), Exit::usage);
  EXPECT_TRUE(said("takes two plan files or folders")) << err_;
  EXPECT_EQ(run_diff({write("old.plan", old_plan), path("none.plan")}), Exit::unread);
  EXPECT_TRUE(said("none.plan")) << err_;
  // What could not be read is neither new nor gone.
  EXPECT_FALSE(said("REMOVED")) << out_;
}

class DiffAgainst : public Diff {
 protected:
  DiffAgainst() {
    write("plans/acme.plan", old_plan);
    write("plans/gone.plan", replaced(old_plan, "Acme", "Gone"));
    in_git(
        "init -q -b main . && git add -A && git -c user.name=a -c user.email=a@b commit -q -m 1");
    write("plans/acme.plan", replaced(old_plan, "limit 10%", "limit 8%"));
    std::filesystem::remove(path("plans/gone.plan"));
    write("plans/fresh.plan", replaced(old_plan, "Acme", "Fresh"));
  }
  void in_git(const std::string& words) {
    ASSERT_EQ(std::system(("cd '" + folder_.string() + "' && git " + words).c_str()), 0);
  }
};

TEST_F(DiffAgainst, ReadsTheOldTextsOfAFolderWithGit) {
  EXPECT_EQ(shell("diff --against main plans"), 1);
  EXPECT_TRUE(said("\"limit 10% of pay on after-tax\" (main:plans/acme.plan:6")) << out_;
  EXPECT_TRUE(said("Fresh, 2026\nNEW")) << out_;
  EXPECT_TRUE(said("Gone, 2026\nREMOVED")) << out_;
}

TEST_F(DiffAgainst, ReadsOneFileAlsoWhereItIsGoneOrNew) {
  EXPECT_EQ(shell("diff --against HEAD plans/gone.plan"), 1);
  EXPECT_TRUE(said("REMOVED")) << out_;
  EXPECT_EQ(shell("diff --against HEAD plans/fresh.plan"), 0);
  EXPECT_TRUE(said("NEW")) << out_;
  EXPECT_EQ(shell("diff --against HEAD '" + path("plans/acme.plan") + "'"), 1);
  EXPECT_TRUE(said("MBR401")) << out_;
}

TEST_F(DiffAgainst, SaysWhyGitCannotBeAsked) {
  EXPECT_EQ(shell("diff --against nowhere plans"), 3);
  EXPECT_TRUE(said("git knows no revision nowhere")) << out_;
  EXPECT_EQ(shell("diff --against=--output=x plans"), 3);
  EXPECT_TRUE(said("--output=x is no revision")) << out_;
  EXPECT_FALSE(std::filesystem::exists(path("x")));
  EXPECT_EQ(shell("diff --against main missing.plan"), 3);
  EXPECT_TRUE(said("CFG031") && said("missing.plan has no plan file, neither now nor in main"))
      << out_;
  std::filesystem::remove_all(path(".git"));
  EXPECT_EQ(shell("diff --against main plans"), 3);
  EXPECT_TRUE(said("CFG030")) << out_;
  EXPECT_TRUE(said("not a git repository")) << out_;
}

}  // namespace
}  // namespace rothcheck::cli
