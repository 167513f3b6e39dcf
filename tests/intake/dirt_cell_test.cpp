// Dirty cells: rows 27 to 46 of the design's table.
#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

Census read(std::string_view text, std::optional<int> year = 2025) {
  CensusOptions options;
  options.year = year;
  options.annual_additions_limit = 70'000_usd;
  return read_census("census.csv", text, options);
}

/// The census of one person with one cell.
Census one(std::string_view column, std::string_view cell, std::optional<int> year = 2025) {
  return read("id," + std::string{column} + "\nE1,\"" + std::string{cell} + "\"\n", year);
}

std::optional<Money> pay(std::string_view cell) {
  const Census census = one("pay", cell);
  EXPECT_TRUE(census.findings.empty()) << cell;
  return census.participants.empty() ? std::nullopt : census.participants[0].pay;
}

/// The remedy for a cell that cannot be read.
std::string advice(std::string_view column, std::string_view cell) {
  const Census census = one(column, cell);
  EXPECT_TRUE(census.participants.empty()) << cell;
  return census.findings.empty() ? "" : notes_of(census.findings[0]);
}

std::string told(const Census& census) {
  EXPECT_EQ(census.participants.size(), 1u);
  return census.findings.empty() ? "" : said(census.findings[0]);
}

std::optional<Date> birth(std::string_view cell) {
  const Census census = one("birth_date", cell);
  return census.participants.empty() ? std::nullopt : census.participants[0].birth_date;
}
std::optional<Date> hired(std::string_view cell, std::optional<int> year = 2025) {
  const Census census = one("hire_date", cell, year);
  return census.participants.empty() ? std::nullopt : census.participants[0].hire_date;
}

TEST(DirtyAmount, SignsCommasAndBlanksAreNoPartOfIt) {
  for (std::string_view cell : {"$82,460.35", "82460.35", "$ 82,460.35", " 82,460.35 ", "82 460.35",
                                "82\xC2\xA0"
                                "460.35",
                                "\xC2\xA0$82,460.35", "USD 82,460.35", "usd 82460.35"}) {
    EXPECT_EQ(pay(cell), Money::cents(8'246'035)) << cell;
  }
  EXPECT_EQ(pay("$0.00"), Money{});
}

TEST(DirtyAmount, CommasStandBetweenGroupsOfThree) {
  for (std::string_view cell : {"1,23", "12,34.56", "1234,567.00", "82 46.35"}) {
    EXPECT_EQ(advice("pay", cell),
              "commas stand between groups of three digits, a point before the cents")
        << cell;
  }
}

TEST(DirtyAmount, NegativeAmountsOfEveryFormSpoilTheRow) {
  for (std::string_view cell : {"(5.00)", "-5", "($1,234.50)", "5.00-", "1,234.56 CR"}) {
    EXPECT_EQ(advice("pay", cell), "enter the year's total after reversals") << cell;
    EXPECT_EQ(advice("pre_tax", cell),
              "expected an amount such as 23500, or a percent of pay such as 12%; "
              "enter the year's total after reversals")
        << cell;
  }
}

