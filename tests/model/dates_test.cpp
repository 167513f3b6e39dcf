// Dates, ages and service.
#include "model/dates.hpp"

#include <gtest/gtest.h>

namespace rothcheck {
namespace {

TEST(Dates, ReadsIsoDatesAndAmericanOnes) {
  EXPECT_EQ(parse_date("2026-07-01"), date(2026, 7, 1));
  EXPECT_EQ(parse_date("7/1/2026"), date(2026, 7, 1));
  EXPECT_EQ(parse_date("07/01/2026"), date(2026, 7, 1));
  EXPECT_EQ(parse_date("12/31/1999"), date(1999, 12, 31));
  EXPECT_EQ(parse_date("2024-02-29"), date(2024, 2, 29));
}

TEST(Dates, RefusesWhatIsNoDateAndDaysThatDoNotExist) {
  for (std::string_view text :
       {"",           "2026",      "2026-07",    "2026-7-1",       "26-07-01",         "2026/07/01",
        "1-7-2026",   "7/1/26",    "31/12/2026", "13/1/2026",      "0/1/2026",         "1/0/2026",
        "2/30/1980",  "2/29/2026", "2/29/1900",  "2026-13-01",     "2026-04-31",       "2026-00-10",
        "0999-01-01", "7/1/2026 ", " 7/1/2026",  "7/1/2026 00:00", "2026-07-01T00:00", "7//2026",
        "//",         "--",        "+7/1/2026",  "-026-07-01",     "July 1, 2026",     "46204"}) {
    EXPECT_FALSE(parse_date(text)) << '"' << text << '"';
  }
}

TEST(Dates, KnowEveryLeapYearOfTheGregorianCalendar) {
  EXPECT_TRUE(parse_date("2000-02-29"));
  EXPECT_FALSE(parse_date("2100-02-29"));
}

TEST(Dates, AreWrittenInIso) {
  EXPECT_EQ(to_string(date(2026, 7, 1)), "2026-07-01");
  EXPECT_EQ(to_string(date(1999, 12, 31)), "1999-12-31");
}

TEST(Dates, DurationsAreWrittenInTheUnitOfTheDocument) {
  EXPECT_EQ(to_string(Duration{.months = 1}), "1 month");
  EXPECT_EQ(to_string(Duration{.months = 3}), "3 months");
  EXPECT_EQ(to_string(Duration{.months = 12}), "1 year");
  EXPECT_EQ(to_string(Duration{.months = 24}), "2 years");
  EXPECT_EQ(to_string(Duration{.days = 30}), "30 days");
}

TEST(Dates, AMonthLaterIsTheLastDayWhereTheDayIsMissing) {
  EXPECT_EQ(after(date(2026, 1, 31), {.months = 1}), date(2026, 2, 28));
  EXPECT_EQ(after(date(2024, 1, 31), {.months = 1}), date(2024, 2, 29));
  EXPECT_EQ(after(date(2024, 2, 29), {.months = 12}), date(2025, 2, 28));
  EXPECT_EQ(after(date(2026, 11, 15), {.months = 3}), date(2027, 2, 15));
  EXPECT_EQ(after(date(2026, 12, 20), {.days = 30}), date(2027, 1, 19));
}

TEST(Dates, NeighboursCrossMonthsAndYears) {
  EXPECT_EQ(day_after(date(2026, 12, 31)), date(2027, 1, 1));
  EXPECT_EQ(day_after(date(2024, 2, 28)), date(2024, 2, 29));
  EXPECT_EQ(day_before(date(2026, 3, 1)), date(2026, 2, 28));
}

TEST(Dates, BothEndsOfAStretchAreCounted) {
  EXPECT_EQ(days_from_to(date(2026, 7, 1), date(2026, 7, 1)), 1);
  EXPECT_EQ(days_from_to(date(2025, 1, 1), date(2025, 6, 30)), 181);
  EXPECT_EQ(days_from_to(date(2025, 7, 1), date(2025, 12, 31)), 184);
  EXPECT_EQ(days_from_to(date(2024, 1, 1), date(2024, 12, 31)), 366);
}

TEST(Dates, APersonIsAYearOlderOnTheBirthday) {
  EXPECT_EQ(age_on(date(1976, 12, 31), date(2026, 12, 30)), 49);
  EXPECT_EQ(age_on(date(1976, 12, 31), date(2026, 12, 31)), 50);
  EXPECT_EQ(age_on(date(1977, 1, 1), date(2026, 12, 31)), 49);
  EXPECT_EQ(age_on(date(2026, 5, 5), date(2026, 12, 31)), 0);
}

TEST(Dates, ALeapDayBirthdayIsFebruary28InOtherYears) {
  EXPECT_EQ(age_on(date(2000, 2, 29), date(2026, 2, 27)), 25);
  EXPECT_EQ(age_on(date(2000, 2, 29), date(2026, 2, 28)), 26);
  EXPECT_EQ(age_on(date(2000, 2, 29), date(2024, 2, 28)), 23);
}

TEST(Dates, AYearOfServiceIsCompleteTheDayBeforeTheAnniversary) {
  EXPECT_EQ(service_on(date(2025, 1, 1), date(2025, 12, 30)), 0);
  EXPECT_EQ(service_on(date(2025, 1, 1), date(2025, 12, 31)), 1);
  EXPECT_EQ(service_on(date(2020, 7, 1), date(2026, 6, 29)), 5);
  EXPECT_EQ(service_on(date(2020, 7, 1), date(2026, 6, 30)), 6);
}

TEST(Dates, ACalendarYearIsAPlanYear) {
  EXPECT_EQ(calendar_year(2026), (PlanYear{date(2026, 1, 1), date(2026, 12, 31)}));
}

}  // namespace
}  // namespace rothcheck
