// Nonelective money, and what an owner's business may contribute at most: 404(a)(3), 404(a)(8),
// 415(c)(1).  READING.md R7.2, R7.3, R7.6
#include "checker/law/self_employed.hpp"
#include "checker/year/annual_additions.hpp"
#include "checker/year/employer.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

bool paid(const NonelectiveTerm& line, const Person& person, const Figures& law) {
  if (!person.employer_money) return false;
  if (!line.employed_on || !person.left) return true;
  const Date on{law.plan_year.last.year(), std::chrono::month{line.employed_on->month},
                std::chrono::day{line.employed_on->day}};
  return *person.left >= on;
}

/// What a match leaves of Publication 560's smallest of: the deduction limit, what 415(c)(1)(A)
/// leaves, and what 415(c)(1)(B) leaves, where each dollar of the self-employed costs two. Legal
/// maxima round down.
Money most_of_business(const Person& person, const Figures& law, const Deferrals& deferrals,
                       Money beside, Money match) {
  const Money of_dollars = remainder(dollar_limit(person, law), beside + match);
  const Money limit_of_pay = pay_limit(person, law, Money{}).amount();
  if (person.self_employed) {
    // The match, too, lowers earned income, so it costs two. All that is contributed for an owner
    // comes out of earned income, catch-up too, 404(a)(8)(C); what is only assumed gives way.
    Money of_pay =
        portion(Rate{1, 2}, remainder(limit_of_pay, beside + match + match), Round::down);
    if (!deferrals.assumed) of_pay = lesser(of_pay, remainder(person.pay, deferrals.all + match));
    const Money deduction = lesser(portion(reduced_rate(25_pct), person.pay, Round::nearest),
                                   portion(25_pct, law.compensation.amount, Round::down));
    return lesser(remainder(deduction, match), lesser(of_dollars, of_pay));
  }
  const Money of_pay = remainder(limit_of_pay, beside + match);
  const Money deduction =
      portion(25_pct, lesser(person.pay, law.compensation.amount), Round::nearest);
  return lesser(remainder(deduction, match), lesser(of_dollars, of_pay));
}

}  // namespace

NonelectiveFormula nonelective_formula(const Terms& terms, const Person& person,
                                       const Figures& law) {
  NonelectiveFormula formula;
  for (const NonelectiveTerm& line : terms.nonelectives) {
    if (!paid(line, person, law)) continue;
    // A discretionary contribution that nobody has stated is anything from nothing to its ceiling.
    const bool open = line.discretionary || line.amount.unknown;
    if (open && person.generous) continue;
    if (open && line.without_ceiling) formula.fills = true;
    formula.rate = formula.rate + line.amount.of_pay;
    formula.fixed += line.amount.fixed;
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
  found.amount = portion(formula.rate, person.nonelective_pay, Round::nearest) + formula.fixed;
  if (found.fills && person.solo) found.amount = found.most;
  for (const NonelectiveTerm& line : terms.nonelectives) {
    if (line.discretionary && person.generous) continue;
    const Money amount = line.amount.value(person.nonelective_pay, Round::nearest);
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
