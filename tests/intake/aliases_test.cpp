// Headers of real files: what is known and what is asked.
#include "intake/columns/aliases.hpp"

#include <gtest/gtest.h>

#include "intake/columns/header_text.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;

std::optional<Field> field_of(std::string_view header) {
  const auto alias = alias_of(header);
  if (!alias || alias->meaning.what != What::field) return std::nullopt;
  return alias->meaning.field;
}

std::string word(What what) {
  return what == What::asked ? "asked" : what == What::unused ? "unused" : "other";
}

TEST(HeaderText, IsBroughtToOneForm) {
  EXPECT_EQ(plain_header("\xEF\xBB\xBF Birth_Date_(MM/DD/YYYY) "), "birth date");
  EXPECT_EQ(plain_header("Employee #"), "employee number");
  EXPECT_EQ(plain_header("EE 401(k)\nContributions"), "ee 401k contributions");
  EXPECT_EQ(plain_header("Roth ($)"), "roth");
  EXPECT_EQ(plain_header("Roth %"), "roth percent");
  EXPECT_EQ(plain_header("G - Post Tax (Non Roth)"), "g post tax non roth");
  EXPECT_EQ(plain_header("D.O.B."), "d o b");
  EXPECT_EQ(plain_header("W-2 Box 12 (D)"), "w 2 box 12 d");
  EXPECT_EQ(plain_header("---"), "");
  EXPECT_EQ(column_letters(28), "AB");
}

TEST(Aliases, RealHeadersAreKnownExactly) {
  const std::vector<std::pair<std::string_view, Field>> known = {
      {"Date of Birth", Field::birth_date},
      {"DOB", Field::birth_date},
      {"Birth_Date_(MM/DD/YYYY)", Field::birth_date},
      {"Date of Hire - Original", Field::hire_date},
      {"Hire_Date", Field::hire_date},
      {"Date of Termination", Field::termination_date},
      {"415 Earnings", Field::pay},
      {"Statutory Compensation", Field::pay},
      {"Gross_compensation", Field::pay},
      {"Compensation Statutory Prior Year", Field::prior_year_pay},
      {"Prior Year FICA Wages", Field::prior_year_fica_wages},
      {"Pre-Tax Contribution", Field::pre_tax},
      {"A/B - Salary Deferral", Field::pre_tax},
      {"401(k)", Field::pre_tax},
      {"Traditional (Pre-tax)", Field::pre_tax},
      {"Employee_deduction_1_Pre-tax_amount", Field::pre_tax},
      {"Roth $ Amount", Field::roth},
      {"Roth (Post-tax)", Field::roth},
      {"Roth 401(k) - Employee Post-Tax Contributions", Field::roth},
      {"G - Post Tax (Non Roth)", Field::after_tax},
      {"Voluntary After-Tax", Field::after_tax},
      {"Employer_Match", Field::match},
      {"ER 401(k) match", Field::match},
      {"Safe Harbor Match", Field::match},
      {"3% Safe Harbor", Field::nonelective},
      {"F - Profit Sharing", Field::nonelective},
      {"QNEC", Field::qnec},
      {"Reallocated Forfeitures", Field::forfeitures},
      {"Ownership Percentage", Field::ownership_pct},
      {"Employee Type (HCE)", Field::hce},
      {"Employee Class", Field::employee_class},
  };
  for (const auto& [header, field] : known) EXPECT_EQ(field_of(header), field) << header;
  for (std::string_view id : {"Employee ID", "EE ID", "EMPLOYEE NUMBER", "File #", "Worker ID"}) {
    EXPECT_EQ(alias_of(id)->meaning.what, What::id) << id;
  }
  EXPECT_EQ(alias_of("Employee SSN")->meaning.what, What::ssn);
}

