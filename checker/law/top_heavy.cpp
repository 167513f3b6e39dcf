// READING.md R14.1 to R14.4.
#include "checker/law/top_heavy.hpp"

#include <algorithm>

#include "checker/law/contribution_percentage.hpp"

namespace rothcheck::checker {
namespace {

constexpr Rate of_accounts = 60_pct;                 // 416(g)(1)(A)(ii)
constexpr Hundredths minimum_rate{300};              // 416(c)(2)(A)
constexpr Money pay_of_a_small_owner = 150'000_usd;  // 416(i)(1)(A)(iii)

}  // namespace

bool is_key_employee(const Participant& person) {
  if (person.key_employee) return *person.key_employee;
  if (person.business == Business::sole_proprietor) return true;
  if (!person.ownership_pct) return false;
  return *person.ownership_pct > 5_pct ||
         (*person.ownership_pct > 1_pct && person.pay.value_or(Money{}) > pay_of_a_small_owner);
}

TopHeavy top_heavy_of(const std::vector<TopHeavyPerson>& people) {
  TopHeavy found;
  Money of_key, of_all;
  bool told = !people.empty();
  for (const TopHeavyPerson& person : people) {
    told = told && person.account;
    of_all += person.account.value_or(Money{});
    if (!person.key) continue;
    of_key += person.account.value_or(Money{});
    found.minimum = std::max(found.minimum, contribution_ratio(person.contributions, person.pay));
  }
  found.minimum = std::min(found.minimum, minimum_rate);
  if (told) {
    found.ratio = contribution_ratio(of_key, of_all);
    found.top_heavy = Wide{of_key.in_cents()} * of_accounts.denominator() >
                      Wide{of_all.in_cents()} * of_accounts.numerator();
  }
  Money cost;
  for (const TopHeavyPerson& person : people) {
    if (person.key) continue;
    cost += remainder(portion(rate_of(found.minimum), person.pay, Round::up), person.employer);
  }
  found.cost = cost;
  return found;
}

}  // namespace rothcheck::checker
