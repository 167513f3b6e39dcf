// For random plans and people: more of what uses up the room never gives more of it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/checker/asked.hpp"
#include "tests/checker/random_year.hpp"

namespace rothcheck::checker {
namespace {

Cents room_of(const RandomPlan& plan, const RandomPerson& person) {
  const Assessment answer = ask(plan.text(), person.words(), plan.year);
  RC_ASSERT(answer.room.settled());
  return answer.room.most.in_cents();
}

RandomPlan random_plan_of_either_type() {
  RandomPlan plan = *random_plan();
  plan.solo = *rc::gen::inRange(0, 3) == 0;
  return plan;
}

Cents some_money(Cents most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Cents>(0, most + 1));
}

/// `change` gives the person more of something that 415(c) counts.
template <class Change>
void more_never_gives_more_room(Change change) {
  const RandomPlan plan = random_plan_of_either_type();
  RandomPerson person = *random_person(plan);
  RC_LOG() << plan.year << "\n" << plan.text() << person.words() << "\n";
  const Cents before = room_of(plan, person);
  change(person, some_money(4'000'000));
  RC_LOG() << person.words() << "\n";
  // Deferrals that are only assumed, and an owner's profit sharing, give way to the cent; the match
  // on them and the halves of cents may then leave the last cents.
  const bool stated = person.pre_tax || person.roth;
  const Cents last_cents = plan.solo || (!stated && !plan.tiers.empty()) ? 5 : 0;
  RC_ASSERT(room_of(plan, person) <= before + last_cents);
}

RC_GTEST_PROP(MoreMatch, NeverGivesMoreRoom, ()) {
  more_never_gives_more_room([](RandomPerson& person, Cents more) {
    // A stated match replaces the formula, so both must be stated.
    RC_PRE(person.match.has_value());
    *person.match += more;
  });
}

RC_GTEST_PROP(MoreNonelectiveMoney, NeverGivesMoreRoom, ()) {
  more_never_gives_more_room([](RandomPerson& person, Cents more) {
    RC_PRE(person.nonelective.has_value());
    *person.nonelective += more;
  });
}

RC_GTEST_PROP(MoreForfeitures, NeverGiveMoreRoom, ()) {
  more_never_gives_more_room([](RandomPerson& person, Cents more) { person.forfeitures += more; });
}

RC_GTEST_PROP(MoreOtherAdditions, NeverGiveMoreRoom, ()) {
  more_never_gives_more_room(
      [](RandomPerson& person, Cents more) { person.other_additions += more; });
}

RC_GTEST_PROP(MoreAggregatedAdditions, NeverGiveMoreRoom, ()) {
  more_never_gives_more_room([](RandomPerson& person, Cents more) { person.aggregated += more; });
}

RC_GTEST_PROP(AFurtherLimitOnAfterTax, NeverGivesMoreRoom, ()) {
  const RandomPlan plan = random_plan_of_either_type();
  const RandomPerson person = *random_person(plan);
  RandomLimit limit;
  limit.amount = {RandomAmount::Of::dollars, some_money(8'000'000)};
  limit.deferrals = *rc::gen::arbitrary<bool>();
  RandomPlan limited = plan;
  limited.limits.push_back(limit);
  RC_LOG() << plan.year << "\n" << limited.text() << person.words() << "\n";
  RC_ASSERT(room_of(limited, person) <= room_of(plan, person));
}

RC_GTEST_PROP(ALowerLimitOnAfterTax, NeverGivesMoreRoom, ()) {
  RandomPlan plan = random_plan_of_either_type();
  const RandomPerson person = *random_person(plan);
  RandomLimit limit;
  limit.amount = {RandomAmount::Of::pay, *rc::gen::inRange(0, 10'001)};
  plan.limits.push_back(limit);
  RC_LOG() << plan.year << "\n" << plan.text() << person.words() << "\n";
  const Cents before = room_of(plan, person);
  plan.limits.back().amount.count = *rc::gen::inRange<std::int64_t>(0, limit.amount.count + 1);
  RC_ASSERT(room_of(plan, person) <= before);
}

RC_GTEST_PROP(MorePay, NeverGivesLessRoomWhenAmountsAreInDollars, ()) {
  RandomPlan plan = *random_plan();
  plan.tiers.clear();
  plan.nonelective.reset();
  plan.other_addition.reset();
  // A limit in percent on deferrals lets more pay defer more.
  std::erase_if(plan.limits, [](const RandomLimit& limit) { return limit.deferrals; });
  RandomPerson person = *random_person(plan);
  person.pre_tax = std::to_string(*rc::gen::inRange(0, 30'000));
  person.roth = std::nullopt;
  RC_LOG() << plan.year << "\n" << plan.text() << person.words() << "\n";
  const Cents before = room_of(plan, person);
  person.pay += some_money(10'000'000);
  RC_LOG() << person.words() << "\n";
  RC_ASSERT(room_of(plan, person) >= before);
}

RC_GTEST_PROP(TheSameQuestion, HasTheSameAnswer, ()) {
  const RandomPlan plan = random_plan_of_either_type();
  const RandomPerson person = *random_person(plan);
  RC_LOG() << plan.year << "\n" << plan.text() << person.words() << "\n";
  const Assessment one = ask(plan.text(), person.words(), plan.year);
  const Assessment two = ask(plan.text(), person.words(), plan.year);
  RC_ASSERT(one.verdict == two.verdict);
  RC_ASSERT(one.room == two.room);
  RC_ASSERT(one.remaining == two.remaining);
  RC_ASSERT(one.deferrals == two.deferrals);
  RC_ASSERT(one.catch_up == two.catch_up);
  RC_ASSERT(one.employer == two.employer);
  RC_ASSERT(one.binding == two.binding);
  RC_ASSERT(one.binding_at == two.binding_at);
  RC_ASSERT(one.assumptions.list() == two.assumptions.list());
  RC_ASSERT(one.questions == two.questions);
  RC_ASSERT(codes(one.findings) == codes(two.findings));
  RC_ASSERT(one.worksheet.lines.size() == two.worksheet.lines.size());
  for (std::size_t i = 0; i < one.worksheet.lines.size(); ++i) {
    RC_ASSERT(one.worksheet.lines[i].kind == two.worksheet.lines[i].kind);
    RC_ASSERT(one.worksheet.lines[i].amount == two.worksheet.lines[i].amount);
  }
}

}  // namespace
}  // namespace rothcheck::checker
