// 414(v)(6), (7), and what the plan says of the higher limit.
#include "checker/year/catch_up_limit.hpp"

namespace rothcheck::checker {
namespace {

/// The plan takes catch-up, is one that may, and takes the kind that it has to be.
bool open_to(const Person& person, const Figures& law) {
  return person.catch_up_allowed && law.has_catch_up &&
         may_catch_up(person.roth_catch_up_required, person.roth_allowed);
}

}  // namespace

YearFigure catch_up_of_age(const Person& person, const Figures& law) {
  return catch_up_at(person.catch_up_age, law);
}

YearFigure catch_up_limit(const Person& person, const Figures& law) {
  if (person.catch_up_age == 0 || !open_to(person, law)) return {};
  return person.higher_catch_up_allowed ? catch_up_of_age(person, law) : law.catch_up_50;
}

Money catch_up_of_age_in_second_year(const Person& person, const Figures& law) {
  return catch_up_in_second_year(person.next_catch_up_age, law);
}

Money catch_up_of_second_year(const Person& person, const Figures& law) {
  if (!law.second_year || person.next_catch_up_age == 0 || !open_to(person, law)) return Money{};
  return person.higher_catch_up_allowed ? catch_up_of_age_in_second_year(person, law)
                                        : law.second_year->catch_up_50.amount;
}

}  // namespace rothcheck::checker
