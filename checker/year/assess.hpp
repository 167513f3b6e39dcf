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

/// A year's result for a settled person: amounts of the year, to the cent.
struct YearResult {
  // Written out, as in `Person`.
  YearResult() {}

  Money room, remaining;
  Money deferrals, catch_up, special_catch_up, employer;
  Money plan_pay;
  bool counts_pay_in_part = false;
  /// That the person may defer here, what is deferred elsewhere regarded.
  Money most_deferrals;
  Binding binding = Binding::not_permitted;
  Span binding_at;
  /// After-tax money is taken and the person may take part.
  bool permitted = true;

  // What there is to say about it.
  Deferrals elections;
  /// The lower of the dollar limit and 100% of pay.
  Money additions_limit;
  /// Deferrals and employer money beyond that limit, or beyond that of a 457(b) plan.
  Money over_additions;
  /// Of the self-employed: beyond what they earn.
  Money over_earned_income;
  /// Of the deferrals, made catch-up because they exceed 415(c).
  Money recharacterised;
  /// That an owner's business may contribute.
  Money nonelective_most;
  Money nonelective;
  /// Employer money that the plan stops where 415(c) is reached.
  Money stopped;
  /// After-tax as elected, spillover included.
  std::optional<Money> planned;
  /// Catch-up that must be Roth and is not; of stated deferrals.
  Money roth_catch_up_short;
  /// If the plan makes ordinary deferrals catch-up.
  Money possible_more;
  bool match_lost = false;
  bool below_minimum = false;
  Span minimum_at;
};

template <class Recorder>
YearResult assess(const Terms& terms, const Person& person, const Figures& law, Recorder& record);

}  // namespace rothcheck::checker
