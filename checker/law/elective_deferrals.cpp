// Two calendar years in one limitation year.
#include "checker/law/elective_deferrals.hpp"

namespace rothcheck::checker {

CalendarYearDeferrals in_calendar_years(const std::array<Money, 2>& deferred,
                                        const std::array<CalendarYearLimits, 2>& limits) {
  CalendarYearDeferrals found;
  for (std::size_t year = 0; year < 2; ++year) {
    const Money stays = lesser(deferred[year], limits[year].sum());
    found.all += stays;
    found.catch_up += remainder(stays, limits[year].deferrals);
  }
  return found;
}

Money most_catch_up_in_calendar_years(Money deferred,
                                      const std::array<CalendarYearLimits, 2>& limits) {
  Money most;
  for (std::size_t year = 0; year < 2; ++year) {
    const CalendarYearLimits& here = limits[year];
    const CalendarYearLimits& other = limits[1 - year];
    const Money rest = remainder(deferred, here.sum());
    most = greater(most, lesser(remainder(deferred, here.deferrals), here.catch_up) +
                             lesser(remainder(rest, other.deferrals), other.catch_up));
  }
  return most;
}

}  // namespace rothcheck::checker
