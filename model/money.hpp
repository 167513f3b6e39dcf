// Money in whole cents, exact fractions, and the one way to multiply them: every product says how
// it rounds.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rothcheck {

/// Which way an amount between two cents goes. `nearest` sends a half cent up.
enum class Round { down, nearest, up };

/// An amount in whole US cents. Plans, people and statutes never need more than nine billion
/// dollars; a reader refuses more than `Money::ceiling()`, so sums of a few hundred amounts cannot
/// overflow.
class Money {
 public:
  constexpr Money() = default;
  static constexpr Money cents(std::int64_t count) { return Money{count}; }
  static constexpr Money dollars(std::int64_t count) { return Money{count * 100}; }
  /// The largest amount that a reader accepts: $9,999,999,999.99.
  static constexpr Money ceiling() { return Money{999'999'999'999}; }
  Money(double) = delete;

  /// Reads `1234`, `1,234.50`, `$1,234.50`, `-5`, `(1,234.50)`; commas only between groups of
  /// three, at most two decimals. Empty when the text is anything else or beyond `ceiling()`.
  static std::optional<Money> parse(std::string_view text);

  constexpr std::int64_t in_cents() const { return cents_; }

  constexpr Money& operator+=(Money other) {
    cents_ += other.cents_;
    return *this;
  }
  constexpr Money& operator-=(Money other) {
    cents_ -= other.cents_;
    return *this;
  }
  friend constexpr Money operator+(Money a, Money b) { return a += b; }
  friend constexpr Money operator-(Money a, Money b) { return a -= b; }
  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  explicit constexpr Money(std::int64_t count) : cents_{count} {}
  std::int64_t cents_ = 0;
};

constexpr Money lesser(Money a, Money b) { return b < a ? b : a; }
constexpr Money greater(Money a, Money b) { return a < b ? b : a; }
/// What is left of `a` after `b`, never below zero.
constexpr Money remainder(Money a, Money b) { return b < a ? a - b : Money{}; }

constexpr Money operator""_usd(unsigned long long dollars) {
  return Money::dollars(static_cast<std::int64_t>(dollars));
}

/// `$1,234.50`; a negative amount is `-$1,234.50`.
std::string to_string(Money);
/// `$40,500`: whole dollars without cents, for messages.
std::string brief(Money);
/// `1234.50`: the form of JSON and CSV.
std::string to_plain_string(Money);

/// An exact fraction in lowest terms, denominator positive: a percentage (66 2/3% is 2/3), a share
/// of the year, or a number of years (59 1/2).
class Rate {
 public:
  constexpr Rate() = default;
  /// Integers only: there is no conversion from floating point.
  constexpr Rate(std::integral auto numerator, std::integral auto denominator)
      : Rate{Whole{}, static_cast<std::int64_t>(numerator),
             static_cast<std::int64_t>(denominator)} {}
  static constexpr Rate percent(std::int64_t whole) { return Rate{whole, 100}; }
  static constexpr Rate whole(std::int64_t count) { return Rate{count, 1}; }

  /// Reads `10%`, `87.5%`, `66 2/3%`. Empty when the text is anything else, or has more than six
  /// decimals.
  static std::optional<Rate> parse_percent(std::string_view text);
  /// Reads `59`, `59.5`, `59 1/2`: the same number without the sign.
  static std::optional<Rate> parse_number(std::string_view text);

  constexpr std::int64_t numerator() const { return numerator_; }
  constexpr std::int64_t denominator() const { return denominator_; }
  constexpr bool is_zero() const { return numerator_ == 0; }

  friend constexpr Rate operator+(Rate a, Rate b);
  friend constexpr Rate operator-(Rate a, Rate b);
  friend constexpr Rate operator*(Rate a, Rate b);
  friend constexpr Rate operator/(Rate a, Rate b);
  friend constexpr bool operator==(Rate, Rate) = default;
  friend constexpr std::strong_ordering operator<=>(Rate a, Rate b);

 private:
  struct Whole {};
  constexpr Rate(Whole, std::int64_t numerator, std::int64_t denominator);

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

constexpr Rate operator""_pct(unsigned long long percent) {
  return Rate::percent(static_cast<std::int64_t>(percent));
}

/// `10%`, `87.5%`, `66 2/3%`.
std::string to_percent_string(Rate);
/// `59 1/2`, `3`.
std::string to_number_string(Rate);

/// `rate` of `amount`, to a cent in the direction given.
constexpr Money portion(Rate rate, Money amount, Round round);

}  // namespace rothcheck

#include "model/money_arithmetic.hpp"
