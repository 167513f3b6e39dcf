// The least and the most an amount can be while a fact is missing.
#pragma once

#include "model/money.hpp"

namespace rothcheck {

struct Range {
  Money least, most;

  constexpr bool settled() const { return least == most; }
  friend constexpr bool operator==(Range, Range) = default;
};

constexpr Range exactly(Money amount) { return {amount, amount}; }

/// The smallest range that contains both.
constexpr Range hull(Range a, Range b) {
  return {lesser(a.least, b.least), greater(a.most, b.most)};
}

/// `$1,000.00`, or `$0.00 to $1,000.00` while it is open.
std::string to_string(Range);

}  // namespace rothcheck