TEST(Aliases, HeadsOfKnownWordsAreKnownWordForWord) {
  const std::vector<std::pair<std::string_view, Field>> known = {
      {"BEFORE TAX", Field::pre_tax},
      {"Traditional 401(k) (Employee deduction)", Field::pre_tax},
      {"01-EMPLOYEE DEFERRAL", Field::pre_tax},
      {"401(k) emp.", Field::pre_tax},
      {"Roth Elective Deferral", Field::roth},
      {"R - 401K ROTH AMT", Field::roth},
      {"401(k) Catch-up (Employee deduction)", Field::pre_tax},
      {"EE Voluntary Post-Tax Non-Roth Contrib", Field::after_tax},
      {"After-tax 401(k) (Employee deduction)", Field::after_tax},
      {"401(k) Co. Match", Field::match},
      {"ER Safe Harbor Match Contribution", Field::match},
      {"SAFE HARBOR NEC", Field::nonelective},
      {"Employer Non-Elective", Field::nonelective},
      {"Total pay", Field::pay},
      {"415(c) Comp", Field::pay},
      {"Prior Yr Wages", Field::prior_year_pay},
      {"Prior Year W-2 Box 3", Field::prior_year_fica_wages},
      {"HCE CODE", Field::hce},
      {"Highly_Comp_Status", Field::hce},
      {"Is HCE? (Y/N)", Field::hce},
  };
  for (const auto& [header, field] : known) EXPECT_EQ(field_of(header), field) << header;
}

TEST(Aliases, AYearToDateIsOneFactInAnyOrderOfWords) {
  for (std::string_view header : {"YTD After Tax", "After Tax YTD", "After-Tax (Year to Date)",
                                  "Year-to-Date EE After Tax Contribution"}) {
    EXPECT_EQ(field_of(header), Field::after_tax_ytd) << header;
  }
  for (std::string_view header : {"YTD Roth", "401k Roth YTD", "Roth Year to Date"}) {
    EXPECT_EQ(field_of(header), Field::roth) << header;
    EXPECT_EQ(alias_of(header)->covers, Covers::the_year_so_far) << header;
  }
  EXPECT_EQ(word(alias_of("Current Pre-Tax")->meaning.what), "asked");
  EXPECT_EQ(word(alias_of("YTD Hours")->meaning.what), "unused");
}

TEST(Aliases, ARateIsAPercentOfPayWhereItIsElected) {
  for (std::string_view header : {"Pre-Tax %", "401k Pct", "Deferral Percentage", "Deferral Rate",
                                  "Pre-Tax Percent of Pay", "% Pre-Tax"}) {
    ASSERT_EQ(field_of(header), Field::pre_tax) << header;
    EXPECT_EQ(alias_of(header)->unit, Unit::percent) << header;
  }
  EXPECT_EQ(alias_of("Roth Rate")->unit, Unit::percent);
  EXPECT_EQ(word(alias_of("Match Rate")->meaning.what), "asked");
  EXPECT_EQ(alias_of("Pay Rate"), std::nullopt);
  EXPECT_EQ(field_of("Ownership %"), Field::ownership_pct);
}

TEST(Aliases, NothingIsKnownNearly) {
  for (std::string_view header :
       {"Roth IRA", "Loan", "Employee No", "Mtch", "Roth Rollover After-Tax", "Eligible",
        "After-Tax Medical", "Roth Match", "Match on After-Tax", "Pre-Tax and Roth",
        "Total Deferrals", "Employer Contribution", "Safe Harbor", "NHCE", "Prior Year HCE"}) {
    EXPECT_EQ(field_of(header), std::nullopt) << header;
  }
}

TEST(Aliases, AmbiguousHeadersAreAsked) {
  for (std::string_view header :
       {"Salary", "Annual Salary", "Compensation", "Comp", "Wages", "Rate", "Earnings",
        "Plan Compensation", "Employer Safe Harbor Contribution", "Owner",
        "CURRENT PAYROLL EMPLOYEE PRETAX CONTRIBUTION"}) {
    EXPECT_EQ(word(alias_of(header)->meaning.what), "asked") << header;
  }
}

}  // namespace
}  // namespace rothcheck::intake
