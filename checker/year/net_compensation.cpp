// pay + match(pay) + nonelective(pay) = earned income before contributions. The left side rises
// with pay, so the last whole cent below the root is found by halving; from it to the next cent the
// sum is a straight line, which holds the root exactly.
#include "checker/year/net_compensation.hpp"

#include <numeric>

#include "checker/law/compensation.hpp"
#include "checker/year/contributions.hpp"
#include "model/search.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

/// What the plan contributes for the owner, before it is rounded.
struct EmployerMoney {
  ExactCents match, nonelective;
  Money rounded_match, rounded_nonelective;
};

/// Plan compensation for net pay: as far as it counts.
Money plan_pay_at(Money net_pay, const Person& person, const Figures& law) {
  const Money pay = person.counts_in_part()
                        ? portion(person.counted_as_participant, net_pay, Round::nearest)
                        : net_pay;
  return compensation_taken_into_account(pay, law);
}

void set_pay(Person& person, Money pay, const Terms& terms, const Figures& law) {
  person.net_pay = pay;
  if (person.counts_in_part()) [[unlikely]]
    pay = portion(person.counted_as_participant, pay, Round::nearest);
  const Money counted = compensation_taken_into_account(pay, law);
  person.counted_pay = terms.at_pay_limit == AtPayLimit::stop_all ? counted : pay;
  person.limits_pay = counted;
  person.deferral_limits_pay = counted;
  person.match_pay = counted;
  person.match_pay_in_all = pay;
  person.nonelective_pay = counted;
  person.limits_base_pay = person.deferral_limits_base_pay = counted;
}

EmployerMoney employer_money(const Terms& terms, const Person& person, const Figures& law,
                             Money after_tax) {
  Silence silence;
  Deferrals deferrals = deferrals_of(terms, person, law, silence);
  if (deferrals.assumed && !other_contributions(terms, person, law, deferrals).fits())
    give_way(deferrals, terms, person, law);
  const OtherContributions money = other_contributions(terms, person, law, deferrals);
  EmployerMoney found{.match = money.matching.exactly(after_tax),
                      .nonelective = {money.nonelective.amount.in_cents(), 1},
                      .rounded_match = money.matching.with(after_tax),
                      .rounded_nonelective = money.nonelective.amount};
  if (person.nonelective) return found;
  const NonelectiveFormula formula = nonelective_formula(terms, person, law);
  const ExactCents exact = formula.of(person.nonelective_pay);
  if (exact.rounded(Round::nearest) == found.rounded_nonelective) found.nonelective = exact;
  return found;
}

/// A part of the way from one amount to another, to the nearest cent. The part is that at which
/// `low` + part x (`high` - `low`) reaches `aim`.
Money on_the_line(const ExactCents& from, const ExactCents& to, const ExactCents& low,
                  const ExactCents& high, std::int64_t aim) {
  const auto over = [](const ExactCents& amount, std::int64_t common) {
    return amount.numerator * (common / amount.denominator);
  };
  const std::int64_t sums = std::lcm(low.denominator, high.denominator);
  const Wide way = over(high, sums) - over(low, sums);
  const Wide gone = Wide{aim} * sums - over(low, sums);
  const std::int64_t parts = std::lcm(from.denominator, to.denominator);
  const Wide step = over(to, parts) - over(from, parts);
  // Whole cents first, so that the products stay within what they are held in.
  const std::int64_t whole = divide(over(from, parts), parts, Round::down);
  const Wide rest = over(from, parts) - Wide{whole} * parts;
  return Money::cents(whole + divide(rest * way + gone * step, parts * way, Round::nearest));
}

}  // namespace

[[gnu::noinline, gnu::cold]] void take_net_compensation(Person& person, const Terms& terms,
                                                        const Figures& law, Money after_tax) {
  const auto at = [&](std::int64_t pay) {
    Person here = person;
    set_pay(here, Money::cents(pay), terms, law);
    return employer_money(terms, here, law, after_tax);
  };
  const auto sum = [](std::int64_t pay, const EmployerMoney& money) {
    return ExactCents{pay, 1} + money.match + money.nonelective;
  };
  const std::int64_t earned = person.pay.in_cents();
  const ExactCents all{earned, 1};
  const std::int64_t least =
      largest_for_which(0, earned, [&](std::int64_t pay) { return !(all < sum(pay, at(pay))); });
  const EmployerMoney below = at(least), above = at(least + 1);
  const ExactCents low = sum(least, below), high = sum(least + 1, above);
  const Money match = on_the_line(below.match, above.match, low, high, earned);
  const Money nonelective = on_the_line(below.nonelective, above.nonelective, low, high, earned);

  // Pay in whole cents, and the cent beside it where that alone gives the match and the nonelective
  // money to the cent.
  const Money pay = remainder(person.pay, match + nonelective);
  set_pay(person, pay, terms, law);
  for (const std::int64_t cents : {pay.in_cents(), least, least + 1}) {
    person.match_pay = plan_pay_at(Money::cents(cents), person, law);
    if (employer_money(terms, person, law, after_tax).rounded_match == match) break;
  }
  for (const std::int64_t cents : {pay.in_cents(), least, least + 1}) {
    person.nonelective_pay = plan_pay_at(Money::cents(cents), person, law);
    if (employer_money(terms, person, law, after_tax).rounded_nonelective == nonelective) break;
  }
}

}  // namespace rothcheck::checker
