// READING.md R6.1, R13.2, R13.3, R13.7: who is in the test, and with which contributions.
#include "checker/acp/tested_employee.hpp"

#include <algorithm>
#include <memory>

#include "checker/acp/stated.hpp"
#include "checker/law/ages.hpp"
#include "checker/year/eligibility.hpp"
#include "checker/year/employer.hpp"
#include "checker/year/product.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

/// What the person puts in after tax: the election, else what has gone in so far, else nothing.
Money after_tax_of(const Participant& participant, const Person& person, Assumptions& assumptions) {
  if (!participant.after_tax) {
    if (!participant.after_tax_ytd) assumptions.add(Assumption::no_after_tax);
    return participant.after_tax_ytd.value_or(Money{});
  }
  return yearly(participant.after_tax, person.counted_pay);
}

OtherwiseExcludable either(OtherwiseExcludable a, OtherwiseExcludable b) { return std::max(a, b); }

/// 410(a)(1)(A), (4): neither 21 nor in service for a year by an entry day of the year.
OtherwiseExcludable by_date(const Plan& plan, const Figures& law, Date met) {
  return entry_after(plan, met, law.plan_year) > law.plan_year.last ? OtherwiseExcludable::yes
                                                                    : OtherwiseExcludable::no;
}

OtherwiseExcludable by_age(const Plan& plan, const Figures& law, const Participant& participant,
                           std::optional<int> age) {
  constexpr int years = statutory_age::minimum_age;
  if (participant.birth_date)
    return by_date(plan, law, after(*participant.birth_date, {.months = 12 * years}));
  if (!age) return OtherwiseExcludable::not_told;
  return *age < years ? OtherwiseExcludable::yes : OtherwiseExcludable::no;
}

OtherwiseExcludable by_service(const Plan& plan, const Figures& law,
                               const Participant& participant) {
  if (participant.hire_date)
    return by_date(plan, law, after(*participant.hire_date, {.months = 12}));
  if (!participant.service_years) return OtherwiseExcludable::not_told;
  return *participant.service_years < Rate::whole(1) ? OtherwiseExcludable::yes
                                                     : OtherwiseExcludable::no;
}

/// Employees under a bargaining agreement are a plan of their own, which is deemed to pass. Treas.
/// Reg. 1.401(m)-1(b)(2), 1.410(b)-7(c)(4)
bool bargained(const Plan& plan, PlanYear year, const GroupFacts& group) {
  return std::any_of(plan.collectively_bargained.begin(), plan.collectively_bargained.end(),
                     [&](const auto& clause) {
                       return meets(clause.scope, year) &&
                              is_of_class(group.employee_class, clause.value);
                     });
}

/// Of the contributions, those that the plan's match counts; all of them where it has no formula.
Money matched_of(const Terms& terms, const Person& person, const Deferrals& deferrals,
                 Money after_tax) {
  const auto counts = [&terms](Kind kind) {
    return terms.matches.empty() ||
           std::any_of(terms.matches.begin(), terms.matches.end(),
                       [kind](const MatchTerm& match) { return match.counts.has(kind); });
  };
  Money sum;
  if (counts(Kind::pre_tax) || counts(Kind::roth)) sum += deferrals.all;
  if (counts(Kind::after_tax)) sum += after_tax;
  if (counts(Kind::student_loan)) sum += person.student_loan_payments;
  return sum;
}

/// The match that is surely paid, and the most that may be: deferrals that are not stated may be
/// none or the most allowed, and a match that nobody has stated nothing or all it may come to.
void add_range(TestedEmployee& employee, const Terms& terms, const Person& person,
               const Figures& law, const Deferrals& deferrals) {
  employee.match_least = employee.match_most = employee.match;
  if (person.match || terms.matches.empty()) return;
  Silence silence;
  const auto match_of = [&](const Person& taken) {
    const Deferrals taken_deferrals = deferrals_of(terms, taken, law, silence);
    const Matching matching{terms, taken, law, taken_deferrals};
    // What has no ceiling of its own is bounded by pay.
    return matching.fills_the_limit() ? greater(taken.pay, matching.with(employee.after_tax))
                                      : matching.with(employee.after_tax);
  };
  Person taken = person;
  for (const bool most_favourable : {true, false}) {
    taken.most_favourable = most_favourable;
    const Money match = match_of(taken);
    employee.match_least = lesser(employee.match_least, match);
    employee.match_most = greater(employee.match_most, match);
  }
  if (!deferrals.assumed) return;
  taken.most_favourable = true;
  taken.pre_tax = taken.roth = Election{Money{}};
  employee.match_least = lesser(employee.match_least, match_of(taken));
}

}  // namespace

bool is_tested(const Checker::Ready& ready, const Participant&, const Resolution& resolution) {
  return resolution.person.eligible &&
         !bargained(ready.plan, ready.law.plan_year, resolution.person.group);
}

namespace {

OtherwiseExcludable excludable_of(const Checker::Ready& ready, const Participant& participant,
                                  const Resolution& resolution) {
  const OtherwiseExcludable age = by_age(ready.plan, ready.law, participant, resolution.age);
  return either(age, by_service(ready.plan, ready.law, participant));
}

}  // namespace

bool is_counted(const Checker::Ready& ready, const Participant& participant,
                const Resolution& resolution) {
  if (!is_tested(ready, participant, resolution)) return false;
  return excludables_of(ready.plan, ready.law.plan_year) != Excludables::left_out ||
         resolution.highly_compensated == true ||
         excludable_of(ready, participant, resolution) != OtherwiseExcludable::yes;
}

