// Sums over the parts of a year, exact until the one rounding at the end.
#include "checker/year/limits_by_part.hpp"

#include <algorithm>
#include <numeric>

#include "checker/year/plan_limits.hpp"
#include "model/search.hpp"

namespace rothcheck::checker {
namespace {

/// Amounts in cents times the days of the year times a scale on which every rate is whole.
class PartsOfYear {
 public:
  explicit PartsOfYear(const std::vector<PartTerm>& parts) {
    for (const PartTerm& part : parts) {
      days_ += part.days;
      for (const CeilingInPart& ceiling : part.ceilings)
        scale_ = std::lcm(scale_, ceiling.rate.denominator());
    }
  }

  /// What lies in some days of money that is spread evenly over the year.
  Wide even(Money year, int days) const { return Wide{year.in_cents()} * scale_ * days; }
  Wide even(Rate rate, Money pay, int days) const {
    return Wide{pay.in_cents()} * rate.numerator() * (scale_ / rate.denominator()) * days;
  }
  /// What has come in after some days of a year's deferrals: an election in percent goes on until
  /// it has reached what may be deferred, any other all year.
  Wide deferred_by(Money amount, const Deferrals& year, int days) const {
    const Wide evenly = even(amount, days);
    if (!year.stops_early() || year.all == Money{}) return evenly;
    const Wide elected = evenly * year.stated.in_cents() / year.all.in_cents();
    return std::min(elected, even(amount, days_));
  }
  Money sum(Wide amounts) const {
    return Money::cents(divide(amounts, Wide{scale_} * days_, Round::down));
  }

 private:
  int days_ = 0;
  std::int64_t scale_ = 1;
};

Money pay_of(const Person& person) { return person.nets_pay ? person.net_pay : person.pay; }

/// The deferrals of a year that a ceiling on these kinds covers.
Money covered_deferrals(Kinds kinds, const Terms& terms, const Person& person,
                        const Deferrals& deferrals) {
  const bool pre_tax = kinds.has(Kind::pre_tax), roth = kinds.has(Kind::roth);
  const Money catch_up = kinds.has(Kind::catch_up) ? deferrals.catch_up : Money{};
  if (pre_tax && roth) return deferrals.ordinary() + catch_up;
  if (!pre_tax && !roth) return catch_up;
  return of_kind(pre_tax ? Kind::pre_tax : Kind::roth, terms, person, deferrals) + catch_up;
}

/// What is left for after-tax money beside a given match, which is spread over the year.
LeftByPart left_beside(Money match, const Terms& terms, const Person& person,
                       const Deferrals& deferrals, Money nonelective) {
  const PartsOfYear year{terms.parts};
  LeftByPart found;
  Wide sum = 0;
  int before = 0;
  for (const PartTerm& part : terms.parts) {
    const auto deferred = [&](Money amount) {
      return year.deferred_by(amount, deferrals, before + part.days) -
             year.deferred_by(amount, deferrals, before);
    };
    Wide least = year.even(pay_of(person), part.days) - deferred(deferrals.all);
    for (const CeilingInPart& ceiling : part.ceilings) {
      if (!ceiling.kinds.has(Kind::after_tax)) continue;
      Money employer;
      if (ceiling.kinds.has(Kind::match)) employer += match;
      if (ceiling.kinds.has(Kind::nonelective)) employer += nonelective;
      const Money of = pay_of_limit(ceiling.of_base_pay, true, person);
      const Wide left = year.even(ceiling.rate, of, part.days) -
                        deferred(covered_deferrals(ceiling.kinds, terms, person, deferrals)) -
                        year.even(employer, part.days);
      if (left >= least) continue;
      least = left;
      if (part.takes_after_tax) found.where = ceiling.where;
    }
    if (part.takes_after_tax) sum += std::max<Wide>(0, least);
    before += part.days;
  }
  found.amount = year.sum(sum);
  return found;
}

}  // namespace

[[gnu::noinline]] LeftByPart left_by_part(const Terms& terms, const Person& person,
                                          const Deferrals& deferrals, const Matching& matching,
                                          Money nonelective) {
  const auto beside = [&](Money match) {
    return left_beside(match, terms, person, deferrals, nonelective);
  };
  LeftByPart found = beside(matching.with(Money{}));
  if (!matching.counts_after_tax()) return found;
  // The match grows with after-tax money and leaves it less: the most that fits beside its own.
  found.amount = largest_cent(found.amount, [&](Money after_tax) {
    return after_tax <= beside(matching.with(after_tax)).amount;
  });
  return found;
}

[[gnu::noinline]] LeftByPart deferrals_by_part(const Terms& terms, const Person& person) {
  const PartsOfYear year{terms.parts};
  LeftByPart found;
  Wide sum = 0;
  for (const PartTerm& part : terms.parts) {
    const Wide pay = year.even(pay_of(person), part.days);
    const auto taken = [&](Kind kind, bool in_part) {
      return in_part && terms.contribution(kind).answer != Answer::not_allowed ? pay : Wide{0};
    };
    Wide pre_tax = taken(Kind::pre_tax, part.takes_pre_tax);
    Wide roth = taken(Kind::roth, part.takes_roth);
    Wide together = pay;
    for (const CeilingInPart& ceiling : part.ceilings) {
      const Kinds kinds = ceiling.kinds;
      if (kinds.has(Kind::catch_up)) continue;
      const Money of = pay_of_limit(ceiling.of_base_pay, kinds.has(Kind::after_tax), person);
      const Wide amount = year.even(ceiling.rate, of, part.days);
      const bool both = kinds.has(Kind::pre_tax) && kinds.has(Kind::roth);
      if (!both && !kinds.has(Kind::pre_tax) && !kinds.has(Kind::roth)) continue;
      Wide& held = both ? together : kinds.has(Kind::pre_tax) ? pre_tax : roth;
      if (amount >= held) continue;
      held = amount;
      found.where = ceiling.where;
    }
    sum += std::min(together, pre_tax + roth);
  }
  found.amount = year.sum(sum);
  return found;
}

[[gnu::noinline]] Money pay_while_deferring(const Terms& terms, const Person& person) {
  const auto takes = [&](Kind kind, bool in_part) {
    return in_part && terms.contribution(kind).answer != Answer::not_allowed;
  };
  int days = 0, all = 0;
  for (const PartTerm& part : terms.parts) {
    all += part.days;
    if (takes(Kind::pre_tax, part.takes_pre_tax) || takes(Kind::roth, part.takes_roth))
      days += part.days;
  }
  return portion(Rate{days, all}, pay_of(person), Round::down);
}

}  // namespace rothcheck::checker
