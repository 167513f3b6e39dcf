// 402(g)(1), 401(a)(30), 457(b)(2), 414(v)(3); READING.md R3.
#include "checker/year/deferrals.hpp"

#include <array>

#include "checker/law/elective_deferrals.hpp"
#include "checker/year/limit_ceiling.hpp"
#include "checker/year/limits_by_part.hpp"
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

/// What is elected of each kind over the year.
struct Elected {
  Money pre_tax, roth;
  bool stated = false;

  Money of(Kinds kinds) const {
    return (kinds.has(Kind::pre_tax) ? pre_tax : Money{}) +
           (kinds.has(Kind::roth) ? roth : Money{});
  }
};

/// A ceiling on deferrals that nobody knows. It bounds what is assumed: nothing goes in, or nothing
/// is cut. What is stated went in, and as much of it as may be catch-up lies above the ceiling, or
/// none. The smaller the deferrals, the larger the room, unless after-tax money waits for them.
[[gnu::noinline, gnu::cold]] Money unknown_ceiling(const LimitTerm& limit, const Terms& terms,
                                                   const Person& person, const Elected& elected,
                                                   Money& catch_up) {
  if (limit.kinds.has(Kind::after_tax)) return no_limit;
  if (person.most_favourable == terms.only_after_402g.has_value()) return no_limit;
  if (!elected.stated) return Money{};
  if (limit.kinds.has(Kind::catch_up)) return no_limit;
  const Money above = lesser(elected.of(limit.kinds), catch_up);
  catch_up -= above;
  return elected.of(limit.kinds) - above;
}

