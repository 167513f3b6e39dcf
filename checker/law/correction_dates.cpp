// READING.md R13.15.
#include "checker/law/correction_dates.hpp"

namespace rothcheck::checker {

AcpDeadlines correction_dates(PlanYear year, bool six_months) {
  const Date next = day_after(year.last);
  const auto end_of_month = [next](int months) {
    return day_before(after(next, {.months = months}));
  };
  // Two and a half months end on the 15th day of the third.
  const Date short_time = after(after(next, {.months = 2}), {.days = 14});
  return {.without_tax = six_months ? end_of_month(6) : short_time,
          .last = end_of_month(12),
          .form_5330 = end_of_month(15),
          .six_months = six_months};
}

Money excise_on(Money excess) { return portion(10_pct, excess, Round::nearest); }

}  // namespace rothcheck::checker
