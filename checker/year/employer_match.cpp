// The match for a person: what it counts, by which period, up to which ceiling.  READING.md R5
#include <algorithm>

#include "checker/law/student_loan_payments.hpp"
#include "checker/year/employer.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {

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

namespace {

bool has_ceiling(const MatchTerm& match) {
  return match.limit_of_pay || std::any_of(match.limits.begin(), match.limits.end(),
                                           [](const AmountTerm& limit) { return !limit.unknown; });
}

}  // namespace

bool gets_employer_money(const std::optional<MonthDay>& employed_on, const Person& person,
                         const Figures& law) {
  if (!person.employer_money) return false;
  if (!employed_on || !person.terminated_on) return true;
  const Date on{law.plan_year.last.year(), std::chrono::month{employed_on->month},
                std::chrono::day{employed_on->day}};
  return *person.terminated_on >= on;
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

Money counted_student_loan_payments(const Person& person, const Figures& law,
                                    const Deferrals& deferrals) {
  return lesser(person.student_loan_payments,
                most_student_loan_payments(exclusion_of(person, law), person.pay,
                                           deferrals.all + person.deferrals_elsewhere));
}

CountedDeferrals counted_deferrals(const MatchTerm& match, const Person& person,
                                   const Deferrals& deferrals) {
  const bool pre_tax = match.counts.has(Kind::pre_tax);
  const bool roth = match.counts.has(Kind::roth);
  const bool catch_up = match.counts.has(Kind::catch_up);
  const Money reached = catch_up ? deferrals.all : deferrals.ordinary() + deferrals.recharacterised;
  CountedDeferrals found;
  if (pre_tax && roth) {
    found.elected = deferrals.assumed ? reached : deferrals.stated;
    found.deferred = reached;
  } else if (pre_tax || roth) {
    // Only one kind of deferral is matched. Deferrals that are not stated can be of that kind.
    const auto& election = pre_tax ? person.pre_tax : person.roth;
    const bool of_no_kind = deferrals.assumed || deferrals.of_no_kind;
    found.elected = of_no_kind ? reached : yearly(election, person.counted_pay);
    found.deferred = lesser(found.elected, reached);
    if (deferrals.stops_early()) {
      // Both kinds go on side by side until the limit is reached.
      found.deferred = portion(Rate{reached.in_cents(), deferrals.stated.in_cents()}, found.elected,
                               Round::nearest);
    }
  } else if (catch_up) {
    found.catch_up = deferrals.catch_up - deferrals.recharacterised;
  }
  return found;
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
    if (open && !person.most_favourable && !has_ceiling(match)) fills_ = true;
  }
  without_after_tax_ = exactly(Money{}).rounded(Round::nearest);
}

bool Matching::stops_at_415() const {
  return !person_->match && !terms_->matches.empty() &&
         std::all_of(terms_->matches.begin(), terms_->matches.end(),
                     [](const MatchTerm& match) { return match.stops_at_415; });
}

/// The blocks add up before they are rounded.
ExactCents Matching::exactly(Money after_tax) const {
  if (person_->match) return ExactCents::of(*person_->match);
  if (terms_->matches.empty()) return {};
  ExactCents sum = one(terms_->matches.front(), after_tax);
  for (std::size_t i = 1; i < terms_->matches.size(); ++i)
    sum = sum + one(terms_->matches[i], after_tax);
  return sum;
}

bool Matching::stops_at_pay_limit() const {
  return terms_->at_pay_limit != AtPayLimit::stop_nothing &&
         person_->match_pay_in_all > law_->compensation.amount;
}

/// What goes in over the year of what the match counts.
Matching::Counted Matching::contributed(const MatchTerm& match, Money after_tax) const {
  const CountedDeferrals counted = counted_deferrals(match, *person_, *deferrals_);
  Counted found{.elected = counted.elected, .deferred = counted.deferred, .even = counted.catch_up};
  if (match.counts.has(Kind::student_loan))
    found.even += counted_student_loan_payments(*person_, *law_, *deferrals_);
  if (match.counts.has(Kind::after_tax)) found.even += after_tax;
  return found;
}

/// What comes before pay reaches the 401(a)(17) limit, which it does after this share of the year.
Matching::Counted Matching::until_pay_limit(Counted year, bool in_percent, Rate share) {
  const auto part = [share](Money amount) { return portion(share, amount, Round::nearest); };
  // An election in percent may have reached its own limit by then.
  year.deferred = in_percent ? lesser(year.deferred, part(year.elected)) : part(year.deferred);
  year.even = part(year.even);
  return year;
}

/// What is matched of it: what goes in until pay reaches the 401(a)(17) limit, where the match
/// stops there. Contributions that stop there, too, are all in by then.
Matching::Counted Matching::counted(const MatchTerm& match, Money after_tax) const {
  const Counted year = contributed(match, after_tax);
  if (terms_->at_pay_limit != AtPayLimit::stop_match || !stops_at_pay_limit()) [[likely]]
    return year;
  return until_pay_limit(
      year, deferrals_->in_percent,
      {law_->compensation.amount.in_cents(), person_->match_pay_in_all.in_cents()});
}

