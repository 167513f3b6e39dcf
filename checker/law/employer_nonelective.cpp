// Nonelective money, and what an owner's business may contribute at most.  READING.md R7.2, R7.3,
// R7.6
#include "checker/law/employer.hpp"
#include "checker/law/self_employed.hpp"
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

/// A rate on plan compensation; a self-employed person's compensation is what is left after the
/// contribution.
Money at_rate(Rate rate, const Person& person, const Figures& law) {
  if (!person.self_employed) return portion(rate, person.nonelective_pay, Round::nearest);
  return lesser(portion(reduced_rate(rate), person.business_pay, Round::nearest),
                portion(rate, law.compensation.amount, Round::nearest));
}

/// What a match leaves of Publication 560's smallest of: the deduction limit, what 415(c)(1)(A)
/// leaves, and what 415(c)(1)(B) leaves, where each dollar of the self-employed costs two. Legal
/// maxima round down.
Money most_of_business(const Person& person, const Figures& law, Money beside, Money match) {
  const Money limit = remainder(law.annual_additions.amount, person.aggregated);
  const Money of_dollars = remainder(limit, beside + match);
  if (person.self_employed) {
    // The match, too, lowers earned income, so it costs two.
    const Money of_pay = remainder(person.pay, beside + match + match);
    const Money deduction = lesser(portion(reduced_rate(25_pct), person.pay, Round::nearest),
                                   portion(25_pct, law.compensation.amount, Round::down));
    return lesser(remainder(deduction, match),
                  lesser(of_dollars, portion(Rate{1, 2}, of_pay, Round::down)));
  }
  const Money of_pay = remainder(person.pay, beside + match);
  const Money deduction =
      portion(25_pct, lesser(person.pay, law.compensation.amount), Round::nearest);
  return lesser(remainder(deduction, match), lesser(of_dollars, of_pay));
}

}  // namespace

template <class Lines>
NonelectiveMoney nonelective_of(const Terms& terms, const Person& person, const Figures& law,
                                const Deferrals& deferrals, Money match, Lines& lines) {
  NonelectiveMoney found{.amount = {}, .most = Money::ceiling()};
  if (person.solo) {
    Money beside = deferrals.ordinary() + person.forfeitures + person.other_additions;
    for (const AmountTerm& addition : terms.other_additions)
      beside += addition.value(person.nonelective_pay, Round::nearest);
    found.most = most_of_business(person, law, beside, match);
  }
  if (person.nonelective) {
    found.amount = *person.nonelective;
    lines.fact(LineKind::nonelective_stated, found.amount);
    return found;
  }
  Rate rate;
  Money fixed;
  for (const NonelectiveTerm& line : terms.nonelectives) {
    if (!paid(line, person, law)) continue;
    // A discretionary contribution that nobody has stated is anything from nothing to its ceiling.
    const bool open = line.discretionary || line.amount.unknown;
    if (open && person.generous) continue;
    if (open && line.without_ceiling) found.fills = true;
    rate = rate + line.amount.of_pay;
    fixed += line.amount.fixed;
  }
  found.amount = at_rate(rate, person, law) + fixed;
  if (found.fills && person.solo) found.amount = found.most;
  for (const NonelectiveTerm& line : terms.nonelectives) {
    if (line.discretionary && person.generous) continue;
    const Money amount = at_rate(line.amount.of_pay, person, law) + line.amount.fixed;
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
