#include "checker/law/safe_harbor.hpp"

#include <algorithm>

namespace rothcheck::checker {
namespace {

/// 401(k)(12)(B), (13)(D)(i)(I): what the safe harbor match itself comes to, in pay.
constexpr Rate basic_match = 4_pct;
constexpr Rate qaca_match = Rate{35, 1000};

/// 401(k)(12)(B)(iii), 401(m)(11)(B)(ii). A step is a match that only begins at a rate of saving.
bool rises(const MatchFormula& formula) {
  if (!formula.steps.empty()) return true;
  for (std::size_t i = 1; i < formula.tiers.size(); ++i) {
    const Tier& tier = formula.tiers[i].value;
    if (tier.reach == Tier::Reach::next && tier.rate > formula.tiers[i - 1].value.rate) return true;
  }
  return false;
}

/// A tier in dollars can reach above 6% of somebody's pay.
bool reaches_too_far(const MatchFormula& formula) {
  Rate reach;
  for (const auto& tier : formula.tiers) {
    if (tier.value.reach == Tier::Reach::all) return true;
    if (tier.value.width.basis != Amount::Basis::of_pay) return true;
    if (tier.value.reach == Tier::Reach::first) reach = Rate{};
    reach = reach + tier.value.width.rate;
    if (reach > safe_harbor_matches_up_to) return true;
  }
  return false;
}

/// 401(m)(11)(B)(iii): no highly compensated employee has a higher rate than anybody else. A clause
/// for a class, an age or a length of service may give one.
bool favours_somebody(const Scope& scope) {
  const bool others_alone =
      scope.group.highly_compensated == std::optional{false} && scope.group.others.empty();
  return !scope.group.everybody() && !others_alone;
}

bool favours_somebody(const MatchFormula& formula) {
  return std::any_of(formula.tiers.begin(), formula.tiers.end(),
                     [](const auto& tier) { return favours_somebody(tier.scope); });
}

bool discretionary_too_high(const Match& match) {
  if (!match.discretionary) return false;
  const std::optional<Amount>& ceiling = match.discretionary->value;
  return !ceiling || ceiling->basis != Amount::Basis::of_pay ||
         ceiling->rate > safe_harbor_discretionary_match;
}

bool any_match_rises(const Plan& plan) {
  return std::any_of(plan.matches.begin(), plan.matches.end(), [](const auto& match) {
    return match.value.formula_unknown ||
           std::any_of(match.value.formulas.begin(), match.value.formulas.end(), rises);
  });
}

}  // namespace

bool match_meets_acp_safe_harbor(const Plan& plan) {
  if (any_match_rises(plan)) return false;
  return std::none_of(plan.matches.begin(), plan.matches.end(), [](const auto& match) {
    const auto& formulas = match.value.formulas;
    return discretionary_too_high(match.value) || favours_somebody(match.scope) ||
           match.value.employed_on ||
           std::any_of(formulas.begin(), formulas.end(), reaches_too_far) ||
           std::any_of(formulas.begin(), formulas.end(),
                       [](const MatchFormula& formula) { return favours_somebody(formula); });
  });
}

namespace {

/// What the document claims, else what the formula says.
bool meets_acp_safe_harbor(const Plan& plan) {
  if (!plan.acp_safe_harbor.empty()) return plan.acp_safe_harbor.back().value == AcpSafeHarbor::yes;
  return match_meets_acp_safe_harbor(plan);
}

}  // namespace

MatchLeftOut match_left_out(const Plan& plan) {
  const auto stated = [&](std::initializer_list<SafeHarbor> designs) {
    return std::any_of(plan.safe_harbor.begin(), plan.safe_harbor.end(), [&](const auto& clause) {
      return std::find(designs.begin(), designs.end(), clause.value) != designs.end();
    });
  };
  const bool qaca = stated({SafeHarbor::qaca_match});
  const bool by_match = qaca || stated({SafeHarbor::match, SafeHarbor::enhanced_match});
  const bool by_nonelective = stated({SafeHarbor::nonelective, SafeHarbor::qaca_nonelective});
  if (!by_match && !by_nonelective) return {};
  if (meets_acp_safe_harbor(plan)) return {.all = true, .up_to = {}};
  // Only where the safe harbor of the deferrals is met with the match itself, which a rising rate
  // does not do.
  if (!by_match || any_match_rises(plan)) return {};
  return {.all = false, .up_to = qaca ? qaca_match : basic_match};
}

Money left_out_of(const MatchLeftOut& rule, Money match, Money compensation) {
  if (rule.all) return match;
  return lesser(match, portion(rule.up_to, compensation, Round::down));
}

}  // namespace rothcheck::checker
