// 1401, 1402(a)(12), 1402(b), 164(f)(1).  READING.md R7.1, R7.3
#include "checker/law/self_employed.hpp"

#include "model/worksheet.hpp"

namespace rothcheck::checker {

template <class Lines>
Money earned_income_before_contribution(Money net_profit, Money wages, const Figures& law,
                                        Lines& lines) {
  const Money net_earnings = portion(law.se_factor, net_profit, Round::nearest);
  // The least is on net earnings after the factor, to a part of a cent.  IRC 1402(b)(2)
  const bool taxed = Wide{net_profit.in_cents()} * law.se_factor.numerator() >=
                     Wide{law.se_minimum.in_cents()} * law.se_factor.denominator();
  const Money base_left = remainder(law.wage_base.amount, wages);
  // One sum, rounded once: the two parts of the tax are one line of Schedule SE.
  const Wide tax =
      Wide{lesser(net_earnings, base_left).in_cents()} * law.se_oasdi.numerator() *
          law.se_medicare.denominator() +
      Wide{net_earnings.in_cents()} * law.se_medicare.numerator() * law.se_oasdi.denominator();
  const Money self_employment_tax =
      taxed ? Money::cents(divide(tax,
                                  Wide{law.se_oasdi.denominator()} * law.se_medicare.denominator(),
                                  Round::nearest))
            : Money{};
  const Money half = portion(Rate{1, 2}, self_employment_tax, Round::nearest);
  const Money earned = remainder(net_profit, half);
  lines.fact(LineKind::net_earnings, net_earnings);
  lines.fact(LineKind::self_employment_tax, self_employment_tax);
  lines.rests_on(LimitKey::social_security_wage_base, law.wage_base.year);
  lines.start(LineKind::net_profit, net_profit);
  lines.less(LineKind::half_self_employment_tax, half);
  lines.result(LineKind::earned_income_before, earned);
  return earned;
}

template Money earned_income_before_contribution(Money, Money, const Figures&, Worksheet&);
template Money earned_income_before_contribution(Money, Money, const Figures&, Silence&);

}  // namespace rothcheck::checker
