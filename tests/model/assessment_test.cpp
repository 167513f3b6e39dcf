// The words of an answer, and the sums of a run.
#include "model/assessment.hpp"

#include <gtest/gtest.h>

#include <set>

namespace rothcheck {
namespace {

template <class Enumerator>
std::vector<std::string_view> words(int count) {
  std::vector<std::string_view> all;
  for (int i = 0; i < count; ++i) all.push_back(to_string(static_cast<Enumerator>(i)));
  return all;
}

Assessment answer(Verdict verdict, Range room) {
  Assessment assessment;
  assessment.verdict = verdict;
  assessment.room = room;
  return assessment;
}

TEST(Assessment, VerdictsHaveTheNamesOfTheContract) {
  EXPECT_EQ(words<Verdict>(verdict_count),
            (std::vector<std::string_view>{"available", "at-separation", "no-room", "not-eligible",
                                           "not-available", "undetermined"}));
}

TEST(Assessment, BindingsAreNamedInTheOrderOfTheContract) {
  EXPECT_EQ(words<Binding>(6),
            (std::vector<std::string_view>{"not-permitted", "plan-limit", "annual-additions-limit",
                                           "compensation-limit", "earned-income-limit", "pay"}));
}

TEST(Assessment, EveryAssumptionIsASentenceOfItsOwn) {
  Assumptions all;
  for (int i = 0; i <= static_cast<int>(Assumption::short_year_fraction); ++i)
    all.add(static_cast<Assumption>(i));
  std::set<std::string_view> sentences;
  for (Assumption assumption : all.list()) sentences.insert(sentence_of(assumption));
  EXPECT_EQ(sentences.size(), static_cast<std::size_t>(Assumption::short_year_fraction) + 1);
}

TEST(Assessment, AssumptionsAreASet) {
  Assumptions some;
  some.add(Assumption::even_pay);
  some.add(Assumption::most_deferrals);
  some.add(Assumption::even_pay);
  EXPECT_EQ(some.list(),
            (std::vector<Assumption>{Assumption::most_deferrals, Assumption::even_pay}));
  EXPECT_FALSE(some.has(Assumption::not_an_owner));
}

TEST(Assessment, EveryQuestionAsksSomebody) {
  for (int i = 0; i <= static_cast<int>(QuestionKind::net_profit); ++i) {
    const auto kind = static_cast<QuestionKind>(i);
    EXPECT_TRUE(sentence_of(kind).find('?') != std::string_view::npos) << sentence_of(kind);
  }
  EXPECT_EQ(asked_of(QuestionKind::after_tax), Whom::plan);
  EXPECT_EQ(asked_of(QuestionKind::pay), Whom::person);
}

TEST(Assessment, EveryLineOfADerivationHasALabelOfItsOwn) {
  std::set<std::string_view> labels;
  for (int i = 0; i <= static_cast<int>(LineKind::remaining); ++i) {
    EXPECT_TRUE(labels.insert(label_of(static_cast<LineKind>(i))).second)
        << label_of(static_cast<LineKind>(i));
  }
  EXPECT_EQ(law_of(LineKind::annual_additions_limit), "IRC 415(c)(1)(A)");
}

TEST(Assessment, ASummaryCountsEverybodyAndAddsSettledRooms) {
  Summary summary;
  summary.add(answer(Verdict::available, exactly(40'500_usd)));
  summary.add(answer(Verdict::available, exactly(Money::cents(1))));
  summary.add(answer(Verdict::undetermined, {0_usd, 20'000_usd}));
  summary.add(answer(Verdict::not_available, {}));
  EXPECT_EQ(summary.participants, 4);
  EXPECT_EQ(summary.by_verdict[static_cast<int>(Verdict::available)], 2);
  EXPECT_EQ(summary.by_verdict[static_cast<int>(Verdict::undetermined)], 1);
  EXPECT_EQ(summary.by_verdict[static_cast<int>(Verdict::no_room)], 0);
  EXPECT_EQ(summary.room_total, Money::cents(4'050'001));
}

TEST(Range, ReadsAsOneAmountWhenSettled) {
  EXPECT_EQ(to_string(exactly(1000_usd)), "$1,000.00");
  EXPECT_EQ(to_string(Range{0_usd, 1000_usd}), "$0.00 to $1,000.00");
}

TEST(Range, TheHullHoldsBoth) {
  EXPECT_EQ(hull(exactly(3_usd), exactly(1_usd)), (Range{1_usd, 3_usd}));
  EXPECT_EQ(hull({1_usd, 9_usd}, {2_usd, 3_usd}), (Range{1_usd, 9_usd}));
}

}  // namespace
}  // namespace rothcheck
