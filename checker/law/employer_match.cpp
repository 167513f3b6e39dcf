// The match for a person: what it counts, by which period, up to which ceiling.  READING.md R5
#include <algorithm>

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

bool has_ceiling(const MatchTerm& match) {
  return match.limit_of_pay || std::any_of(match.limits.begin(), match.limits.end(),
                                           [](const AmountTerm& limit) { return !limit.unknown; });
}

}  // namespace

bool pays_match(const MatchTerm& match, const Person& person, const Figures& law) {
  if (!person.employer_money) return false;
  if (!match.employed_on || !person.left) return true;
  const Date on{law.plan_year.last.year(), std::chrono::month{match.employed_on->month},
                std::chrono::day{match.employed_on->day}};
  return *person.left >= on;
}

ExactCents largest_match(const std::vector<MatchFormulaTerm>& formulas, Money contributions,
                         Money pay) {
  if (formulas.empty()) return {};
  ExactCents most = match_of(formulas.front(), contributions, pay);
  for (std::size_t i = 1; i < formulas.size(); ++i) {
    const ExactCents amount = match_of(formulas[i], contributions, pay);
    if (most < amount) most = amount;
  }
  return most;
}

Money match_ceiling(const MatchTerm& match, Money match_pay) {
  Money least = Money::ceiling();
  if (match.limit_of_pay)
    least = lesser(least, match.limit_of_pay->value(match_pay, Round::nearest));
  for (const AmountTerm& limit : match.limits) {
    if (!limit.unknown) least = lesser(least, limit.fixed);
  }
  return least;
}

Money most_student_loan_payments(const Person& person, const Figures& law,
                                 const Deferrals& deferrals) {
  return remainder(lesser(exclusion_of(person, law), person.pay), deferrals.all + person.elsewhere);
}

Matching::Matching(const Terms& terms, const Person& person, const Figures& law,
                   const Deferrals& deferrals)
    : Matching{&terms, &person, &law, &deferrals} {
  if (person.match) {
    without_after_tax_ = *person.match;
    return;
  }
  for (const MatchTerm& match : terms.matches) {
    if (!pays(match)) continue;
    if (match.counts.has(Kind::after_tax) && !match.formulas.empty()) counts_after_tax_ = true;
    const bool open = match.unknown || (match.discretionary && !match.discretionary_limit);
    if (open && !person.generous && !has_ceiling(match)) fills_ = true;
    without_after_tax_ += one(match, Money{});
  }
}

/// What is contributed until pay reaches the 401(a)(17) limit, where the plan's match stops there.
Money Matching::until_pay_limit(Money amount) const {
  const Money limit = law_->compensation.amount;
  if (terms_->at_pay_limit == AtPayLimit::stop_nothing || person_->pay <= limit) return amount;
  return portion(Rate{limit.in_cents(), person_->pay.in_cents()}, amount, Round::nearest);
}

Matching::Counted Matching::counted(const MatchTerm& match, Money after_tax) const {
  const bool pre_tax = match.counts.has(Kind::pre_tax);
  const bool roth = match.counts.has(Kind::roth);
  const bool catch_up = match.counts.has(Kind::catch_up);
  // Deferrals are matched as they come in; what becomes catch-up at the end of the year was
  // matched.
  const Money reached =
      catch_up ? deferrals_->all : deferrals_->ordinary() + deferrals_->recharacterised;
  Counted found;
  if (pre_tax && roth) {
    found.elected = deferrals_->assumed ? reached : deferrals_->stated;
    found.deferred = reached;
  } else if (pre_tax || roth) {
    // Only one kind of deferral is matched. Deferrals that are not stated can be of that kind.
    const auto& election = pre_tax ? person_->pre_tax : person_->roth;
    const bool of_no_kind = deferrals_->assumed || deferrals_->of_no_kind;
    found.elected = of_no_kind ? reached : yearly(election, person_->counted_pay);
    found.deferred = lesser(found.elected, reached);
    if (deferrals_->stops_early()) {
      // Both kinds go on side by side until the limit is reached.
      found.deferred = portion(Rate{reached.in_cents(), deferrals_->stated.in_cents()},
                               found.elected, Round::nearest);
    }
  } else if (catch_up) {
    found.even = deferrals_->catch_up - deferrals_->recharacterised;
  }
  // An election in percent that reaches its limit before pay reaches the 401(a)(17) limit is in by
  // then.
  found.deferred = deferrals_->in_percent ? lesser(found.deferred, until_pay_limit(found.elected))
                                          : until_pay_limit(found.deferred);
  if (match.counts.has(Kind::student_loan)) {
    found.even += lesser(person_->student_loan_payments,
                         most_student_loan_payments(*person_, *law_, *deferrals_));
  }
  if (match.counts.has(Kind::after_tax)) found.even += after_tax;
  found.even = until_pay_limit(found.even);
  return found;
}

