// 414(w), 401(k)(13): what people defer who elect nothing.
#pragma once

#include "model/provision.hpp"

namespace rothcheck::checker {

/// The percent of pay that the default has surely reached after whole years of service before the
/// year. When in a year it rises is the plan's to say, and the first rise of a QACA may wait for
/// the end of the year behind the first, so that the last is not counted.  401(k)(13)(C)(iii)
/// READING.md R21.1
inline Rate surely_reached(const AutomaticEnrollment& plan, int years) {
  const Rate start = plan.rate.value_or(Rate{});
  if (!plan.rises || years < 2) return start;
  const Rate risen = start + Rate::whole(years - 1) * *plan.rises;
  const Rate most = plan.up_to.value_or(risen);
  return risen < most ? risen : most < start ? start : most;
}

}  // namespace rothcheck::checker
