// 402(g) and 414(v): what a person defers for the year, and how much of it is catch-up.
#pragma once

#include "checker/person.hpp"
#include "checker/terms.hpp"

namespace rothcheck::checker {

struct Deferrals {
  Money all;  // catch-up included
  Money catch_up;
  Money recharacterised;  // of the catch-up, what exceeds 415(c) only; it stays matched
  Money ordinary_limit;   // above it a deferral is catch-up: 402(g), or the plan's own limit
  Money most;             // that this person may defer here
  Money stated;           // what the election comes to in a whole year, before it stops at `most`
                          // `most`
  bool assumed = false;   // nothing was stated: the most allowed is taken
  bool in_percent = false;

  Money ordinary() const { return all - catch_up; }
  /// What the election comes to beyond what may be deferred: an election in percent stops, one in
  /// dollars is over.
  Money beyond() const { return remainder(stated, most); }
  /// An election in percent that reaches its limit before the year ends.
  bool stops_early() const { return in_percent && stated > most; }
};

/// What an election comes to in a year. A contribution rounds half a cent up.
Money yearly(const std::optional<Election>& election, Money pay);

template <class Lines>
Deferrals deferrals_of(const Terms& terms, const Person& person, const Figures& law, Lines& lines);

/// The catch-up limit that a person's age, the plan and 414(v)(7) leave, before the plan's own
/// limits on it.
YearFigure catch_up_limit(const Person& person, const Figures& law);

}  // namespace rothcheck::checker
