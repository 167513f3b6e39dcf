// 414(v): the catch-up limit that an age brings, what is catch-up, and what of it has to be Roth.
#pragma once

#include "checker/law/ages.hpp"
#include "checker/law/figures.hpp"

namespace rothcheck::checker {

/// Which catch-up limit an age reached by December 31 brings: 0 none, 50, or 60 for the higher one
/// of 60 to 63.  414(v)(5)(A), (2)(B), (E)  READING.md R3.2, R3.3
int catch_up_age(int years);

/// The limit that comes with such an age.  414(v)(2)(B)
YearFigure catch_up_at(int catch_up_age, const Figures& law);
/// The same in the second calendar year of a limitation year that lies in two; else nothing.
Money catch_up_in_second_year(int catch_up_age, const Figures& law);

/// The dollar amount that comes with an age in a year.
Money catch_up_of_age(int years, const YearFigures& figures);

/// 414(v)(1), (2)(A): all deferrals are at most what the limits let in without catch-up and the
/// catch-up limit on top, (i), and pay, (ii).  READING.md R3.4
constexpr Money most_deferrals(Money limit, Money catch_up, Money pay) {
  return lesser(limit + catch_up, pay);
}

/// A deferral is catch-up only as far as it exceeds a limit.  Reg. 1.414(v)-1(b)(1)
/// READING.md R3.5
constexpr Money beyond_the_limit(Money deferrals, Money limit) {
  return remainder(deferrals, limit);
}

/// Of deferrals beyond 415(c), what becomes catch-up.  Reg. 1.414(v)-1(b)(1)(i)  READING.md R3.6,
/// R3.7
constexpr Money recharacterised(Money over, Money unused_catch_up, Money deferrals) {
  return lesser(lesser(over, unused_catch_up), deferrals);
}

/// Whether catch-up has to be Roth: for wages of the year before in excess of the figure.
/// 414(v)(7)(A)  READING.md R3.8, R17.1
constexpr bool must_be_roth(Money prior_year_fica_wages, const YearFigure& threshold) {
  return prior_year_fica_wages > threshold.amount;
}

/// The wages that decide it: of the employer itself, and of related employers where the plan adds
/// them up.  Reg. 1.414(v)-2(a)  READING.md R17.1
constexpr Money wages_for_roth_catch_up(Money own, Money related, bool plan_adds_related) {
  return plan_adds_related ? own + related : own;
}

/// Of pre-tax elections, what a plan takes as Roth catch-up of a person who must make it so: what
/// goes in once pre-tax deferrals alone have used the limit.  Reg. 1.414(v)-2(b)(2)  READING.md
/// R17.3
constexpr Money deemed_roth_on_pre_tax(Money pre_tax, Money limit) {
  return remainder(pre_tax, limit);
}
/// The same once all deferrals have used it, with what of the Roth money went in before.
constexpr Money deemed_roth_on_combined(Money pre_tax, Money roth_before, Money limit) {
  return remainder(pre_tax, remainder(limit, roth_before));
}

/// Catch-up that must be Roth is none where the plan takes no Roth deferrals.  414(v)(7)(B)
/// READING.md R3.8, R17.4
constexpr bool may_catch_up(bool must_be_roth, bool takes_roth) {
  return !must_be_roth || takes_roth;
}

/// Catch-up that must be Roth and is not: Roth deferrals of any day of the year count.
/// 414(v)(7)(A)  READING.md R17.2
constexpr Money roth_catch_up_short(Money catch_up, Money roth) {
  return remainder(catch_up, roth);
}

/// What has to be put right of it: nothing up to $250.  Reg. 1.414(v)-2(c)  READING.md R17.5
inline constexpr Money roth_catch_up_left_alone = 250_usd;
constexpr Money roth_catch_up_to_correct(Money wrong) {
  return wrong > roth_catch_up_left_alone ? wrong : Money{};
}

}  // namespace rothcheck::checker
