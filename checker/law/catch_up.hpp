// 414(v): the catch-up limit that an age brings, and what of it has to be Roth.
#pragma once

#include "checker/law/figures.hpp"

namespace rothcheck::checker {

/// Which catch-up limit an age reached by December 31 brings: 0 none, 50, or 60 for the higher one
/// of 60 to 63.  414(v)(5)(A), 414(v)(2)(E)
int catch_up_age(int years);

/// The limit that comes with such an age.
YearFigure catch_up_at(int catch_up_age, const Figures& law);
/// The same in the second calendar year of a limitation year that lies in two; else nothing.
Money catch_up_in_second_year(int catch_up_age, const Figures& law);

/// The dollar amount that comes with an age in a year.
Money catch_up_of_age(int years, const YearFigures& figures);

/// What has to be put right of catch-up that had to be Roth and is not: nothing up to $250.
/// Reg. 1.414(v)-2(c)
inline constexpr Money roth_catch_up_left_alone = 250_usd;
constexpr Money roth_catch_up_to_correct(Money wrong) {
  return wrong > roth_catch_up_left_alone ? wrong : Money{};
}

}  // namespace rothcheck::checker
