#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

using StrategyCommandTest = Folder;

StrategyCommand with(std::vector<std::string> facts, std::string format = "text") {
  StrategyCommand command;
  command.with = std::move(facts);
  command.formats = {std::move(format)};
  command.year = 2026;
  return command;
}

const std::vector<std::string> half = {"after_tax_balance=$10,200", "after-tax-basis=10000",
                                       "amount=5100"};

TEST_F(StrategyCommandTest, ConvertHasTheKeysOfTheContract) {
  EXPECT_EQ(run(convert, with(half, "json")), Exit::fine);
  EXPECT_TRUE(
      out_.starts_with("{\n  \"schema\": \"rothcheck-convert/1\",\n  \"year\": 2026,\n"
                       "  \"taxable\": 100.00,\n  \"nontaxable\": 5000.00,\n"
                       "  \"form_1099r\": {\n    \"box_1\": 5100.00,\n"
                       "    \"box_2a\": 100.00,\n    \"box_5\": 5000.00,\n"
                       "    \"box_7\": \"G\","))
      << out_;
  EXPECT_TRUE(said("\"steps\": ["));
  EXPECT_TRUE(said("\"assumptions\": ["));
  EXPECT_TRUE(said("\"findings\": []"));
}

TEST_F(StrategyCommandTest, ConvertTellsWhatWaitingCosts) {
  std::vector<std::string> facts = half;
  facts.insert(facts.end(), {"tax_rate=35%", "growth=7%"});
  EXPECT_EQ(run(convert, with(facts)), Exit::fine);
  EXPECT_TRUE(out_.starts_with("$100.00 TAXABLE  of $5,100.00 converted")) << out_;
  EXPECT_TRUE(said("        12               $357.00               $124.95\n")) << out_;
}

TEST_F(StrategyCommandTest, SplitListsItsDestinations) {
  const auto command = with(
      {"pretax=80000", "after_tax=20000", "to_traditional=80000", "to_roth_ira=20000", "cash=0"},
      "json");
  EXPECT_EQ(run(split, command), Exit::fine);
  EXPECT_TRUE(
      said("\"taxable\": 0.00,\n  \"destinations\": [\n    {\n      \"to\": \"traditional\","
           "\n      \"pretax\": 80000.00,\n      \"after_tax\": 0.00\n    }"))
      << out_;
  EXPECT_TRUE(said("rollover-spoils-ira-backdoor"));
}

TEST_F(StrategyCommandTest, AWarningCountsAtItsLevel) {
  auto command = with({"pretax=80000", "after_tax=0", "to_traditional=80000"});
  EXPECT_EQ(run(split, command), Exit::fine);
  command.fail_level = "warning";
  EXPECT_EQ(run(split, command), Exit::findings);
}

TEST_F(StrategyCommandTest, BackdoorHasTheKeysOfTheContract) {
  const auto command = with({"filing_status=single", "magi=160000", "age=40", "ira_balance=92500",
                             "ira_basis=7500", "amount=7500"},
                            "json");
  EXPECT_EQ(run(backdoor, command), Exit::fine);
  EXPECT_TRUE(
      said("\"roth_ira_limit\": 4000.00,\n  \"ira_limit\": 7500.00,\n"
           "  \"nontaxable\": 562.50,\n  \"taxable\": 6937.50,\n"
           "  \"basis_carried\": 6937.50,\n"))
      << out_;
}

TEST_F(StrategyCommandTest, BackdoorWithoutAConversionGivesTheLimits) {
  EXPECT_EQ(run(backdoor, with({"filing_status=joint", "magi=252000", "age=50"}, "json")),
            Exit::fine);
  EXPECT_TRUE(
      said("\"roth_ira_limit\": 0.00,\n  \"ira_limit\": 8600.00,\n  \"nontaxable\": null,"));
}

TEST_F(StrategyCommandTest, BackdoorNeedsAYearOfTheTable) {
  auto command = with({"filing_status=single", "magi=1", "age=40"});
  command.year.reset();
  EXPECT_EQ(run(backdoor, command), Exit::usage);
  EXPECT_TRUE(said("error[CFG003] year-missing"));
  command.year = 2013;
  EXPECT_EQ(run(backdoor, command), Exit::usage);
  EXPECT_TRUE(said("there are no figures of 2013"));
}

TEST_F(StrategyCommandTest, UnknownFactsAreNeverIgnored) {
  EXPECT_EQ(run(convert, with({"amont=5100"})), Exit::usage);
  EXPECT_EQ(out_, "");
  EXPECT_TRUE(said("amont: there is no such fact; did you mean amount?")) << err_;
}

TEST_F(StrategyCommandTest, WrongValuesSayWhatIsExpected) {
  EXPECT_EQ(run(convert, with({"amount=-5", "tax_rate=135%", "growth=0.07", "to=moon"})),
            Exit::usage);
  EXPECT_TRUE(said("amount: expected an amount such as 1234.50, not below zero"));
  EXPECT_TRUE(said("tax_rate: expected a percent from 0% to 100% with its sign"));
  EXPECT_TRUE(said("growth: expected a percent from 0% to 100% with its sign"));
  EXPECT_TRUE(said("to: expected in-plan-roth, roth-ira or person"));
}

TEST_F(StrategyCommandTest, AFactGivenTwiceIsAskedBack) {
  EXPECT_EQ(run(split, with({"pretax=1", "pretax=2"})), Exit::usage);
  EXPECT_TRUE(said("pretax: it is given twice"));
}

TEST_F(StrategyCommandTest, CasesReadPathsIntoTheResult) {
  TestCommand command;
  command.cases = {write("cases.toml",
                         "[[case]]\nid = \"good\"\ncommand = \"split\"\nyear = 2026\n"
                         "with = { pretax = 10, after_tax = 5, to_plan = 10, cash = 5 }\n"
                         "expect = { \"destinations.plan.pretax\" = 10, "
                         "\"destinations.cash.after_tax\" = 5.00 }\n"
                         "[[case]]\nid = \"wrong\"\ncommand = \"convert\"\nyear = 2026\n"
                         "with = { after_tax_balance = 20, after_tax_basis = 10, amount = 10 }\n"
                         "expect = { \"taxable\" = 4, \"form_1099r.box_9\" = 1 }\n"
                         "[[case]]\nid = \"refused\"\ncommand = \"split\"\nyear = 2026\n"
                         "with = { pretax = 10, after_tax = 5, cash = 5 }\n"
                         "expect = { \"finding\" = \"parts-differ-from-total\" }\n")};
  EXPECT_EQ(run(test, command), Exit::findings);
  EXPECT_TRUE(said("expected taxable 4, found 5.00  (line 12)")) << out_;
  EXPECT_TRUE(said("there is nothing at form_1099r.box_9 to expect"));
  EXPECT_TRUE(said("line 3 less line 4"));
  EXPECT_TRUE(said("2 passed, 1 failed\n")) << out_;
}

}  // namespace
}  // namespace rothcheck::cli