Ceilings ceilings_of(const Terms& terms, const Person& person, const Elected& elected,
                     Money catch_up_left) {
  Ceilings found;
  for (const LimitTerm& limit : terms.deferral_limits) {
    const bool pre_tax = limit.kinds.has(Kind::pre_tax);
    const bool roth = limit.kinds.has(Kind::roth);
    const bool catch_up = limit.kinds.has(Kind::catch_up);
    const Money amount = is_open(limit, person)
                             ? unknown_ceiling(limit, terms, person, elected, catch_up_left)
                             : ceiling_of(limit, person, limit.kinds.has(Kind::after_tax));
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
  if (!person.pre_tax_allowed) found.pre_tax = Money{};
  if (!person.roth_allowed) found.roth = Money{};
  return found;
}

/// Ceilings that begin or end inside the year hold together in each part of it.
[[gnu::noinline, gnu::cold]] void hold_in_each_part(Ceilings& plan, const Terms& terms,
                                                    const Person& person) {
  const LeftByPart most = deferrals_by_part(terms, person);
  if (!most.where.somewhere() || most.amount >= plan.together) return;
  plan.together = most.amount;
  plan.where = most.where;
}

Money sum_up_to(Money a, Money b, Money most) { return lesser(a + b, most); }

bool in_percent(const std::optional<Election>& election) {
  return election && std::holds_alternative<Rate>(election->value);
}

/// What a year's election of one kind comes to; nothing where the plan does not take the kind.
Money taken(Kind kind, const std::optional<Election>& election, const Terms& terms, Money pay) {
  if (terms.contribution(kind).answer == Answer::not_allowed) return Money{};
  return yearly(election, pay);
}

/// The amount above which a deferral is catch-up: the lowest of 402(g) and the plan's own limits.
/// Reg. 1.414(v)-1(b)(1)
Money ordinary_limit(const Ceilings& plan, Money pre_tax, Money roth, Money of_law, bool stated) {
  const Money kinds = stated ? lesser(pre_tax, plan.pre_tax) + lesser(roth, plan.roth)
                             : sum_up_to(plan.pre_tax, plan.roth, no_limit);
  const Money own = lesser(plan.together, stated ? no_limit : kinds);
  const Money limit = lesser(of_law, own);
  // A stated kind that passes its own ceiling makes the rest catch-up, even under 402(g).
  const bool one_kind_over = stated && kinds < pre_tax + roth;
  return one_kind_over ? lesser(limit, kinds) : limit;
}

/// The catch-up that this plan takes, the age's in each calendar year. What spills over to
/// after-tax money is not catch-up, unless the plan says that catch-up comes first.
Money most_catch_up(const Terms& terms, const Person& person, const Figures& law,
                    const Ceilings& plan, bool stated) {
  if (stated && terms.spills_to_after_tax && !terms.spills_to_catch_up) return Money{};
  return lesser(catch_up_limit(person, law).amount + catch_up_of_second_year(person, law),
                plan.catch_up);
}

/// What of an excess over several employers this plan pays back by April 15; it stays an annual
/// addition until then.  Reg. 1.402(g)-1(e)(1)(ii), (2); 1.415(c)-1(b)(2)(ii)(D)
Money returned(const Deferrals& deferrals, const Person& person) {
  if (deferrals.excess == Money{}) return Money{};
  if (!person.excess_returned) return person.returns_excess ? deferrals.excess : Money{};
  // What goes beyond this plan's own limit it pays back in any case.  401(a)(30)
  return lesser(remainder(*person.excess_returned, deferrals.own_excess()), deferrals.excess);
}

/// In a limitation year over two calendar years each has its own limit: what passes it is catch-up
/// when that calendar year ends.  Reg. 1.402(g)-1(d), 1.414(v)-1(b)(2)
[[gnu::noinline, gnu::cold]] void by_calendar_year(Deferrals& found, const Person& person,
                                                   const Figures& law) {
  const Money of_both = found.most_catch_up;
  const std::array<CalendarYearLimits, 2> limits = {
      CalendarYearLimits{law.deferrals.amount, lesser(of_both, catch_up_limit(person, law).amount)},
      CalendarYearLimits{law.second_year->deferrals.amount,
                         lesser(of_both, catch_up_of_second_year(person, law))}};
  Money catch_up;
  if (person.by_calendar_year) {
    const CalendarYearDeferrals let_in = in_calendar_years(*person.by_calendar_year, limits);
    catch_up = let_in.catch_up;
    // Of a year that is over its own limit, what is beyond goes back.
    if (let_in.all < found.all) found.all = found.most = let_in.all;
  } else if (person.deferred_in_one_year) {
    catch_up = most_catch_up_in_calendar_years(found.all, limits);
  }
  found.catch_up = lesser(catch_up, of_both);
}

/// An election in percent that a limit for each pay period cuts goes on all year at what that lets
/// in: it does not stop early.
Money held_on_each_paycheck(const Terms& terms, const Person& person, const Elected& elected) {
  Money held = elected.pre_tax + elected.roth;
  for (const LimitTerm& limit : terms.deferral_limits) {
    const bool all = (limit.kinds.has(Kind::pre_tax) || elected.pre_tax == Money{}) &&
                     (limit.kinds.has(Kind::roth) || elected.roth == Money{});
    if (limit.each_pay_period && all && !limit.amount.unknown)
      held = lesser(held, ceiling_of(limit, person, limit.kinds.has(Kind::after_tax)));
  }
  return held;
}

/// What goes in pre-tax and as Roth: of an election that is cut short, its share; and what the plan
/// takes as Roth catch-up of it.  414(v)(7)(A)
void tell_kinds(Deferrals& found, const Terms& terms, const Person& person,
                const Elected& elected) {
  const Money both = elected.pre_tax + elected.roth;
  found.pre_tax = found.all < both ? portion(Rate{elected.pre_tax.in_cents(), both.in_cents()},
                                             found.all, Round::nearest)
                                   : elected.pre_tax;
  found.roth = found.all - found.pre_tax;
  const bool deemed = terms.roth_catch_up && *terms.roth_catch_up != RothCatchUp::elected;
  if (!deemed || !person.roth_catch_up_required || !person.roth_allowed ||
      found.catch_up == Money{})
    return;
  const Money limit = found.ordinary_limit;
  const Money roth_before = person.pre_tax_first ? Money{} : found.roth;
  // Of two calendar years, each has its own limit: what is short of Roth money is taken.
  found.deemed_roth =
      lesser(found.pre_tax, found.all < found.ordinary_limit + found.catch_up
                                ? roth_catch_up_short(found.catch_up, found.roth)
                            : *terms.roth_catch_up == RothCatchUp::deemed_on_pre_tax
                                ? deemed_roth_on_pre_tax(found.pre_tax, limit)
                                : deemed_roth_on_combined(found.pre_tax, roth_before, limit));
  found.pre_tax -= found.deemed_roth;
  found.roth += found.deemed_roth;
}

}  // namespace

Money yearly(const std::optional<Election>& election, Money pay) {
  if (!election) return Money{};
  if (const auto* amount = std::get_if<Money>(&election->value)) return *amount;
  return portion(std::get<Rate>(election->value), pay, Round::nearest);
}

Money exclusion_of(const Person& person, const Figures& law) {
  return exclusion_limit(law, catch_up_of_age(person, law).amount +
                                  catch_up_of_age_in_second_year(person, law) +
                                  person.special_catch_up);
}

Money special_catch_up_of(const Deferrals& deferrals, const Person& person, const Figures& law) {
  const Money elsewhere = law.is_457b() ? Money{} : person.deferrals_elsewhere;
  return lesser(person.special_catch_up,
                remainder(deferrals.ordinary() + elsewhere, statutory_limit(law)));
}

