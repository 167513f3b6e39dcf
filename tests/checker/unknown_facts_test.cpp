// A person with facts missing: the bounds hold every way in which the facts could turn out, and a
// verdict is given only where it is the verdict of all of them.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/checker/asked.hpp"
#include "tests/checker/random_year.hpp"

namespace rothcheck::checker {
namespace {

bool maybe() { return *rc::gen::inRange(0, 3) == 0; }

/// Takes away some of what the census tells.
void forget(RandomPerson& person) {
  person.age_missing = maybe();
  person.hce_missing = maybe();
  person.class_missing = maybe();
  person.service_missing = maybe();
  // Of the self-employed none are assumed, and said.
  person.fica_wages_missing = !person.self_employed && maybe();
  person.pay_missing = maybe();
}

/// The answer to the questions of `told` must be one of those that `asked` leaves open.
void holds(const Assessment& asked, const Assessment& told) {
  RC_LOG() << "asked: " << to_string(asked.verdict) << " " << to_string(asked.room) << " of which "
           << to_string(asked.remaining) << ", deferrals " << to_string(asked.deferrals)
           << ", employer " << to_string(asked.employer) << "\n"
           << "told: " << to_string(told.verdict) << " " << to_string(told.room) << " of which "
           << to_string(told.remaining) << ", deferrals " << to_string(told.deferrals)
           << ", employer " << to_string(told.employer) << "\n";
  RC_ASSERT(told.room.settled());
  // Deferrals that are only assumed give way to employer money to the cent, which may leave the
  // last cents of a match that moves by more than one.
  const bool gave_way = amounts(told.worksheet, LineKind::deferrals_assumed).size() > 1;
  if (gave_way && told.room.most <= Money::cents(5)) return;
  RC_ASSERT(asked.room.least <= told.room.least);
  RC_ASSERT(told.room.most <= asked.room.most);
  RC_ASSERT(asked.remaining.least <= told.remaining.least);
  RC_ASSERT(told.remaining.most <= asked.remaining.most);
  if (asked.verdict != Verdict::undetermined) RC_ASSERT(asked.verdict == told.verdict);
  if (asked.verdict == Verdict::undetermined && told.verdict != Verdict::undetermined)
    RC_ASSERT(!asked.questions.empty());
}

/// An amount that is printed as known must be so. Of pay only the ends are asked about, and what is
/// the same at both may differ in between.
void knows_what_it_says(const Assessment& asked, const Assessment& told) {
  if (asked.deferrals.settled()) RC_ASSERT(to_string(asked.deferrals) == to_string(told.deferrals));
  if (asked.employer.settled()) RC_ASSERT(to_string(asked.employer) == to_string(told.employer));
  if (asked.catch_up.settled()) RC_ASSERT(to_string(asked.catch_up) == to_string(told.catch_up));
}

void census_facts_missing(bool solo) {
  RandomPlan plan = *random_plan();
  plan.solo = solo;
  const RandomPerson person = *random_person(plan);
  // Profit sharing in dollars that gives way to a match that is over the deduction limit alone.
  RC_PRE(!solo || !plan.nonelective || plan.nonelective->of == RandomAmount::Of::pay);
  RandomPerson partly_known = person;
  forget(partly_known);
  RC_LOG() << plan.year << "\n" << plan.text() << person.words() << "\n";
  RC_LOG() << "asked with: " << partly_known.words() << "\n";
  const Assessment asked = ask(plan.text(), partly_known.words(), plan.year);
  const Assessment told = ask(plan.text(), person.words(), plan.year);
  holds(asked, told);
  if (!partly_known.pay_missing) knows_what_it_says(asked, told);
}

RC_GTEST_PROP(MissingFacts, BoundTheRoom, ()) { census_facts_missing(false); }
RC_GTEST_PROP(MissingFactsOfOwners, BoundTheRoom, ()) { census_facts_missing(true); }

RC_GTEST_PROP(SilentPlans, BoundTheRoom, ()) {
  const RandomPlan plan = *random_plan();
  RandomPlan silent = plan;
  silent.catch_up_silent = maybe();
  // The rollover inside these plans says that there is a Roth program.
  silent.roth_silent = plan.roth && maybe();
  silent.limits_unknown = maybe();
  silent.match_unknown = !plan.match_counts_after_tax && maybe();
  silent.discretion = maybe()   ? RandomPlan::Discretion::open
                      : maybe() ? RandomPlan::Discretion::up_to
                                : RandomPlan::Discretion::none;
  const RandomPerson person = *random_person(plan);
  RandomPerson partly_known = person;
  if (maybe()) forget(partly_known);
  RC_LOG() << plan.year << "\n" << plan.text() << silent.text() << person.words() << "\n";
  RC_LOG() << "asked with: " << partly_known.words() << "\n";
  const Assessment asked = ask(silent.text(), partly_known.words(), plan.year);
  const Assessment told = ask(plan.text(), person.words(), plan.year);
  // An election that was made is a fact: an unknown ceiling is none of those that it breaks.
  const bool breaks_it = codes(told.findings).find("MBR201") != std::string::npos;
  if (silent.limits_unknown && breaks_it) return;
  holds(asked, told);
}

TEST(MissingPay, LeavesTheMatchOpen) {
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "match { 100% of the first 4% of pay; each year }"),
          "age=40 hce=no");
  EXPECT_EQ(answer.verdict, Verdict::undetermined);
  EXPECT_EQ(answer.room, (Range{Money{}, 47'500_usd}));
  EXPECT_EQ(answer.employer, (Range{Money{}, 14'400_usd}));
  EXPECT_EQ(asked(answer.questions), std::vector{QuestionKind::pay});
  EXPECT_EQ(answer.binding, std::nullopt);
}

TEST(MissingPay, LetsAnElectionInPercentBeSmall) {
  // 10% of 70,000 is 7,000, which leaves 63,000.
  const std::string text = plan_with(all_allowed);
  const Assessment open = ask(text, "age=40 hce=no pre_tax=10%");
  const Assessment known = ask(text, "age=40 hce=no pre_tax=10% pay=70000");
  EXPECT_EQ(known.room, exactly(63'000_usd));
  EXPECT_GE(open.room.most, known.room.most);
}

TEST(MissingPay, LetsALimitInPercentOnDeferralsBeSmall) {
  const std::string text =
      plan_with(std::string{all_allowed} + "contributions { limit 10% of pay on pre-tax, roth }");
  const Assessment open = ask(text, "age=40 hce=no");
  const Assessment known = ask(text, "age=40 hce=no pay=80000");
  EXPECT_EQ(known.room, exactly(64'000_usd));
  EXPECT_GE(open.room.most, known.room.most);
}

TEST(MissingProfit, LetsAnOwnerHaveRoomBesideFullProfitSharing) {
  const std::string text =
      plan_with(std::string{all_allowed} + "nonelective { 25% of pay }", "solo 401(k)");
  const Assessment open = ask(text, "age=40 business=sole-proprietor");
  const Assessment known = ask(text, "age=40 business=sole-proprietor net_profit=50000");
  EXPECT_EQ(known.room, exactly(Money::cents(338'057)));
  EXPECT_EQ(open.verdict, Verdict::undetermined);
  EXPECT_GE(open.room.most, known.room.most);
  EXPECT_EQ(asked(open.questions), std::vector{QuestionKind::net_profit});
}

}  // namespace
}  // namespace rothcheck::checker
