// Every point at which a clause of two versions changes its answer, and people around it.
#include "checker/compare/witness.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/terms/groups.hpp"

namespace rothcheck::checker {
namespace {

constexpr std::size_t most_people = 1000;

template <class T>
void each_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

Date less_months(Date from, int months) {
  const auto month = from.year() / from.month() - std::chrono::months{months};
  return month / std::chrono::day{1};
}

/// What people differ in; the first of each is the plain one.
struct Differences {
  std::vector<int> ages = {40};  // on December 31
  std::vector<Date> hired = {date(2000, 1, 1)};
  std::vector<std::string> classes;

  void add_age(Rate years) {
    const int reached = (months_of(years) + 11) / 12;
    ages.push_back(reached);
    ages.push_back(reached - 1);
  }
  void add_service(int months, PlanYear year) {
    hired.push_back(less_months(year.last, months + 1));
    hired.push_back(less_months(year.last, months == 0 ? 0 : months - 1));
  }
  void add_hired(Date day) {
    hired.push_back(day);
    hired.push_back(day_before(day));
  }
  void add_conditions(const Conditions& conditions, PlanYear year) {
    if (conditions.at_age) add_age(*conditions.at_age);
    if (conditions.participation) add_service(conditions.participation->months, year);
  }
  void add(const Plan& plan, PlanYear year);
};

void Differences::add(const Plan& plan, PlanYear year) {
  const Breakpoints asked = breakpoints_of(plan);
  for (const int months : asked.ages) add_age(Rate{months, 12});
  for (const int months : asked.services) add_service(months, year);
  for (const int months : asked.points) {
    add_age(Rate{months, 12});
    add_age(Rate{months, 24});
    add_service(months / 2, year);
  }
  for (const Date day : asked.hired) add_hired(day);
  classes.insert(classes.end(), asked.classes.begin(), asked.classes.end());
  for (const auto& clause : plan.minimum_age) add_age(clause.value);
  for (const auto& clause : plan.minimum_service) add_service(clause.value.months, year);
  for (const auto& clause : plan.employer_money_service) add_service(clause.value.months, year);
  for (const auto& clause : plan.excluded_classes) classes.push_back(clause.value);
  for (const auto& clause : plan.distributions) add_conditions(clause.value.conditions, year);
  for (const auto& clause : plan.distribution_conditions) add_conditions(clause.value, year);
}

}  // namespace

std::vector<Participant> people_told_apart(const Plan& before, const Plan& after, PlanYear year,
                                           Money deferral_limit) {
  Differences they;
  they.add(before, year);
  they.add(after, year);
  each_once(they.ages);
  each_once(they.hired);
  each_once(they.classes);
  std::vector<std::optional<std::string>> classes;
  if (they.classes.empty()) classes.push_back(std::nullopt);
  for (const std::string& name : they.classes) classes.emplace_back(name);
  if (!they.classes.empty()) classes.emplace_back("none of those that the plan names");
  const std::vector<int> statuses = {0, 1};
  const std::vector<Money> pays = {Money::dollars(60'000), Money::dollars(150'000),
                                   Money::dollars(400'000)};
  const std::vector<Money> deferrals = {Money{}, deferral_limit};

  const std::size_t all = they.ages.size() * they.hired.size() * classes.size() * statuses.size() *
                          pays.size() * deferrals.size();
  // An odd stride, so that both answers of a yes-or-no fact come up.
  const std::size_t stride = all <= most_people ? 1 : ((all + most_people - 1) / most_people) | 1;
  std::vector<Participant> people;
  for (std::size_t i = 0; i < all; i += stride) {
    std::size_t rest = i;
    const auto next = [&rest](const auto& values) -> const auto& {
      const std::size_t digit = rest % values.size();
      rest /= values.size();
      return values[digit];
    };
    Participant& one = people.emplace_back();
    one.hce = next(statuses) == 1;
    one.pre_tax = Election{next(deferrals)};
    one.pay = next(pays);
    one.employee_class = next(classes);
    one.hire_date = next(they.hired);
    one.age = next(they.ages);
    one.roth = Election{Money{}};
    one.prior_year_fica_wages = Money{};
    one.deferrals_elsewhere = Money{};
  }
  return people;
}

std::string in_words(const Participant& person) {
  std::string words = *person.hce ? "highly compensated" : "not highly compensated";
  words += fmt::format(", age {}, hired {}", *person.age, to_string(*person.hire_date));
  if (person.employee_class) words += fmt::format(", class \"{}\"", *person.employee_class);
  words += fmt::format(", pay {}, deferrals {}", to_string(*person.pay),
                       to_string(std::get<Money>(person.pre_tax->value)));
  return words;
}

}  // namespace rothcheck::checker
