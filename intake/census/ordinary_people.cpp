// Bounds that are as wide as can be told at once, and `doubts_on` for who is beyond them.
#include "intake/census/ordinary_people.hpp"

#include <variant>

#include "intake/census/amount_scales.hpp"

namespace rothcheck::intake {
namespace {

// A year inside those of `doubts_on`, because the day of the year is not looked at.
constexpr int youngest = 15, oldest = 99;

Money amount_of(const std::optional<Election>& election) {
  const Money* amount = election ? std::get_if<Money>(&election->value) : nullptr;
  return amount != nullptr ? *amount : Money{};
}

/// Some money, and not a dollar a paycheck.
bool is_small(Money election, int paychecks) {
  const auto least = static_cast<std::uint64_t>(Money::dollars(paychecks).in_cents());
  return static_cast<std::uint64_t>(election.in_cents() - 1) < least - 1;
}

/// Almost always the years tell.
bool is_before(Date day, Date other) { return year_of(day) <= year_of(other) && day < other; }

}  // namespace

OrdinaryPeople::OrdinaryPeople(const RowYear& year) : year_{year} {
  if (year.year) {
    plan_year_ = *year.year;
    first_birth_ = plan_year_ - oldest;
    last_birth_ = plan_year_ - youngest;
  }
  // Ten times every limit is far above; each amount is held to one limit at first.
  if (year.annual_additions_limit) limit_ = *year.annual_additions_limit;
}

bool OrdinaryPeople::has(const Participant& person) const {
  if (person.termination_date) {
    if (year_of(*person.termination_date) != plan_year_) return false;
    if (person.hire_date && is_before(*person.termination_date, *person.hire_date)) return false;
  }
  if (person.birth_date) {
    if (person.hire_date && is_before(*person.hire_date, *person.birth_date)) return false;
    const int born = year_of(*person.birth_date);
    if (born < first_birth_ || born > last_birth_) return false;
  }
  const Money pre_tax = amount_of(person.pre_tax);
  const Money roth = amount_of(person.roth);
  const Money after_tax = amount_of(person.after_tax);
  if (person.pay && pre_tax + roth > *person.pay) return false;
  // Elections under $1 a paycheck may be in another unit, which their columns tell.
  const int paychecks = person.pay_periods.value_or(usual_pay_periods);
  if (is_small(pre_tax, paychecks) || is_small(roth, paychecks) || is_small(after_tax, paychecks))
    return false;
  const auto high = [this](const std::optional<Money>& amount) {
    return amount && *amount > limit_;
  };
  // No amount is below zero, so that the sum is high where one of them is.
  if (pre_tax + roth > limit_ || after_tax > limit_ || high(person.after_tax_ytd) ||
      high(person.match) || high(person.nonelective) || high(person.forfeitures))
    return has_no_doubts(person);
  return true;
}

bool OrdinaryPeople::has_no_doubts(const Participant& person) const {
  return doubts_on(person, year_).empty();
}

}  // namespace rothcheck::intake
