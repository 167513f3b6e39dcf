// Deferrals and employer money of a year, each as far as the other leaves it: 415(c)(1),
// 404(a)(8)(C), 457(b)(2), 414(v)(2)(A)(ii), 414(v)(3).
#pragma once

#include "checker/year/annual_additions.hpp"
#include "checker/year/employer.hpp"

namespace rothcheck::checker {

/// The money that goes in beside after-tax contributions, for given deferrals.
struct OtherContributions {
  OtherContributions(const Terms& terms, const Person& person, const Figures& law,
                     const Deferrals& deferrals)
      : matching{terms, person, law, deferrals} {}

  Matching matching;
  NonelectiveMoney nonelective;
  AnnualAdditions other;
  /// An open employer contribution may take all that is left.
  bool filled = false;
  /// Of 415(c), dollars and pay; of a 457(b) plan, its own.
  Money limit;
  /// Beyond it already.
  Money over;
  /// Employer money that the plan has stopped there.
  Money stopped = {};
  /// Of the self-employed: beyond what they earn, catch-up included.
  Money over_earned_income;

  bool fits() const { return over == Money{} && over_earned_income == Money{}; }
};

/// An owner's profit sharing is fitted beside the deferrals and the match, before any after-tax
/// money.
OtherContributions other_contributions(const Terms& terms, const Person& person, const Figures& law,
                                       const Deferrals& deferrals);

/// Deferrals that were only assumed give way to employer money: the most allowed is what the limits
/// let stand beside it.
void give_way(Deferrals& deferrals, const Terms& terms, const Person& person, const Figures& law);

/// Stated deferrals and employer money beyond the limit: as far as catch-up is left, the deferrals
/// become catch-up. Says how much. Reg. 1.414(v)-1(b)(1)(i)
Money recharacterise(Deferrals& deferrals, Money over, const Person& person, const Figures& law);

/// Catch-up that the year's limit leaves: of a limitation year in two calendar years, that of the
/// one in which it ends.
Money unused_catch_up(const Deferrals& deferrals, const Person& person, const Figures& law);

}  // namespace rothcheck::checker