template <class Lines>
Deferrals deferrals_of(const Terms& terms, const Person& person, const Figures& law, Lines& lines) {
  Deferrals found;
  found.of_no_kind = !person.pre_tax && !person.roth;
  const bool stated = !found.of_no_kind || person.by_calendar_year;
  Money pre_tax = taken(Kind::pre_tax, person.pre_tax, terms, person.counted_pay);
  const Money roth = taken(Kind::roth, person.roth, terms, person.counted_pay);
  if (person.by_calendar_year && found.of_no_kind) [[unlikely]]
    pre_tax = (*person.by_calendar_year)[0] + (*person.by_calendar_year)[1];
  found.stated = pre_tax + roth;
  found.assumed = !stated;
  found.spills = terms.spills_to_after_tax;
  found.in_percent = in_percent(person.pre_tax) || in_percent(person.roth);
  if (found.in_percent)
    found.stated = held_on_each_paycheck(terms, person, {pre_tax, roth, stated});
  if (!person.deferrals_allowed) {
    lines.fact(LineKind::deferrals_assumed, Money{});
    found.assumed = false;
    return found;
  }

  Ceilings plan =
      ceilings_of(terms, person, {pre_tax, roth, stated}, catch_up_limit(person, law).amount);
  Money pay = person.pay;
  // Nobody defers out of pay from before taking part.
  if (person.counts_in_part()) [[unlikely]]
    pay = portion(person.counted_as_participant, pay, Round::down);
  if (!terms.parts.empty()) [[unlikely]] {
    hold_in_each_part(plan, terms, person);
    pay = lesser(pay, pay_while_deferring(terms, person));
  }
  found.ordinary_limit =
      ordinary_limit(plan, pre_tax, roth, statutory_limit(law) + person.special_catch_up, stated);
  found.most_catch_up = most_catch_up(terms, person, law, plan, stated);
  found.most =
      most_deferrals(found.ordinary_limit, found.most_catch_up, lesser(pay, plan.with_catch_up));
  // 457(b) deferrals stand apart from the person's one limit.  READING.md R3.1
  const Money elsewhere = law.is_457b() ? Money{} : person.deferrals_elsewhere;
  found.most_with_others = found.most;
  if (elsewhere > Money{})
    found.most_with_others =
        lesser(found.most, left_of_exclusion(exclusion_of(person, law), elsewhere));
  found.all = stated ? lesser(found.stated, found.most) : found.most_with_others;
  if (law.second_year) [[unlikely]]
    by_calendar_year(found, person, law);
  if (found.all > found.most_with_others) [[unlikely]] {
    found.excess = found.all - found.most_with_others;
    found.returned = returned(found, person);
    found.all -= found.returned;
  }
  found.catch_up =
      greater(lesser(found.catch_up, found.all), beyond_the_limit(found.all, found.ordinary_limit));
  if (!found.of_no_kind) tell_kinds(found, terms, person, {pre_tax, roth, stated});

  lines.fact(law.is_457b() ? LineKind::deferral_limit_457b : LineKind::deferral_limit,
             law.deferrals.amount);
  lines.rests_on(law.deferrals.key, law.deferrals.year);
  if (law.second_year) {
    lines.fact(law.is_457b() ? LineKind::deferral_limit_457b : LineKind::deferral_limit,
               law.second_year->deferrals.amount);
    lines.rests_on(law.deferrals.key, law.second_year->deferrals.year);
  }
  if (person.special_catch_up > Money{})
    lines.fact(law.is_457b() ? LineKind::last_three_years_limit : LineKind::fifteen_years_limit,
               person.special_catch_up);
  if (elsewhere > Money{}) lines.fact(LineKind::deferrals_elsewhere, elsewhere);
  if (found.ordinary_limit < law.deferrals.amount + person.special_catch_up &&
      plan.where.somewhere()) {
    lines.fact(LineKind::plan_deferral_limit, found.ordinary_limit, plan.where);
  }
  if (const YearFigure catch_up = catch_up_limit(person, law); catch_up.amount > Money{}) {
    lines.fact(LineKind::catch_up_limit, catch_up.amount);
    lines.rests_on(catch_up.key, catch_up.year);
  }
  if (found.returned > Money{}) lines.fact(LineKind::excess_returned, found.returned);
  lines.fact(stated ? LineKind::deferrals_stated : LineKind::deferrals_assumed, found.all);
  if (found.catch_up > Money{}) {
    lines.fact(law.is_457b() ? LineKind::catch_up_457b : LineKind::catch_up, found.catch_up);
  }
  if (found.deemed_roth > Money{}) lines.fact(LineKind::deemed_roth, found.deemed_roth);
  return found;
}

template Deferrals deferrals_of(const Terms&, const Person&, const Figures&, Worksheet&);
template Deferrals deferrals_of(const Terms&, const Person&, const Figures&, Silence&);

}  // namespace rothcheck::checker
