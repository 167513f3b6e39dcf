// A share of somebody's pay is an amount on a return, to the nearest cent. A share of a year's
// figure, and what a limit leaves, are legal maxima: they round down.
#include "checker/law/deduction.hpp"

#include "checker/law/compensation.hpp"

namespace rothcheck::checker {

Money deductible_for_pay(Money pay, const Figures& law) {
  return portion(deductible_share, compensation_taken_into_account(pay, law), Round::nearest);
}

Money deductible_for_earned_income(Money before, const Figures& law) {
  return lesser(portion(reduced_rate(deductible_share), before, Round::nearest),
                portion(deductible_share, law.compensation.amount, Round::down));
}

Money most_for_pay(const OwnersYear& owner, const Figures& law) {
  const Money used = owner.additions + owner.match;
  const Money of_415c = lesser(remainder(owner.dollars, used), remainder(owner.compensation, used));
  return lesser(remainder(deductible_for_pay(owner.pay, law), owner.match), of_415c);
}

Money most_for_earned_income(const OwnersYear& owner, const Figures& law) {
  const Money of_dollars = remainder(owner.dollars, owner.additions + owner.match);
  // The match lowers earned income, too, so it costs two.
  Money of_pay = portion(Rate{1, 2},
                         remainder(owner.compensation, owner.additions + owner.match + owner.match),
                         Round::down);
  if (owner.deferred) of_pay = lesser(of_pay, remainder(owner.pay, *owner.deferred + owner.match));
  return lesser(remainder(deductible_for_earned_income(owner.pay, law), owner.match),
                lesser(of_dollars, of_pay));
}

}  // namespace rothcheck::checker
