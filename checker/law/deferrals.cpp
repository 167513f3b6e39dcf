// 402(g)(1), 401(a)(30), 414(v); READING.md R3.
#include "checker/law/deferrals.hpp"

#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

constexpr Money no_limit = Money::ceiling();

/// The plan's ceilings that deferrals meet, each with the clause that sets it.
struct Ceilings {
  Money pre_tax = no_limit, roth = no_limit;  // on one kind of deferral
  Money together = no_limit;                  // on both, catch-up not counted
  Money with_catch_up = no_limit;             // on both and catch-up
  Money catch_up = no_limit;
  Span where = {};  // of the lowest on both
};

/// An unknown ceiling on deferrals alone: the smaller the deferrals, the larger the room.
Money value_of(const LimitTerm& limit, const Person& person) {
  const bool with_after_tax = limit.kinds.has(Kind::after_tax);
  const Money pay = with_after_tax ? person.limits_pay : person.deferral_limits_pay;
  if (!limit.amount.unknown) return limit.amount.value(pay, Round::down);
  return person.generous && !with_after_tax ? Money{} : no_limit;
}

Ceilings ceilings_of(const Terms& terms, const Person& person) {
  Ceilings found;
  for (const LimitTerm& limit : terms.deferral_limits) {
    const bool pre_tax = limit.kinds.has(Kind::pre_tax);
    const bool roth = limit.kinds.has(Kind::roth);
    const bool catch_up = limit.kinds.has(Kind::catch_up);
    const Money amount = value_of(limit, person);
    if (catch_up && !pre_tax && !roth) found.catch_up = lesser(found.catch_up, amount);
    if (pre_tax && roth) {
      Money& ceiling = catch_up ? found.with_catch_up : found.together;
      if (amount < ceiling) found.where = limit.amount.where;
      ceiling = lesser(ceiling, amount);
    } else if (pre_tax) {
      found.pre_tax = lesser(found.pre_tax, amount);
    } else if (roth) {
      found.roth = lesser(found.roth, amount);
    }
  }
  if (terms.contribution(Kind::pre_tax).answer == Answer::not_allowed) found.pre_tax = Money{};
  if (terms.contribution(Kind::roth).answer == Answer::not_allowed) found.roth = Money{};
  return found;
}

Money sum_up_to(Money a, Money b, Money most) { return lesser(a + b, most); }

bool in_percent(const std::optional<Election>& election) {
  return election && std::holds_alternative<Rate>(election->value);
}

/// The amount above which a deferral is catch-up: the lowest of 402(g) and the plan's own limits.
/// Reg. 1.414(v)-1(b)(1)
Money ordinary_limit(const Ceilings& plan, Money pre_tax, Money roth, const Figures& law,
                     bool stated) {
  const Money kinds = stated ? lesser(pre_tax, plan.pre_tax) + lesser(roth, plan.roth)
                             : sum_up_to(plan.pre_tax, plan.roth, no_limit);
  const Money own = lesser(plan.together, stated ? no_limit : kinds);
  const Money limit = lesser(law.deferrals.amount, own);
  // A stated kind that passes its own ceiling makes the rest catch-up, even under 402(g).
  const bool one_kind_over = stated && kinds < pre_tax + roth;
  return one_kind_over ? lesser(limit, kinds) : limit;
}

}  // namespace

Money yearly(const std::optional<Election>& election, Money pay) {
  if (!election) return Money{};
  if (const auto* amount = std::get_if<Money>(&election->value)) return *amount;
  return portion(std::get<Rate>(election->value), pay, Round::nearest);
}

YearFigure catch_up_limit(const Person& person, const Figures& law) {
  const bool barred = person.roth_catch_up_required && !person.roth_allowed;
  if (person.catch_up_age == 0 || !person.catch_up_allowed || barred) return {};
  const bool higher =
      person.catch_up_age == 60 && person.higher_catch_up_allowed && law.catch_up_60_63;
  return higher ? *law.catch_up_60_63 : law.catch_up_50;
}

template <class Lines>
Deferrals deferrals_of(const Terms& terms, const Person& person, const Figures& law, Lines& lines) {
  Deferrals found;
  const bool stated = person.pre_tax || person.roth;
  const Money pre_tax = yearly(person.pre_tax, person.counted_pay);
  const Money roth = yearly(person.roth, person.counted_pay);
  found.stated = pre_tax + roth;
  found.assumed = !stated;
  found.in_percent = in_percent(person.pre_tax) || in_percent(person.roth);
  if (!person.deferrals_allowed) {
    lines.fact(LineKind::deferrals_assumed, Money{});
    found.assumed = false;
    return found;
  }

  const Ceilings plan = ceilings_of(terms, person);
  const YearFigure catch_up = catch_up_limit(person, law);
  const Money catch_up_most = lesser(catch_up.amount, plan.catch_up);
  found.ordinary_limit = ordinary_limit(plan, pre_tax, roth, law, stated);
  // One 402(g) limit and one catch-up limit a person, over all employers.
  // 457(b) deferrals stand apart from 402(g).  READING.md R3.1
  const bool b457 = law.deferrals.key == LimitKey::limit_457b;
  const Money elsewhere = b457 ? Money{} : person.elsewhere;
  const Money for_person = remainder(law.deferrals.amount + catch_up_most, elsewhere);
  found.most = lesser(lesser(found.ordinary_limit + catch_up_most, for_person),
                      lesser(person.pay, plan.with_catch_up));
  found.all = stated ? lesser(found.stated, found.most) : found.most;
  found.catch_up = remainder(found.all, found.ordinary_limit);

  lines.fact(b457 ? LineKind::deferral_limit_457b : LineKind::deferral_limit, law.deferrals.amount);
  lines.rests_on(law.deferrals.key, law.deferrals.year);
  if (elsewhere > Money{}) lines.fact(LineKind::deferrals_elsewhere, elsewhere);
  if (found.ordinary_limit < law.deferrals.amount && plan.where.somewhere()) {
    lines.fact(LineKind::plan_deferral_limit, found.ordinary_limit, plan.where);
  }
  if (catch_up.amount > Money{}) {
    lines.fact(LineKind::catch_up_limit, catch_up.amount);
    lines.rests_on(catch_up.key, catch_up.year);
  }
  lines.fact(stated ? LineKind::deferrals_stated : LineKind::deferrals_assumed, found.all);
  if (found.catch_up > Money{}) lines.fact(LineKind::catch_up, found.catch_up);
  return found;
}

template Deferrals deferrals_of(const Terms&, const Person&, const Figures&, Worksheet&);
template Deferrals deferrals_of(const Terms&, const Person&, const Figures&, Silence&);

}  // namespace rothcheck::checker