/// A formula for each period by itself, and an election in percent that reaches the limit early.
bool Matching::figured_by_period(const MatchTerm& match) const {
  return match.period && *match.period != Period::year && deferrals_->stops_early();
}

/// Silence on the true-up: without one there is the most room, with one the least.
bool Matching::trued_up(const MatchTerm& match) const {
  return match.true_up.value_or(!person_->most_favourable);
}

ExactCents Matching::whole_year(const MatchTerm& match, Money after_tax) const {
  return largest_match(match.formulas, counted(match, after_tax).sum(), person_->match_pay);
}

/// Each period has its equal share of pay and of the elected rate, until what may be deferred is
/// used up. A period's formula at a share of pay is that share of the year's formula, so a period
/// earns the match of a whole year like it over the number of periods.
ExactCents Matching::sum_of_periods(const MatchTerm& match, Money after_tax) const {
  const bool changes =
      std::any_of(match.formulas.begin(), match.formulas.end(),
                  [](const MatchFormulaTerm& formula) { return formula.parts.size() > 1; });
  if (changes || stops_at_pay_limit()) [[unlikely]]
    return period_by_period(match, after_tax);
  const Counted year = counted(match, after_tax);
  const auto of = [&](Money contributions) {
    return largest_match(match.formulas, contributions, person_->match_pay);
  };
  const std::int64_t periods = periods_in(*match.period, *person_);
  const std::int64_t elected = year.elected.in_cents();
  if (elected == 0) return of(year.even);
  const std::int64_t whole = year.deferred.in_cents() * periods / elected;
  const Money last = Money::cents(year.deferred.in_cents() * periods - whole * elected);
  const ExactCents sum = whole * of(year.elected + year.even) + of(last + year.even) +
                         (periods - whole - 1) * of(year.even);
  return {sum.numerator, sum.denominator * periods};
}

ExactCents Matching::formula_match(const MatchTerm& match, Money after_tax) const {
  if (!figured_by_period(match)) return whole_year(match, after_tax);
  return by_period(*terms_, *person_, *law_, *deferrals_, match, after_tax);
}

/// A true-up makes up for what periods without deferrals have missed, and takes nothing away.
ExactCents Matching::by_period(const Terms& terms, const Person& person, const Figures& law,
                               Deferrals deferrals, const MatchTerm& match, Money after_tax) {
  const Matching matching{&terms, &person, &law, &deferrals};
  const ExactCents periods = matching.sum_of_periods(match, after_tax);
  if (!matching.trued_up(match)) return periods;
  const ExactCents whole = matching.whole_year(match, after_tax);
  return periods < whole ? whole : periods;
}

/// Whether the periods decide, and not the whole year.
bool Matching::stands_by_period(const MatchTerm& match, Money after_tax) const {
  if (!figured_by_period(match)) return false;
  return !trued_up(match) || whole_year(match, after_tax) < sum_of_periods(match, after_tax);
}

/// What nobody has stated is nothing, or as much as its ceilings let it be.
Money Matching::unstated(const MatchTerm& match) const {
  if (person_->most_favourable) return Money{};
  if (match.discretionary && match.discretionary_limit)
    return match.discretionary_limit->value(person_->match_pay, Round::nearest);
  const bool open = match.unknown || match.discretionary;
  return open && has_ceiling(match) ? Money::ceiling() : Money{};
}

ExactCents Matching::one(const MatchTerm& match, Money after_tax) const {
  if (!pays(match)) return {};
  for (const AmountTerm& limit : match.limits) {
    if (limit.unknown && person_->most_favourable) return {};
  }
  ExactCents amount = formula_match(match, after_tax);
  amount.numerator += Wide{unstated(match).in_cents()} * amount.denominator;
  const ExactCents ceiling = ExactCents::of(match_ceiling(match, person_->match_pay));
  return ceiling < amount ? ceiling : amount;
}

Money Matching::counting_after_tax(const Terms& terms, const Person& person, const Figures& law,
                                   Deferrals deferrals, Money after_tax) {
  const Matching matching{&terms, &person, &law, &deferrals};
  return matching.exactly(after_tax).rounded(Round::nearest);
}

bool Matching::loses_some(const Terms& terms, const Person& person, const Figures& law,
                          Deferrals deferrals) {
  const Matching matching{&terms, &person, &law, &deferrals};
  const auto cents = [](const ExactCents& amount) { return amount.rounded(Round::nearest); };
  return std::any_of(terms.matches.begin(), terms.matches.end(), [&](const MatchTerm& match) {
    return matching.figured_by_period(match) && !matching.trued_up(match) && matching.pays(match) &&
           cents(matching.one(match, {})) < cents(matching.whole_year(match, {}));
  });
}

template <class Lines>
void Matching::explain(Money after_tax, Lines& lines) const {
  if (person_->match) {
    lines.fact(LineKind::match_stated, *person_->match);
    return;
  }
  for (const MatchTerm& match : terms_->matches) {
    if (!pays(match)) continue;
    if (stands_by_period(match, after_tax)) {
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
      lines.fact(LineKind::match_unstated, one(match, after_tax).rounded(Round::nearest),
                 match.where);
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
