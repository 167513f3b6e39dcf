// 72(d)(2), (e)(8), 408(d)(2): how basis leaves an account with what is paid out of it.
#pragma once

#include "model/strategy.hpp"

namespace rothcheck::checker {

/// The part of the account that is basis, never more than all of it: after a loss all that leaves
/// is basis.  72(e)(8)(B); Form 8606 line 10
constexpr Rate basis_share(Money basis, Money balance) {
  return basis >= balance ? Rate::whole(1) : Rate{basis.in_cents(), balance.in_cents()};
}

/// Basis in an amount that leaves the account: in the proportion in which the account holds it, to
/// the nearest cent. The account is the after-tax money alone where the plan keeps it apart,
/// 72(d)(2), else all that is not Roth.  72(e)(8)(B)  READING.md R9.1, R9.2
Money basis_in(Money amount, Money basis, Money balance);

/// The taxable part of a conversion, to the nearest cent, with all traditional, SEP and SIMPLE IRAs
/// as one contract: `year_end` what they hold on December 31, outstanding rollovers included,
/// `others` the other distributions of the year.  408(d)(2), Form 8606  READING.md R10.4
ProRata pro_rata(Money converted, Money others, Money year_end, Money basis);

}  // namespace rothcheck::checker
