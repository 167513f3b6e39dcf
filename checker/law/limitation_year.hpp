// The limitation year, and what a short one leaves of the year's figures: Reg. 1.415(j)-1,
// 1.401(a)(17)-1(b)(3)(iii).
#pragma once

#include "model/plan.hpp"

namespace rothcheck::checker {

/// The plan's year that begins in a calendar year. A 403(b) has the calendar year whatever its
/// document says: the person is taken to control the plan.  Reg. 1.415(j)-1(e)  READING.md R8.1
PlanYear limitation_year_of(const Plan& plan, int year);

/// The year in which a plan is administered, and in which its percents of pay, its match and its
/// entry dates are counted; the limitation year where the plan states no other.  READING.md R19.2
PlanYear plan_year_of(const Plan& plan, int year);

/// Its months over twelve, the last one counted in days.
Rate share_of_twelve_months(PlanYear year);

/// Less than twelve months: 365 days are a day short of a leap year.
bool is_short(PlanYear year);

/// An annual figure times the months of a short year over twelve, its last month counted in days.
/// A legal maximum, so it rounds down.  READING.md R2.6, R4.2
Money of_short_year(Money annual, PlanYear year);

}  // namespace rothcheck::checker
