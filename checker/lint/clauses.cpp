// What rules ask of clauses.
#include "checker/lint/clauses.hpp"

#include <map>

namespace rothcheck::checker {
namespace {

bool starts_before(const Provision<ContributionLimit>* one,
                   const Provision<ContributionLimit>* other) {
  const auto day = [](const auto* clause) { return clause->scope.from.value_or(Date{}); };
  return day(one) != day(other) ? day(one) < day(other) : one->where.begin < other->where.begin;
}

}  // namespace

const Provision<Permission>* clause_with(const std::vector<Provision<Permission>>& clauses,
                                         Kind kind, Answer answer) {
  const auto found = std::find_if(clauses.begin(), clauses.end(), [&](const auto& clause) {
    return clause.value.kind == kind && clause.value.answer == answer;
  });
  return found == clauses.end() ? nullptr : &*found;
}

bool mentions(const std::vector<Provision<Permission>>& clauses, Kind kind) {
  return std::any_of(clauses.begin(), clauses.end(),
                     [kind](const auto& clause) { return clause.value.kind == kind; });
}

bool share_days(const Scope& one, const Scope& other) {
  return (!one.from || !other.until || *one.from <= *other.until) &&
         (!other.from || !one.until || *other.from <= *one.until);
}

bool contains(const Scope& outer, const Scope& inner) {
  const bool people = outer.group.everybody() || outer.group == inner.group;
  const bool begins = !outer.from || (inner.from && *outer.from <= *inner.from);
  const bool ends = !outer.until || (inner.until && *inner.until <= *outer.until);
  return people && begins && ends;
}

bool differ_by_hce_alone(const Scope& of_hce, const Scope& of_nhce) {
  if (of_hce.group.highly_compensated != true || of_nhce.group.highly_compensated != false)
    return false;
  Group other = of_nhce.group;
  other.highly_compensated = true;
  return other == of_hce.group && share_days(of_hce, of_nhce);
}

bool contains(Kinds outer, Kinds inner) {
  constexpr auto all = values<Kind>();
  return std::all_of(all.begin(), all.end(),
                     [&](Kind kind) { return !inner.has(kind) || outer.has(kind); });
}

std::vector<std::vector<const Provision<ContributionLimit>*>> series_of_limits(const Plan& plan) {
  std::map<std::string, std::vector<const Provision<ContributionLimit>*>> by_subject;
  for (const auto& clause : plan.limits) {
    by_subject[to_string(clause.value.kinds) + '\n' + to_string(clause.scope.group)].push_back(
        &clause);
  }
  std::vector<std::vector<const Provision<ContributionLimit>*>> all;
  for (auto& [subject, series] : by_subject) {
    std::sort(series.begin(), series.end(), starts_before);
    all.push_back(std::move(series));
  }
  return all;
}

bool never_above(const Amount& low, const Amount& high, Money most_pay, Money deferral_limit) {
  using Basis = Amount::Basis;
  if (low.basis == Basis::unknown || high.basis == Basis::unknown) return false;
  if (low.basis == high.basis && low.basis != Basis::money) return low.rate <= high.rate;
  // An amount in percent of pay falls to nothing with the pay, so it is below no fixed one for all.
  if (high.is_of_pay()) return false;
  // The dollar limit on annual additions is no less than that on deferrals in any year.
  if (low.basis == Basis::of_415c || (high.basis == Basis::of_415c && high.rate < low.rate))
    return false;
  const auto most = [&](const Amount& amount) {
    if (amount.basis == Basis::money) return amount.money;
    const Money of = amount.is_of_pay() ? most_pay : deferral_limit;
    return portion(amount.rate, of, Round::down);
  };
  return most(low) <= most(high);
}

bool keeps_from(const Provision<ContributionLimit>& low, const Provision<ContributionLimit>& high,
                const Figures& law) {
  const Amount& least = low.value.amount;
  const Amount& most = high.value.amount;
  // A limit of a pay period and one of the year are not on one scale.
  if (low.value.each_pay_period != high.value.each_pay_period) return false;
  if (low.value.per_hour != high.value.per_hour) return false;
  if (!contains(low.scope, high.scope) || !contains(low.value.kinds, high.value.kinds))
    return false;
  if (!never_above(least, most, law.compensation.amount, law.deferrals.amount)) return false;
  if (least != most) return true;
  // The same amount on more money can be reached by the less. Of two that say the same, the later
  // one is the one too many.
  return low.value.kinds == high.value.kinds &&
         (low.scope != high.scope || low.where.begin < high.where.begin);
}

bool has_safe_harbor(const Plan& plan) {
  return std::any_of(plan.safe_harbor.begin(), plan.safe_harbor.end(),
                     [](const auto& clause) { return clause.value != SafeHarbor::none; });
}

Money most_allowed(Kinds kinds, const Figures& law) {
  Money most = kinds.has(Kind::after_tax) ? law.annual_additions.amount : law.deferrals.amount;
  // Catch-up is outside both limits.  IRC 414(v)(3)(A)
  if (kinds.has(Kind::catch_up) || kinds.has(Kind::catch_up_60_63))
    most += law.catch_up_60_63 ? law.catch_up_60_63->amount : law.catch_up_50.amount;
  return most;
}

}  // namespace rothcheck::checker
