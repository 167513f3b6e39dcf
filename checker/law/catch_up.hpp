// 414(v): who may make catch-up contributions, and how much.
#pragma once

#include "checker/figures.hpp"
#include "checker/person.hpp"

namespace rothcheck::checker {

/// Which catch-up limit an age reached by December 31 brings: 0 none, 50, or 60 for the higher one
/// of 60 to 63.  414(v)(5)(A), 414(v)(2)(E)
int catch_up_age(int years);

/// The limit that comes with the person's age, whatever a plan says of it. By it the person's own
/// limit over all employers is higher.  402(g)(1)(C)
YearFigure catch_up_of_age(const Person& person, const Figures& law);

/// The limit that age, the plan and 414(v)(7) leave, before the plan's own ceilings on catch-up.
YearFigure catch_up_limit(const Person& person, const Figures& law);

/// Both for the second calendar year of a limitation year that lies in two; else nothing.
Money catch_up_of_age_in_second_year(const Person& person, const Figures& law);
Money catch_up_of_second_year(const Person& person, const Figures& law);

/// The dollar amount that comes with an age in a year.
Money catch_up_of_age(int years, const YearFigures& figures);

/// What has to be put right of catch-up that had to be Roth and is not: nothing up to $250.
/// Reg. 1.414(v)-2(c)
inline constexpr Money roth_catch_up_left_alone = 250_usd;
constexpr Money roth_catch_up_to_correct(Money wrong) {
  return wrong > roth_catch_up_left_alone ? wrong : Money{};
}

}  // namespace rothcheck::checker
