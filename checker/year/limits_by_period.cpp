// A year in equal paychecks. Amounts are in cents times their number, so that one paycheck of a
// year's amount is that amount, and nothing is rounded before the sum.
#include "checker/year/limits_by_period.hpp"

#include <algorithm>

#include "checker/year/plan_limits.hpp"
#include "checker/year/resolve.hpp"
#include "model/search.hpp"

namespace rothcheck::checker {
namespace {

/// What lies on one paycheck of money that goes in at a pace until it is all in.
Wide on_paycheck(Money all, Money pace, int number, int of) {
  const Wide left = Wide{all.in_cents()} * of - Wide{pace.in_cents()} * number;
  return std::clamp<Wide>(left, 0, pace.in_cents());
}

/// One limit as it is on each paycheck.
struct PeriodLimit {
  Kinds kinds;
  Wide amount;
  Wide beside;  // match and nonelective money that it covers
  Span where;
};

class Paychecks {
 public:
  Paychecks(const Terms& terms, const Person& person, const Figures& law,
            const Deferrals& deferrals, Money match, Money nonelective)
      : terms_{terms}, person_{person}, deferrals_{deferrals}, of_{person.pay_periods} {
    for (const LimitTerm& limit : terms.after_tax_limits) {
      if (!limit.each_pay_period || limit.amount.unknown) continue;
      Money beside;
      if (limit.kinds.has(Kind::match)) beside += match;
      if (limit.kinds.has(Kind::nonelective)) beside += nonelective;
      limits_.push_back({limit.kinds, ceiling_of(limit, person, true).in_cents(), beside.in_cents(),
                         limit.amount.where});
    }
    const Money pay = person.nets_pay ? person.net_pay : person.pay;
    pay_ = portion(person.time_as_participant, pay, Round::down);
    pace_ = deferrals.stops_early() ? deferrals.stated
            : person.deferred_first ? greater(pay_, deferrals.all)
                                    : deferrals.all;
    for (const LimitTerm& limit : terms.deferral_limits) {
      if (limit.each_pay_period && !limit.amount.unknown && covers_elections(limit.kinds))
        pace_ = lesser(pace_, ceiling_of(limit, person, limit.kinds.has(Kind::after_tax)));
    }
    // What the paychecks of the year hold goes in, however it is cut.
    pace_ = greater(pace_, deferrals.all);
    if (terms.only_after_402g && !person.reaches_402g)
      waits_for_ = remainder(law.deferrals.amount, person.deferrals_elsewhere);
  }

  LeftByPart left() const {
    LeftByPart found;
    Wide sum = 0;
    for (int i = 0; i < of_; ++i) {
      const Wide ordinary = on_paycheck(deferrals_.ordinary(), pace_, i, of_);
      const Wide all = on_paycheck(deferrals_.all, pace_, i, of_);
      if (still_waits(i)) {
        found.where = *terms_.only_after_402g;
        continue;
      }
      Wide least = Wide{pay_.in_cents()} - all;
      for (const PeriodLimit& limit : limits_) {
        const Wide here = limit.amount - limit.beside - covered(limit.kinds, ordinary, all);
        if (here >= least) continue;
        least = here;
        found.where = limit.where;
      }
      sum += std::max<Wide>(0, least);
    }
    found.amount = Money::cents(divide(sum, of_, Round::down));
    return found;
  }

 private:
  /// Whether a limit on these kinds bounds all that the person defers on a paycheck.
  bool covers_elections(Kinds kinds) const {
    const bool told = !deferrals_.assumed && !deferrals_.of_no_kind;
    const bool pre_tax = kinds.has(Kind::pre_tax) || (told && !elects(person_.pre_tax));
    const bool roth = kinds.has(Kind::roth) || (told && !elects(person_.roth));
    return pre_tax && roth;
  }

  /// After this paycheck less is deferred than after-tax money waits for.
  bool still_waits(int number) const {
    const Wide deferred = std::min(Wide{pace_.in_cents()} * (number + 1),
                                   Wide{deferrals_.ordinary().in_cents()} * of_);
    return deferred < Wide{waits_for_.in_cents()} * of_;
  }

  Wide covered(Kinds kinds, Wide ordinary, Wide all) const {
    const bool pre_tax = kinds.has(Kind::pre_tax), roth = kinds.has(Kind::roth);
    const Wide catch_up = kinds.has(Kind::catch_up) ? all - ordinary : Wide{0};
    if (pre_tax && roth) return ordinary + catch_up;
    const Money whole = deferrals_.ordinary();
    if ((!pre_tax && !roth) || whole == Money{}) return catch_up;
    const Money of = of_kind(pre_tax ? Kind::pre_tax : Kind::roth, terms_, person_, deferrals_);
    return divide(ordinary * of.in_cents(), whole.in_cents(), Round::up) + catch_up;
  }

  const Terms& terms_;
  const Person& person_;
  const Deferrals& deferrals_;
  int of_;
  std::vector<PeriodLimit> limits_;
  Money pay_, pace_, waits_for_;
};

}  // namespace

[[gnu::noinline, gnu::cold]] LeftByPart left_by_period(const Terms& terms, const Person& person,
                                                       const Figures& law,
                                                       const Deferrals& deferrals,
                                                       const Matching& matching,
                                                       Money nonelective) {
  const auto beside = [&](Money match) {
    return Paychecks{terms, person, law, deferrals, match, nonelective}.left();
  };
  LeftByPart found = beside(matching.with(Money{}));
  if (!matching.counts_after_tax()) return found;
  // The match grows with after-tax money and leaves it less: the most that fits beside its own.
  found.amount = largest_cent(found.amount, [&](Money after_tax) {
    return after_tax <= beside(matching.with(after_tax)).amount;
  });
  return found;
}

}  // namespace rothcheck::checker
