// The arithmetic behind money.hpp: constexpr, exact, 128 bits wide where a product needs it.
// Included by money.hpp only.
#pragma once

#include <cassert>
#include <numeric>

#include "model/money.hpp"

namespace rothcheck {

__extension__ typedef __int128 Wide;

namespace detail {

constexpr Wide magnitude(Wide value) { return value < 0 ? -value : value; }

constexpr Wide common_divisor(Wide a, Wide b) {
  a = magnitude(a);
  b = magnitude(b);
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a == 0 ? 1 : a;
}

constexpr Rate lowest_terms(Wide numerator, Wide denominator) {
  const Wide divisor = common_divisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  assert(magnitude(numerator) < (Wide{1} << 62) && denominator < (Wide{1} << 62) &&
         "a rate has outgrown 62 bits");
  return Rate{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

}  // namespace detail

namespace detail {

template <class Integer>
constexpr std::int64_t divide_rounded(Integer numerator, Integer denominator, Round round) {
  Integer quotient = numerator / denominator;
  Integer rest = numerator % denominator;
  // Towards minus infinity first, so that `down` and `up` mean the same for negative amounts.
  if (rest < 0) {
    rest += denominator;
    quotient -= 1;
  }
  const bool carries =
      round == Round::up ? rest > 0 : round == Round::nearest && rest >= denominator - rest;
  return static_cast<std::int64_t>(quotient + (carries ? 1 : 0));
}

}  // namespace detail

/// `numerator` / `denominator` as a whole number in the direction given; `denominator` is positive.
constexpr std::int64_t divide(Wide numerator, Wide denominator, Round round) {
  assert(denominator > 0 && "a division needs a positive denominator");
  // Almost every amount fits 64 bits, which divide several times as fast.
  const auto narrow = static_cast<std::int64_t>(numerator);
  if (narrow == numerator && denominator == static_cast<std::int64_t>(denominator)) {
    return detail::divide_rounded(narrow, static_cast<std::int64_t>(denominator), round);
  }
  return detail::divide_rounded(numerator, denominator, round);
}

constexpr Rate::Rate(Whole, std::int64_t numerator, std::int64_t denominator) {
  assert(denominator != 0 && "a rate needs a denominator");
  const std::int64_t divisor = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
  numerator_ = numerator / divisor;
  denominator_ = denominator / divisor;
}

constexpr Rate operator+(Rate a, Rate b) {
  return detail::lowest_terms(
      Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
      Wide{a.denominator_} * b.denominator_);
}
constexpr Rate operator-(Rate a, Rate b) { return a + Rate{-b.numerator_, b.denominator_}; }
constexpr Rate operator*(Rate a, Rate b) {
  return detail::lowest_terms(Wide{a.numerator_} * b.numerator_,
                              Wide{a.denominator_} * b.denominator_);
}
constexpr Rate operator/(Rate a, Rate b) {
  return b.numerator_ < 0 ? a * Rate{-b.denominator_, -b.numerator_}
                          : a * Rate{b.denominator_, b.numerator_};
}
constexpr std::strong_ordering operator<=>(Rate a, Rate b) {
  return Wide{a.numerator_} * b.denominator_ <=> Wide{b.numerator_} * a.denominator_;
}

constexpr Money portion(Rate rate, Money amount, Round round) {
  // The whole year's share of it is most of what is asked.
  if (rate.numerator() == rate.denominator()) return amount;
  return Money::cents(
      divide(Wide{amount.in_cents()} * rate.numerator(), rate.denominator(), round));
}

}  // namespace rothcheck
