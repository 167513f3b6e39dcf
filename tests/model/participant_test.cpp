// Every column of a participant file: its name, what it takes and what it refuses.
#include "model/participant.hpp"

#include <gtest/gtest.h>

#include <set>

namespace rothcheck {
namespace {

bool takes(Field field, std::string_view text) {
  Participant person;
  const bool taken = !set_field(person, field, text).has_value();
  EXPECT_EQ(has_field(person, field), taken) << "a refused text leaves the field empty";
  return taken;
}

TEST(Participant, EveryFieldHasItsOwnNameAndIsFoundByIt) {
  std::set<std::string_view> names;
  for (const FieldRow& row : participant_fields()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_EQ(field_named(row.name), row.field);
    EXPECT_FALSE(row.expects.empty() || row.meaning.empty()) << row.name;
  }
  EXPECT_EQ(participant_fields()[0].field, Field::birth_date);
}

TEST(Participant, NamesAreFoundWithoutRegardToCaseSpacesAndHyphens) {
  for (std::string_view name :
       {"prior_year_pay", "Prior Year Pay", "PRIOR-YEAR-PAY", "prioryearpay", " prior_year pay"}) {
    EXPECT_EQ(field_named(name), Field::prior_year_pay) << name;
  }
  EXPECT_EQ(field_named("class"), Field::employee_class);
  EXPECT_FALSE(field_named("employee_class"));
  EXPECT_FALSE(field_named(""));
  EXPECT_FALSE(field_named("favourite colour"));
}

TEST(Participant, NothingIsKnownAboutSomebodyNew) {
  const Participant person;
  for (const FieldRow& row : participant_fields())
    EXPECT_FALSE(has_field(person, row.field)) << row.name;
}

TEST(Participant, EveryFieldRefusesWhatItCannotRead) {
  for (const FieldRow& row : participant_fields()) {
    Participant person;
    const auto complaint = set_field(person, row.field, "?");
    const bool is_text = row.field == Field::employee_class || row.field == Field::household ||
                         row.field == Field::family_group;
    EXPECT_EQ(complaint.has_value(), !is_text) << row.name;
    if (!complaint) continue;
    EXPECT_EQ(*complaint, "expected " + std::string{row.expects}) << row.name;
    EXPECT_FALSE(has_field(person, row.field)) << row.name;
  }
}

TEST(Participant, ARefusedTextLeavesWhatWasThere) {
  Participant person;
  ASSERT_FALSE(set_field(person, Field::pay, "200000"));
  EXPECT_TRUE(set_field(person, Field::pay, "lots"));
  EXPECT_EQ(person.pay, 200'000_usd);
}

TEST(Participant, AmountsMayLookLikeMoneyButNotBeNegative) {
  Participant person;
  EXPECT_FALSE(set_field(person, Field::pay, "$1,234.50"));
  EXPECT_EQ(person.pay, Money::cents(123'450));
  EXPECT_TRUE(takes(Field::pay, "0"));
  EXPECT_FALSE(takes(Field::pay, "-1"));
  EXPECT_FALSE(takes(Field::pay, "(1,234.50)"));
  EXPECT_FALSE(takes(Field::pay, "12%"));
  EXPECT_FALSE(takes(Field::pay, "1234.567"));
}

TEST(Participant, AnElectionIsAnAmountOrAPercentOfPay) {
  Participant person;
  EXPECT_FALSE(set_field(person, Field::pre_tax, "23500"));
  EXPECT_EQ(person.pre_tax, (Election{23'500_usd}));
  EXPECT_FALSE(set_field(person, Field::pre_tax, "12%"));
  EXPECT_EQ(person.pre_tax, (Election{12_pct}));
  EXPECT_FALSE(set_field(person, Field::roth, "5% of pay"));
  EXPECT_EQ(person.roth, (Election{5_pct}));
  EXPECT_TRUE(takes(Field::after_tax, "100%"));
  EXPECT_FALSE(takes(Field::after_tax, "100.01%"));
  EXPECT_FALSE(takes(Field::after_tax, "-5%"));
  EXPECT_FALSE(takes(Field::after_tax, "23500 of pay"));
  EXPECT_FALSE(takes(Field::after_tax, "of pay"));
}

TEST(Participant, AgesAreWholeAndHuman) {
  Participant person;
  EXPECT_FALSE(set_field(person, Field::age, "61"));
  EXPECT_EQ(person.age, 61);
  EXPECT_TRUE(takes(Field::age, "0"));
  EXPECT_TRUE(takes(Field::age, "120"));
  for (std::string_view text : {"121", "366", "1999", "59.5", "-1", "59 1/2", ""}) {
    EXPECT_FALSE(takes(Field::age, text)) << text;
  }
}

TEST(Participant, AYearHasAtLeastOnePayPeriod) {
  EXPECT_TRUE(takes(Field::pay_periods, "1"));
  EXPECT_TRUE(takes(Field::pay_periods, "26"));
  EXPECT_TRUE(takes(Field::pay_periods, "366"));
  EXPECT_FALSE(takes(Field::pay_periods, "0"));
  EXPECT_FALSE(takes(Field::pay_periods, "367"));
}

TEST(Participant, ServiceMayBePartOfAYear) {
  Participant person;
  EXPECT_FALSE(set_field(person, Field::service_years, "2.5"));
  EXPECT_EQ(person.service_years, (Rate{5, 2}));
  EXPECT_TRUE(takes(Field::service_years, "100"));
  EXPECT_FALSE(takes(Field::service_years, "100.5"));
}

TEST(Participant, OwnershipIsThePercentWithOrWithoutTheSign) {
  Participant person;
  EXPECT_FALSE(set_field(person, Field::ownership_pct, "5"));
  EXPECT_EQ(person.ownership_pct, 5_pct);
  EXPECT_FALSE(set_field(person, Field::ownership_pct, "5%"));
  EXPECT_EQ(person.ownership_pct, 5_pct);
  EXPECT_FALSE(set_field(person, Field::ownership_pct, "0.5"));
  EXPECT_EQ(person.ownership_pct, (Rate{1, 200}));
  EXPECT_FALSE(takes(Field::ownership_pct, "101"));
}

TEST(Participant, YesAndNoHaveTheirUsualSpellings) {
  Participant person;
  for (std::string_view yes : {"yes", "Yes", "YES", "y", "true", "TRUE", "1", "x"}) {
    EXPECT_FALSE(set_field(person, Field::hce, yes)) << yes;
    EXPECT_EQ(person.hce, true) << yes;
  }
  for (std::string_view no : {"no", "No", "n", "false", "F", "0"}) {
    EXPECT_FALSE(set_field(person, Field::hce, no)) << no;
    EXPECT_EQ(person.hce, false) << no;
  }
  EXPECT_FALSE(takes(Field::hce, "maybe"));
}

TEST(Participant, DatesAreRefusedWhenTheDayDoesNotExist) {
  Participant person;
  EXPECT_FALSE(set_field(person, Field::birth_date, "2/28/1980"));
  EXPECT_EQ(person.birth_date, date(1980, 2, 28));
  EXPECT_FALSE(takes(Field::birth_date, "2/30/1980"));
}

TEST(Participant, BusinessAndFilingStatusAreWordsOfTheContract) {
  Participant person;
  EXPECT_FALSE(set_field(person, Field::business, "s-corporation"));
  EXPECT_EQ(person.business, Business::s_corporation);
  EXPECT_FALSE(set_field(person, Field::filing_status, "head-of-household"));
  EXPECT_EQ(person.filing_status, FilingStatus::head_of_household);
  for (std::string_view word : {"sole-proprietor", "partner", "c-corporation"})
    EXPECT_TRUE(takes(Field::business, word));
  for (std::string_view word : {"single", "joint", "separate"})
    EXPECT_TRUE(takes(Field::filing_status, word));
  EXPECT_FALSE(takes(Field::business, "llc"));
  EXPECT_FALSE(takes(Field::filing_status, "married"));
}

}  // namespace
}  // namespace rothcheck
