// Exact fractions of cents. Slow and plain: the oracle rounds once, at the end, where the rule says
// so.
#pragma once

#include <cstdint>
#include <stdexcept>

namespace rothcheck::oracle {

class Fraction {
 public:
  __extension__ using Integer = __int128;

  constexpr Fraction(std::int64_t whole = 0) : top_{whole} {}
  Fraction(Integer top, Integer bottom) : top_{top}, bottom_{bottom} {
    const Integer divisor = common(top < 0 ? -top : top, bottom);
    top_ /= divisor;
    bottom_ /= divisor;
    // So small that a product of two stays within 128 bits.
    if (bottom_ > (Integer{1} << 60) || top_ > (Integer{1} << 62) || -top_ > (Integer{1} << 62))
      throw std::overflow_error{"a fraction of the oracle has grown too large"};
  }

  friend Fraction operator+(Fraction a, Fraction b) {
    return {a.top_ * b.bottom_ + b.top_ * a.bottom_, a.bottom_ * b.bottom_};
  }
  friend Fraction operator-(Fraction a, Fraction b) {
    return {a.top_ * b.bottom_ - b.top_ * a.bottom_, a.bottom_ * b.bottom_};
  }
  friend Fraction operator*(Fraction a, Fraction b) {
    return {a.top_ * b.top_, a.bottom_ * b.bottom_};
  }
  friend Fraction operator/(Fraction a, Fraction b) {
    return b.top_ < 0 ? Fraction{-a.top_ * b.bottom_, -a.bottom_ * b.top_}
                      : Fraction{a.top_ * b.bottom_, a.bottom_ * b.top_};
  }
  friend bool operator<(Fraction a, Fraction b) { return a.top_ * b.bottom_ < b.top_ * a.bottom_; }

  /// Downwards, for amounts that are not negative.
  std::int64_t down() const { return static_cast<std::int64_t>(top_ / bottom_); }
  /// Half a cent up.
  std::int64_t nearest() const {
    return static_cast<std::int64_t>((2 * top_ + bottom_) / (2 * bottom_));
  }

 private:
  static Integer common(Integer a, Integer b) { return b == 0 ? a : common(b, a % b); }

  Integer top_ = 0, bottom_ = 1;
};

inline Fraction least(Fraction a, Fraction b) { return b < a ? b : a; }
inline Fraction most(Fraction a, Fraction b) { return a < b ? b : a; }

}  // namespace rothcheck::oracle
