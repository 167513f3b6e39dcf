// 414(v)(2), (5).
#include "checker/law/catch_up.hpp"

namespace rothcheck::checker {
namespace {

constexpr int eligible_from = 50;                // 414(v)(5)(A)
constexpr int higher_from = 60, higher_to = 63;  // 414(v)(2)(E)

}  // namespace

int catch_up_age(int years) {
  if (years < eligible_from) return 0;
  return years >= higher_from && years <= higher_to ? higher_from : eligible_from;
}

YearFigure catch_up_at(int age, const Figures& law) {
  if (age == 0) return {};
  return age == higher_from && law.catch_up_60_63 ? *law.catch_up_60_63 : law.catch_up_50;
}

Money catch_up_in_second_year(int age, const Figures& law) {
  if (!law.second_year || age == 0) return Money{};
  const bool higher = age == higher_from && law.second_year->catch_up_60_63;
  return higher ? law.second_year->catch_up_60_63->amount : law.second_year->catch_up_50.amount;
}

Money catch_up_of_age(int years, const YearFigures& figures) {
  const Money at_50 = figures.money(LimitKey::catch_up_age_50).value_or(Money{});
  switch (catch_up_age(years)) {
    case 0:
      return Money{};
    case higher_from:
      return figures.money(LimitKey::catch_up_age_60_63).value_or(at_50);
    default:
      return at_50;
  }
}

}  // namespace rothcheck::checker
