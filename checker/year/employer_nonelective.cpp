// Nonelective money, of an owner's business up to what the law lets it contribute.
#include "checker/law/deduction.hpp"
#include "checker/year/annual_additions.hpp"
#include "checker/year/employer.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

/// The pay that a line is of, which may be that above a level alone.
Money pay_of_line(const NonelectiveTerm& line, const Person& person) {
  return remainder(person.nonelective_pay, line.above);
}

bool paid(const NonelectiveTerm& line, const Person& person, const Figures& law) {
  return gets_employer_money(line.employed_on, person, law) && has_hours(line.hours, person);
}

bool waits_for_hours(const NonelectiveTerm& line, const Person& person) {
  return line.per_hour && !person.hours;
}

/// A contribution that nobody has stated, or that is known in part, is anything from what is sure
/// of it to its ceiling. Nothing where none of it is sure.
const AmountTerm* amount_of(const NonelectiveTerm& line, const Person& person) {
  const bool open = line.discretionary || line.amount.unknown || waits_for_hours(line, person);
  if (!open || !person.most_favourable) return &line.amount;
  return line.at_least ? &*line.at_least : nullptr;
}

/// So many dollars for each hour of the time in which the line holds.
Money dollars_of(const NonelectiveTerm& line, const AmountTerm& amount, const Person& person) {
  if (!line.per_hour) return amount.fixed;
  return portion(person.hours.value_or(Rate{}) * line.share, amount.fixed, Round::nearest);
}

Money value_of(const NonelectiveTerm& line, const AmountTerm& amount, const Person& person) {
  return portion(amount.of_pay, pay_of_line(line, person), Round::nearest) +
         dollars_of(line, amount, person);
}

/// Of the money, what the plan stops where 415(c) is reached.
Money stopping(const Terms& terms, const Person& person, const Figures& law) {
  Money sum;
  for (const NonelectiveTerm& line : terms.nonelectives) {
    const AmountTerm* amount = amount_of(line, person);
    if (line.stops_at_415 && amount != nullptr && paid(line, person, law))
      sum += value_of(line, *amount, person);
  }
  return sum;
}

/// The most that an owner's business may contribute beside deferrals, `additions` with them, and a
/// match.
[[gnu::noinline, gnu::cold]] Money most_of_business(const Person& person, const Figures& law,
                                                    const Deferrals& deferrals, Money additions,
                                                    Money match) {
  OwnersYear owner{.pay = person.pay,
                   .dollars = dollar_limit(law, person.other_plans),
                   .compensation = compensation_limit(person, law, Money{}).amount(),
                   .additions = additions,
                   .match = match,
                   .deferred = {}};
  if (!deferrals.assumed) owner.deferred = deferrals.all;
  return person.self_employed ? most_for_earned_income(owner, law) : most_for_pay(owner, law);
}

}  // namespace

NonelectiveFormula nonelective_formula(const Terms& terms, const Person& person,
                                       const Figures& law) {
  NonelectiveFormula formula;
  for (const NonelectiveTerm& line : terms.nonelectives) {
    if (!paid(line, person, law)) continue;
    const AmountTerm* amount = amount_of(line, person);
    if (amount == nullptr) continue;
    const bool endless = line.without_ceiling || waits_for_hours(line, person);
    if (endless && amount == &line.amount) formula.fills = true;
    if (line.above > Money{}) {
      const Rate rate = amount->of_pay;
      formula.above_levels =
          formula.above_levels +
          ExactCents{Wide{pay_of_line(line, person).in_cents()} * rate.numerator(),
                     rate.denominator()};
    } else {
      formula.rate = formula.rate + amount->of_pay;
    }
    formula.fixed += dollars_of(line, *amount, person);
  }
  return formula;
}

template <class Lines>
NonelectiveMoney nonelective_of(const Terms& terms, const Person& person, const Figures& law,
                                const Deferrals& deferrals, Money match, Lines& lines) {
  NonelectiveMoney found{.amount = {}, .most = Money::ceiling()};
  if (person.solo) {
    Money beside = deferrals.ordinary() + person.forfeitures + person.other_additions;
    for (const AmountTerm& addition : terms.other_additions)
      beside += addition.value(person.nonelective_pay, Round::nearest);
    found.most = most_of_business(person, law, deferrals, beside, match);
  }
  if (person.nonelective) {
    found.amount = *person.nonelective;
    lines.fact(LineKind::nonelective_stated, found.amount);
    return found;
  }
  const NonelectiveFormula formula = nonelective_formula(terms, person, law);
  found.fills = formula.fills;
  found.stops_at_415 = stopping(terms, person, law);
  found.amount = formula.of(person.nonelective_pay).rounded(Round::nearest);
  if (found.fills && person.solo) found.amount = found.most;
  for (const NonelectiveTerm& line : terms.nonelectives) {
    const AmountTerm* own = amount_of(line, person);
    if (own == nullptr && line.discretionary) continue;
    const Money pay = pay_of_line(line, person);
    const Money amount = own == nullptr ? Money{} : value_of(line, *own, person);
    if (line.above > Money{}) lines.fact(LineKind::pay_above_level, pay, line.amount.where);
    if (line.above_wage_base)
      lines.rests_on(LimitKey::social_security_wage_base, law.wage_base.year);
    lines.fact(LineKind::nonelective_line, paid(line, person, law) ? amount : Money{},
               line.amount.where);
  }
  if (person.solo && (found.most < found.amount || found.fills)) {
    found.amount = lesser(found.amount, found.most);
    lines.fact(LineKind::employer_deduction_limit, found.most);
    found.fills = false;
  }
  return found;
}

template NonelectiveMoney nonelective_of(const Terms&, const Person&, const Figures&,
                                         const Deferrals&, Money, Worksheet&);
template NonelectiveMoney nonelective_of(const Terms&, const Person&, const Figures&,
                                         const Deferrals&, Money, Silence&);

}  // namespace rothcheck::checker
