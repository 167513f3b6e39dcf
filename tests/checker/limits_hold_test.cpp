// For random plans and people: the room breaks no limit of the law or the plan, and a cent more
// breaks the one that is named.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/checker/asked.hpp"
#include "tests/checker/random_year.hpp"

namespace rothcheck::checker {
namespace {

/// A plan, a person and the answer, with the sums that the limits are held against figured again.
struct Asked {
  RandomPlan plan;
  RandomPerson person;
  Assessment answer;
  Law law;

  Cents room() const { return answer.room.most.in_cents(); }
  Cents deferrals() const { return answer.deferrals.most.in_cents(); }
  Cents catch_up() const { return answer.catch_up.most.in_cents(); }
  Cents employer() const { return answer.employer.most.in_cents(); }
  Cents base() const {
    return person.self_employed
               ? earned_income(person.net_profit, person.wages_elsewhere, plan.year)
               : person.pay;
  }
  Cents counted_pay() const { return std::min(plan_pay(), law.pay); }
  Cents other() const {
    Cents block = 0;
    if (plan.other_addition)
      block = (counted_pay() * plan.other_addition->count * 2 + 10'000) / 20'000;
    return person.forfeitures + person.other_additions + block;
  }
  /// Everything that 415(c) counts, after-tax money included.
  Cents additions() const { return room() + deferrals() - catch_up() + employer() + other(); }
  Cents dollar_limit() const { return law.additions - person.aggregated; }
  Cents pay_limit() const {
    return (person.self_employed ? base() - employer() : std::min(person.pay, law.pay)) -
           person.aggregated;
  }
  /// Of the self-employed, what the plan's own contributions leave.
  Cents plan_pay() const {
    return person.self_employed ? std::max<Cents>(0, base() - employer()) : person.pay;
  }
  Cents paid() const { return person.self_employed ? base() - employer() : person.pay; }
};

Asked random_answer(bool solo) {
  RandomPlan plan = *random_plan();
  plan.solo = solo;
  const RandomPerson person = *random_person(plan);
  RC_LOG() << plan.year << "\n" << plan.text() << person.words() << "\n";
  const Assessment answer = ask(plan.text(), person.words(), plan.year);
  Asked asked{plan, person, answer, law_of(plan.year)};
  RC_LOG() << "room " << to_string(answer.room) << ", deferrals " << to_string(answer.deferrals)
           << ", catch-up " << to_string(answer.catch_up) << ", employer "
           << to_string(answer.employer) << ", binding "
           << (answer.binding ? to_string(*answer.binding) : "none") << "\n";
  RC_ASSERT(answer.room.settled());
  RC_ASSERT(answer.deferrals.settled());
  RC_ASSERT(answer.employer.settled());
  return asked;
}

void deferrals_stay_within(const Asked& one) {
  const Cents catch_up = catch_up_of(one.plan, one.person);
  const Cents by_age = catch_up_by_age(one.plan, one.person);
  const Cents for_person = std::max<Cents>(0, one.law.deferrals + by_age - one.person.elsewhere);
  // What nobody has paid back stays here.
  if (one.person.excess_returned == all_of_it || !(one.person.pre_tax || one.person.roth))
    RC_ASSERT(one.deferrals() <= for_person);
  RC_ASSERT(one.catch_up() <= catch_up);
  RC_ASSERT(one.deferrals() - one.catch_up() <= one.law.deferrals);
  RC_ASSERT(one.deferrals() <= one.base());
  for (const RandomLimit& limit : one.plan.limits) {
    if (!limit.deferrals || !applies(limit, one.person)) continue;
    const Cents covered = one.deferrals() - (limit.catch_up ? 0 : one.catch_up());
    RC_ASSERT(covered <= value_of(limit.amount, one.plan_pay(), one.plan.year));
  }
}

/// What a limit on after-tax money leaves beside what else it covers.
Cents left_under(const RandomLimit& limit, const Asked& one) {
  Cents left = value_of(limit.amount, one.plan_pay(), one.plan.year);
  if (limit.deferrals) left -= one.deferrals() - one.catch_up();
  if (limit.catch_up) left -= one.catch_up();
  return left;
}

void room_stays_within(const Asked& one) {
  if (one.room() == 0) return;
  RC_ASSERT(one.additions() <= one.dollar_limit());
  RC_ASSERT(one.additions() <= one.pay_limit());
  RC_ASSERT(one.room() + one.deferrals() <= one.paid());
  for (const RandomLimit& limit : one.plan.limits) {
    if (!limit.after_tax || !applies(limit, one.person)) continue;
    RC_ASSERT(one.room() <= left_under(limit, one));
  }
  if (one.plan.only_after_402g) {
    const Cents needed = std::max<Cents>(0, one.law.deferrals - one.person.elsewhere);
    bool plan_limits_deferrals = false;
    for (const RandomLimit& limit : one.plan.limits)
      plan_limits_deferrals |= limit.deferrals && applies(limit, one.person);
    RC_ASSERT(plan_limits_deferrals || one.deferrals() - one.catch_up() >= needed);
  }
}

bool some_plan_limit_is_reached(const Asked& one) {
  for (const RandomLimit& limit : one.plan.limits) {
    if (limit.after_tax && applies(limit, one.person) && one.room() + 1 > left_under(limit, one))
      return true;
  }
  return one.plan.only_after_402g && one.room() == 0;
}

void one_cent_more_breaks_the_limit_named(const Asked& one) {
  RC_ASSERT(one.answer.binding.has_value());
  switch (*one.answer.binding) {
    case Binding::annual_additions_limit:
      if (!one.plan.match_counts_after_tax) RC_ASSERT(one.additions() + 1 > one.dollar_limit());
      break;
    case Binding::compensation_limit:
    case Binding::earned_income_limit:
      if (!one.plan.match_counts_after_tax) RC_ASSERT(one.additions() + 1 > one.pay_limit());
      break;
    case Binding::plan_limit:
      RC_ASSERT(some_plan_limit_is_reached(one));
      break;
    case Binding::pay:
      RC_ASSERT(one.room() + one.deferrals() + 1 > one.paid());
      break;
    case Binding::not_permitted:
      RC_FAIL("the plan permits after-tax money");
  }
}

void constraints_agree(const Asked& one) {
  const Constraint* first = nullptr;
  for (const Constraint& constraint : one.answer.constraints) {
    const bool less = first == nullptr || constraint.amount.most < first->amount.most ||
                      (constraint.amount == first->amount && constraint.name < first->name);
    if (less) first = &constraint;
  }
  RC_ASSERT(first != nullptr);
  RC_ASSERT(first->amount.most.in_cents() == one.room());
  RC_ASSERT(first->name == *one.answer.binding);
}

RC_GTEST_PROP(RandomYears, BreakNoLimit, ()) {
  const Asked one = random_answer(false);
  deferrals_stay_within(one);
  room_stays_within(one);
}

RC_GTEST_PROP(RandomYears, HaveNoCentLeftUnderTheLimitNamed, ()) {
  const Asked one = random_answer(false);
  one_cent_more_breaks_the_limit_named(one);
  constraints_agree(one);
}

RC_GTEST_PROP(RandomOwners, BreakNoLimit, ()) {
  const Asked one = random_answer(true);
  deferrals_stay_within(one);
  room_stays_within(one);
}

RC_GTEST_PROP(RandomOwners, HaveNoCentLeftUnderTheLimitNamed, ()) {
  const Asked one = random_answer(true);
  one_cent_more_breaks_the_limit_named(one);
  constraints_agree(one);
}

}  // namespace
}  // namespace rothcheck::checker
