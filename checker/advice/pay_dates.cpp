// Pay dates as the calendar has them.
#include "checker/advice/pay_dates.hpp"

#include <algorithm>

namespace rothcheck::checker {

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
