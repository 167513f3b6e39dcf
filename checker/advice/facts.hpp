// What the strategies need of the facts given, and how they say that one is missing or cannot be.
#pragma once

#include <optional>
#include <string_view>

#include "model/finding.hpp"
#include "model/money.hpp"
#include "model/strategy.hpp"

namespace rothcheck::checker {

/// Adds a finding for a fact that `what` cannot do without.
template <class T>
void need(const std::optional<T>& fact, std::string_view name, std::string_view what,
          Findings& findings);
void say_missing(std::string_view name, std::string_view what, Findings& findings);

/// Adds a finding where a part is more than its whole, and shows both.
void hold(Money part, std::string_view part_name, Money whole, std::string_view whole_name,
          Findings& findings);

/// The tax on early payments, 10% of what is taxable, to the nearest cent.  §72(t)(1)
Money early_payment_tax(Money taxable);
/// Whether a person is under 59 1/2, where the age is known.
std::optional<bool> is_early(const std::optional<Rate>& age);

/// Whether a required minimum distribution may be due to somebody of that age: from 70 1/2 on until
/// 2019, from 72 on for who was not 70 1/2 by then, 73 since 2023, 75 for who is born in 1960 or
/// later; none in 2020. Without a year, the youngest age of today.  READING.md R9.11
bool may_owe_minimum(const std::optional<Rate>& age, std::optional<int> year);

/// Withholding on what is paid to a person: 20% of the taxable part, to the nearest cent.
/// §3405(c)(1)
Money withholding(Money taxable);

template <class T>
void need(const std::optional<T>& fact, std::string_view name, std::string_view what,
          Findings& findings) {
  if (!fact) say_missing(name, what, findings);
}

}  // namespace rothcheck::checker
