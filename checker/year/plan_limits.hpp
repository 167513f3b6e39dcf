// The plan's own ceilings on after-tax money.  READING.md R4
#pragma once

#include "checker/terms/person.hpp"
#include "checker/terms/terms.hpp"
#include "checker/year/annual_additions.hpp"
#include "checker/year/limit_ceiling.hpp"

namespace rothcheck::checker {

/// The ordinary deferrals that are of one kind. Deferrals that are not stated are of the other kind
/// where the plan takes it.
inline Money of_kind(Kind kind, const Terms& terms, const Person& person,
                     const Deferrals& deferrals) {
  const Kind other = kind == Kind::pre_tax ? Kind::roth : Kind::pre_tax;
  if (deferrals.assumed || deferrals.of_no_kind) {
    const bool only_kind = terms.contribution(other).answer == Answer::not_allowed;
    return only_kind ? deferrals.ordinary() : Money{};
  }
  const auto& election = kind == Kind::pre_tax ? person.pre_tax : person.roth;
  return lesser(yearly(election, person.counted_pay), deferrals.ordinary());
}

/// What one of the plan's limits leaves for after-tax money, beside the other kinds it covers.
/// Rounds down.
template <class Lines>
Money left_under(const LimitTerm& limit, const Terms& terms, const Person& person,
                 const Deferrals& deferrals, const Matching& matching, Money nonelective,
                 Lines& lines) {
  // An unknown ceiling is anything from nothing to no ceiling.
  if (is_open(limit, person)) {
    if (person.most_favourable) return Money::ceiling();
    lines.result(LineKind::room_plan_limit, Money{}, limit.amount.where);
    return Money{};
  }
  const Money ceiling = ceiling_of(limit, person, true);

  Money covered;
  const bool pre_tax = limit.kinds.has(Kind::pre_tax);
  const bool roth = limit.kinds.has(Kind::roth);
  if (pre_tax && roth) {
    covered += deferrals.ordinary();
  } else if (pre_tax || roth) {
    covered += of_kind(pre_tax ? Kind::pre_tax : Kind::roth, terms, person, deferrals);
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
