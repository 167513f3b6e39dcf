// 401(m)(13): student loan payments that are matched like deferrals.
#pragma once

#include "model/money.hpp"

namespace rothcheck::checker {

/// As far as they count: up to the limit of 402(g), catch-up by age included, or pay if less, less
/// the year's deferrals everywhere.  401(m)(13)(B), Notice 2024-63  READING.md R3.9
constexpr Money most_student_loan_payments(Money exclusion_limit, Money pay, Money deferred) {
  return remainder(lesser(exclusion_limit, pay), deferred);
}

}  // namespace rothcheck::checker
