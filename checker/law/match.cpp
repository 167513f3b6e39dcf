// match = sum over tiers( rate x (min(contributions, upper end) - lower end)+ ), law.md R5.1.
#include "checker/law/match.hpp"

#include <algorithm>

namespace rothcheck::checker {
namespace {

Wide lesser(Wide a, Wide b) { return a < b ? a : b; }

/// Visits each tier with what it matches, in units of 1 / (pay_scale x rate_scale) cents of a whole
/// year.
template <class Visit>
void for_each_tier(const MatchFormulaTerm& formula, const MatchPart& part, Money contributions,
                   Money pay, Visit visit) {
  const Wide contributed = Wide{contributions.in_cents()} * formula.pay_scale;
  Wide reached = 0;
  for (const TierTerm& tier : part.tiers) {
    if (tier.begins) reached = 0;
    const Wide end = tier.all
                         ? contributed
                         : reached + Wide{pay.in_cents()} * tier.width_of_pay + tier.width_fixed;
    const Wide matched = std::max<Wide>(0, lesser(contributed, end) - reached);
    visit(tier, matched * tier.rate);
    reached = std::max(reached, end);
  }
}

/// The highest step whose threshold is reached is the whole match of its part.
const StepTerm* step_reached(const MatchPart& part, Money contributions, Money pay) {
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

Wide amount_units(const MatchFormulaTerm& formula, const AmountTerm& amount, Money pay) {
  const Wide scale = Wide{formula.pay_scale} * formula.rate_scale;
  // The scales hold every denominator of the formula, so this division leaves nothing over.
  return Wide{amount.fixed.in_cents()} * scale +
         Wide{pay.in_cents()} * amount.of_pay.numerator() * (scale / amount.of_pay.denominator());
}

/// What the lines of one part come to, up to the part's ceiling.
Wide units_of(const MatchFormulaTerm& formula, const MatchPart& part, Money contributions,
              Money pay) {
  Wide units = 0;
  for_each_tier(formula, part, contributions, pay,
                [&](const TierTerm&, Wide amount) { units += amount; });
  if (const StepTerm* step = step_reached(part, contributions, pay))
    units += amount_units(formula, step->match, pay);
  if (!part.ceiling) return units;
  return lesser(units, amount_units(formula, {.fixed = {}, .of_pay = *part.ceiling}, pay));
}

}  // namespace

ExactCents match_of(const MatchFormulaTerm& formula, Money contributions, Money pay) {
  Wide sum = 0;
  for (const MatchPart& part : formula.parts) {
    sum += units_of(formula, part, contributions, pay) * formula.weight(part);
  }
  return {sum, formula.denominator()};
}

std::vector<TierAmount> tiers_of(const MatchFormulaTerm& formula, Money contributions, Money pay) {
  const Wide scale = formula.denominator();
  std::vector<TierAmount> amounts;
  for (const MatchPart& part : formula.parts) {
    for_each_tier(formula, part, contributions, pay, [&](const TierTerm& tier, Wide units) {
      amounts.push_back(
          {Money::cents(divide(units * formula.weight(part), scale, Round::nearest)), tier.where});
    });
    if (const StepTerm* step = step_reached(part, contributions, pay)) {
      const Wide units = amount_units(formula, step->match, pay) * formula.weight(part);
      amounts.push_back({Money::cents(divide(units, scale, Round::nearest)), step->match.where});
    }
  }
  return amounts;
}

}  // namespace rothcheck::checker
