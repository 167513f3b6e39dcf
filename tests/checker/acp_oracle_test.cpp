// The ACP test beside a slow one written from the law alone: it tries every hundredth, every cent
// and every way that missing facts could turn out. Nothing of checker/law is used by it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "checker/acp/acp.hpp"
#include "checker/judge/batch.hpp"
#include "tests/checker/asked.hpp"
#include "tests/oracle/fraction.hpp"

namespace rothcheck::checker {
namespace {

using oracle::Fraction;

struct Worker {
  std::string id;
  bool hce;
  std::int64_t pay, after_tax, match;  // in cents

  std::int64_t contributed() const { return after_tax + match; }
};
using Workers = std::vector<Worker>;

// ---- The law, slowly.

/// To the nearest hundredth of a percent.
std::int64_t ratio_of(std::int64_t contributed, std::int64_t pay) {
  return pay == 0 ? 0 : (2 * contributed * 10'000 + pay) / (2 * pay);
}

std::int64_t average_of(const Workers& workers, bool hce) {
  std::int64_t sum = 0, count = 0;
  for (const Worker& one : workers) {
    if (one.hce != hce) continue;
    sum += ratio_of(one.contributed(), one.pay);
    ++count;
  }
  return count == 0 ? 0 : (2 * sum + count) / (2 * count);
}

/// Four times the limit in hundredths, so that 125 percent is whole.
std::int64_t four_limits(std::int64_t others) {
  return std::max(5 * others, std::min(8 * others, 4 * others + 800));
}

bool has_test(const Workers& workers) {
  const auto any = [&](bool hce) {
    return std::any_of(workers.begin(), workers.end(),
                       [hce](const Worker& one) { return one.hce == hce; });
  };
  return any(true) && any(false);
}

bool passes(const Workers& workers) {
  return !has_test(workers) ||
         4 * average_of(workers, true) <= four_limits(average_of(workers, false));
}

/// Cuts the highest ratios to the next lower one, again and again, until the average is the limit;
/// the dollars above what each may keep, a part of a cent being too much.
std::int64_t excess_of(const Workers& workers) {
  std::vector<Fraction> ratios;
  for (const Worker& one : workers) {
    if (one.hce) ratios.emplace_back(ratio_of(one.contributed(), one.pay));
  }
  const auto count = static_cast<std::int64_t>(ratios.size());
  const Fraction allowed = Fraction{four_limits(average_of(workers, false)), 4} * Fraction{count};
  std::sort(ratios.begin(), ratios.end(), [](Fraction a, Fraction b) { return b < a; });
  for (std::size_t on_top = 1; on_top <= ratios.size(); ++on_top) {
    Fraction others{0};
    for (std::size_t i = on_top; i < ratios.size(); ++i) others = others + ratios[i];
    const Fraction level = (allowed - others) / Fraction{static_cast<std::int64_t>(on_top)};
    const bool far_enough = on_top == ratios.size() || !(level < ratios[on_top]);
    if (!far_enough) continue;
    std::int64_t excess = 0;
    for (const Worker& one : workers) {
      if (!one.hce || !(level < Fraction{ratio_of(one.contributed(), one.pay)})) continue;
      const std::int64_t kept = (level * Fraction{one.pay, 10'000}).down();
      excess += std::max<std::int64_t>(0, one.contributed() - kept);
    }
    return excess;
  }
  return 0;
}

/// A cent at a time from whoever has most left.
std::map<std::string, std::int64_t> refunds_of(const Workers& workers, std::int64_t excess) {
  std::vector<const Worker*> people;
  for (const Worker& one : workers) {
    if (one.hce) people.push_back(&one);
  }
  std::sort(people.begin(), people.end(), [](const Worker* a, const Worker* b) {
    return a->contributed() != b->contributed() ? a->contributed() > b->contributed()
                                                : a->id < b->id;
  });
  std::vector<std::int64_t> left;
  for (const Worker* one : people) left.push_back(one->contributed());
  for (; excess > 0; --excess) --*std::max_element(left.begin(), left.end());
  std::map<std::string, std::int64_t> refunds;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (left[i] != people[i]->contributed())
      refunds[people[i]->id] = people[i]->contributed() - left[i];
  }
  return refunds;
}

Workers with_rate(Workers workers, std::int64_t hundredths) {
  for (Worker& one : workers) {
    if (one.hce) one.after_tax = (2 * one.pay * hundredths + 10'000) / 20'000;
  }
  return workers;
}

std::int64_t largest_rate(const Workers& workers) {
  std::int64_t rate = 0;
  while (rate < 10'000 && passes(with_rate(workers, rate + 1))) ++rate;
  return rate;
}

// ---- The same people for the checker.

const Read& plan() {
  static const Read read =
      read_plan(plan_with(std::string{all_allowed} + "match { discretionary }\n"
                                                     "testing { acp current-year }\n"));
  return read;
}

Participant as_participant(const Worker& one) {
  Participant person;
  person.id = one.id;
  person.age = 40;
  person.pay = Money::cents(one.pay);
  person.pre_tax = person.roth = Election{Money{}};
  person.after_tax = Election{Money::cents(one.after_tax)};
  person.match = Money::cents(one.match);
  person.hce = one.hce;
  return person;
}

std::vector<Participant> as_census(const Workers& workers) {
  std::vector<Participant> census;
  for (const Worker& one : workers) census.push_back(as_participant(one));
  return census;
}

AcpReport tested(const std::vector<Participant>& census, AcpOptions options = {}) {
  const Checker checker{plan().plan, 2026, limits()};
  return acp_test(checker, census, options);
}

std::map<std::string, std::int64_t> refunds_of(const AcpReport& report) {
  std::map<std::string, std::int64_t> refunds;
  for (const AcpRefund& refund : report.refunds) refunds[refund.id] = refund.amount.in_cents();
  return refunds;
}

class Chance {
 public:
  explicit Chance(unsigned seed) : random_{seed} {}
  std::int64_t below(std::int64_t count) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(count));
  }

 private:
  std::mt19937_64 random_;
};

/// Small pay, so that a cent at a time is not too long.
Workers some_workers(Chance& chance) {
  Workers workers;
  const std::int64_t count = 2 + chance.below(6);
  for (std::int64_t i = 0; i < count; ++i) {
    Worker one{.id = "p" + std::to_string(chance.below(1'000)) + "-" + std::to_string(i),
               .hce = chance.below(2) == 0,
               .pay = 1 + chance.below(120'000),
               .after_tax = 0,
               .match = 0};
    if (chance.below(3) != 0) one.after_tax = chance.below(one.pay / 8 + 1);
    if (chance.below(3) == 0) one.match = chance.below(one.pay / 20 + 1);
    // Some have the same, so that levels meet.
    if (i > 0 && chance.below(5) == 0) {
      const Worker& like = workers.front();
      one.pay = like.pay;
      one.after_tax = like.after_tax;
      one.match = like.match;
    }
    workers.push_back(one);
  }
  return workers;
}

/// How many random censuses; `ROTHCHECK_TRIES=100000` looks longer.
const unsigned tries = [] {
  const char* asked = std::getenv("ROTHCHECK_TRIES");
  return asked != nullptr ? static_cast<unsigned>(std::stoul(asked)) : 300u;
}();

TEST(AcpOracle, AgreesOnAveragesResultAndLargestRate) {
  for (unsigned seed = 0; seed < tries; ++seed) {
    Chance chance{seed};
    const Workers workers = some_workers(chance);
    const AcpReport report = tested(as_census(workers));
    if (!has_test(workers)) continue;
    ASSERT_EQ(report.hce.average().count, average_of(workers, true)) << seed;
    ASSERT_EQ(report.nhce_average.count, average_of(workers, false)) << seed;
    ASSERT_EQ(report.result, passes(workers) ? AcpResult::pass : AcpResult::fail) << seed;
    ASSERT_EQ(report.largest_hce_after_tax.count, largest_rate(workers)) << seed;
  }
}

TEST(AcpOracle, AgreesOnWhatGoesBackToTheCent) {
  int failed = 0;
  for (unsigned seed = 0; seed < tries; ++seed) {
    Chance chance{1'000 + seed};
    const Workers workers = some_workers(chance);
    if (passes(workers)) continue;
    ++failed;
    const AcpReport report = tested(as_census(workers));
    const std::int64_t excess = excess_of(workers);
    ASSERT_EQ(report.excess.in_cents(), excess) << seed;
    ASSERT_EQ(refunds_of(report), refunds_of(workers, excess)) << seed;
    std::int64_t sum = 0;
    for (const AcpReturned& returned : report.corrections) {
      ASSERT_EQ(returned.amount,
                returned.after_tax_unmatched + returned.after_tax_matched + returned.match)
          << seed;
      sum += returned.amount.in_cents();
    }
    ASSERT_EQ(sum, excess) << seed;
  }
  EXPECT_GT(failed, 50);
}

TEST(AcpOracle, TheDollarCeilingPassesAndACentMoreFails) {
  const Checker checker{plan().plan, 2026, limits()};
  int capped = 0;
  for (unsigned seed = 0; seed < tries / 3; ++seed) {
    Chance chance{2'000 + seed};
    const Workers workers = some_workers(chance);
    if (!has_test(workers)) continue;
    const std::vector<Participant> census = as_census(workers);
    const AcpReport report = tested(census, {.solve = {"hce-dollars", "hce-rate"}});
    const auto with = [&](auto amount_of) {
      Workers changed = workers;
      for (std::size_t i = 0; i < changed.size(); ++i) {
        const std::int64_t room = checker.assess(census[i]).room.least.in_cents();
        if (changed[i].hce) changed[i].after_tax = std::min(room, amount_of(changed[i]));
      }
      return changed;
    };
    const auto cap = [&](std::int64_t cents) {
      return with([cents](const Worker&) { return cents; });
    };
    const auto rate = [&](std::int64_t hundredths) {
      return with(
          [hundredths](const Worker& one) { return (2 * one.pay * hundredths + 10'000) / 20'000; });
    };
    const AcpSolution& dollars = report.solutions.at(0);
    ASSERT_EQ(dollars.cap.has_value(), passes(cap(0))) << seed;
    if (dollars.cap) {
      ASSERT_TRUE(passes(cap(dollars.cap->in_cents()))) << seed;
      // Where everybody is full a cent more changes nothing.
      const Workers more = cap(dollars.cap->in_cents() + 1);
      const bool same = average_of(more, true) == average_of(cap(dollars.cap->in_cents()), true);
      ASSERT_TRUE(same || !passes(more)) << seed;
      if (!passes(more)) ++capped;
    }
    const AcpSolution& percent = report.solutions.at(1);
    ASSERT_EQ(percent.pct.has_value(), passes(rate(0))) << seed;
    if (!percent.pct || percent.pct->count == 10'000) continue;
    ASSERT_TRUE(passes(rate(percent.pct->count))) << seed;
    ASSERT_FALSE(passes(rate(percent.pct->count + 1))) << seed;
  }
  EXPECT_GT(capped, 20);
}

TEST(AcpOracle, WhatIsNotToldPassesOrFailsOnlyIfEveryWayDoes) {
  for (unsigned seed = 0; seed < tries; ++seed) {
    Chance chance{3'000 + seed};
    Workers workers = some_workers(chance);
    std::vector<Participant> census = as_census(workers);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < workers.size(); ++i) {
      if (chance.below(3) != 0) continue;
      census[i].hce.reset();
      open.push_back(i);
    }
    bool all = true, none = true;
    for (unsigned way = 0; way < 1u << open.size(); ++way) {
      for (std::size_t i = 0; i < open.size(); ++i) workers[open[i]].hce = (way >> i & 1u) != 0;
      const bool passed = passes(workers);
      all = all && passed;
      none = none && !passed;
    }
    const AcpResult result = tested(census).result;
    // Nobody known to be nonhighly compensated, and nobody who may be: there is no test.
    if (result == AcpResult::exempt) continue;
    ASSERT_EQ(result, all    ? AcpResult::pass
                      : none ? AcpResult::fail
                             : AcpResult::undetermined)
        << seed;
  }
}

TEST(AcpTest, SavingsOfTheOthersNeverMakeAPassFail) {
  for (unsigned seed = 0; seed < tries; ++seed) {
    Chance chance{4'000 + seed};
    Workers workers = some_workers(chance);
    if (!passes(workers)) continue;
    for (Worker& one : workers) {
      if (!one.hce) one.after_tax += chance.below(one.pay + 1);
    }
    ASSERT_NE(tested(as_census(workers)).result, AcpResult::fail) << seed;
  }
}

TEST(AcpTest, TheOrderOfRowsChangesNothing) {
  for (unsigned seed = 0; seed < tries; ++seed) {
    Chance chance{5'000 + seed};
    Workers workers = some_workers(chance);
    const AcpReport before = tested(as_census(workers));
    std::shuffle(workers.begin(), workers.end(), std::mt19937{seed});
    const AcpReport after = tested(as_census(workers));
    ASSERT_EQ(before.result, after.result) << seed;
    ASSERT_EQ(before.largest_hce_after_tax, after.largest_hce_after_tax) << seed;
    ASSERT_EQ(refunds_of(before), refunds_of(after)) << seed;
  }
}

TEST(AcpTest, SumsOfPiecesAreThoseOfTheWhole) {
  const Checker checker{plan().plan, 2026, limits()};
  for (unsigned seed = 0; seed < tries; ++seed) {
    Chance chance{6'000 + seed};
    const std::vector<Participant> census = as_census(some_workers(chance));
    Batch batch{checker};
    AcpSums whole, first, second;
    for (const Participant& one : census) {
      batch.add_to_test(one, whole);
      batch.add_to_test(one, chance.below(2) == 0 ? first : second);
    }
    add(first, second);
    const AcpReport report = tested(census);
    ASSERT_EQ(first.hce.ratio_sum, whole.hce.ratio_sum) << seed;
    ASSERT_EQ(first.nhce.average(), whole.nhce.average()) << seed;
    ASSERT_EQ(whole.hce.average(), report.hce.average()) << seed;
    ASSERT_EQ(whole.nhce.average(), report.nhce.average()) << seed;
  }
}

}  // namespace
}  // namespace rothcheck::checker
