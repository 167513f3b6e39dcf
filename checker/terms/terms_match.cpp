// Which tiers and steps of a formula are a person's, part by part, on one common scale.
#include "checker/terms/terms_match.hpp"

#include <numeric>

namespace rothcheck::checker {
namespace {

using TierClauses = std::vector<const Provision<Tier>*>;

/// A chain begins with `first` or `all` and goes on with `next`. Chains written for a group beat
/// those for everybody.
TierClauses chosen_tiers(const MatchFormula& formula, const YearPart& part, const GroupFacts& facts,
                         std::vector<Conflict>& conflicts) {
  std::vector<TierClauses> chains;
  bool following = false;
  for (const Provision<Tier>& tier : formula.tiers) {
    const bool applies = in_force(tier.scope, part) && holds(tier.scope.group, facts);
    const bool begins = tier.value.reach != Tier::Reach::next;
    if (begins) {
      following = applies;
      if (applies) chains.push_back({&tier});
    } else if (applies && following) {
      chains.back().push_back(&tier);
    }
  }
  const auto particular = [](const TierClauses& chain) {
    return !chain.front()->scope.group.everybody();
  };
  const bool some = std::any_of(chains.begin(), chains.end(), particular);
  TierClauses chosen;
  for (const TierClauses& chain : chains) {
    if (some && !particular(chain)) continue;
    // Two formulas that both begin at the first dollar, one as particular as the other.
    if (!chosen.empty()) conflicts.push_back({chain.front()->where, chosen.front()->where});
    chosen.insert(chosen.end(), chain.begin(), chain.end());
  }
  return chosen;
}

std::int64_t widened(std::int64_t scale, Rate rate) { return std::lcm(scale, rate.denominator()); }

Rate rate_of(const Amount& amount) {
  return amount.basis == Amount::Basis::of_pay ? amount.rate : Rate{};
}

/// A ceiling in dollars is the one at the end of the year; one in percent of pay is part of the
/// formula.
std::vector<AmountTerm> dollar_ceilings(const Match& match, const GroupFacts& facts,
                                        const Figures& law, const YearPart& last) {
  std::vector<AmountTerm> terms;
  for (const auto* clause : applicable(match.limits, last, facts)) {
    if (clause->value.basis == Amount::Basis::of_pay) continue;
    terms.push_back(amount_term(clause->value, clause->where, law));
  }
  return terms;
}

/// The lowest ceiling in percent of pay in a part of the year.
std::optional<Rate> percent_ceiling(const Match& match, const YearPart& part,
                                    const GroupFacts& facts) {
  std::optional<Rate> lowest;
  for (const auto* clause : applicable(match.limits, part, facts)) {
    if (clause->value.basis != Amount::Basis::of_pay) continue;
    lowest = lowest ? std::min(*lowest, clause->value.rate) : clause->value.rate;
  }
  return lowest;
}

/// The year's ceiling in percent of pay, where every part has one.
std::optional<AmountTerm> limit_of_pay(const Match& match, const GroupFacts& facts,
                                       const std::vector<YearPart>& parts) {
  int days = 0;
  for (const YearPart& part : parts) days += part.days;
  AmountTerm year;
  for (const YearPart& part : parts) {
    const std::optional<Rate> own = percent_ceiling(match, part, facts);
    if (!own) return std::nullopt;
    year.of_pay = year.of_pay + Rate{part.days, days} * *own;
  }
  const auto of_pay = std::find_if(match.limits.begin(), match.limits.end(), [](const auto& limit) {
    return limit.value.basis == Amount::Basis::of_pay;
  });
  year.where = of_pay->where;
  return year;
}

MatchFormulaTerm formula_term(const Match& match, const MatchFormula& formula,
                              const GroupFacts& facts, const Figures& law,
                              const std::vector<YearPart>& parts,
                              std::vector<Conflict>& conflicts) {
  MatchFormulaTerm term;
  std::vector<TierClauses> tiers;
  for (const YearPart& part : parts) {
    term.days += part.days;
    tiers.push_back(chosen_tiers(formula, part, facts, conflicts));
    for (const auto* tier : tiers.back()) {
      term.pay_scale = widened(term.pay_scale, rate_of(tier->value.width));
      term.rate_scale = widened(term.rate_scale, tier->value.rate);
    }
  }
  for (const auto& step : formula.steps)
    term.pay_scale = widened(term.pay_scale, rate_of(step.value.match));

  for (const auto& limit : match.limits)
    term.pay_scale = widened(term.pay_scale, rate_of(limit.value));

  for (std::size_t i = 0; i < parts.size(); ++i) {
    MatchPart part{.days = parts[i].days};
    for (const auto* clause : tiers[i]) {
      const Tier& tier = clause->value;
      const AmountTerm width = amount_term(tier.width, clause->where, law);
      part.tiers.push_back({
          .rate = tier.rate.numerator() * (term.rate_scale / tier.rate.denominator()),
          .width_of_pay = width.of_pay.numerator() * (term.pay_scale / width.of_pay.denominator()),
          .width_fixed = Wide{width.fixed.in_cents()} * term.pay_scale,
          .all = tier.reach == Tier::Reach::all,
          .begins = tier.reach != Tier::Reach::next,
          .where = clause->where,
      });
    }
    auto steps = applicable(formula.steps, parts[i], facts);
    keep_most_particular(steps);
    for (const auto* clause : steps) {
      part.steps.push_back({amount_term(clause->value.match, clause->where, law),
                            amount_term(clause->value.threshold, clause->where, law)});
    }
    part.ceiling = percent_ceiling(match, parts[i], facts);
    term.parts.push_back(std::move(part));
  }
  term.fits_word = most_in_a_word(term);
  return term;
}

}  // namespace

std::vector<MatchTerm> matches_for(const Plan& plan, const GroupFacts& facts, const Figures& law,
                                   const std::vector<YearPart>& parts,
                                   std::vector<Conflict>& conflicts) {
  std::vector<MatchTerm> terms;
  for (const Provision<Match>& clause : plan.matches) {
    const auto covers = [&](const YearPart& part) { return in_force(clause.scope, part); };
    if (std::none_of(parts.begin(), parts.end(), covers) || !holds(clause.scope.group, facts))
      continue;
    const Match& match = clause.value;
    MatchTerm term{
        .counts = match.counts,
        .limits = dollar_ceilings(match, facts, law, parts.back()),
        .limit_of_pay = limit_of_pay(match, facts, parts),
        .unknown = match.formula_unknown,
        .period = match.period,
        .true_up = match.true_up,
        .employed_on = match.employed_on,
        .where = clause.where,
        .hours = match.hours,
        .stops_at_415 = match.stops_at_415.has_value(),
    };
    if (match.discretionary) {
      term.discretionary = true;
      const auto& ceiling = match.discretionary->value;
      if (ceiling && ceiling->basis != Amount::Basis::unknown) {
        term.discretionary_limit = amount_term(*ceiling, match.discretionary->where, law);
      }
    }
    for (const MatchFormula& formula : match.formulas) {
      term.formulas.push_back(formula_term(match, formula, facts, law, parts, conflicts));
      // A block that an amendment begins or ends counts for its part of the year only.
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!covers(parts[i])) term.formulas.back().parts[i] = MatchPart{.days = parts[i].days};
      }
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace rothcheck::checker
