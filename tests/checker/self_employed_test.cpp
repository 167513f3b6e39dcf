// The self-employed, from net profit to after-tax room, figured again in exact fractions.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>

#include "tests/checker/asked.hpp"
#include "tests/checker/random_year.hpp"

namespace rothcheck::checker {
namespace {

using Exact = boost::multiprecision::cpp_rational;
using Whole = boost::multiprecision::cpp_int;

Cents down(const Exact& cents) {
  return static_cast<Cents>(Whole{numerator(cents) / denominator(cents)});
}
Cents nearest(const Exact& cents) { return down(cents + Exact{1, 2}); }

/// READING.md R7.1 to R7.3, written out.
struct Owner {
  int year = 2026;
  Cents profit = 0, wages = 0, deferral = 0;
  int match_rate = 0, match_width = 0;  // `RATE% of the first WIDTH% of pay`
  bool profit_sharing = true;

  Cents base() const {
    const Law law = law_of(year);
    const Exact earnings = nearest(Exact{profit} * Exact{9'235, 10'000});
    if (Exact{profit} * Exact{9'235, 10'000} < 40'000) return profit;
    const Exact taxed = std::min(earnings, Exact{std::max<Cents>(0, law.wage_base - wages)});
    const Exact tax = nearest(taxed * Exact{124, 1'000} + earnings * Exact{29, 1'000});
    return profit - nearest(tax / 2);
  }
  /// On pay less match and profit sharing. Each turn leaves a fifth of the error or less.
  Cents match() const {
    Exact pay = base();
    Exact match;
    for (int turn = 0; turn < 12; ++turn) {
      const Exact counted = std::min(pay, Exact{law_of(year).pay});
      match = std::min(Exact{deferral}, counted * Exact{match_width, 100}) * Exact{match_rate, 100};
      Exact sharing;
      if (profit_sharing)
        sharing = std::min(Exact{counted / 4}, Exact{employer_most(nearest(match))});
      pay = base() - match - sharing;
    }
    return nearest(match);
  }
  Cents employer_most(Cents match) const {
    const Law law = law_of(year);
    const Cents deduction = std::min(nearest(Exact{base()} / 5), down(Exact{law.pay} / 4)) - match;
    const Cents of_dollars = law.additions - deferral - match;
    const Cents of_pay = down(Exact{base() - deferral - 2 * match} / 2);
    return std::max<Cents>(0, std::min({deduction, of_dollars, of_pay}));
  }
  Cents employer() const { return match() + (profit_sharing ? employer_most(match()) : 0); }
  Cents room() const {
    const Cents of_dollars = law_of(year).additions - deferral - employer();
    const Cents of_pay = base() - deferral - 2 * employer();
    return std::max<Cents>(0, std::min(of_dollars, of_pay));
  }

  std::string plan() const {
    std::string body{all_allowed};
    if (match_rate != 0) {
      body += "match { " + std::to_string(match_rate) + "% of the first " +
              std::to_string(match_width) + "% of pay; each year }\n";
    }
    if (profit_sharing) body += "nonelective { 25% of pay }\n";
    return plan_with(body, "solo 401(k)");
  }
  std::string words() const {
    return "age=40 business=sole-proprietor net_profit=" + to_plain_string(Money::cents(profit)) +
           " wages_elsewhere=" + to_plain_string(Money::cents(wages)) +
           " pre_tax=" + to_plain_string(Money::cents(deferral));
  }
};

RC_GTEST_PROP(SoleProprietors, HaveTheRoomThatExactFractionsGive, ()) {
  const auto amount = [](Cents most) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Cents>(0, most + 1));
  };
  Owner owner;
  owner.year = *rc::gen::inRange(2014, 2027);
  const Law law = law_of(owner.year);
  owner.profit = *rc::gen::element(amount(45'000'000), amount(9'000'000), amount(100'000));
  owner.wages = *rc::gen::element(Cents{0}, *around(law.wage_base));
  owner.deferral = std::min(amount(law.deferrals), owner.base());
  owner.profit_sharing = *rc::gen::arbitrary<bool>();
  if (*rc::gen::arbitrary<bool>()) {
    owner.match_rate = *rc::gen::inRange(1, 101);
    owner.match_width = *rc::gen::inRange(1, 7);
  }
  // Where deferrals and match alone are over, the owner has an excess and no room; that is another
  // test's.
  RC_PRE(owner.deferral + 2 * owner.match() <= owner.base());
  RC_LOG() << owner.year << "\n" << owner.plan() << owner.words() << "\n";
  const Assessment answer = ask(owner.plan(), owner.words(), owner.year);
  RC_ASSERT(dollars(answer.employer.most.in_cents()) == dollars(owner.employer()));
  RC_ASSERT(dollars(answer.room.most.in_cents()) == dollars(owner.room()));
}

// READING.md R7.4: a profit of 250,000 and no other wages.
struct Year {
  int year;
  const char* earned;
  const char* employer;
};
void PrintTo(const Year& year, std::ostream* out) { *out << year.year; }
class Profit250000 : public testing::TestWithParam<Year> {};

TEST_P(Profit250000, ComesToThePublishedFigures) {
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "nonelective { 25% of pay }", "solo 401(k)"),
          "age=40 business=sole-proprietor net_profit=250000 pre_tax=0", GetParam().year);
  EXPECT_EQ(answer.employer, exactly(*Money::parse(GetParam().employer)));
  EXPECT_EQ(amounts(answer.worksheet, LineKind::earned_income_before).front(),
            *Money::parse(GetParam().earned));
}

INSTANTIATE_TEST_SUITE_P(OfLawR74, Profit250000,
                         testing::Values(Year{2024, "236199.11", "47239.82"},
                                         Year{2025, "235734.11", "47146.82"},
                                         Year{2026, "235213.31", "47042.66"}),
                         [](const auto& each) { return std::to_string(each.param.year); });

TEST(SoleProprietors, LeaveLittleBesideFullProfitSharing) {
  // 72,000 - 24,500 - 47,042.66.  READING.md R7.4
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "nonelective { 25% of pay }", "solo 401(k)"),
          "age=40 business=sole-proprietor net_profit=250000 pre_tax=24500");
  EXPECT_EQ(answer.room, exactly(Money::cents(45'734)));
}

TEST(SoleProprietors, SplitASmallProfit) {
  // READING.md R7.5: profit sharing 6,337.04 leaves a cent of earned income at most; none leaves
  // 12,674.09.
  const std::string words = "age=40 business=sole-proprietor net_profit=40000 pre_tax=24500";
  const Assessment all =
      ask(plan_with(std::string{all_allowed} + "nonelective { 25% of pay }", "solo 401(k)"), words);
  EXPECT_EQ(all.employer, exactly(Money::cents(633'704)));
  EXPECT_EQ(all.room, exactly(Money::cents(1)));
  const Assessment none = ask(plan_with(all_allowed, "solo 401(k)"), words);
  EXPECT_EQ(none.room, exactly(Money::cents(1'267'409)));
  EXPECT_EQ(none.binding, Binding::earned_income_limit);
}

TEST(SoleProprietors, ShareOneDeferralLimitWithADayJob) {
  // READING.md R7.9.
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "nonelective { 25% of pay }", "solo 401(k)"),
          "age=40 business=sole-proprietor net_profit=250000 wages_elsewhere=184500 "
          "deferrals_elsewhere=24500");
  EXPECT_EQ(answer.deferrals, exactly(Money{}));
  EXPECT_EQ(answer.employer, exactly(Money::cents(4'933'046)));
  EXPECT_EQ(answer.room, exactly(Money::cents(2'266'954)));
}

TEST(Corporations, ContributeAQuarterOfW2Pay) {
  // READING.md R7.6.
  const std::string text =
      plan_with(std::string{all_allowed} + "nonelective { 25% of pay }", "solo 401(k)");
  const Assessment some = ask(text, "age=40 business=s-corporation pay=100000 pre_tax=24500");
  EXPECT_EQ(some.employer, exactly(25'000_usd));
  EXPECT_EQ(some.room, exactly(22'500_usd));
  const Assessment full = ask(text, "age=40 business=s-corporation pay=190000 pre_tax=24500");
  EXPECT_EQ(full.employer, exactly(47'500_usd));
  EXPECT_EQ(full.verdict, Verdict::no_room);
}

TEST(Corporations, CountTheMatchInTheQuarter) {
  // 25,000 for match and profit sharing together.  IRC 404(a)(3)(A)
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "match { 100% of the first 4% of pay; each year }\n"
                                               "nonelective { 25% of pay }",
                    "solo 401(k)"),
          "age=40 business=c-corporation pay=100000 pre_tax=24500");
  EXPECT_EQ(answer.employer, exactly(25'000_usd));
  EXPECT_EQ(answer.room, exactly(22'500_usd));
}

TEST(Owners, SeeWhatNoAndTheLargestEmployerContributionWouldLeave) {
  const Assessment answer =
      ask(plan_with(std::string{all_allowed} + "nonelective { 25% of pay }", "solo 401(k)"),
          "age=40 business=s-corporation pay=100000 pre_tax=24500 nonelective=10000");
  EXPECT_EQ(answer.room, exactly(37'500_usd));
  ASSERT_EQ(answer.alternatives.size(), 2u);
  EXPECT_EQ(answer.alternatives[0].employer, Money{});
  EXPECT_EQ(answer.alternatives[0].room, 47'500_usd);
  EXPECT_EQ(answer.alternatives[1].employer, 25'000_usd);
  EXPECT_EQ(answer.alternatives[1].room, 22'500_usd);
}

TEST(Owners, AreToldOfAnEmployerContributionOverTheMost) {
  const std::string text =
      plan_with(std::string{all_allowed} + "nonelective { 25% of pay }", "solo 401(k)");
  const std::string words = "age=40 business=s-corporation pay=100000 pre_tax=24500 nonelective=";
  EXPECT_EQ(codes(ask(text, words + "25000").findings), "");
  EXPECT_EQ(codes(ask(text, words + "25000.01").findings), "MBR206");
}

}  // namespace
}  // namespace rothcheck::checker
