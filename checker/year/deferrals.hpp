// 402(g) and 414(v): what a person defers for the year, and how much of it is catch-up.
#pragma once

#include "checker/terms/person.hpp"
#include "checker/terms/terms.hpp"
#include "checker/year/catch_up_limit.hpp"

namespace rothcheck::checker {

struct Deferrals {
  /// Catch-up included.
  Money all;
  Money catch_up;
  /// Of the catch-up, what exceeds 415(c) only; it stays matched.
  Money recharacterised;
  /// Above it a deferral is catch-up: 402(g), or the plan's own limit.
  Money ordinary_limit;
  /// That this plan takes of this person.
  Money most_catch_up;
  /// That this plan takes of this person, catch-up included: 401(a)(30); and of that, what
  /// deferrals with other employers leave.
  Money most, most_with_others;
  /// What the election comes to in a whole year, before it stops at `most`.
  Money stated;
  /// Beyond the person's limit over all employers, not beyond this plan's; and of that, what this
  /// plan pays back.
  Money excess, returned;
  /// Of all, what goes in of each kind, where the elections tell them apart; and of the Roth money,
  /// what was elected pre-tax and is Roth catch-up by the plan's clause.
  Money pre_tax, roth, deemed_roth;
  /// Nothing was stated: the most allowed is taken.
  bool assumed = false;
  /// Neither pre-tax nor Roth is stated.
  bool of_no_kind = false;
  bool in_percent = false;
  /// Beyond the limit goes on as after-tax money.
  bool spills = false;

  Money ordinary() const { return all - catch_up; }
  /// What the election comes to beyond what this plan takes: an election in percent stops, one in
  /// dollars is over.
  Money beyond() const { return remainder(stated, most); }
  /// What goes in beyond what this plan takes, and so must be paid back by it.
  Money own_excess() const { return in_percent || spills ? Money{} : beyond(); }
  /// An election in percent that reaches its limit before the year ends.
  bool stops_early() const { return in_percent && stated > most; }
};

/// What an election comes to in a year. A contribution rounds half a cent up.
Money yearly(const std::optional<Election>& election, Money pay);

/// The most that this person may leave out of income over all employers.  402(g)(1)
Money exclusion_of(const Person& person, const Figures& law);

/// Of the deferrals, what is special catch-up: it goes in behind the ordinary limit and before the
/// catch-up by age.  Reg. 1.403(b)-4(c)(3)(iv)
Money special_catch_up_of(const Deferrals& deferrals, const Person& person, const Figures& law);

template <class Lines>
Deferrals deferrals_of(const Terms& terms, const Person& person, const Figures& law, Lines& lines);

}  // namespace rothcheck::checker
