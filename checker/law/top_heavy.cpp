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

void TopHeavyCensus::add(const TopHeavyPerson& person) {
  anybody_ = true;
  told_ = told_ && person.account;
  of_all_ += person.account.value_or(Money{});
  if (person.key) {
    of_key_ += person.account.value_or(Money{});
    highest_ = std::max(highest_, contribution_ratio(person.contributions, person.pay));
  } else if (portion(rate_of(minimum_rate), person.pay, Round::up) > person.employer) {
    short_.push_back({person.pay, person.employer});
  }
}

void TopHeavyCensus::add(TopHeavyCensus others) {
  anybody_ = anybody_ || others.anybody_;
  told_ = told_ && others.told_;
  of_key_ += others.of_key_;
  of_all_ += others.of_all_;
  highest_ = std::max(highest_, others.highest_);
  short_.insert(short_.end(), others.short_.begin(), others.short_.end());
}

TopHeavy TopHeavyCensus::test() const {
  TopHeavy found{.ratio = {}, .minimum = std::min(highest_, minimum_rate), .cost = {}};
  if (anybody_ && told_) {
    found.ratio = contribution_ratio(of_key_, of_all_);
    found.top_heavy = Wide{of_key_.in_cents()} * of_accounts.denominator() >
                      Wide{of_all_.in_cents()} * of_accounts.numerator();
  }
  Money cost;
  for (const Short& one : short_)
    cost += remainder(portion(rate_of(found.minimum), one.pay, Round::up), one.employer);
  found.cost = cost;
  return found;
}

}  // namespace rothcheck::checker
