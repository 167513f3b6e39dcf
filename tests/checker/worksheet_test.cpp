// A reader with a pencil: every result of a derivation is what its lines come to, and the room is
// the least of what each limit leaves.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/checker/asked.hpp"
#include "tests/checker/random_year.hpp"

namespace rothcheck::checker {
namespace {

/// What is left under one limit, and so one of the amounts whose least is the room.
bool is_left_under_a_limit(LineKind kind) {
  switch (kind) {
    case LineKind::room_annual_additions:
    case LineKind::room_compensation:
    case LineKind::room_earned_income:
    case LineKind::room_plan_limit:
    case LineKind::room_pay:
    case LineKind::room_not_permitted:
    case LineKind::room_below_minimum:
      return true;
    default:
      return false;
  }
}

/// The first line that does not follow from those before it, in words; empty when all do.
std::string first_mistake(const Worksheet& worksheet) {
  Cents sum = 0;
  std::vector<Cents> left;
  for (const Line& line : worksheet.lines) {
    const Cents amount = line.amount.most.in_cents();
    const std::string what = std::string{label_of(line.kind)} + " " + to_string(line.amount) + ", ";
    if (!line.amount.settled()) return what + "is open";
    if (is_left_under_a_limit(line.kind)) left.push_back(amount);
    switch (line.step) {
      case Step::fact:
        break;
      case Step::start:
        sum = amount;
        break;
      case Step::add:
        sum += amount;
        break;
      case Step::less:
        sum -= amount;
        break;
      case Step::result:
        if (amount != std::max<Cents>(0, sum)) return what + "the lines come to " + dollars(sum);
        sum = 0;
        break;
      case Step::least:
        if (left.empty()) return what + "is the least of nothing";
        if (amount != *std::min_element(left.begin(), left.end()))
          return what + "is not the least of what is left";
        left.clear();
        break;
    }
  }
  return left.empty() ? "" : "an amount left under a limit is not compared";
}

void re_adds(bool solo) {
  RandomPlan plan = *random_plan();
  plan.solo = solo;
  const RandomPerson person = *random_person(plan);
  RC_LOG() << plan.year << "\n" << plan.text() << person.words() << "\n";
  const Assessment answer = ask(plan.text(), person.words(), plan.year);
  const std::string mistake = first_mistake(answer.worksheet);
  RC_LOG() << mistake << "\n";
  // With a match on after-tax money the sum may stop short of the limit by the last cents that
  // would earn one more; a result that is `solved` is held by its own test.
  if (!plan.match_counts_after_tax || plan.tiers.empty()) RC_ASSERT(mistake == "");
  RC_ASSERT(amounts(answer.worksheet, LineKind::room).front() == answer.room.most);
}

RC_GTEST_PROP(Worksheets, ReAdd, ()) { re_adds(false); }
RC_GTEST_PROP(WorksheetsOfOwners, ReAdd, ()) { re_adds(true); }

TEST(Worksheets, ReAddWhereAfterTaxMayOnlyFollowTheDeferralLimit) {
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "contributions { after-tax only after 402(g) }"),
          "age=40 hce=no pay=100000 pre_tax=10000");
  EXPECT_EQ(answer.room, exactly(Money{}));
  EXPECT_EQ(first_mistake(answer.worksheet), "");
}

TEST(Worksheets, ReAddBelowAMinimum) {
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} +
                    "contributions { minimum 5% of pay on after-tax; limit $1,000 on after-tax }"),
          "age=40 hce=no pay=100000 pre_tax=10000");
  EXPECT_EQ(answer.room, exactly(Money{}));
  EXPECT_EQ(first_mistake(answer.worksheet), "");
}

TEST(Worksheets, ReAddWhereAfterTaxIsNotPermitted) {
  const Assessment answer = ask(plan_with("contributions { pre-tax allowed; roth allowed; "
                                          "after-tax not allowed; catch-up allowed }"),
                                "age=40 hce=no pay=100000");
  EXPECT_EQ(answer.verdict, Verdict::not_available);
  EXPECT_EQ(first_mistake(answer.worksheet), "");
}

TEST(Worksheets, ReAddWithWhatHasGoneInSoFar) {
  const Assessment answer =
      ask(plan_with(all_allowed), "age=40 hce=no pay=100000 after_tax_ytd=10000");
  EXPECT_EQ(answer.remaining, exactly(37'500_usd));
  EXPECT_EQ(first_mistake(answer.worksheet), "");
}

}  // namespace
}  // namespace rothcheck::checker
