// 414(v)(2), (5), (6), (7).
#include "checker/law/catch_up.hpp"

namespace rothcheck::checker {
namespace {

constexpr int eligible_from = 50;                // 414(v)(5)(A)
constexpr int higher_from = 60, higher_to = 63;  // 414(v)(2)(E)

/// Of 457(b) plans only those of a government are applicable employer plans, 414(v)(6)(A)(iii);
/// and what must be Roth is nothing where the plan takes no Roth deferrals, 414(v)(7)(B).
bool open_to(const Person& person, const Figures& law) {
  const bool barred = person.roth_catch_up_required && !person.roth_allowed;
  return person.catch_up_allowed && law.has_catch_up && !barred;
}

}  // namespace

int catch_up_age(int years) {
  if (years < eligible_from) return 0;
  return years >= higher_from && years <= higher_to ? higher_from : eligible_from;
}

YearFigure catch_up_of_age(const Person& person, const Figures& law) {
  if (person.catch_up_age == 0) return {};
  const bool higher = person.catch_up_age == higher_from && law.catch_up_60_63;
  return higher ? *law.catch_up_60_63 : law.catch_up_50;
}

YearFigure catch_up_limit(const Person& person, const Figures& law) {
  if (person.catch_up_age == 0 || !open_to(person, law)) return {};
  return person.higher_catch_up_allowed ? catch_up_of_age(person, law) : law.catch_up_50;
}

Money catch_up_of_age_in_second_year(const Person& person, const Figures& law) {
  if (!law.second_year || person.next_catch_up_age == 0) return Money{};
  const bool higher = person.next_catch_up_age == higher_from && law.second_year->catch_up_60_63;
  return higher ? law.second_year->catch_up_60_63->amount : law.second_year->catch_up_50.amount;
}

Money catch_up_of_second_year(const Person& person, const Figures& law) {
  if (!law.second_year || person.next_catch_up_age == 0 || !open_to(person, law)) return Money{};
  return person.higher_catch_up_allowed ? catch_up_of_age_in_second_year(person, law)
                                        : law.second_year->catch_up_50.amount;
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
