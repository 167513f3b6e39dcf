// The match of each period, and what the end of the year adds.  READING.md R5.3
#include "checker/advice/period_match.hpp"

#include <algorithm>

#include "model/search.hpp"

namespace rothcheck::checker {

namespace {

unsigned month_of(Date day) { return static_cast<unsigned>(day.month()); }

/// One formula as it stands in one part of the year.
MatchFormulaTerm only(const MatchFormulaTerm& formula, const MatchPart& part) {
  MatchFormulaTerm one = formula;
  one.parts = {part};
  return one;
}

}  // namespace

Money sum_of(const Amounts& amounts) {
  Money sum;
  for (const Money amount : amounts) sum += amount;
  return sum;
}

Money pay_counted(const PaySet& counted, Money regular, Money bonus) {
  if (counted.empty()) return regular + bonus;
  Money sum;
  for (const CountedPay& part : counted) {
    if (part.code == PayCode::base) sum += portion(part.weight, regular, Round::nearest);
    if (part.code == PayCode::bonus) sum += portion(part.weight, bonus, Round::nearest);
  }
  return sum;
}

bool stands_by_period(const MatchTerm& match, MatchReading reading) {
  if (match.period == Period::year || match.true_up == true) return false;
  if (!match.period) return !reading.whole_year;
  return match.true_up == false || !reading.true_up;
}

PeriodMatch::PeriodMatch(const Terms& terms, const Person& person, const Figures& law,
                         const PayYear& pay, const Deferrals& deferrals, const SoFar& so_far,
                         MatchReading reading)
    : terms_{&terms},
      person_{&person},
      law_{&law},
      pay_{&pay},
      deferrals_{&deferrals},
      so_far_{so_far},
      reading_{reading} {
  for (const MatchTerm& match : terms.matches) {
    if (pays_match(match, person, law)) matches_.push_back(&match);
  }
  const PaySet& counts =
      terms.match_counted_pay.empty() ? terms.counted_pay : terms.match_counted_pay;
  pay_before_ = pay_counted(counts, pay.regular_so_far, pay.bonus_so_far);
  Amounts full;
  for (const Paycheck& check : pay.left)
    full.push_back(pay_counted(counts, check.regular, check.bonus));

  const Money year = pay_before_ + sum_of(full);
  const Money limit = law.compensation.amount;
  // Pay above the limit is not counted: none after the year has reached it, or of each paycheck its
  // share.  §401(a)(17)
  const auto under_limit = [&](Money to_date) {
    if (year <= limit) return to_date;
    return stops() ? lesser(to_date, limit)
                   : portion(Rate{limit.in_cents(), year.in_cents()}, to_date, Round::nearest);
  };
  Money to_date = pay_before_;
  for (const Money amount : full) {
    const Money before = under_limit(to_date);
    to_date += amount;
    match_pay_.push_back(under_limit(to_date) - before);
    // Contributions that stop with pay are all made before it reaches the limit.
    const bool cut = stops() && terms_->at_pay_limit != AtPayLimit::stop_all && amount > Money{};
    share_.push_back(cut ? Rate{match_pay_.back().in_cents(), amount.in_cents()} : Rate::whole(1));
  }
}

bool PeriodMatch::stops() const {
  return reading_.stops || terms_->at_pay_limit != AtPayLimit::stop_nothing;
}

bool PeriodMatch::counts_after_tax() const {
  return std::any_of(matches_.begin(), matches_.end(), [](const MatchTerm* match) {
    return match->counts.has(Kind::after_tax) && !match->formulas.empty();
  });
}

Money PeriodMatch::counted_of_year(const MatchTerm& match) const {
  const CountedDeferrals counted = counted_deferrals(match, *person_, *deferrals_);
  return counted.deferred + counted.catch_up;
}

/// What it counts of every dollar deferred, where catch-up goes in side by side with the rest.
Rate PeriodMatch::deferral_share(const MatchTerm& match) const {
  if (deferrals_->all == Money{}) return Rate{};
  return Rate{counted_of_year(match).in_cents(), deferrals_->all.in_cents()};
}

/// What it counts once that much has been deferred. An election that goes on until it has reached
/// all that may be deferred brings catch-up last, and the rest before.
Money PeriodMatch::counted_of(const MatchTerm& match, Money deferred) const {
  const bool in_order = deferrals_->stops_early() && !match.counts.has(Kind::catch_up);
  const Money reached = deferrals_->ordinary() + deferrals_->recharacterised;
  if (!in_order || reached == Money{})
    return portion(deferral_share(match), deferred, Round::nearest);
  return portion(Rate{counted_of_year(match).in_cents(), reached.in_cents()},
                 lesser(deferred, reached), Round::nearest);
}

/// The student loan payments that have come in with the first paychecks of the year, one as large
/// as another. Each stands at the cent that all up to it come to.
Money PeriodMatch::loans_until(std::int64_t paychecks) const {
  const std::int64_t all = std::max(pay_->paychecks, 1);
  return portion(Rate{paychecks, all}, counted_student_loan_payments(*person_, *law_, *deferrals_),
                 Round::nearest);
}

std::int64_t PeriodMatch::paychecks_gone() const {
  return std::max<std::int64_t>(0, pay_->paychecks - static_cast<std::int64_t>(pay_->left.size()));
}

PeriodMatch::Counted PeriodMatch::before(const MatchTerm& match) const {
  const Money limit = law_->compensation.amount;
  Money contributions = counted_of(match, so_far_.deferrals);
  if (match.counts.has(Kind::after_tax)) contributions += so_far_.after_tax;
  const std::int64_t gone = paychecks_gone();
  if (match.counts.has(Kind::student_loan) && gone > 0) contributions += loans_until(gone);
  if (stops() && terms_->at_pay_limit != AtPayLimit::stop_all && pay_before_ > limit) {
    contributions =
        portion(Rate{limit.in_cents(), pay_before_.in_cents()}, contributions, Round::nearest);
  }
  return {contributions, lesser(pay_before_, limit)};
}

std::vector<PeriodMatch::Counted> PeriodMatch::counted(const MatchTerm& match,
                                                       const Amounts& deferrals,
                                                       const Amounts& after_tax) const {
  std::vector<Counted> each;
  Money deferred = so_far_.deferrals;
  for (std::size_t i = 0; i < pay_->left.size(); ++i) {
    // Each stands at the cent that all up to it come to, so that they add up to the share of all.
    Money contributions = counted_of(match, deferred + deferrals[i]) - counted_of(match, deferred);
    deferred += deferrals[i];
    if (match.counts.has(Kind::after_tax)) contributions += after_tax[i];
    if (match.counts.has(Kind::student_loan)) {
      const std::int64_t before = paychecks_gone() + static_cast<std::int64_t>(i);
      contributions += loans_until(before + 1) - loans_until(before);
    }
    each.push_back({portion(share_[i], contributions, Round::nearest), match_pay_[i]});
  }
  return each;
}

std::vector<PeriodMatch::Group> PeriodMatch::groups(const MatchTerm& match) const {
  const auto key = [&](std::size_t i) -> unsigned {
    const unsigned month = month_of(pay_->left[i].on);
    if (match.period == Period::month) return month;
    if (match.period == Period::quarter) return (month - 1) / 3;
    return static_cast<unsigned>(i);
  };
  std::vector<Group> found;
  for (std::size_t i = 0; i < pay_->left.size(); ++i) {
    if (i == 0 || key(i) != key(i - 1)) found.push_back({i, i});
    found.back().end = i + 1;
  }
  return found;
}

int PeriodMatch::periods(const MatchTerm& match) const {
  if (match.period == Period::month) return 12;
  if (match.period == Period::quarter) return 4;
  return std::max(pay_->paychecks, 1);
}

std::vector<MatchFormulaTerm> PeriodMatch::formulas_on(const MatchTerm& match, Date day) const {
  std::vector<MatchFormulaTerm> found;
  for (const MatchFormulaTerm& formula : match.formulas) {
    int days = days_from_to(law_->plan_year.first, day);
    const MatchPart* there = &formula.parts.back();
    for (const MatchPart& part : formula.parts) {
      there = &part;
      if (days <= part.days) break;
      days -= part.days;
    }
    found.push_back(only(formula, *there));
  }
  return found;
}

/// A period's formula at a share of the year is that share of the year's formula: so what it says
/// in dollars is a year's, of which each period has its part.
ExactCents PeriodMatch::of_period(const MatchTerm& match, Date day, Counted counted) const {
  const std::int64_t times = periods(match);
  const ExactCents year =
      largest_match(formulas_on(match, day), Money::cents(counted.contributions.in_cents() * times),
                    Money::cents(counted.pay.in_cents() * times));
  return {year.numerator, year.denominator * times};
}

/// What each pay date brings. The cents are carried on, so that they add up to the exact sum.
Amounts PeriodMatch::by_periods(const MatchTerm& match, const std::vector<Counted>& each) const {
  Amounts on(each.size());
  const Money earlier = matches_.size() == 1 ? so_far_.match : Money{};
  const Money ceiling = remainder(match_ceiling(match, person_->match_pay), earlier);
  ExactCents to_date;
  Money paid;
  for (const Group& group : groups(match)) {
    Counted sum;
    for (std::size_t i = group.begin; i < group.end; ++i) {
      sum.contributions += each[i].contributions;
      sum.pay += each[i].pay;
    }
    to_date = to_date + of_period(match, pay_->left[group.end - 1].on, sum);
    const Money until = lesser(to_date.rounded(Round::nearest), ceiling);
    on[group.end - 1] = until - paid;
    paid = until;
  }
  return on;
}

Money PeriodMatch::of_year(const MatchTerm& match, const std::vector<Counted>& each) const {
  Money contributions = before(match).contributions;
  for (const Counted& one : each) contributions += one.contributions;
  const Money amount =
      largest_match(match.formulas, contributions, person_->match_pay).rounded(Round::nearest);
  return lesser(amount, match_ceiling(match, person_->match_pay));
}

PaidMatch PeriodMatch::with(const Amounts& deferrals, const Amounts& after_tax) const {
  PaidMatch paid{Amounts(pay_->left.size()), Money{}, so_far_.match};
  Money due, counted_on;
  bool others = false;
  for (const MatchTerm* match : matches_) {
    if (match->formulas.empty()) continue;
    const std::vector<Counted> each = counted(*match, deferrals, after_tax);
    const bool yearly_only = match->period == Period::year || !match->period;
    const bool trued_up = !by_period(*match);
    const Amounts on = trued_up && yearly_only ? Amounts(each.size()) : by_periods(*match, each);
    for (std::size_t i = 0; i < on.size(); ++i) paid.on[i] += on[i];
    if (trued_up) {
      due += of_year(*match, each);
      counted_on += sum_of(on);
    } else {
      others = true;
    }
  }
  // What was paid before belongs to the matches with a true-up; where there are others, too, it is
  // taken as theirs, which leaves the larger true-up and so the smaller room.
  if (!others) counted_on += so_far_.match;
  paid.year_end = remainder(due, counted_on);
  paid.year += sum_of(paid.on) + paid.year_end;
  return paid;
}

Money PeriodMatch::whole(const Amounts& deferrals, const Amounts& after_tax) const {
  Money sum;
  for (const MatchTerm* match : matches_) {
    if (!match->formulas.empty()) sum += of_year(*match, counted(*match, deferrals, after_tax));
  }
  return sum;
}

Amounts PeriodMatch::floors(Kind kind, const Amounts& most) const {
  Amounts floors(pay_->left.size());
  for (const MatchTerm* match : matches_) {
    if (match->formulas.empty() || !by_period(*match)) continue;
    const bool deferrals_count = match->counts.has(Kind::pre_tax) || match->counts.has(Kind::roth);
    if (deferrals_count != (kind == Kind::pre_tax)) continue;
    if (kind == Kind::after_tax && !match->counts.has(Kind::after_tax)) continue;
    const Rate share = kind == Kind::pre_tax ? deferral_share(*match) : Rate::whole(1);
    if (share.is_zero()) continue;
    for (const Group& group : groups(*match)) {
      Money pay, top;
      for (std::size_t i = group.begin; i < group.end; ++i) {
        pay += match_pay_[i];
        top += portion(share * share_[i], most[i], Round::down);
      }
      const Date day = pay_->left[group.end - 1].on;
      const auto earned = [&](Money amount) { return of_period(*match, day, {amount, pay}); };
      const ExactCents all = earned(top);
      const auto earns_all = [&](Money amount) { return !(earned(amount) < all); };
      // A match without an end grows with every cent, whenever it goes in.
      if (top == Money{} || !earns_all(top - Money::cents(1))) continue;
      const Money enough = smallest_cent(top, earns_all);
      for (std::size_t i = group.begin; i < group.end; ++i) {
        const Rate counts = share * share_[i];
        if (pay == Money{} || counts.is_zero()) continue;
        // Each paycheck of the period has its part. Less would miss some match, so it rounds up.
        const Money part =
            portion(Rate{match_pay_[i].in_cents(), pay.in_cents()}, enough, Round::up);
        Money floor = portion(Rate::whole(1) / counts, part, Round::up);
        // Shares go to the nearest cent, which must not be the cent that is missing.
        if (counts != Rate::whole(1)) floor += Money::cents(1);
        floors[i] = greater(floors[i], lesser(floor, most[i]));
      }
    }
  }
  return floors;
}

}  // namespace rothcheck::checker
