// READING.md R6.7, R6.8, R13.12 to R13.14.
#include "checker/acp/corrections.hpp"

#include <algorithm>
#include <unordered_set>

#include "checker/acp/stated.hpp"
#include "checker/law/contribution_percentage.hpp"
#include "checker/law/returned_contributions.hpp"

namespace rothcheck::checker {
namespace {

/// Every amount at the end that makes the excess largest, or smallest.
Counting stretched(const Counting& counting, bool high) {
  const auto of = [counting, high](const TestedEmployee& employee) {
    CountedMoney counted = counting(employee);
    const Money end = employee.highly_compensated == high ? counted.most : counted.least;
    counted.most_back += end - counted.stated;
    counted.stated = end;
    return counted;
  };
  return {of, [counting, high](const OtherEmployees& others) {
            RatioSums ratios = counting.of_others(others);
            ratios.stated = high ? ratios.least : ratios.most;
            return ratios;
          }};
}

Money excess_at(const TestedPeople& people, const Way& way, const Counting& counting) {
  return correction_of(people, test_parts(people, way.grouping, counting), counting).excess;
}

bool has_open_places(const TestedPeople& people, Excludables excludables) {
  return excludables != Excludables::together &&
         std::any_of(people.employees.begin(), people.employees.end(),
                     [](const TestedEmployee& employee) {
                       return employee.excludable == OtherwiseExcludable::not_told;
                     });
}

bool has_open_match(const TestedPeople& people) {
  return std::any_of(people.others.begin(), people.others.end(),
                     [](const OtherEmployees& some) { return some.match_open; }) ||
         std::any_of(people.employees.begin(), people.employees.end(),
                     [](const TestedEmployee& employee) {
                       return employee.match_least != employee.match_most;
                     });
}

bool has_open_pay(const TestedPeople& people) {
  return std::any_of(people.others.begin(), people.others.end(),
                     [](const OtherEmployees& some) { return some.pay_open != 0; }) ||
         std::any_of(people.employees.begin(), people.employees.end(),
                     [](const TestedEmployee& employee) { return !employee.pay_told; });
}

/// In proportion to what the account gained in the year.  Treas. Reg. 1.401(m)-2(b)(2)(iv)(D)
std::optional<Money> earnings_on(Money amount, const Participant& person,
                                 const TestedEmployee& employee) {
  if (!person.acp_income || !person.acp_opening_balance) return std::nullopt;
  const Money of = *person.acp_opening_balance + employee.after_tax + employee.match;
  if (of <= Money{}) return std::nullopt;
  return Money::cents(divide(Wide{person.acp_income->in_cents()} * amount.in_cents(), of.in_cents(),
                             Round::nearest));
}

/// After-tax money is no income, its earnings and match are.  Treas. Reg. 1.401(m)-2(b)(2)(vi)
void fill_in_form_1099r(AcpReturned& returned) {
  returned.box_5 = returned.after_tax_unmatched + returned.after_tax_matched;
  if (!returned.earnings) return;
  const Money beside = returned.match_distributed + *returned.earnings;
  returned.box_1 = returned.box_5 + beside;
  // A loss is taken from what would be income, and then from the principal.
  returned.box_2a = greater(Money{}, beside);
}

Money back_of_deferrals(const std::optional<AdpTest>& adp, const TestedEmployee& employee) {
  if (!adp) return {};
  const auto found = adp->back.find(employee.person);
  return found == adp->back.end() ? Money{} : found->second;
}

/// Everybody to whom the ACP test returns something, and then those who get deferrals back alone:
/// they may lose match, too.
std::vector<TestCorrection::Refund> people_to_correct(const TestedPeople& people,
                                                      const TestCorrection& correction,
                                                      const std::optional<AdpTest>& adp) {
  std::vector<TestCorrection::Refund> refunds = correction.refunds;
  std::unordered_set<const TestedEmployee*> listed;
  for (const TestCorrection::Refund& refund : refunds) listed.insert(refund.employee);
  for (const TestedEmployee& employee : people.employees) {
    const bool back = employee.highly_compensated && back_of_deferrals(adp, employee) > Money{};
    if (back && !listed.contains(&employee)) refunds.push_back({&employee, Money{}});
  }
  return refunds;
}

/// One person's money: `amount` of excess, and `deferrals_back` beside it.
struct Correcting {
  const Checker::Ready& ready;
  const MatchCounting& counted;
  RefundOrder order;
  Assumptions& assumptions;

