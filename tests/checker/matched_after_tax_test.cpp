// After-tax money that earns a match takes room for itself and for the match. The oracle tries
// every cent, so it knows nothing of halving and nothing of monotone sums.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/checker/asked.hpp"
#include "tests/checker/random_year.hpp"

namespace rothcheck::checker {
namespace {

/// A match on deferrals and after-tax money, in whole percents so that all is in ten-thousandths of
/// a cent.
struct Formula {
  std::vector<RandomTier> tiers;
  std::vector<std::pair<int, int>> steps;  // the match and the threshold, in percent of pay
  std::optional<int> limit_of_pay;
  std::optional<Cents> limit;

  std::string text() const {
    std::string all = "match {\n  counts pre-tax, roth, after-tax\n";
    for (std::size_t i = 0; i < tiers.size(); ++i) {
      const std::string rate = "  " + std::to_string(tiers[i].rate) + "% of ";
      const std::string width = std::to_string(tiers[i].width) + "% of pay\n";
      all += rate + (tiers[i].width == 0 ? "all\n" : (i == 0 ? "the first " : "the next ") + width);
    }
    for (const auto& [match, threshold] : steps) {
      all += "  " + std::to_string(match) + "% of pay when contributing at least " +
             std::to_string(threshold) + "% of pay\n";
    }
    if (limit_of_pay) all += "  limit " + std::to_string(*limit_of_pay) + "% of pay\n";
    if (limit) all += "  limit " + dollars(*limit) + "\n";
    return all + "  each year\n}\n";
  }

  Cents of(Cents contributed, Cents pay) const {
    std::int64_t parts = 0;  // ten-thousandths of a cent
    std::int64_t from = 0;   // hundredths of a cent
    for (const RandomTier& tier : tiers) {
      const std::int64_t all = contributed * 100;
      const std::int64_t to = tier.width == 0 ? all : from + pay * tier.width;
      parts += std::max<std::int64_t>(0, std::min(all, to) - from) * tier.rate;
      from = to;
    }
    std::int64_t step = 0;
    for (const auto& [match, threshold] : steps) {
      if (contributed * 100 >= pay * threshold) step = std::max(step, pay * match * 100);
    }
    parts += step;
    if (limit_of_pay) parts = std::min(parts, pay * *limit_of_pay * 100);
    const Cents nearest = (parts + 5'000) / 10'000;
    return limit ? std::min(nearest, *limit) : nearest;
  }
};

struct Case {
  Formula formula;
  Cents pay, deferred, nonelective;
  std::optional<int> limit_on_after_tax;  // in percent of pay

  /// The largest after-tax amount that fits, looked for cent by cent.
  Cents room() const {
    Cents most = 0;
    for (Cents after_tax = 0; after_tax <= pay - deferred; ++after_tax) {
      const Cents match = formula.of(deferred + after_tax, pay);
      const bool fits = deferred + after_tax + match + nonelective <= pay;
      const bool within = !limit_on_after_tax || after_tax * 100 <= pay * *limit_on_after_tax;
      if (fits && within) most = after_tax;
    }
    return most;
  }
};

int number(int least, int most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}

Formula random_formula() {
  Formula formula;
  if (number(0, 3) == 0) {
    const int steps = number(1, 3);
    for (int i = 0; i < steps; ++i) formula.steps.emplace_back(number(1, 12), 7 * i + number(1, 7));
  } else {
    const int tiers = number(1, 3);
    for (int i = 0; i < tiers; ++i) formula.tiers.push_back({number(1, 200), number(1, 15)});
    if (tiers == 1 && number(0, 1) == 0) formula.tiers[0].width = 0;
  }
  if (number(0, 2) == 0) formula.limit_of_pay = number(1, 10);
  if (number(0, 2) == 0) formula.limit = number(0, 20'000);
  return formula;
}

RC_GTEST_PROP(MatchedAfterTax, FitsToTheCentAsTryingEveryCentDoes, ()) {
  Case one{random_formula(), number(1'000, 150'000), 0, number(0, 10'000), std::nullopt};
  one.deferred = number(0, static_cast<int>(one.pay));
  if (number(0, 2) == 0) one.limit_on_after_tax = number(1, 100);
  std::string body = std::string{all_allowed} + one.formula.text();
  if (one.limit_on_after_tax)
    body += "contributions { limit " + std::to_string(*one.limit_on_after_tax) +
            "% of pay on after-tax }\n";
  const std::string words = "age=40 hce=no pay=" + to_plain_string(Money::cents(one.pay)) +
                            " pre_tax=" + to_plain_string(Money::cents(one.deferred)) +
                            " nonelective=" + to_plain_string(Money::cents(one.nonelective));
  RC_LOG() << body << words << "\n";
  const Assessment answer = ask(plan_with(body), words);
  const Cents room = one.room();
  RC_ASSERT(dollars(room) == dollars(answer.room.most.in_cents()));
  RC_ASSERT(answer.room.settled());
  RC_ASSERT(dollars(one.formula.of(one.deferred + room, one.pay) + one.nonelective) ==
            dollars(answer.employer.most.in_cents()));
}

TEST(MatchedAfterTax, TakesHalfAgainWhereAllIsMatchedByHalf) {
  // 24,500 earn 12,250; of the 35,250 left, x and half of x: 23,500.
  const Assessment answer = ask(
      plan_with(std::string{all_allowed} + "match { counts pre-tax, roth, after-tax; 50% of all }"),
      "age=40 hce=no pay=200000 pre_tax=24500");
  EXPECT_EQ(answer.room, exactly(23'500_usd));
  EXPECT_EQ(answer.employer, exactly(24'000_usd));
  EXPECT_EQ(answer.binding, Binding::annual_additions_limit);
}

TEST(MatchedAfterTax, StopsShortOfAStepThatWouldNotFit) {
  // 3% of pay is 3,000: a cent more of after-tax money would bring a match of 60,000.
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} +
                    "match { counts after-tax; 60% of pay when contributing at least 3% of pay }"),
          "age=40 hce=no pay=100000 pre_tax=20000");
  EXPECT_EQ(answer.room, exactly(Money::cents(299'999)));
  EXPECT_EQ(answer.employer, exactly(Money{}));
}

}  // namespace
}  // namespace rothcheck::checker