TEST(DirtyAmount, ADebitIsPositiveAndTold) {
  const Census census = one("pay", "1,234.56 DR");
  EXPECT_EQ(told(census), "2:2 CEN037 pay has DR behind amounts, read as positive");
  EXPECT_EQ(census.participants[0].pay, Money::cents(123'456));
}

TEST(DirtyAmount, MoreDecimalsAreReadOnlyWhereTheyAreNothing) {
  const auto noise = [](std::string_view cell) {
    const Census census = one("pay", cell);
    EXPECT_EQ(told(census), "2:2 CEN037 pay has empty third decimals, read to the cent") << cell;
    return census.participants.empty() ? std::nullopt : census.participants[0].pay;
  };
  EXPECT_EQ(noise("1234.500"), Money::cents(123'450));
  EXPECT_EQ(noise("1,234.300000000004"), Money::cents(123'430));
  EXPECT_EQ(noise("1234.5599999999998"), Money::cents(123'456));
  EXPECT_EQ(noise("199.9999999999"), Money::cents(20'000));
  for (std::string_view cell : {"1234.567", "1234.505", "0.005", "1234.5600001"}) {
    EXPECT_EQ(one("pay", cell).rows_rejected, 1) << cell;
  }
}

TEST(DirtyAmount, WhatASpreadsheetDamagedIsRefused) {
  for (std::string_view cell : {"1.23457E+05", "1e5", "#REF!", "#N/A", "####", "#VALUE!"}) {
    EXPECT_EQ(advice("pay", cell),
              "the spreadsheet damaged this cell; format the column as a number and export again")
        << cell;
  }
}

TEST(DirtyAmount, EuropeanDecimalsAreNeverGuessed) {
  for (std::string_view cell : {"1.234,56", "1234,56", "12,5"}) {
    EXPECT_EQ(one("pay", cell).rows_rejected, 1) << cell;
  }
}

// The design's table takes a blank contribution for 0. The contract of participant files says that
// an absent fact is not stated, and it is the contract that holds: 0 would hide the plan's formula.
TEST(DirtyAmount, ABlankIsNotStatedAndSaidOnceForContributions) {
  const Census census = read("id,pay,match\nE1,,\nE2,5,\nE3,5,3\n");
  ASSERT_EQ(census.participants.size(), 3u);
  EXPECT_EQ(census.participants[0].pay, std::nullopt);
  EXPECT_EQ(census.participants[0].match, std::nullopt);
  EXPECT_EQ(said(census.findings), (Lines{"2:3 CEN038 match is empty in 2 rows: not stated, which "
                                          "is not 0: lines 2, 3"}));
}

TEST(DirtyAmount, WordsForNoContributionAreNotStated) {
  for (std::string_view cell : {"none", "N/A", "n/a", "--"}) {
    const Census census = one("employer_match", cell);
    EXPECT_EQ(told(census), "2:2 CEN037 match has words for no value, read as not stated") << cell;
    EXPECT_EQ(census.participants[0].match, std::nullopt);
    // Pay is a fact that everybody has.
    EXPECT_EQ(one("pay", cell).rows_rejected, 1) << cell;
  }
}

TEST(DirtyAmount, AnAccountingDashIsZero) {
  const Census census = one("match", " $-   ");
  EXPECT_EQ(told(census), "2:2 CEN037 match has accounting dashes, read as 0");
  EXPECT_EQ(census.participants[0].match, Money{});
}

TEST(DirtyDate, NothingsAreNoDate) {
  for (std::string_view cell : {"0", "-", "N/A", "none", "1/0/1900", "00/00/0000", "0000-00-00"}) {
    const Census census = one("termination_date", cell);
    ASSERT_EQ(census.participants.size(), 1u) << cell;
    EXPECT_EQ(census.participants[0].termination_date, std::nullopt);
    EXPECT_TRUE(census.findings.empty());
    EXPECT_EQ(one("birth_date", cell).rows_rejected, 1) << cell;
  }
  EXPECT_EQ(one("termination_date", "12/31/9999").participants.at(0).termination_date,
            std::nullopt);
}

TEST(DirtyDate, TheUsualFormsAreRead) {
  for (std::string_view cell : {"1980-01-02", "1/2/1980", "01/02/1980", "1-2-1980", "1980/1/2",
                                "1980-01-02 00:00:00", "1/2/1980 0:00", "1980-01-02T00:00:00"}) {
    EXPECT_EQ(birth(cell), date(1980, 1, 2)) << cell;
  }
  for (std::string_view cell : {"19800102", "01021980"}) {
    EXPECT_EQ(told(one("birth_date", cell)),
              "2:2 CEN037 birth_date has dates of eight digits, read as such");
    EXPECT_EQ(birth(cell), date(1980, 1, 2)) << cell;
  }
}

TEST(DirtyDate, TwoDigitYearsAreReadByThePlanYear) {
  EXPECT_EQ(birth("12/18/31"), date(1931, 12, 18));
  EXPECT_EQ(birth("5/14/44"), date(1944, 5, 14));
  EXPECT_EQ(birth("6/17/29"), date(1929, 6, 17));
  EXPECT_EQ(birth("6/17/05"), date(2005, 6, 17));
  EXPECT_EQ(birth("6/17/25"), date(1925, 6, 17));
  EXPECT_EQ(birth("6/17/11"), date(2011, 6, 17));
  EXPECT_EQ(birth("6/17/12"), std::nullopt);
  EXPECT_EQ(birth("6/17/24"), std::nullopt);
  EXPECT_EQ(hired("8/1/24"), date(2024, 8, 1));
  EXPECT_EQ(hired("8/1/26"), date(2026, 8, 1));
  EXPECT_EQ(hired("1/1/01"), date(2001, 1, 1));
  EXPECT_EQ(hired("1/1/85"), date(1985, 1, 1));
  EXPECT_EQ(hired("1/1/31"), std::nullopt);
  EXPECT_EQ(told(one("hire_date", "8/1/24")),
            "2:2 CEN037 hire_date has two-digit years, read by the plan year");
  EXPECT_EQ(hired("8/1/24", std::nullopt), std::nullopt);
}

TEST(DirtyDate, AColumnWithTheDayFirstIsLeftOut) {
  const Census census = read("id,hire_date\nE1,1/2/2020\nE2,25/12/2020\nE3,2020-03-01\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"1:2 CEN039 dates of column B have the day before the month and are left out"}));
  ASSERT_EQ(census.participants.size(), 3u);
  EXPECT_FALSE(census.participants[0].hire_date);
  EXPECT_FALSE(census.participants[1].hire_date);
  // Of this one there is one reading.
  EXPECT_EQ(census.participants[2].hire_date, date(2020, 3, 1));
  EXPECT_EQ(birth("25/12/80"), std::nullopt);
}

TEST(DirtyDate, ADayBeforeTheMonthAmongOthersSpoilsItsRow) {
  const Census census =
      read("id,hire_date\nE1,1/2/2020\nE2,25/12/2020\nE3,12/25/2020\nE4,13122020\n");
  EXPECT_EQ(said(census.findings),
            (Lines{"3:2 CEN039 2 dates of hire_date have the day before the month: lines 3, 5"}));
  ASSERT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(census.participants[0].hire_date, date(2020, 1, 2));
}

TEST(DirtyDate, TheOrderIsReadAsToldAndTheRestIsRefused) {
  const auto hired_as = [](DateOrder order, std::string_view cell) {
    CensusOptions options;
    options.year = 2025;
    options.dates = order;
    const Census census =
        read_census("census.csv", "id,hire_date\nE1," + std::string{cell} + "\n", options);
    return census.participants.empty() ? std::nullopt : census.participants[0].hire_date;
  };
  for (const std::string_view cell : {"5/6/1985", "5-6-1985", "05061985", "5/6/85", "1985-06-05"})
    EXPECT_EQ(hired_as(DateOrder::dmy, cell), date(1985, 6, 5)) << cell;
  EXPECT_EQ(hired_as(DateOrder::dmy, "31121985"), date(1985, 12, 31));
  EXPECT_EQ(hired_as(DateOrder::dmy, "3/14/1985"), std::nullopt);
  EXPECT_EQ(hired_as(DateOrder::mdy, "5/6/1985"), date(1985, 5, 6));
  EXPECT_EQ(hired_as(DateOrder::mdy, "31/12/1985"), std::nullopt);
  EXPECT_EQ(hired_as(DateOrder::ymd, "85/6/5"), date(1985, 6, 5));
  EXPECT_EQ(hired_as(DateOrder::ymd, "1985/6/5"), date(1985, 6, 5));
}

TEST(DirtyDate, ASlipIsNoOrderOfItsOwn) {
  // No month is 40, so this is a slip and no order of its own.
  EXPECT_TRUE(one("birth_date", "40/12/1980").readable);
}

TEST(DirtyDate, DateNumbersOfASpreadsheetAreDates) {
  EXPECT_EQ(birth("29222"), date(1980, 1, 2));
  EXPECT_EQ(hired("45292"), date(2024, 1, 1));
  EXPECT_EQ(told(one("hire_date", "45292")),
            "2:2 CEN037 hire_date has spreadsheet date numbers, read as dates");
  for (std::string_view cell : {"9999", "60001", "123456", "45292.5"}) {
    EXPECT_EQ(hired(cell), std::nullopt) << cell;
  }
}

TEST(DirtyDate, DaysThatDoNotExistAndWordsSpoilTheRow) {
  for (std::string_view cell : {"2/30/2020", "Terminated", "13/32/2020", "3.5.2020"}) {
    EXPECT_EQ(one("hire_date", cell).rows_rejected, 1) << cell;
  }
}

TEST(DirtyDate, DatesOutOfOrderSpoilTheRow) {
  const auto reason = [](std::string_view row) {
    const Census census =
        read("id,birth_date,hire_date,termination_date\nE1," + std::string{row} + "\n");
    EXPECT_EQ(census.rows_rejected, 1) << row;
    return said(census.findings.at(0));
  };
  EXPECT_EQ(reason("1980-01-02,1979-01-01,"), "2:0 CEN040 hire_date is before birth_date");
  EXPECT_EQ(reason("1980-01-02,2020-01-02,2020-01-01"),
            "2:0 CEN040 termination_date is before hire_date");
  EXPECT_EQ(reason("2026-01-01,,"), "2:0 CEN040 birth_date is after the end of 2025");
}

TEST(DirtyDate, UnlikelyAgesAndYearsAreTold) {
  EXPECT_EQ(told(one("birth_date", "2012-01-01")),
            "2:0 CEN041 the age at the end of 2025 is below 14 or above 100");
  EXPECT_EQ(told(one("birth_date", "1924-01-01")),
            "2:0 CEN041 the age at the end of 2025 is below 14 or above 100");
  EXPECT_EQ(told(one("termination_date", "2024-12-31")),
            "2:0 CEN041 termination_date is outside 2025");
  EXPECT_TRUE(one("termination_date", "2025-12-31").findings.empty());
}

TEST(DirtyDate, WhoWasHiredAgainHasNotLeft) {
  const Census census = read(
      "id,Date of Hire,Date of Termination,Date of Rehire,Date of Termination 2\n"
      "E1,2010-01-01,2015-01-01,2020-01-01,\nE2,2010-01-01,2015-01-01,2020-01-01,2025-06-30\n");
  ASSERT_EQ(census.participants.size(), 2u);
  EXPECT_EQ(census.participants[0].termination_date, std::nullopt);
  EXPECT_EQ(census.participants[1].termination_date, date(2025, 6, 30));
  EXPECT_EQ(
      said(census.findings),
      (Lines{"2:0 CEN037 this person was hired again after leaving, and is taken as employed"}));
}

TEST(DirtySsn, EightDigitsLostTheirZero) {
  const Census census = read("SSN,pay\n87654320,5\n");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].id, "087-65-4320");
  EXPECT_EQ(said(census.findings).at(0),
            "2:1 CEN037 the column has SSNs of eight digits, read with a 0 in front");
  EXPECT_EQ(read("SSN,pay\n7654320,5\nx,5\n").rows_rejected, 2);
  EXPECT_EQ(read("SSN,pay\n87654320,5\n087-65-4320,6\n").rows_rejected, 2);
}

TEST(DirtySsn, AMaskedNumberIsNoId) {
  const Census census = read("SSN,pay\n***-**-4320,5\n");
  EXPECT_EQ(said(census.findings), (Lines{"2:0 CEN008 the row has no id"}));
  EXPECT_EQ(notes_of(census.findings[0]), "a masked Social Security number is no id");
  EXPECT_EQ(read("id,SSN\nE1,XXX-XX-4320\nE2,XXX-XX-4320\n").participants.size(), 2u);
}

TEST(DirtySsn, NumbersThatWereNeverIssuedAreTold) {
  for (std::string_view number : {"000-12-3456", "666-12-3456", "987-65-4320", "123-00-4567",
                                  "123-45-0000", "111111111", "123456789"}) {
    EXPECT_EQ(told(one("SSN", number)), "2:2 CEN044 no such Social Security number has been issued")
        << number;
  }
}

TEST(DirtySsn, ADamagedNumberIsRefusedAndNeverPrinted) {
  for (std::string_view cell : {"9.87654E+08", "98765432", "9876543201", "987-65-432A"}) {
    for (const Finding& finding : one("SSN", cell).findings) {
      EXPECT_EQ(said(finding).find("87654"), std::string::npos) << cell;
      EXPECT_EQ(notes_of(finding).find("87654"), std::string::npos) << cell;
    }
  }
  EXPECT_EQ(advice("SSN", "9.87654E+08"),
            "the spreadsheet damaged this cell; format the column as text and export again");
  EXPECT_EQ(one("SSN", "987654320.0").participants.size(), 1u);
}

TEST(DirtyRowOfAmounts, UnlikelyAmountsAreTold) {
  EXPECT_EQ(
      said(read("id,pay,pre_tax,roth\nE1,1000,600,500\nE2,0,1,0\nE3,1000,500,500\n").findings),
      (Lines{"2:0 CEN042 2 rows have pre_tax and roth above pay: lines 2, 3"}));
  EXPECT_EQ(told(one("match", "700000.01")),
            "2:0 CEN042 a contribution is above ten times every limit: cents read as dollars?");
  EXPECT_TRUE(one("match", "700000").findings.empty());
}

TEST(DirtyRowOfAmounts, AFileInWhichNobodyDefersIsTold) {
  EXPECT_EQ(said(read("id,pre_tax\nE1,0\nE2,0\n").findings),
            (Lines{"1:0 CEN043 every deferral in the file is 0"}));
  EXPECT_TRUE(read("id,pre_tax\nE1,0\nE2,1%\n").findings.empty());
}

TEST(DirtyAnswer, YesAndNoComeInKnownForms) {
  for (std::string_view yes : {"Y", "yes", "TRUE", "1", "x", "T"}) {
    EXPECT_EQ(one("HCE?", yes).participants.at(0).hce, true) << yes;
  }
  for (std::string_view no : {"N", "no", "FALSE", "0", "f"}) {
    EXPECT_EQ(one("HCE?", no).participants.at(0).hce, false) << no;
  }
  EXPECT_EQ(one("HCE?", "").participants.at(0).hce, std::nullopt);
  EXPECT_EQ(one("HCE?", "maybe").rows_rejected, 1);
}

TEST(DirtyPercent, WithoutAUnitInTheHeaderTheCellNeedsASign) {
  EXPECT_EQ(one("Ownership", "5%").participants.at(0).ownership_pct, 5_pct);
  EXPECT_EQ(advice("Ownership", "5"), "write 5%, or name the column ownership_pct");
  EXPECT_EQ(one("Ownership %", "5").participants.at(0).ownership_pct, 5_pct);
  EXPECT_EQ(one("owner_pct", "5.00").participants.at(0).ownership_pct, 5_pct);
}

TEST(DirtyChoice, OtherLettersAreTheSameChoice) {
  EXPECT_EQ(one("business", "S Corporation").participants.at(0).business, Business::s_corporation);
}

}  // namespace
}  // namespace rothcheck::intake
