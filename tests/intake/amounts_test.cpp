// What the amounts of a file are of, and in which unit they are.
#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

Census read(std::string_view text, std::initializer_list<std::string_view> entries = {},
            std::optional<Period> period = {}) {
  CensusOptions options;
  options.year = 2026;
  options.period = period;
  for (std::string_view entry : entries) EXPECT_EQ(options.mapping.add(entry), std::nullopt);
  return read_census("census.csv", text, options);
}

std::vector<std::string> codes(const Census& census) {
  std::vector<std::string> all;
  for (const Finding& finding : census.findings) all.emplace_back(finding.kind->code);
  return all;
}

bool says(const Census& census, std::string_view code) {
  const auto all = codes(census);
  return std::find(all.begin(), all.end(), code) != all.end();
}

TEST(Percents, UnderAHeadThatSaysSoAreOfPay) {
  for (const std::string head : {"Pre-Tax %", "401k Pct", "Deferral Rate", "Pre-Tax Percentage"}) {
    const Census census = read("id,pay," + head +
                               "\nE1,150000,6\nE2,150000,6.5\nE3,150000,7%\n"
                               "E4,150000,0\nE5,150000,\"$9,000\"\nE6,150000,9000\nE7,5,\n");
    EXPECT_EQ(said(census.findings).at(0),
              "1:3 CEN154 \"" + head + "\" is read as pre_tax in percent of pay");
    ASSERT_EQ(census.participants.size(), 6u) << head;
    EXPECT_EQ(census.participants[0].pre_tax, Election{6_pct});
    EXPECT_EQ(census.participants[1].pre_tax, (Election{Rate{13, 200}}));
    EXPECT_EQ(census.participants[2].pre_tax, Election{7_pct});
    EXPECT_EQ(census.participants[4].pre_tax, Election{9000_usd});
    EXPECT_EQ(census.rows_rejected, 1);
  }
}

TEST(Percents, StayPercentsWhereTheHeadIsMapped) {
  EXPECT_EQ(read("id,Elected %\nE1,6\n", {"Elected %=roth"}).participants.at(0).roth,
            Election{6_pct});
  EXPECT_EQ(read("id,X\nE1,6\n", {"X=pre_tax percent"}).participants.at(0).pre_tax,
            Election{6_pct});
  EXPECT_EQ(read("id,X\nE1,0.065\nE2,.1\n", {"X=pre_tax fraction"}).participants.at(0).pre_tax,
            (Election{Rate{13, 200}}));
  EXPECT_EQ(read("id,X %\nE1,600\n", {"X %=pre_tax dollars"}).participants.at(0).pre_tax,
            Election{600_usd});
}

TEST(Percents, OfAnAmountAreRefused) {
  const Census census = read("id,Match %\nE1,3\n", {"Match %=match"});
  EXPECT_FALSE(census.readable);
  EXPECT_TRUE(says(census, "CEN155"));
  EXPECT_FALSE(read("id,Match %\nE1,3\n").readable);
  Mapping mapping;
  EXPECT_EQ(mapping.add("Match=match percent"), "\"match\" is not told in percent");
}

TEST(Percents, ThatMayBeFractionsAreAsked) {
  const Census census = read("id,pay,Pre-Tax %\nE1,150000,0.06\nE2,150000,0.1\n");
  EXPECT_FALSE(census.readable);
  EXPECT_TRUE(says(census, "CEN153"));
  EXPECT_FALSE(says(census, "CEN152"));
  const Census mixed = read("id,pay,Pre-Tax %\nE1,150000,0.06\nE2,150000,6\nE3,150000,0.5\n");
  EXPECT_EQ(mixed.participants.size(), 2u);
  EXPECT_TRUE(says(mixed, "CEN152"));
}

TEST(Dollars, ThatMayBePercentsAreAsked) {
  for (const std::string cells : {"0.06,0,0.1", "6,0,10", "6,,", "0,0,99.99", "12.5,3,1"}) {
    const std::string text = "id,pay,pre_tax,roth,after_tax\nE1,150000," + cells + "\n";
    const Census census = read(text);
    EXPECT_FALSE(census.readable) << cells;
    EXPECT_TRUE(says(census, "CEN151")) << cells;
    EXPECT_TRUE(
        read(text, {"pre_tax=pre_tax dollars", "roth=roth $", "after_tax=after_tax dollars"})
            .readable)
        << cells;
  }
  EXPECT_FALSE(read("id,pay,match\nE1,150000,3\nE2,90000,2.5\n").readable);
  EXPECT_FALSE(read("id,base_pay,pre_tax\nE1,150000,6\n").readable);
}

