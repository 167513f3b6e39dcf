// The match for a person: what it counts, by which period, up to which ceiling.  law.md R5
#include "checker/law/employer.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

int periods_in(Period period, const Person& person) {
  switch (period) {
    case Period::pay_period:
      return person.pay_periods;
    case Period::month:
      return 12;
    case Period::quarter:
      return 4;
    case Period::year:
      return 1;
  }
  return 1;
}

ExactCents largest(const std::vector<MatchFormulaTerm>& formulas, Money contributions, Money pay) {
  ExactCents most;
  for (const MatchFormulaTerm& formula : formulas) {
    const ExactCents amount = match_of(formula, contributions, pay);
    if (most < amount) most = amount;
  }
  return most;
}

}  // namespace

Matching::Matching(const Terms& terms, const Person& person, const Figures& law,
                   const Deferrals& deferrals)
    : terms_{&terms}, person_{&person}, law_{&law}, deferrals_{&deferrals} {
  if (person.match) {
    without_after_tax_ = *person.match;
    return;
  }
  for (const MatchTerm& match : terms.matches) {
    if (!pays(match)) continue;
    if (match.counts.has(Kind::after_tax) && !match.formulas.empty()) counts_after_tax_ = true;
    const bool open = match.unknown || (match.discretionary && !match.discretionary_limit);
    if (open && !person.generous && match.limits.empty()) fills_ = true;
    without_after_tax_ += one(match, Money{});
  }
}

bool Matching::pays(const MatchTerm& match) const {
  if (!person_->employer_money) return false;
  if (!match.employed_on || !person_->left) return true;
  const Date on{law_->plan_year.last.year(), std::chrono::month{match.employed_on->month},
                std::chrono::day{match.employed_on->day}};
  return *person_->left >= on;
}

Money Matching::contributions(const MatchTerm& match, Money after_tax) const {
  const Money ordinary = deferrals_->ordinary();
  Money counted;
  if (match.counts.has(Kind::pre_tax) && match.counts.has(Kind::roth)) {
    counted = ordinary;
  } else if (match.counts.has(Kind::pre_tax) || match.counts.has(Kind::roth)) {
    // Only one kind of deferral is matched. Deferrals that are not stated can be of that kind.
    const auto& election = match.counts.has(Kind::pre_tax) ? person_->pre_tax : person_->roth;
    counted = ordinary;
    if (!deferrals_->assumed && !election) counted = Money{};
    if (election && std::holds_alternative<Money>(election->value)) {
      counted = lesser(ordinary, std::get<Money>(election->value));
    } else if (election) {
      counted = lesser(
          ordinary, portion(std::get<Rate>(election->value), person_->counted_pay, Round::nearest));
    }
  }
  if (match.counts.has(Kind::catch_up)) counted += deferrals_->catch_up;
  if (match.counts.has(Kind::student_loan)) {
    // Loan payments count only as far as the deferral limit is not used.  IRC 401(m)(13)(B)
    counted +=
        lesser(person_->student_loan_payments, remainder(law_->deferrals.amount, deferrals_->all));
  }
  if (match.counts.has(Kind::after_tax)) counted += after_tax;
  // Contributions after pay has reached the 401(a)(17) limit are not matched where the plan stops
  // there.
  const bool stops = terms_->at_pay_limit != AtPayLimit::stop_nothing;
  const Money limit = law_->compensation.amount;
  if (stops && person_->pay > limit) {
    counted = portion(Rate{limit.in_cents(), person_->pay.in_cents()}, counted, Round::nearest);
  }
  return counted;
}

/// A formula for each period by itself, an election in percent that reaches the limit early, and no
/// true-up.
bool Matching::by_period(const MatchTerm& match) const {
  if (!match.period || *match.period == Period::year || match.true_up == true) return false;
  if (!deferrals_->in_percent || deferrals_->stated <= deferrals_->most) return false;
  // Silence on the true-up: the period's match leaves the most room, the whole year's the least.
  return match.true_up == false || person_->generous;
}

Money Matching::formula_match(const MatchTerm& match, Money contributed) const {
  if (!by_period(match))
    return largest(match.formulas, contributed, person_->match_pay).rounded(Round::nearest);
  // Each period has its equal share of pay and of the elected rate, until what may be deferred is
  // used up. A period's formula at a share of pay is that share of the year's formula, so whole
  // periods earn the year's match over `periods`.
  const int periods = periods_in(*match.period, *person_);
  const Money rate = deferrals_->stated;
  const std::int64_t whole = contributed.in_cents() * periods / rate.in_cents();
  const Money last = Money::cents(contributed.in_cents() * periods - whole * rate.in_cents());
  const ExactCents full = largest(match.formulas, rate, person_->match_pay);
  const ExactCents part = largest(match.formulas, last, person_->match_pay);
  const Wide numerator =
      full.numerator * whole * part.denominator + part.numerator * full.denominator;
  return Money::cents(
      divide(numerator, Wide{full.denominator} * part.denominator * periods, Round::nearest));
}

Money Matching::one(const MatchTerm& match, Money after_tax) const {
  if (!pays(match)) return Money{};
  Money amount = formula_match(match, contributions(match, after_tax));
  if (match.discretionary && !person_->generous && match.discretionary_limit) {
    amount += match.discretionary_limit->value(person_->match_pay, Round::nearest);
  }
  for (const AmountTerm& limit : match.limits) {
    if (limit.unknown) {
      if (person_->generous) amount = Money{};
      continue;
    }
    const bool open = match.unknown || (match.discretionary && !match.discretionary_limit);
    amount = open && !person_->generous ? limit.fixed : lesser(amount, limit.fixed);
  }
  return amount;
}

Money Matching::with(Money after_tax) const {
  if (!counts_after_tax_ || after_tax == Money{}) return without_after_tax_;
  Money sum;
  for (const MatchTerm& match : terms_->matches) sum += one(match, after_tax);
  return sum;
}

bool Matching::loses_match() const {
  if (person_->match) return false;
  for (const MatchTerm& match : terms_->matches) {
    if (!pays(match) || !by_period(match)) continue;
    const Money whole = largest(match.formulas, contributions(match, {}), person_->match_pay)
                            .rounded(Round::nearest);
    if (one(match, {}) < whole) return true;
  }
  return false;
}

template <class Lines>
void Matching::explain(Money after_tax, Lines& lines) const {
  if (person_->match) {
    lines.fact(LineKind::match_stated, *person_->match);
    return;
  }
  for (const MatchTerm& match : terms_->matches) {
    if (!pays(match)) continue;
    const Money contributed = contributions(match, after_tax);
    if (by_period(match)) {
      lines.fact(LineKind::match_by_period, formula_match(match, contributed), match.where);
    } else {
      for (const MatchFormulaTerm& formula : match.formulas) {
        for (const TierAmount& tier : tiers_of(formula, contributed, person_->match_pay)) {
          lines.fact(LineKind::match_tier, tier.amount, tier.where);
        }
      }
    }
    if (match.unknown || match.discretionary)
      lines.fact(LineKind::match_unstated, one(match, after_tax), match.where);
    for (const AmountTerm& limit : match.limits) {
      if (!limit.unknown) lines.fact(LineKind::match_limit, limit.fixed, limit.where);
    }
  }
}

template void Matching::explain(Money, Worksheet&) const;
template void Matching::explain(Money, Silence&) const;

}  // namespace rothcheck::checker
