// 72(t), 3405(c), 402A(d), 408A(d), 401(a)(9): what is due when money is paid out.
#pragma once

#include <optional>

#include "model/money.hpp"

namespace rothcheck::checker {

/// Whether a person is under 59 1/2, where the age is known.  72(t)(2)(A)(i)
std::optional<bool> is_early(const std::optional<Rate>& age);

/// The tax on early payments, 10% of what is taxable, to the nearest cent.  72(t)(1)
/// READING.md R9.7, R9.10
Money early_payment_tax(Money taxable);

/// Withholding on what is paid to a person and could have been rolled over: 20% of the taxable
/// part, to the nearest cent.  3405(c)(1)  READING.md R9.4
Money withholding(Money taxable);

/// The first year after five taxable years from the one in which a clock began: of the Roth account
/// or IRA, 402A(d)(2)(B), 408A(d)(2)(B), or of one conversion, 408A(d)(3)(F).  READING.md R9.7,
/// R9.8
constexpr int five_years_from(int year) { return year + 5; }

/// A payment out of a Roth account is qualified from 59 1/2 on, once five taxable years have passed
/// since the first Roth money came in.  402A(d)(2)  READING.md R9.10
bool is_qualified(const std::optional<Rate>& age, int first_roth_year, int year);

/// Whether a required minimum distribution may be due to somebody of that age. Without a year, the
/// youngest age of today.  401(a)(9)(C)  READING.md R9.11
bool may_owe_minimum(const std::optional<Rate>& age, std::optional<int> year);

}  // namespace rothcheck::checker
