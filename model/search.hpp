// The one search by halving: for a condition that, once it turns, stays turned.
#pragma once

#include <cstdint>

#include "model/money.hpp"

namespace rothcheck {

/// The largest number from `least` to `most` for which `holds`, where it holds for all below one
/// for which it does; `least` where it holds for none, which is not asked.
template <class Holds>
constexpr std::int64_t largest_for_which(std::int64_t least, std::int64_t most, Holds holds) {
  while (least < most) {
    const std::int64_t middle = least + (most - least + 1) / 2;
    if (holds(middle)) {
      least = middle;
    } else {
      most = middle - 1;
    }
  }
  return least;
}

/// The smallest number from `least` to `most` for which `holds`, where it holds for all above one
/// for which it does; `most` where it holds for none, which is not asked.
template <class Holds>
constexpr std::int64_t smallest_for_which(std::int64_t least, std::int64_t most, Holds holds) {
  while (least < most) {
    const std::int64_t middle = least + (most - least) / 2;
    if (holds(middle)) {
      most = middle;
    } else {
      least = middle + 1;
    }
  }
  return least;
}

/// The largest amount from nothing to `most` for which `holds`, to the cent.
template <class Holds>
constexpr Money largest_cent(Money most, Holds holds) {
  return Money::cents(largest_for_which(
      0, most.in_cents(), [&](std::int64_t cents) { return holds(Money::cents(cents)); }));
}

/// The smallest amount from nothing to `most` for which `holds`, to the cent.
template <class Holds>
constexpr Money smallest_cent(Money most, Holds holds) {
  return Money::cents(smallest_for_which(
      0, most.in_cents(), [&](std::int64_t cents) { return holds(Money::cents(cents)); }));
}

}  // namespace rothcheck
