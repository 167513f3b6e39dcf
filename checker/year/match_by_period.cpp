// A year's match period by period, where a formula begins, ends or changes inside the year, or the
// match stops when pay reaches the 401(a)(17) limit.  READING.md R5.3
#include <algorithm>

#include "checker/year/employer.hpp"

namespace rothcheck::checker {
namespace {

/// What is left of `until` in a period that is `number` periods of `pace` behind the beginning: all
/// of the period's at most. At the pace of a year.
Money within(Money until, Money pace, PeriodOfYear period) {
  const Wide left = Wide{until.in_cents()} * period.of - Wide{pace.in_cents()} * period.number;
  return Money::cents(static_cast<std::int64_t>(std::clamp<Wide>(left, 0, Wide{pace.in_cents()})));
}

ExactCents largest_in(const MatchTerm& match, PeriodOfYear period, Money contributions, Money pay) {
  ExactCents most;
  for (const MatchFormulaTerm& formula : match.formulas) {
    const ExactCents amount = match_in(formula, period, contributions, pay);
    if (most < amount) most = amount;
  }
  return most;
}

}  // namespace

[[gnu::noinline, gnu::cold]] ExactCents Matching::period_by_period(const MatchTerm& match,
                                                                   Money after_tax) const {
  const int periods = periods_in(*match.period, *person_);
  const bool stops = stops_at_pay_limit();
  const Money limit = law_->compensation.amount;
  // Where the match stops at the limit, pay counts in full until it is reached. Else each period
  // has its share of the limit.
  const Money pay = stops ? person_->match_pay_in_all : person_->match_pay;
  const Money pay_counted = stops ? limit : pay;
  Counted year = contributed(match, after_tax);
  if (stops && terms_->at_pay_limit == AtPayLimit::stop_all) {
    // What goes in until then goes in at a higher pace.
    const auto at_full_pace = [&](Money amount) {
      return portion(Rate{pay.in_cents(), limit.in_cents()}, amount, Round::nearest);
    };
    year.elected = at_full_pace(year.elected);
    year.even = at_full_pace(year.even);
  }
  ExactCents sum;
  for (int i = 0; i < periods; ++i) {
    const PeriodOfYear period{i, periods};
    const Money pay_here = within(pay_counted, pay, period);
    Money contributions = within(year.deferred, year.elected, period) + year.even;
    // The period in which pay reaches the limit counts what comes before that.
    if (pay_here < pay) {
      contributions =
          portion(Rate{pay_here.in_cents(), pay.in_cents()}, contributions, Round::nearest);
    }
    sum = sum + largest_in(match, period, contributions, pay_here);
  }
  return sum;
}

}  // namespace rothcheck::checker
