// An eligible employee as the ACP test counts them: a person of the census, on the terms of the
// group.
#pragma once

#include <cstddef>
#include <functional>

#include "checker/judge/ready.hpp"
#include "checker/terms/terms.hpp"

namespace rothcheck::checker {

/// Whether somebody is under 21 or without a year of service, so that the plan need not have let
/// them in.
enum class OtherwiseExcludable : std::uint8_t { no, not_told, yes };

/// One eligible employee in the test.
struct TestedEmployee {
  std::size_t person = 0;  // in the census
  bool highly_compensated = false;
  bool employed_at_year_end = true;
  OtherwiseExcludable excludable = OtherwiseExcludable::no;
  Money compensation;  // 414(s), up to the 401(a)(17) limit
  Money after_tax;
  Money match;
  // What the match can be while deferrals or a discretionary match are not stated.
  Money match_least, match_most;
  Money matched;  // what earns the match
  // After-tax money and match there, of a highly compensated employee; and after-tax money that the
  // plan makes everybody contribute.
  Money in_other_plans;
  Money qnec;           // qualified nonelective contribution
  Money lent;           // deferrals counted here instead of in the ADP test
  Money nonelective;    // no part of the test
  Money deferrals;      // without catch-up, as the ADP test counts them
  Money catch_up_left;  // of this plan's catch-up limit
  bool deferrals_told = true;
  bool pay_told = true;  // else the ratio can be anything
};

/// Whether somebody is in the test: eligible, and not under a bargaining agreement.
bool is_tested(const Checker::Ready& ready, const Participant& participant,
               const Resolution& resolution);
/// The same, and not left out as otherwise excludable.
bool is_counted(const Checker::Ready& ready, const Participant& participant,
                const Resolution& resolution);

/// The facts that settle the terms. Whose HCE status is not told counts as nonhighly compensated.
GroupFacts tested_group(const Resolution& resolution);

/// What the employee brings into the test, on the terms of the group, as the facts are taken first.
TestedEmployee tested_employee(const Checker::Ready& ready, const Terms& terms,
                               const GroupFacts& group, const Participant& participant,
                               Resolution& resolution, Assumptions& assumptions);

/// Widens what the match can be by every way in which facts that are not told could turn out:
/// class, age, service, date of hire, pay. `employee` is the one of `resolution` as it is.
void widen_by_open_facts(TestedEmployee& employee, const Checker::Ready& ready,
                         const std::function<const Terms&(const GroupFacts&)>& terms_of,
                         const Participant& participant, const Resolution& resolution);

/// The match that the formula gives a person of that status for so much after-tax money and
/// deferrals; deferrals as they are where none are given. Nothing without a formula.
struct MatchOfFormula {
  std::function<Money(Money after_tax)> with;
  std::function<Rate(Money after_tax)> in_cents;  // the same before it is rounded
  std::function<Money(Money after_tax, Money deferrals)> with_deferrals;
  Money deferrals;  // catch-up included
};
MatchOfFormula match_of_formula(const Checker::Ready& ready, const Participant& participant,
                                bool highly_compensated);

}  // namespace rothcheck::checker