TEST(Dollars, AreDollarsWhereTheFileSaysSo) {
  for (const std::string text :
       {"id,pay,EE Pre-Tax $\nE1,150000,6\n", "id,pay,pre_tax\nE1,150000,$6.00\n",
        "id,pay,pre_tax\nE1,150000,50\nE2,150000,9000\n", "id,pay,pre_tax\nE1,60,6\n"}) {
    const Census census = read(text);
    EXPECT_TRUE(census.readable) << text;
    EXPECT_EQ(census.rows_rejected, 0) << text;
  }
}

TEST(Dollars, UnderOneAPaycheckAreTheMistakeOfTheirRow) {
  const std::string text =
      "id,pay,pre_tax,pay_periods\nE1,150000,9000,26\nE2,150000,25.99,\nE3,150000,26,\n"
      "E4,150000,51,52\nE5,150000,6%,\n";
  const Census census = read(text);
  ASSERT_EQ(census.participants.size(), 3u);
  EXPECT_EQ(census.participants[1].id, "E3");
  EXPECT_EQ(
      said(census.findings).back(),
      "3:0 CEN152 2 elections of pre_tax are under $1 a paycheck: or percents of pay?: lines 3, 5");
  EXPECT_EQ(read(text, {"pre_tax=pre_tax dollars"}).rows_rejected, 0);
}

TEST(Periods, OfARegisterAreNoYear) {
  for (const std::string head : {"Pay Date", "Check Date", "Pay Period End", "Period Ending",
                                 "Payroll Run", "Week Ending", "Check #", "Date Paid"}) {
    const std::string text = "id,pay," + head + "\nE1,5000,x\n";
    EXPECT_TRUE(says(read(text), "CEN150")) << head;
    // Leaving the dates out does not make a year of one of them.
    EXPECT_FALSE(read(text, {head + "=ignore"}).readable) << head;
    EXPECT_TRUE(read(text, {}, Period::annual).readable) << head;
    EXPECT_FALSE(read(text, {}, Period::per_pay).readable) << head;
  }
}

TEST(Periods, StandInTitlesToo) {
  for (const std::string title :
       {"Acme Inc,Pay Date: 1/9/2026", "Payroll Register", "Amounts YTD as of 6/30/2026",
        "Pay Period 1/1/2026 - 1/14/2026"}) {
    const std::string text = title + "\nEmployee ID,DOB,pay,roth\nE1,3/14/1985,5000,300\n";
    EXPECT_TRUE(says(read(text), "CEN150")) << title;
    EXPECT_TRUE(read(text, {}, Period::annual).readable) << title;
  }
  EXPECT_TRUE(read("Acme Inc\nPlan year ending 12/31/2026\nEmployee ID,DOB,pay,roth\n"
                   "E1,3/14/1985,5000,300\n")
                  .readable);
}

TEST(Periods, SoFarAreNoYearUnlessSomebodySaysSo) {
  const std::string text = "id,YTD Gross Pay,Pre-Tax YTD,Match (Year to Date)\nE1,90000,5000,100\n";
  const Census census = read(text);
  EXPECT_FALSE(census.readable);
  EXPECT_EQ(
      said(census.findings).at(0),
      "1:2 CEN150 \"YTD Gross Pay\" and 2 more are of the year so far, which may not be the year");
  const Census annual = read(text, {}, Period::annual);
  ASSERT_EQ(annual.participants.size(), 1u);
  EXPECT_EQ(annual.participants[0].pay, 90'000_usd);
  EXPECT_EQ(annual.participants[0].pre_tax, Election{5000_usd});
  EXPECT_EQ(annual.participants[0].match, 100_usd);
  // Beside it, and be it left out, the plain head may be one pay period's.
  EXPECT_FALSE(read("id,Roth,YTD Roth\nE1,100,900\n").readable);
  EXPECT_FALSE(read("id,Roth,YTD Roth\nE1,100,900\n", {"YTD Roth=ignore"}).readable);
  EXPECT_EQ(read("id,Roth,YTD Roth\nE1,100,900\n", {"Roth=roth"}).participants.at(0).roth,
            Election{100_usd});
  EXPECT_FALSE(read("id,Current Roth\nE1,100\n", {}, Period::annual).readable);
}

TEST(Defaults, AreTakenWhereARowDoesNotTell) {
  CensusOptions options;
  options.defaults = {{Field::pay_periods, "24"}};
  const Census census = read_census("c.csv", "id,pay_periods\nE1,\nE2,52\nE3,\n", options);
  ASSERT_EQ(census.participants.size(), 3u);
  EXPECT_EQ(census.participants[0].pay_periods, 24);
  EXPECT_EQ(census.participants[1].pay_periods, 52);
  EXPECT_EQ(said(census.findings).back(),
            "2:0 CEN157 2 rows do not tell pay_periods, which is taken from --default: lines 2, 4");
}

}  // namespace
}  // namespace rothcheck::intake