GroupFacts tested_group(const Resolution& resolution) {
  GroupFacts group = resolution.person.group;
  group.highly_compensated = resolution.highly_compensated.value_or(false);
  return group;
}

TestedEmployee tested_employee(const Checker::Ready& ready, const Terms& terms,
                               const GroupFacts& group, const Participant& participant,
                               Resolution& resolution, Assumptions& assumptions) {
  Person& person = resolution.person;
  person.group = group;
  Silence silence;
  settle(person, participant, terms, ready.law, silence);
  const Deferrals deferrals = deferrals_of(terms, person, ready.law, silence);
  const Matching matching{terms, person, ready.law, deferrals};
  const Money after_tax = after_tax_of(participant, person, assumptions);
  if (deferrals.assumed && !person.match && !terms.matches.empty()) {
    assumptions.add(Assumption::most_deferrals);
  }
  TestedEmployee employee{
      .highly_compensated = person.group.highly_compensated,
      .employed_at_year_end = !participant.termination_date ||
                              *participant.termination_date >= ready.law.plan_year.last,
      .excludable = excludable_of(ready, participant, resolution),
      .compensation = person.limits_pay,
      .after_tax = after_tax,
      .match = matching.with(after_tax)};
  employee.matched = matched_of(terms, person, deferrals, after_tax);
  // Of others only what is in this plan counts.  Treas. Reg. 1.401(m)-2(a)(3)(ii)
  if (employee.highly_compensated)
    employee.in_other_plans = participant.acp_other_plans.value_or(Money{});
  for (const MandatoryTerm& line : terms.mandatory) {
    if (!line.picked_up)
      employee.in_other_plans += line.amount.value(person.nonelective_pay, Round::nearest);
  }
  employee.qnec = participant.qnec.value_or(Money{});
  employee.nonelective =
      nonelective_of(terms, person, ready.law, deferrals, employee.match, silence).amount;
  employee.deferrals = deferrals.ordinary();
  employee.lent = lesser(participant.acp_deferrals.value_or(Money{}), employee.deferrals);
  employee.catch_up_left = remainder(deferrals.most_catch_up, deferrals.catch_up);
  employee.deferrals_told = !deferrals.assumed;
  add_range(employee, terms, person, ready.law, deferrals);
  return employee;
}

namespace {

/// Whether a missing fact can change what somebody has in the test, but for their status.
bool bears_on_the_test(const OpenFact& fact) {
  switch (fact.questions.front().kind) {
    case QuestionKind::pay:
    case QuestionKind::plan_pay:
    case QuestionKind::age:
    case QuestionKind::service:
    case QuestionKind::hire_date:
    case QuestionKind::employee_class:
    case QuestionKind::class_meant:
    case QuestionKind::class_disagrees:
    case QuestionKind::match_formula:
    case QuestionKind::match_amount:
    case QuestionKind::true_up:
    case QuestionKind::net_profit:
    case QuestionKind::participation_counted:
    case QuestionKind::participation_pay:
      return true;
    default:
      return false;
  }
}

}  // namespace

void widen_by_open_facts(TestedEmployee& employee, const Checker::Ready& ready,
                         const std::function<const Terms&(const GroupFacts&)>& terms_of,
                         const Participant& participant, const Resolution& resolution) {
  Resolution ways = resolution;
  std::erase_if(ways.open, [](const OpenFact& fact) { return !bears_on_the_test(fact); });
  if (ways.open.empty()) return;
  for_each_way(ways, [&](const Person& person) {
    Resolution way = resolution;
    way.person = person;
    way.person.group.highly_compensated = employee.highly_compensated;
    Assumptions said_already;
    const GroupFacts group = way.person.group;
    const TestedEmployee other =
        tested_employee(ready, terms_of(group), group, participant, way, said_already);
    employee.match_least = lesser(employee.match_least, other.match_least);
    employee.match_most = greater(employee.match_most, other.match_most);
    employee.pay_told = employee.pay_told && other.compensation == employee.compensation;
  });
}

MatchOfFormula match_of_formula(const Checker::Ready& ready, const Participant& participant,
                                bool highly_compensated) {
  struct Settled {
    Participant participant;
    Resolution resolution;
    Terms terms;
    Deferrals deferrals;
  };
  const auto settled = std::make_shared<Settled>();
  settled->participant = participant;
  settled->participant.match.reset();
  settled->resolution = resolve(ready.plan, ready.inquiry, ready.law, settled->participant);
  Person& person = settled->resolution.person;
  person.group.highly_compensated = highly_compensated;
  settled->terms = terms_for(ready.plan, person.group, ready.law);
  Silence silence;
  settle(person, settled->participant, settled->terms, ready.law, silence);
  settled->deferrals = deferrals_of(settled->terms, person, ready.law, silence);
  const Figures& law = ready.law;
  const auto with = [settled, &law](Money after_tax, const Deferrals& deferrals) {
    return Matching{settled->terms, settled->resolution.person, law, deferrals}.with(after_tax);
  };
  return {.with = [settled, with](Money after_tax) { return with(after_tax, settled->deferrals); },
          .in_cents =
              [settled, &law](Money after_tax) {
                const ExactCents match =
                    Matching{settled->terms, settled->resolution.person, law, settled->deferrals}
                        .exactly(after_tax);
                return Rate{static_cast<std::int64_t>(match.numerator), match.denominator};
              },
          .with_deferrals =
              [settled, with](Money after_tax, Money all) {
                Deferrals left = settled->deferrals;
                left.all = left.stated = all;
                left.catch_up = lesser(left.catch_up, all);
                left.in_percent = false;
                return with(after_tax, left);
              },
          .deferrals = settled->deferrals.all};
}

}  // namespace rothcheck::checker
