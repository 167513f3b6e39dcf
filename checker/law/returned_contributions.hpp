// Treas. Reg. 1.401(m)-2(b)(3)(v): which of a person's money goes back.
#pragma once

#include <functional>

#include "model/acp.hpp"
#include "model/provision.hpp"

namespace rothcheck::checker {

/// A person's money in the test.
struct ReturnablePerson {
  Money after_tax;
  Money match;  // as far as it is in the test
  /// The match that the formula gives with so much after-tax money beside the deferrals.
  std::function<Money(Money)> formula;
  std::function<Rate(Money)> in_cents;  // the same before it is rounded
};

/// What is left of a person's after-tax money and match, and what went back.
struct ReturnedMoney {
  Money after_tax_unmatched, after_tax_matched, match;

  Money after_tax() const { return after_tax_unmatched + after_tax_matched; }
};

/// The amount in the plan's order; what the order does not name comes behind, in the regulation's:
/// unmatched after-tax money, matched with its match from the highest tier down, match.
ReturnedMoney returned_money(const ReturnablePerson& person, Money amount, RefundOrder order);

}  // namespace rothcheck::checker
