// The plan's own ceilings on after-tax money.  law.md R4
#pragma once

#include "checker/law/annual_additions.hpp"
#include "checker/person.hpp"
#include "checker/terms.hpp"

namespace rothcheck::checker {

/// What one of the plan's limits leaves for after-tax money, beside the other kinds it covers.
/// Rounds down.
template <class Lines>
Money left_under(const LimitTerm& limit, const Terms& terms, const Person& person,
                 const Deferrals& deferrals, const Matching& matching, Money nonelective,
                 Lines& lines) {
  // An unknown ceiling is anything from nothing to no ceiling.
  if (limit.amount.unknown) return person.generous ? Money::ceiling() : Money{};
  AmountTerm amount = limit.amount;
  // After-tax money that is taken for a part of the year only is held to that part's share of pay.
  const Rate share = terms.contribution(Kind::after_tax).share;
  if (limit.kinds == Kinds{Kind::after_tax}) amount.of_pay = amount.of_pay * share;
  const Money ceiling = amount.value(person.limits_pay, Round::down);

  Money covered;
  const bool pre_tax = limit.kinds.has(Kind::pre_tax);
  const bool roth = limit.kinds.has(Kind::roth);
  if (pre_tax && roth) {
    covered += deferrals.ordinary();
  } else if (pre_tax || roth) {
    // Only a stated election says which kind the deferrals are.
    const auto& election = pre_tax ? person.pre_tax : person.roth;
    if (election) covered += deferrals.ordinary();
  }
  if (limit.kinds.has(Kind::catch_up)) covered += deferrals.catch_up;
  if (limit.kinds.has(Kind::nonelective)) covered += nonelective;
  const bool with_match = limit.kinds.has(Kind::match);
  const Money left =
      with_match ? most_after_tax(matching, ceiling, covered) : remainder(ceiling, covered);

  lines.start(LineKind::plan_limit, ceiling, limit.amount.where);
  if (with_match) covered += matching.with(left);
  lines.less(LineKind::less_in_plan_limit, covered, limit.amount.where);
  lines.result(LineKind::room_plan_limit, left, limit.amount.where);
  return left;
}

}  // namespace rothcheck::checker
