#include "checker/law/distributions.hpp"

#include "checker/law/ages.hpp"

namespace rothcheck::checker {
namespace {

/// The age at which required minimum distributions began in a year.  401(a)(9)(C)(i), (v)
struct BeginningAge {
  int since;
  Rate age;
};
/// Until 2019 70 1/2, then 72 for who was not 70 1/2 by then, 73 since 2023, 75 for who is born in
/// 1960 or later; who is 74 in 2033 was born in 1959.
constexpr BeginningAge beginning_ages[] = {{2034, Rate::whole(75)},
                                           {2033, Rate::whole(74)},
                                           {2023, Rate::whole(73)},
                                           {2020, Rate::whole(72)},
                                           {0, Rate{141, 2}}};
constexpr Rate youngest_beginning_age_today = Rate::whole(73);
/// None were due.  401(a)(9)(I)
constexpr int year_without_minimum = 2020;

/// 72(t)(1)
constexpr Rate early_rate = 10_pct;
/// 3405(c)(1)
constexpr Rate withholding_rate = 20_pct;

}  // namespace

std::optional<bool> is_early(const std::optional<Rate>& age) {
  if (!age) return std::nullopt;
  return *age < statutory_age::early_until;
}

Money early_payment_tax(Money taxable) { return portion(early_rate, taxable, Round::nearest); }

Money withholding(Money taxable) { return portion(withholding_rate, taxable, Round::nearest); }

bool is_qualified(const std::optional<Rate>& age, int first_roth_year, int year) {
  return is_early(age) == false && year >= five_years_from(first_roth_year);
}

bool may_owe_minimum(const std::optional<Rate>& age, std::optional<int> year) {
  if (!age || year == year_without_minimum) return false;
  if (!year) return *age >= youngest_beginning_age_today;
  for (const BeginningAge& row : beginning_ages) {
    if (*year >= row.since) return *age >= row.age;
  }
  return false;
}

}  // namespace rothcheck::checker