  AcpReturned returned_of(const NumberedPerson& numbered, const Participant& person,
                          const TestedEmployee& employee, Money amount,
                          Money deferrals_back) const {
    const MatchOfFormula formula = match_of_formula(ready, person, true);
    const ReturnedMoney back = returned_money({.after_tax = employee.after_tax,
                                               .match = counted(employee, employee.match),
                                               .formula = formula.with,
                                               .in_cents = formula.in_cents},
                                              amount, order);
    AcpReturned returned{.id = numbered.id,
                         .row = numbered.row,
                         .amount = amount,
                         .after_tax_unmatched = back.after_tax_unmatched,
                         .after_tax_matched = back.after_tax_matched,
                         .match = back.match};
    if (back.match > Money{} && !person.vested_pct) assumptions.add(Assumption::match_vested);
    returned.match_distributed =
        portion(person.vested_pct.value_or(100_pct), back.match, Round::nearest);
    returned.match_forfeited = back.match - returned.match_distributed;
    // 411(a)(3)(G): a match whose contribution went back is forfeited, never paid.
    if (!ready.plan.matches.empty() && amount + deferrals_back > Money{}) {
      const Money earned = formula.with_deferrals(employee.after_tax - back.after_tax(),
                                                  remainder(formula.deferrals, deferrals_back));
      const Money before = formula.with(employee.after_tax);
      // As far as the match in hand is what the formula gives.
      const Money unearned = remainder(before, earned);
      returned.related_match_forfeited =
          lesser(remainder(unearned, back.match), employee.match - back.match);
    }
    returned.earnings = earnings_on(amount, person, employee);
    fill_in_form_1099r(returned);
    return returned;
  }
};

}  // namespace

Excess excess_of(const TestedPeople& people, const Way& way) {
  constexpr std::size_t most_open = 10, most_work = 4'000'000;
  const std::size_t open = people.undecided.size();
  // Where nothing is open there is one way to look at, however many people there are.
  const bool few_ways =
      open == 0 || (open <= most_open && people.employees.size() << open <= most_work);
  const bool bounded = few_ways && people.people_left_out == 0 && !has_open_pay(people) &&
                       !has_open_places(people, way.grouping.excludables);
  if (!bounded) return {.low = {}, .high = Money::ceiling(), .exactly = {}};
  if (open == 0 && !has_open_match(people)) {
    const Counting counting = acp_counting(people, way);
    TestCorrection found =
        correction_of(people, test_parts(people, way.grouping, counting), counting);
    return {.low = found.excess, .high = found.excess, .exactly = std::move(found)};
  }
  // Each way the undecided could turn out, with the match that is least and that is most.
  Excess excess{.low = Money::ceiling(), .high = {}, .exactly = {}};
  for (std::uint64_t as_hce = 0; as_hce < std::uint64_t{1} << open; ++as_hce) {
    const TestedPeople one = decided(people, as_hce);
    const Counting counting = acp_counting(one, way);
    excess.low = lesser(excess.low, excess_at(one, way, stretched(counting, false)));
    excess.high = greater(excess.high, excess_at(one, way, stretched(counting, true)));
  }
  return excess;
}

std::vector<AcpReturned> corrections_of(const Checker::Ready& ready, const TestedPeople& people,
                                        const FactsOf& facts_of, const TestCorrection& correction,
                                        const std::optional<AdpTest>& adp,
                                        const MatchCounting& counted, Assumptions& assumptions) {
  const auto* order = stated_in(ready.law.plan_year, ready.plan.refund_order);
  const Correcting correcting{ready, counted, order == nullptr ? RefundOrder{} : order->value,
                              assumptions};
  const std::vector<TestCorrection::Refund> refunds = people_to_correct(people, correction, adp);
  std::vector<std::size_t> numbers;
  for (const TestCorrection::Refund& refund : refunds) numbers.push_back(refund.employee->person);
  std::vector<AcpReturned> all(refunds.size());
  facts_of(numbers, [&](std::size_t at, const Participant& person) {
    const auto& [employee, amount] = refunds[at];
    all[at] = correcting.returned_of(people.persons[employee->person], person, *employee, amount,
                                     back_of_deferrals(adp, *employee));
  });
  std::erase_if(all, [](const AcpReturned& returned) {
    return returned.amount + returned.related_match_forfeited == Money{};
  });
  return all;
}

bool has_six_months(const Plan& plan, PlanYear year) {
  using Kind = AutomaticEnrollment::Kind;
  // One that leaves out who was hired earlier, or a part of the year, does not cover everybody for
  // the whole year.
  return std::any_of(plan.automatic_enrollment.begin(), plan.automatic_enrollment.end(),
                     [year](const auto& clause) {
                       const Scope& scope = clause.scope;
                       return clause.value.kind == Kind::eaca && !clause.value.hired_from &&
                              scope.group.everybody() &&
                              (!scope.from || *scope.from <= year.first) &&
                              (!scope.until || *scope.until >= year.last);
                     });
}

}  // namespace rothcheck::checker
