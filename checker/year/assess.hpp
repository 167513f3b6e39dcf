// The spine: what one person with nothing left open can contribute after tax, and what decides it.
#pragma once

#include <vector>

#include "checker/year/deferrals.hpp"
#include "model/assessment.hpp"

namespace rothcheck::checker {

/// The recorder that keeps every line and constraint.
struct Explained {
  Worksheet lines;
  std::vector<Constraint> constraints;

  void constraint(Binding name, Money amount, Span where = {}) {
    constraints.push_back({name, exactly(amount), where});
  }
};

/// The recorder of the batch path: it keeps nothing. One law code serves both.
struct Unexplained {
  Silence lines;

  void constraint(Binding, Money, Span = {}) {}
};

/// The answer for a settled person. Amounts of the year, to the cent.
struct Settled {
  // Written out, as in `Person`.
  Settled() {}

  Money room, remaining;
  Money deferrals, catch_up, employer;
  Money most_deferrals;  // that the person may defer here, what is deferred elsewhere regarded
  Binding binding = Binding::not_permitted;
  Span binding_at;
  bool permitted = true;  // after-tax money is taken and the person may take part

  // What there is to say about it.
  Deferrals elections;
  Money additions_limit;     // the lower of the dollar limit and 100% of pay
  Money over_additions;      // deferrals and employer money beyond the annual additions limit, or
                             // that of a 457(b) plan
  Money over_earned_income;  // of the self-employed: beyond what they earn
  Money recharacterised;     // of the deferrals, made catch-up because they exceed 415(c)
  Money nonelective_most;    // that an owner's business may contribute
  Money nonelective;
  std::optional<Money> planned;  // after-tax as elected, spillover included
  Money roth_catch_up_short;     // catch-up that must be Roth and is not; of stated deferrals
  Money possible_more;           // if the plan makes ordinary deferrals catch-up
  bool match_lost = false;
  bool below_minimum = false;
  Span minimum_at;
};

template <class Recorder>
Settled assess(const Terms& terms, const Person& person, const Figures& law, Recorder& record);

}  // namespace rothcheck::checker
