// Columns beside each other: what is asked, what is added up, and mappings.
#include "intake/columns/columns.hpp"

#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;

Census read(std::string_view text, std::initializer_list<std::string_view> entries = {}) {
  CensusOptions options;
  options.year = 2025;
  for (std::string_view entry : entries) EXPECT_EQ(options.mapping.add(entry), std::nullopt);
  return read_census("census.csv", text, options);
}

TEST(Columns, AnAmbiguousHeaderIsAskedAndNotGuessed) {
  const Census census = read("id,Salary\nE1,5\n");
  EXPECT_FALSE(census.readable);
  EXPECT_EQ(said(census.findings),
            (Lines{"1:2 CEN027 \"Salary\" may be pay, base_pay or a yearly rate"}));
  EXPECT_EQ(notes_of(census.findings[0]),
            "say which with --map \"Salary=FIELD\", or leave it out with --ignore \"Salary\"");
  EXPECT_EQ(read("id,Salary\nE1,5\n", {"Salary=pay"}).participants.at(0).pay, 5_usd);
  EXPECT_EQ(read("id,Salary\nE1,5\n", {"salary=ignore"}).participants.at(0).pay, std::nullopt);
}

TEST(Columns, WhatIsAskedIsSettledByAColumnOfItsOwn) {
  const Census census = read("id,Salary,415 Compensation,Plan Compensation\nE1,5,6,7\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].pay, 6_usd);
  EXPECT_EQ(said(census.findings),
            (Lines{"1:0 CEN031 2 columns are not needed: \"Salary\", \"Plan Compensation\""}));
  // Employer money is counted, so leaving a column of it out is never safe.
  EXPECT_FALSE(read("id,match,Employer Safe Harbor Contribution\nE1,5,6\n").readable);
}

TEST(Columns, GrossPayIsTakenAsPayUnlessPayHasAColumn) {
  const Census census = read("id,Gross Wages\nE1,5\n");
  EXPECT_EQ(census.participants.at(0).pay, 5_usd);
  EXPECT_EQ(said(census.findings),
            (Lines{"1:2 CEN029 \"Gross Wages\" is taken as pay, 415 compensation of the year"}));
  EXPECT_EQ(read("id,Gross Wages,pay\nE1,5,6\n").participants.at(0).pay, 6_usd);
  EXPECT_FALSE(read("id,Gross Wages,Total Compensation\nE1,5,6\n").readable);
}

TEST(Columns, MoneyThatNobodyKnowsIsAskedUntilItIsLeftOut) {
  for (std::string_view header : {"Employer Contribution",
                                  "ER Other",
                                  "Plan Match Rate 2",
                                  "Union Pension Contribution",
                                  "Severance Pay",
                                  "Total Deferrals",
                                  "Eligible Wages 2",
                                  "Group Nonelective",
                                  "Fund A ($)",
                                  "457(b) Deferral",
                                  "NHCE",
                                  "% Owned",
                                  "Election Amount",
                                  "Employer",
                                  "ER",
                                  "EE %",
                                  "457 Deferral",
                                  "Post-Tax Deductions",
                                  "Student Loan Match",
                                  "Discretionary PS",
                                  "HC Code"}) {
    const std::string text = "id,age," + std::string{header} + "\nE1,40,5\n";
    EXPECT_FALSE(read(text).readable) << header;
    EXPECT_TRUE(read(text, {std::string{header} + "=ignore"}).readable) << header;
  }
}

TEST(Columns, WhatHasDollarSignsIsMoneyWhateverItsName) {
  EXPECT_FALSE(read("id,age,Source 04\nE1,40,n/a\nE2,41,\"$1,500.00\"\n").readable);
  EXPECT_TRUE(read("id,age,Source 04\nE1,40,\"$1,500.00\"\n", {"Source 04=ignore"}).readable);
  EXPECT_TRUE(read("id,age,Net Amount\nE1,40,\"$1,500.00\"\n").readable);
}

TEST(Columns, KnownToBeNothingForAPlanIsANote) {
  for (std::string_view header : {"Net Pay",
                                  "Federal Tax",
                                  "State Income Tax",
                                  "FICA Withheld",
                                  "Medicare Wages",
                                  "Child Support",
                                  "Garnishment Amount",
                                  "Employer Medical",
                                  "ER HSA Contribution",
                                  "After-Tax Dental",
                                  "Roth IRA",
                                  "Loan Payment Amount",
                                  "Rollover Contribution",
                                  "Vested Match Balance",
                                  "Pay Type",
                                  "Pay Frequency",
                                  "Hourly Rate",
                                  "Pay Rate",
                                  "Match Group",
                                  "Eligible for Match",
                                  "Deferral Code",
                                  "Employer Name",
                                  "Last Pay Date",
                                  "Deduction Start Date",
                                  "Tax Status",
                                  "Plan Year",
                                  "Date of Contribution Change"}) {
    const std::string text = "id,age," + std::string{header} + "\nE1,40,5\n";
    EXPECT_TRUE(read(text).readable) << header;
  }
}

TEST(Columns, StrictLeavesNoColumnOut) {
  CensusOptions options;
  options.strict = true;
  EXPECT_EQ(said(read_census("census.csv", "id,Shoe Size,Last Name\nE1,44,Roe\n", options).findings)
                .at(0),
            "1:2 CEN156 \"Shoe Size\" is not a participant field, and --strict leaves none out");
  EXPECT_EQ(options.mapping.add("Shoe Size", "ignore"), std::nullopt);
  EXPECT_TRUE(read_census("census.csv", "id,Shoe Size,Last Name\nE1,44,Roe\n", options).readable);
}

TEST(Columns, PayOfTheYearBeforeIsThatByItsYear) {
  EXPECT_EQ(read("id,2024 Compensation\nE1,5\n").participants.at(0).prior_year_pay, 5_usd);
  CensusOptions of_no_year;
  EXPECT_FALSE(read_census("census.csv", "id,2024 Compensation\nE1,5\n", of_no_year).readable);
}

TEST(Columns, CodesOfWhoIsHighlyCompensatedAreRead) {
  const Census census =
      read("id,HCE Status\nE1,HCE\nE2,NHCE\nE3,H\nE4,Non-HCE\nE5,Y\nE6,0\nE7,\nE8,K\n");
  ASSERT_EQ(census.participants.size(), 7u);
  const std::vector<std::optional<bool>> right = {true, false, true, false, true, false, {}};
  for (std::size_t i = 0; i < right.size(); ++i)
    EXPECT_EQ(census.participants[i].hce, right[i]) << i;
  EXPECT_EQ(census.rows_rejected, 1);
}

TEST(Columns, AfterTaxIsAfterTaxOnlyBesideRoth) {
  for (std::string_view header : {"After Tax", "After-Tax", "Post-Tax", "EE After-Tax",
                                  "Voluntary After-Tax", "AFTERTAX", "VAT", "After-Tax YTD"}) {
    const std::string name{header};
    const Census alone = read("id,pay," + name + "\nE1,5,1\n");
    EXPECT_FALSE(alone.readable) << header;
    EXPECT_EQ(said(alone.findings).at(0),
              "1:3 CEN028 \"" + name + "\" may be after-tax or Roth: no other column is Roth");
    const Census beside = read("id,pay,Roth," + name + "\nE1,5,2,1\n");
    ASSERT_EQ(beside.participants.size(), 1u) << header;
    EXPECT_EQ(beside.findings.at(0).kind->code, "CEN029") << header;
    const Participant& person = beside.participants[0];
    EXPECT_TRUE(person.after_tax || person.after_tax_ytd) << header;
  }
}

TEST(Columns, AfterTaxThatSaysWhatItIsIsNotAsked) {
  EXPECT_EQ(read("id,G - Post Tax (Non Roth)\nE1,5\n").participants.at(0).after_tax,
            Election{5_usd});
  EXPECT_EQ(read("id,Roth (Post-tax)\nE1,5\n").participants.at(0).roth, Election{5_usd});
  // Spelt as our own templates spell it, there is no doubt whose word it is.
  EXPECT_EQ(read("id,after_tax\nE1,5\n").participants.at(0).after_tax, Election{5_usd});
  EXPECT_EQ(read("id,After Tax\nE1,5\n", {"After Tax=after_tax"}).participants.at(0).after_tax,
            Election{5_usd});
  EXPECT_EQ(read("id,After Tax\nE1,5\n", {"After Tax=roth"}).participants.at(0).roth,
            Election{5_usd});
}

TEST(Columns, PartsOfOneFactAreAddedUpAndTold) {
  const Census census = read(
      "id,Pre-Tax,401k EE Catch Up,Match,Safe Harbor Match,Profit Sharing,Davis-Bacon\n"
      "E1,23500,7500,100,\"1,000\",10,20\nE2,5,,,,,\nE3,5%,1%,,,,\nE4,5%,100,,,,\n");
  ASSERT_EQ(census.participants.size(), 3u);
  EXPECT_EQ(census.participants[0].pre_tax, Election{31'000_usd});
  EXPECT_EQ(census.participants[0].match, 1100_usd);
  EXPECT_EQ(census.participants[0].nonelective, 30_usd);
  EXPECT_EQ(census.participants[1].pre_tax, Election{5_usd});
  EXPECT_EQ(census.participants[1].match, std::nullopt);
  EXPECT_EQ(census.participants[2].pre_tax, Election{6_pct});
  EXPECT_EQ(said(census.findings),
            (Lines{"1:2 CEN030 pre_tax is the sum of columns B and C",
                   "1:4 CEN030 match is the sum of columns D and E",
                   "1:6 CEN030 nonelective is the sum of columns F and G",
                   "5:3 CEN010 an amount and a percent of pre_tax cannot be added up"}));
}

TEST(Columns, TwoColumnsOfOnePartAreRefused) {
  const Census census = read("id,Match,Employer Match\nE1,5,6\n");
  EXPECT_FALSE(census.readable);
  EXPECT_EQ(said(census.findings), (Lines{"1:3 CEN005 columns B and C are both match"}));
}

TEST(Columns, TheBenchmarksCensusIsUnderstood) {
  const Census census = read(
      "id,birth_date,pay,prior_year_pay,deferral_pre_tax,deferral_roth,after_tax_ytd,employer_"
      "match,"
      "employer_other,owner_pct,hire_date,status\n"
      "E1,1980-02-03,100000.00,90000.00,5000.00,1000.00,2000.00,none,300.00,5.01,2015-10-01,"
      "active\n");
  ASSERT_EQ(census.participants.size(), 1u);
  const Participant& person = census.participants[0];
  EXPECT_EQ(person.pre_tax, Election{5000_usd});
  EXPECT_EQ(person.roth, Election{1000_usd});
  EXPECT_EQ(person.after_tax_ytd, 2000_usd);
  EXPECT_EQ(person.match, std::nullopt);
  EXPECT_EQ(person.nonelective, 300_usd);
  EXPECT_EQ(person.ownership_pct, (Rate{501, 10'000}));
  EXPECT_EQ(said(census.findings),
            (Lines{"1:0 CEN031 1 column is not needed: \"status\"",
                   "2:8 CEN037 match has words for no value, read as not stated"}));
}

TEST(Columns, TheMappingUsedIsThere) {
  const Census census = read("Employee ID,Last Name,Pay,Shoe Size\nE1,Roe,5,9\n");
  ASSERT_EQ(census.columns.size(), 4u);
  EXPECT_EQ(census.columns[0].field, "id");
  EXPECT_EQ(census.columns[0].why, "a usual name of it");
  EXPECT_EQ(census.columns[1].how, ColumnUse::How::left_out);
  EXPECT_EQ(census.columns[1].why, "names are not needed");
  EXPECT_EQ(census.columns[2].letter, "C");
  EXPECT_EQ(census.columns[2].field, "pay");
  EXPECT_EQ(census.columns[3].why, "not a participant field");
  EXPECT_EQ(census.header_line, 1u);
}

TEST(Mapping, SettlesWhatNoAliasKnows) {
  const Census census =
      read("Employee No,Yearly Total\nE1,5\n", {"Employee No=id", "yearly_total=pay"});
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id, "E1");
  EXPECT_EQ(census.participants[0].pay, 5_usd);
  EXPECT_TRUE(census.findings.empty());
}

TEST(Mapping, TheLastWordCountsAndPositionsDoToo) {
  const Census census = read("id,a,a\nE1,5,6\n", {"a=pay", "#2=ignore"});
  EXPECT_EQ(census.participants.at(0).pay, 6_usd);
  EXPECT_EQ(read("id,a\nE1,5\n", {"a=pay", "a=bonus"}).participants.at(0).bonus, 5_usd);
}

TEST(Mapping, OfAColumnThatIsNotThereIsTold) {
  EXPECT_EQ(said(read("id,pay\nE1,5\n", {"Bonus Pay=bonus"}).findings),
            (Lines{"1:0 CEN047 no column is \"Bonus Pay\", which is mapped"}));
}

TEST(Mapping, ToWhatIsNoFieldIsRefused) {
  Mapping mapping;
  EXPECT_EQ(mapping.add("Employee No"), "\"Employee No\" has no =FIELD");
  EXPECT_EQ(mapping.add("A=pya"), "\"pya\" is not a participant field; did you mean pay?");
  EXPECT_EQ(mapping.add("=pay"), "the header is empty; a column without one is #N");
  EXPECT_EQ(mapping.add("a=b=pay"), std::nullopt);
  EXPECT_EQ(mapping.entries().at(0).header, "a=b");
}

TEST(Mapping, IsReadFromToml) {
  Sources sources;
  Mapping mapping;
  const auto source = sources.add("mapping.toml",
                                  "ignore = [\"Last Name\", 5]\nother = 1\n[columns]\n"
                                  "\"Employee No\" = \"id\"\n\"Total\" = 5\n\"X\" = \"pya\"\n");
  const Findings findings = read_mapping(sources, source, mapping);
  EXPECT_EQ(said(findings, sources),
            (Lines{"1:24 CFG107 ignore has something that is not a header",
                   "2:1 CFG107 \"other\" is none of [columns], ignore, dates and period",
                   "5:11 CFG107 \"Total\" is a number, not a field in quotation marks",
                   "6:7 CFG107 \"pya\" is not a participant field; did you mean pay?"}));
  EXPECT_EQ(mapping.entries().size(), 2u);
  EXPECT_EQ(mapping.find("EMPLOYEE_NO", 7)->meaning.what, What::id);
  EXPECT_EQ(mapping.find("last name", 7)->meaning.what, What::unused);
  const auto bad = sources.add("bad.toml", "[columns\n");
  EXPECT_EQ(read_mapping(sources, bad, mapping).at(0).kind->code, "CFG106");
}

TEST(Samples, ShowTheFormOfCellsAndNotWhatTheySay) {
  CensusOptions options;
  options.samples = 1;
  const Census census =
      read_census("census.csv", "Employee No,Salary,DOB\nE77,\"$82,460.35\",2/3/1980\n", options);
  EXPECT_FALSE(census.readable);
  ASSERT_EQ(census.samples.size(), 1u);
  EXPECT_EQ(census.samples[0], (std::vector<std::string>{"a99", "$99,999.99", "9/9/9999"}));
}

}  // namespace
}  // namespace rothcheck::intake
