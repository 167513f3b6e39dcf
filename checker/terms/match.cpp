// match = sum over tiers( rate x (min(contributions, upper end) - lower end)+ ), READING.md R5.1.
#include "checker/terms/match.hpp"

#include <algorithm>
#include <limits>

namespace rothcheck::checker {
namespace {

/// Visits each tier with what it matches, in units of 1 / (pay_scale x rate_scale) cents of a whole
/// year. `Integer` holds every step.
template <class Integer, class Visit>
void for_each_tier(const MatchFormulaTerm& formula, const MatchPart& part, Money contributions,
                   Money pay, Visit visit) {
  const Integer contributed = Integer{contributions.in_cents()} * formula.pay_scale;
  Integer reached = 0;
  for (const TierTerm& tier : part.tiers) {
    if (tier.begins) reached = 0;
    const Integer end = tier.all ? contributed
                                 : reached + Integer{pay.in_cents()} * tier.width_of_pay +
                                       static_cast<Integer>(tier.width_fixed);
    const Integer matched = std::max<Integer>(0, std::min(contributed, end) - reached);
    visit(tier, matched * tier.rate);
    reached = std::max(reached, end);
  }
}

/// The highest step whose threshold is reached is the whole match of its part.
[[gnu::pure, gnu::noinline, gnu::cold]] const StepTerm* step_reached(const MatchPart& part,
                                                                     Money contributions,
                                                                     Money pay) {
  const StepTerm* highest = nullptr;
  for (const StepTerm& step : part.steps) {
    // A threshold is a bar to clear, so it rounds up: a cent below it is below it.
    if (contributions < step.threshold.value(pay, Round::up)) continue;
    if (highest == nullptr ||
        highest->match.value(pay, Round::down) < step.match.value(pay, Round::down)) {
      highest = &step;
    }
  }
  return highest;
}

template <class Integer>
Integer amount_units(const MatchFormulaTerm& formula, const AmountTerm& amount, Money pay) {
  const Integer scale = Integer{formula.pay_scale} * formula.rate_scale;
  // The scales hold every denominator of the formula, so this division leaves nothing over.
  return Integer{amount.fixed.in_cents()} * scale + Integer{pay.in_cents()} *
                                                        amount.of_pay.numerator() *
                                                        (scale / amount.of_pay.denominator());
}

/// What the lines of one part come to, up to the part's ceiling.
template <class Integer>
Integer units_of(const MatchFormulaTerm& formula, const MatchPart& part, Money contributions,
                 Money pay) {
  Integer units = 0;
  for_each_tier<Integer>(formula, part, contributions, pay,
                         [&](const TierTerm&, Integer amount) { units += amount; });
  const StepTerm* step = part.steps.empty() ? nullptr : step_reached(part, contributions, pay);
  if (step != nullptr) units += amount_units<Integer>(formula, step->match, pay);
  if (!part.ceiling) return units;
  return std::min(units,
                  amount_units<Integer>(formula, {.fixed = {}, .of_pay = *part.ceiling}, pay));
}

template <class Integer>
Integer sum_of(const MatchFormulaTerm& formula, Money contributions, Money pay) {
  Integer sum = 0;
  for (const MatchPart& part : formula.parts)
    sum += units_of<Integer>(formula, part, contributions, pay) * formula.weight(part);
  return sum;
}

[[gnu::pure, gnu::noinline, gnu::cold]] Wide sum_in_full(const MatchFormulaTerm& formula,
                                                         Money contributions, Money pay) {
  return sum_of<Wide>(formula, contributions, pay);
}

/// No step of the arithmetic comes to more for contributions and pay of `amount`.
Wide no_step_above(const MatchFormulaTerm& formula, Money amount) {
  const Wide cents = amount.in_cents();
  const Wide scale = Wide{formula.pay_scale} * formula.rate_scale;
  const auto of = [&](const AmountTerm& term) {
    return term.fixed.in_cents() * scale + cents * term.of_pay.numerator() * scale;
  };
  Wide most = scale + cents * formula.pay_scale;
  for (const MatchPart& part : formula.parts) {
    Wide end = cents * formula.pay_scale;
    for (const TierTerm& tier : part.tiers) {
      end += cents * tier.width_of_pay + tier.width_fixed;
      most += end * std::max<std::int64_t>(tier.rate, 1) * formula.weight(part);
    }
    for (const StepTerm& step : part.steps) most += of(step.match) * formula.weight(part);
    if (part.ceiling) most += of({.fixed = {}, .of_pay = *part.ceiling}) * formula.weight(part);
  }
  return most;
}

}  // namespace

Money most_in_a_word(const MatchFormulaTerm& formula) {
  constexpr Wide word = std::numeric_limits<std::int64_t>::max();
  Money most = Money::ceiling();
  while (most > Money{} && no_step_above(formula, most) > word)
    most = Money::cents(most.in_cents() / 2);
  return most;
}

ExactCents match_of(const MatchFormulaTerm& formula, Money contributions, Money pay) {
  // Hardly any amount needs more than a word, and words multiply several times as fast.
  const bool fits = contributions <= formula.fits_word && pay <= formula.fits_word;
  return {fits ? sum_of<std::int64_t>(formula, contributions, pay)
               : sum_in_full(formula, contributions, pay),
          formula.denominator()};
}

ExactCents match_in(const MatchFormulaTerm& formula, PeriodOfYear period, Money contributions,
                    Money pay) {
  // In units of which a day has as many as the year has periods, so that every edge is whole.
  const int begins = period.number * formula.days, ends = begins + formula.days;
  Wide sum = 0;
  int day = 0;
  for (const MatchPart& part : formula.parts) {
    const int from = std::max(begins, day * period.of);
    day += part.days;
    const int until = std::min(ends, day * period.of);
    if (from >= until) continue;
    sum += units_of<Wide>(formula, part, contributions, pay) * (until - from);
  }
  return {sum, formula.pay_scale * formula.rate_scale * formula.days * period.of};
}

std::vector<TierAmount> tiers_of(const MatchFormulaTerm& formula, Money contributions, Money pay) {
  const Wide scale = formula.denominator();
  std::vector<TierAmount> amounts;
  for (const MatchPart& part : formula.parts) {
    for_each_tier<Wide>(formula, part, contributions, pay, [&](const TierTerm& tier, Wide units) {
      amounts.push_back(
          {Money::cents(divide(units * formula.weight(part), scale, Round::nearest)), tier.where});
    });
    if (const StepTerm* step = step_reached(part, contributions, pay)) {
      const Wide units = amount_units<Wide>(formula, step->match, pay) * formula.weight(part);
      amounts.push_back({Money::cents(divide(units, scale, Round::nearest)), step->match.where});
    }
  }
  return amounts;
}

}  // namespace rothcheck::checker
