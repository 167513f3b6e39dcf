// Pay dates as the calendar has them.
#include "checker/advice/pay_dates.hpp"

#include <algorithm>

namespace rothcheck::checker {
namespace {

using std::chrono::Monday;
using std::chrono::Thursday;
using std::chrono::weekday;

weekday weekday_of(Date day) { return weekday{std::chrono::sys_days{day}}; }

/// A holiday by its date; one on a Sunday is kept on the Monday behind it, one on a Saturday is
/// not.
bool is_kept_on(Date day, unsigned month, unsigned day_of_month) {
  const Date holiday = date(year_of(day), month, day_of_month);
  return day == (weekday_of(holiday) == std::chrono::Sunday ? day_after(holiday) : holiday);
}

bool is_nth(Date day, unsigned month, unsigned nth, weekday on) {
  return day.month() == std::chrono::month{month} && weekday_of(day) == on &&
         (unsigned{day.day()} - 1) / 7 + 1 == nth;
}

/// Days on which the Federal Reserve banks are closed. Juneteenth since 2022.
bool is_bank_holiday(Date day) {
  const bool last_monday_of_may =
      day.month() == std::chrono::May && weekday_of(day) == Monday && unsigned{day.day()} > 31 - 7;
  return is_kept_on(day, 1, 1) || is_nth(day, 1, 3, Monday) || is_nth(day, 2, 3, Monday) ||
         last_monday_of_may || (year_of(day) >= 2022 && is_kept_on(day, 6, 19)) ||
         is_kept_on(day, 7, 4) || is_nth(day, 9, 1, Monday) || is_nth(day, 10, 2, Monday) ||
         is_kept_on(day, 11, 11) || is_nth(day, 11, 4, Thursday) || is_kept_on(day, 12, 25);
}

}  // namespace

Date banking_day(Date day) {
  const auto closed = [](Date on) {
    const weekday which = weekday_of(on);
    return which == std::chrono::Saturday || which == std::chrono::Sunday || is_bank_holiday(on);
  };
  while (closed(day)) day = day_before(day);
  return day;
}

std::vector<Date> pay_dates_every(int days, Date anchor, int year) {
  using std::chrono::sys_days;
  const sys_days first{date(year, 1, 1)}, last{date(year, 12, 31)};
  const int since = static_cast<int>((first - sys_days{anchor}).count());
  const int into = ((since % days) + days) % days;
  std::vector<Date> dates;
  for (sys_days day = first + std::chrono::days{into == 0 ? 0 : days - into}; day <= last;
       day += std::chrono::days{days}) {
    dates.push_back(Date{day});
  }
  return dates;
}

std::vector<Date> pay_dates_on(const PayDays& days, int year) {
  std::vector<Date> dates;
  for (unsigned month = 1; month <= 12; ++month) {
    const Date end{date(year, month, 1).year() / std::chrono::month{month} / std::chrono::last};
    for (const unsigned day : days) {
      dates.push_back(date(year, month, std::min(day, static_cast<unsigned>(end.day()))));
    }
  }
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

}  // namespace rothcheck::checker
