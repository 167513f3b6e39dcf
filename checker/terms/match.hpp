// Matching formulas made ready for arithmetic, and what they come to: exact until the one rounding
// at the end.
#pragma once

#include <limits>
#include <numeric>
#include <optional>
#include <vector>

#include "model/provision.hpp"

namespace rothcheck::checker {

/// An amount that a clause states, ready to be figured: a fixed part and a part in percent of pay.
struct AmountTerm {
  Money fixed;
  Rate of_pay;
  bool unknown = false;
  Span where = {};

  Money value(Money pay, Round round) const { return fixed + portion(of_pay, pay, round); }
};

/// A match in cents before rounding: numerator over denominator.
struct ExactCents {
  Wide numerator = 0;
  std::int64_t denominator = 1;

  Money rounded(Round round) const { return Money::cents(divide(numerator, denominator, round)); }
  friend bool operator<(const ExactCents& a, const ExactCents& b) {
    return a.numerator * b.denominator < b.numerator * a.denominator;
  }
  /// Exact where the common denominator fits a word, which fractions that people write do.
  friend ExactCents operator+(const ExactCents& a, const ExactCents& b) {
    const Wide times = b.denominator / std::gcd(a.denominator, b.denominator);
    const Wide common = a.denominator * times;
    if (common > std::numeric_limits<std::int64_t>::max())
      return of(a.rounded(Round::nearest) + b.rounded(Round::nearest));
    return {a.numerator * times + b.numerator * (common / b.denominator),
            static_cast<std::int64_t>(common)};
  }
  static ExactCents of(Money amount) { return {amount.in_cents(), 1}; }
  friend ExactCents operator*(std::int64_t times, const ExactCents& a) {
    return {times * a.numerator, a.denominator};
  }
};

struct TierTerm {
  std::int64_t rate = 0;          // in units of 1 / MatchFormulaTerm::rate_scale
  std::int64_t width_of_pay = 0;  // in units of 1 / pay_scale of pay
  Wide width_fixed = 0;           // in units of 1 / pay_scale cents
  bool all = false;               // no upper end
  bool begins = false;            // starts again at the first dollar
  Span where;
};
struct StepTerm {
  AmountTerm match, threshold;
};
/// A formula as it stands in one part of the year.
struct MatchPart {
  int days = 0;
  std::vector<TierTerm> tiers = {};
  std::vector<StepTerm> steps = {};
  std::optional<Rate> ceiling =
      {};  // in percent of pay; one in dollars is a limit of the whole year
};
struct MatchFormulaTerm {
  std::vector<MatchPart> parts;  // cover the plan year
  int days = 0;                  // of the plan year
  std::int64_t pay_scale = 1, rate_scale = 1;
  Money fits_word;  // up to this much of contributions and of pay, 64 bits hold every step

  /// The denominator of what the parts come to. A year in one part needs no days.
  std::int64_t denominator() const {
    return pay_scale * rate_scale * (parts.size() == 1 ? 1 : days);
  }
  int weight(const MatchPart& part) const { return parts.size() == 1 ? 1 : part.days; }
};

/// What `fits_word` is for a formula that is otherwise complete.
Money most_in_a_word(const MatchFormulaTerm& formula);

/// What the formula comes to for contributions of the year and the year's plan compensation, both
/// spread evenly.
ExactCents match_of(const MatchFormulaTerm& formula, Money contributions, Money pay);

/// One of some equal periods of a year.
struct PeriodOfYear {
  int number = 0;  // from 0
  int of = 1;
};
/// What the formula comes to in one period for contributions and pay at the pace of a year. A
/// period in which the formula changes has each part's share of its days.
ExactCents match_in(const MatchFormulaTerm& formula, PeriodOfYear period, Money contributions,
                    Money pay);

/// One line of a formula, for the derivation: what this tier alone comes to, to the nearest cent.
struct TierAmount {
  Money amount;
  Span where;
};
std::vector<TierAmount> tiers_of(const MatchFormulaTerm& formula, Money contributions, Money pay);

}  // namespace rothcheck::checker
