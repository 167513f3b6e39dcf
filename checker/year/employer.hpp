// Employer money: match and nonelective, 415(c)(2)(A), 401(m)(4), 404(a).
#pragma once

#include "checker/year/deferrals.hpp"

namespace rothcheck::checker {

/// Whether the person gets money that asks for employment on a day of the year: past the wait for
/// employer money, and still employed then.
bool gets_employer_money(const std::optional<MonthDay>& employed_on, const Person& person,
                         const Figures& law);
/// Whether the person has the hours that such money asks for. Where they are not told, the room is
/// bounded from both sides.
inline bool has_hours(const std::optional<int>& asked, const Person& person) {
  if (!asked) return true;
  return person.hours ? *person.hours >= Rate::whole(*asked) : !person.most_favourable;
}
inline bool pays_match(const MatchTerm& match, const Person& person, const Figures& law) {
  return gets_employer_money(match.employed_on, person, law) && has_hours(match.hours, person);
}
/// The largest of the formulas, which is the match.
ExactCents largest_match(const std::vector<MatchFormulaTerm>& formulas, Money contributions,
                         Money pay);
/// How many of these periods the person's year has.
int periods_in(Period period, const Person& person);
/// The least of the match's ceilings over a year, in dollars and in percent of pay. An unknown one
/// is none here.
Money match_ceiling(const MatchTerm& match, Money match_pay);

/// The student loan payments of this person that count as contributions.  401(m)(13)(B)
Money counted_student_loan_payments(const Person& person, const Figures& law,
                                    const Deferrals& deferrals);

/// What a match counts of the year's deferrals: not catch-up unless it says so, and only its own
/// kinds. They are matched as they come in; what becomes catch-up at the end of the year was
/// matched.
struct CountedDeferrals {
  /// What the election comes to in a whole year, and what of it is deferred.
  Money elected, deferred;
  /// Catch-up alone.
  Money catch_up;
};
CountedDeferrals counted_deferrals(const MatchTerm& match, const Person& person,
                                   const Deferrals& deferrals);

/// The match as after-tax money comes in. Everything but the after-tax amount is settled.
class Matching {
 public:
  Matching(const Terms& terms, const Person& person, const Figures& law,
           const Deferrals& deferrals);

  /// The year's match when `after_tax` is contributed, to the nearest cent.
  Money with(Money after_tax) const {
    const Money match = counts_after_tax_ && after_tax != Money{}
                            ? counting_after_tax(*terms_, *person_, *law_, *deferrals_, after_tax)
                            : without_after_tax_;
    return remainder(match, stopped_);
  }
  /// What the plan lets stop where 415(c) is reached; a stated match is what was contributed.
  bool stops_at_415() const;
  /// So much of the year's match is not contributed.
  void stop(Money amount) { stopped_ = amount; }
  /// The same before it is rounded.
  ExactCents exactly(Money after_tax) const;
  /// Whether after-tax money earns any.
  bool counts_after_tax() const { return counts_after_tax_; }
  /// A match without a ceiling of its own may take all that 415(c) leaves.
  bool fills_the_limit() const { return fills_; }
  /// A period's formula and an election that stops early: less than the whole year's match.
  bool loses_match() const {
    return !person_->match && deferrals_->stops_early() &&
           loses_some(*terms_, *person_, *law_, *deferrals_);
  }

  /// Enters what each line of the formulas comes to.
  template <class Lines>
  void explain(Money after_tax, Lines& lines) const;

 private:
  Matching(const Terms* terms, const Person* person, const Figures* law, const Deferrals* deferrals)
      : terms_{terms}, person_{person}, law_{law}, deferrals_{deferrals} {}
  bool pays(const MatchTerm& match) const { return pays_match(match, *person_, *law_); }
  /// What a match counts.
  struct Counted {
    /// Of deferrals, as in `CountedDeferrals`.
    Money elected, deferred;
    /// All the rest, spread evenly over the year.
    Money even;

    Money sum() const { return deferred + even; }
  };

  // Pure, so that what only a derivation asks for is not figured where there is none.
  // Apart and with a copy of the deferrals, so that those of a row can stay in registers.
  [[gnu::pure, gnu::noinline]] static Money counting_after_tax(const Terms& terms,
                                                               const Person& person,
                                                               const Figures& law,
                                                               Deferrals deferrals,
                                                               Money after_tax);
  // The same for matches by period, of elections that reach their limit early.
  [[gnu::pure, gnu::noinline, gnu::cold]] static ExactCents by_period(
      const Terms& terms, const Person& person, const Figures& law, Deferrals deferrals,
      const MatchTerm& match, Money after_tax);
  [[gnu::pure, gnu::noinline, gnu::cold]] static bool loses_some(const Terms& terms,
                                                                 const Person& person,
                                                                 const Figures& law,
                                                                 Deferrals deferrals);
  bool stops_at_pay_limit() const;
  Counted contributed(const MatchTerm& match, Money after_tax) const;
  Counted counted(const MatchTerm& match, Money after_tax) const;
  Money unstated(const MatchTerm& match) const;
  [[gnu::pure, gnu::noinline, gnu::cold]] static Counted until_pay_limit(Counted year,
                                                                         bool in_percent,
                                                                         Rate share);
  bool figured_by_period(const MatchTerm& match) const;
  bool trued_up(const MatchTerm& match) const;
  bool stands_by_period(const MatchTerm& match, Money after_tax) const;
  ExactCents whole_year(const MatchTerm& match, Money after_tax) const;
  ExactCents sum_of_periods(const MatchTerm& match, Money after_tax) const;
  ExactCents period_by_period(const MatchTerm& match, Money after_tax) const;
  ExactCents formula_match(const MatchTerm& match, Money after_tax) const;
  ExactCents one(const MatchTerm& match, Money after_tax) const;

  const Terms* terms_;
  const Person* person_;
  const Figures* law_;
  const Deferrals* deferrals_;
  bool counts_after_tax_ = false;
  bool fills_ = false;
  Money without_after_tax_;
  Money stopped_;
};

/// What the plan's lines come to, before anything is cut: a rate of plan compensation and dollars.
struct NonelectiveFormula {
  Rate rate;
  Money fixed;
  /// Of pay above levels of pay.
  ExactCents above_levels = {};
  /// May take all that 415(c) leaves.
  bool fills = false;

  /// Before it is rounded.
  ExactCents of(Money pay) const {
    return ExactCents{Wide{pay.in_cents()} * rate.numerator(), rate.denominator()} + above_levels +
           ExactCents::of(fixed);
  }
};
NonelectiveFormula nonelective_formula(const Terms& terms, const Person& person,
                                       const Figures& law);

struct NonelectiveMoney {
  Money amount;
  /// Of it, what the plan stops where 415(c) is reached.
  Money stops_at_415 = {};
  /// That the law allows, of an owner's business; the ceiling of Money where nothing was cut.
  Money most;
  /// May take all that 415(c) leaves.
  bool fills = false;
};

/// The year's nonelective money. In a solo plan it is cut to the smallest of the deduction limit
/// and what 415(c) leaves beside deferrals and `match`; a stated amount is taken as it is.
template <class Lines>
NonelectiveMoney nonelective_of(const Terms& terms, const Person& person, const Figures& law,
                                const Deferrals& deferrals, Money match, Lines& lines);

}  // namespace rothcheck::checker