/// A formula for each period by itself, an election in percent that reaches the limit early, and no
/// true-up.
bool Matching::by_period(const MatchTerm& match) const {
  if (!match.period || *match.period == Period::year || match.true_up == true) return false;
  if (!deferrals_->stops_early()) return false;
  // Silence on the true-up: the period's match leaves the most room, the whole year's the least.
  return match.true_up == false || person_->generous;
}

ExactCents Matching::formula_match(const MatchTerm& match, Money after_tax) const {
  const Counted year = counted(match, after_tax);
  const auto of = [&](Money contributions) {
    return largest_match(match.formulas, contributions, person_->match_pay);
  };
  if (!by_period(match)) return of(year.sum());
  // Each period has its equal share of pay and of the elected rate, until what may be deferred is
  // used up. A period's formula at a share of pay is that share of the year's formula, so a period
  // earns the match of a whole year like it over `periods`.
  const std::int64_t periods = periods_in(*match.period, *person_);
  const std::int64_t elected = year.elected.in_cents();
  if (elected == 0) return of(year.even);
  const std::int64_t whole = year.deferred.in_cents() * periods / elected;
  const Money last = Money::cents(year.deferred.in_cents() * periods - whole * elected);
  const ExactCents sum = whole * of(year.elected + year.even) + of(last + year.even) +
                         (periods - whole - 1) * of(year.even);
  return {sum.numerator, sum.denominator * periods};
}

/// What nobody has stated is nothing, or as much as its ceilings let it be.
Money Matching::unstated(const MatchTerm& match) const {
  if (person_->generous) return Money{};
  if (match.discretionary && match.discretionary_limit)
    return match.discretionary_limit->value(person_->match_pay, Round::nearest);
  const bool open = match.unknown || match.discretionary;
  return open && has_ceiling(match) ? Money::ceiling() : Money{};
}

Money Matching::one(const MatchTerm& match, Money after_tax) const {
  if (!pays(match)) return Money{};
  for (const AmountTerm& limit : match.limits) {
    if (limit.unknown && person_->generous) return Money{};
  }
  const Money amount = formula_match(match, after_tax).rounded(Round::nearest) + unstated(match);
  return lesser(amount, match_ceiling(match, person_->match_pay));
}

ExactCents Matching::exactly(Money after_tax) const {
  if (person_->match) return {person_->match->in_cents(), 1};
  ExactCents sum;
  for (const MatchTerm& match : terms_->matches) {
    if (!pays(match)) continue;
    const ExactCents exact = formula_match(match, after_tax);
    // Where a ceiling or a stated amount has its say, the match is in whole cents.
    const Money rounded = one(match, after_tax);
    const bool of_formula = rounded == exact.rounded(Round::nearest);
    sum = sum + (of_formula ? exact : ExactCents{rounded.in_cents(), 1});
  }
  return sum;
}

Money Matching::counting_after_tax(const Terms& terms, const Person& person, const Figures& law,
                                   Deferrals deferrals, Money after_tax) {
  const Matching matching{&terms, &person, &law, &deferrals};
  Money sum;
  for (const MatchTerm& match : terms.matches) sum += matching.one(match, after_tax);
  return sum;
}

bool Matching::loses_match() const {
  if (person_->match || !deferrals_->stops_early()) return false;
  for (const MatchTerm& match : terms_->matches) {
    if (!by_period(match) || !pays(match)) continue;
    const Money whole = largest_match(match.formulas, counted(match, {}).sum(), person_->match_pay)
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
    if (by_period(match)) {
      lines.fact(LineKind::match_by_period, formula_match(match, after_tax).rounded(Round::nearest),
                 match.where);
    } else {
      const Money contributed = counted(match, after_tax).sum();
      for (const MatchFormulaTerm& formula : match.formulas) {
        for (const TierAmount& tier : tiers_of(formula, contributed, person_->match_pay)) {
          lines.fact(LineKind::match_tier, tier.amount, tier.where);
        }
      }
    }
    if (match.unknown || match.discretionary)
      lines.fact(LineKind::match_unstated, one(match, after_tax), match.where);
    if (match.limit_of_pay) {
      lines.fact(LineKind::match_limit,
                 match.limit_of_pay->value(person_->match_pay, Round::nearest),
                 match.limit_of_pay->where);
    }
    for (const AmountTerm& limit : match.limits) {
      if (!limit.unknown) lines.fact(LineKind::match_limit, limit.fixed, limit.where);
    }
  }
}

template void Matching::explain(Money, Worksheet&) const;
template void Matching::explain(Money, Silence&) const;

}  // namespace rothcheck::checker
