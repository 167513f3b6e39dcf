// READING.md R13.4, R13.5, R13.8, R13.9.
#include "checker/acp/counting.hpp"

#include <algorithm>

#include "checker/law/counted_contributions.hpp"
#include "checker/law/safe_harbor.hpp"

namespace rothcheck::checker {
namespace {

/// Whether a match is more than always counts, so that the rates of the others decide.
bool is_made_for_few(const TestedEmployee& employee) {
  return !employee.highly_compensated &&
         employee.match_most > most_match_counted(employee.compensation, employee.matched, Rate{});
}

template <class Condition>
bool any(const TestedPeople& people, Condition condition) {
  return std::any_of(people.employees.begin(), people.employees.end(), condition);
}

/// Of the others who contribute.
Rate representative_match_rate(const TestedPeople& people) {
  if (!any(people, is_made_for_few)) return {};
  std::vector<RateOf> rates;
  for (const TestedEmployee& employee : people.employees) {
    if (employee.highly_compensated || employee.matched <= Money{}) continue;
    rates.push_back({Rate{employee.match.in_cents(), employee.matched.in_cents()},
                     employee.employed_at_year_end});
  }
  return representative_rate(std::move(rates));
}

/// Of all the others, contributing or not.
Rate representative_contribution_rate(const TestedPeople& people, const MatchCounting& counted) {
  const auto asks = [](const TestedEmployee& employee) {
    return !employee.highly_compensated &&
           employee.qnec > most_qnec_counted(employee.compensation, Rate{});
  };
  if (!any(people, asks)) return {};
  std::vector<RateOf> rates;
  for (const TestedEmployee& employee : people.employees) {
    if (employee.highly_compensated || employee.compensation <= Money{}) continue;
    const Money money = counted(employee, employee.match) + employee.qnec;
    rates.push_back(
        {Rate{money.in_cents(), employee.compensation.in_cents()}, employee.employed_at_year_end});
  }
  return representative_rate(std::move(rates));
}

}  // namespace

MatchCounting match_counting(const TestedPeople& people, const MatchLeftOut& left_out) {
  const Rate representative = representative_match_rate(people);
  return [representative, left_out](const TestedEmployee& employee, Money match) {
    if (!employee.highly_compensated)
      match = lesser(match,
                     most_match_counted(employee.compensation, employee.matched, representative));
    return match - left_out_of(left_out, match, employee.compensation);
  };
}

Counting acp_counting(const TestedPeople& people, const Way& way) {
  const MatchCounting match = match_counting(people, way.left_out);
  const Rate representative = way.extras ? representative_contribution_rate(people, match) : Rate{};
  const auto of = [match, representative, way](const TestedEmployee& employee) -> CountedMoney {
    Money fixed = employee.after_tax + employee.in_other_plans;
    if (way.extras) {
      fixed +=
          employee.highly_compensated
              ? employee.qnec
              : lesser(employee.qnec, most_qnec_counted(employee.compensation, representative));
    }
    if (way.lends) fixed += employee.lent;
    const Money stated = match(employee, employee.match);
    return {.stated = fixed + stated,
            .least = fixed + match(employee, employee.match_least),
            .most = fixed + match(employee, employee.match_most),
            .most_back = employee.after_tax + stated};
  };
  const bool counted = way.left_out.nothing();
  return {of, [counted](const OtherEmployees& others) {
            return counted ? others.counted : others.left_out;
          }};
}

Counting adp_counting(bool lends) {
  const auto of = [lends](const TestedEmployee& employee) -> CountedMoney {
    const Money deferred = employee.deferrals - (lends ? employee.lent : Money{});
    return {.stated = deferred,
            .least = employee.deferrals_told ? deferred : Money{},
            .most = deferred,
            .most_back = deferred};
  };
  return {of, [](const OtherEmployees& others) { return others.deferred; }};
}

}  // namespace rothcheck::checker
