// 414(v)(2), (5).
#include "checker/law/catch_up.hpp"

namespace rothcheck::checker {

using statutory_age::higher_catch_up_from;
using statutory_age::higher_catch_up_to;

int catch_up_age(int years) {
  if (years < statutory_age::catch_up) return 0;
  return years >= higher_catch_up_from && years <= higher_catch_up_to ? higher_catch_up_from
                                                                      : statutory_age::catch_up;
}

YearFigure catch_up_at(int age, const Figures& law) {
  if (age == 0) return {};
  return age == higher_catch_up_from && law.catch_up_60_63 ? *law.catch_up_60_63 : law.catch_up_50;
}

Money catch_up_in_second_year(int age, const Figures& law) {
  if (!law.second_year || age == 0) return Money{};
  const bool higher = age == higher_catch_up_from && law.second_year->catch_up_60_63;
  return higher ? law.second_year->catch_up_60_63->amount : law.second_year->catch_up_50.amount;
}

Money catch_up_of_age(int years, const YearFigures& figures) {
  const Money at_50 = figures.money(LimitKey::catch_up_age_50).value_or(Money{});
  switch (catch_up_age(years)) {
    case 0:
      return Money{};
    case higher_catch_up_from:
      return figures.money(LimitKey::catch_up_age_60_63).value_or(at_50);
    default:
      return at_50;
  }
}

}  // namespace rothcheck::checker
