// 402(g) and 414(v): what a person defers for the year, and how much of it is catch-up.
#pragma once

#include "checker/person.hpp"
#include "checker/terms.hpp"

namespace rothcheck::checker {

struct Deferrals {
  Money all;  // catch-up included
  Money catch_up;
  Money ordinary_limit;  // above it a deferral is catch-up: 402(g), or the plan's own limit
  Money most;            // that this person may defer here
  Money stated;          // what was stated, where it was
  Money yearly_rate;  // what a percent election would come to in a whole year, before it stops at
                      // `most`
  bool assumed = false;  // nothing was stated: the most allowed is taken
  bool in_percent = false;

  Money ordinary() const { return all - catch_up; }
  /// Stated in dollars, and more than may be deferred.
  Money excess() const { return in_percent ? Money{} : remainder(stated, most); }
};

template <class Lines>
Deferrals deferrals_of(const Terms& terms, const Person& person, const Figures& law, Lines& lines);

/// The catch-up limit that a person's age, the plan and 414(v)(7) leave, before the plan's own
/// limits on it.
YearFigure catch_up_limit(const Person& person, const Figures& law);

}  // namespace rothcheck::checker
