// Elections: pay dates, and what holds of every schedule, whoever is paid how much when.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "checker/advice/elect.hpp"
#include "checker/advice/pay_dates.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

Outcome<ElectionAnswer> elections(const Plan& plan, const std::string& words, const Facts& facts,
                                  int year = 2026) {
  ElectionFacts read;
  for (const auto& [name, text] : facts) {
    if (const auto wrong = set_fact(read, name, text)) throw std::runtime_error(name + *wrong);
  }
  return elect(Checker{plan, year, limits()}, person(words), read);
}

TEST(PayDates, AreTwentySixOrTwentySevenByTheirAnchor) {
  EXPECT_EQ(pay_dates_every(14, date(2026, 1, 9), 2026).size(), 26u);
  const std::vector<Date> thursdays = pay_dates_every(14, date(2025, 12, 18), 2026);
  ASSERT_EQ(thursdays.size(), 27u);
  EXPECT_EQ(thursdays.front(), date(2026, 1, 1));
  EXPECT_EQ(thursdays.back(), date(2026, 12, 31));
  // The anchor may lie in a later year, too.
  EXPECT_EQ(pay_dates_every(14, date(2028, 1, 13), 2026), thursdays);
  // A leap year has two days that may begin 27.
  EXPECT_EQ(pay_dates_every(14, date(2032, 1, 2), 2032).size(), 27u);
  EXPECT_EQ(pay_dates_every(7, date(2026, 1, 1), 2026).size(), 53u);
  EXPECT_EQ(pay_dates_every(7, date(2026, 1, 2), 2026).size(), 52u);
}

TEST(PayDates, OfAMonthEndWithIt) {
  const std::vector<Date> dates = pay_dates_on({15, last_day}, 2028);
  ASSERT_EQ(dates.size(), 24u);
  EXPECT_EQ(dates[3], date(2028, 2, 29));
  EXPECT_EQ(pay_dates_on({30}, 2026)[1], date(2026, 2, 28));
}

std::string plan_text(const std::string& match) {
  return plan_with(std::string{all_allowed} + "match { " + match + " }\n");
}

TEST(Elections, AskForWhatTheYearSoFarWas) {
  const Read plan = read_plan(plan_text("50% of the first 6% of pay; each pay-period; true-up"));
  const auto found = elections(plan.plan, "age=40 pay=180000",
                               {{"schedule", "monthly"}, {"next_pay_date", "2026-07-31"}});
  EXPECT_FALSE(found);
  EXPECT_EQ(codes(found.findings), "MBR301 MBR301 MBR301");
}

TEST(Elections, RefuseWhatHasNoPaychecks) {
  const Read plan = read_plan(plan_text("50% of the first 6% of pay"));
  const Facts monthly = {{"schedule", "monthly"}, {"paycheck", "10000"}};
  EXPECT_EQ(codes(elections(plan.plan, "age=40 net_profit=100000", monthly).findings), "MBR328");
  const Read july =
      read_plan(plan_with("limitation-year begins 07-01\n" + std::string{all_allowed}));
  EXPECT_EQ(codes(elections(july.plan, "age=40", monthly, 2025).findings), "MBR328");
}

TEST(Elections, RefusePayThatDoesNotAddUp) {
  const Read plan = read_plan(plan_text("50% of the first 6% of pay"));
  const auto found =
      elections(plan.plan, "age=40 pay=130000",
                {{"schedule", "biweekly"}, {"first_pay_date", "2026-01-01"}, {"paycheck", "5000"}});
  ASSERT_EQ(codes(found.findings), "MBR302");
  EXPECT_NE(found.findings.front().message.find("$135,000.00"), std::string::npos);
}

TEST(Elections, SayThatTooMuchHasBeenDeferred) {
  const Read plan = read_plan(plan_with(all_allowed));
  const auto found = elections(plan.plan, "age=40 after_tax_ytd=0",
                               {{"schedule", "monthly"},
                                {"paycheck", "10000"},
                                {"next_pay_date", "2026-12-31"},
                                {"deferrals_ytd", "24500.01"}});
  ASSERT_TRUE(found);
  // One paycheck does not hold the after-tax room, either.
  EXPECT_EQ(codes(found.value->findings), "MBR201 MBR323");
  EXPECT_EQ(found.value->readings.front().plans.front().rows.front().deferral, 0_usd);
}

TEST(Elections, CountRaisesFromTheirDay) {
  const Read plan = read_plan(plan_with(all_allowed));
  const auto found =
      elections(plan.plan, "age=40",
                {{"schedule", "monthly"}, {"paycheck", "10000"}, {"raises", "2026-07-01:12000"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found.value->pay, 132000_usd);
}

// A random year: any schedule, plan, grain and start.
struct RandomElections {
  std::string plan, person;
  Facts facts;
};

/// What a failure shows.
std::string shown(const RandomElections& year) {
  std::string text = year.plan + year.person;
  for (const auto& [name, value] : year.facts) text += " " + name + "=" + value;
  return text;
}

RandomElections random_elections() {
  const auto one_of = [](std::vector<std::string> words) {
    return *rc::gen::elementOf(std::move(words));
  };
  RandomElections year;
  const std::string match = one_of({"50% of the first 6% of pay",
                                    "100% of the first 3% of pay; 50% of the next 2% of pay",
                                    "25% of all", "100% of the first 4% of pay; limit $5,000",
                                    "counts pre-tax, roth, after-tax; 100% of the first 5% of pay",
                                    "counts pre-tax, roth, catch-up; 50% of the first 8% of pay"});
  const std::string when =
      one_of({"", "; each pay-period", "; each month; no true-up", "; each pay-period; no true-up",
              "; each quarter; true-up", "; each year"});
  year.plan = plan_with(
      "compensation { " + one_of({"", "counts base"}) +
      one_of({"", "; when pay reaches the 401(a)(17) limit stop match"}) + " }\n" +
      "contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed; " +
      one_of({"", "limit 10% of pay on after-tax", "limit 50% of pay",
              "limit $20,000 on pre-tax, roth"}) +
      " }\n" + "match { " + match + when + " }\n" + one_of({"", "nonelective { 3% of pay }\n"}));
  const int age = *rc::gen::inRange(25, 66);
  year.person = "hce=no prior_year_fica_wages=1000 age=" + std::to_string(age);
  const std::string schedule = one_of({"weekly", "biweekly", "semimonthly", "monthly"});
  year.facts = {{"schedule", schedule},
                {"first_pay_date", "2026-01-0" + std::to_string(*rc::gen::inRange(1, 10))},
                {"paycheck",
                 to_plain_string(Money::cents(*rc::gen::inRange<std::int64_t>(50'000, 4'000'000)))},
                {"grain", one_of({"percent", "tenths", "dollars"})},
                {"style", one_of({"even", "front", "late"})}};
  if (*rc::gen::arbitrary<bool>())
    year.facts.push_back(
        {"bonuses", "2026-03-13:" + to_plain_string(Money::cents(
                                        *rc::gen::inRange<std::int64_t>(1, 9'000'000)))});
  if (*rc::gen::arbitrary<bool>()) year.facts.push_back({"highest_election", "75%"});
  return year;
}

/// What the checker says of the year that a plan of elections comes to.
Assessment year_of(const Plan& plan, const std::string& words, const ElectionAnswer& answer,
                   const ElectionPlan& elected) {
  Participant who = person(words);
  who.pay = answer.pay;
  who.base_pay = answer.pay;
  who.bonus = Money{};
  who.match = elected.match;
  who.after_tax_ytd = elected.after_tax.reached;
  // What no paycheck can hold any more is not deferred, and takes no room.
  if (elected.deferrals.out_of_pay && elected.deferrals.left() > Money{})
    who.pre_tax = Election{elected.deferrals.reached};
  return Checker{plan, 2026, limits()}.assess(who);
}

// The limits hold to the cent for every style and reading; dollars reach them, and percents leave
// less than one more percent of a paycheck.
RC_GTEST_PROP(Elections, NeverPassALimitAndReachItInDollars, ()) {
  const RandomElections year = random_elections();
  RC_LOG() << shown(year);
  const Read plan = read_plan(year.plan);
  const auto found = elections(plan.plan, year.person, year.facts);
  RC_ASSERT(bool(found));
  const ElectionAnswer& answer = *found.value;
  const bool counts_base = year.plan.find("counts base") != std::string::npos;
  for (const ElectionReading& reading : answer.readings) {
    for (const ElectionPlan& elected : reading.plans) {
      Money deferred, after_tax, matched = elected.at_year_end;
      for (const PaycheckRow& row : elected.rows) {
        RC_ASSERT(row.deferral + row.after_tax <= row.pay);
        deferred += row.deferral;
        after_tax += row.after_tax;
        matched += row.match;
      }
      RC_ASSERT(deferred == elected.deferrals.reached);
      RC_ASSERT(after_tax == elected.after_tax.reached);
      RC_ASSERT(matched == elected.match);
      RC_ASSERT(deferred <= answer.deferral_most);
      RC_ASSERT(after_tax <= elected.room);
      RC_ASSERT(deferred - elected.catch_up + after_tax + matched + elected.other_employer <=
                answer.additions_limit);
      RC_ASSERT(elected.match_cost >= Money{});
      if (!counts_base) {
        // The checker has the same room for a year with this match.
        const Assessment whole = year_of(plan.plan, year.person, answer, elected);
        RC_ASSERT(whole.room == exactly(elected.room));
        RC_ASSERT(whole.deferrals.most >= deferred);
        RC_ASSERT(codes(whole.findings).find("MBR20") == std::string::npos);
      }
      if (answer.grain == Grain::dollars) {
        // Nothing is left over but what no paycheck holds.
        RC_ASSERT(elected.deferrals.left() == Money{} || elected.deferrals.out_of_pay);
        RC_ASSERT(elected.after_tax.left() == Money{} || elected.after_tax.out_of_pay);
      } else if (elected.style == Style::even && !elected.deferrals.out_of_pay &&
                 elected.deferrals.left() > Money{}) {
        // One unit more on any paycheck that holds it would be too much.
        Money largest;
        for (const PaycheckRow& row : elected.rows) largest = greater(largest, row.pay);
        const Rate unit = answer.grain == Grain::percent ? Rate{1, 100} : Rate{1, 1000};
        RC_ASSERT(elected.deferrals.left() <= portion(unit, largest, Round::up) + Money::cents(1));
      }
    }
  }
}

// A cent more after tax than the room is over a limit, wherever the elections reach it.
RC_GTEST_PROP(Elections, HaveNoRoomForACentMore, ()) {
  RandomElections year = random_elections();
  for (auto& [name, text] : year.facts) {
    if (name == "grain") text = "dollars";
  }
  const Read plan = read_plan(year.plan);
  const auto found = elections(plan.plan, year.person, year.facts);
  RC_ASSERT(bool(found));
  const ElectionPlan& elected = chosen(*found.value, found.value->readings.front());
  RC_PRE(elected.after_tax.left() == Money{} && !elected.after_tax.out_of_pay);
  RC_PRE(year.plan.find("after-tax; 100%") == std::string::npos &&
         year.plan.find("counts base") == std::string::npos);
  ElectionPlan more = elected;
  more.after_tax.reached += Money::cents(1);
  const Assessment over = year_of(plan.plan, year.person, *found.value, more);
  RC_ASSERT(codes(over.findings).find("MBR203") != std::string::npos);
}

// Elections that keep the match of each paycheck earn as much as any others. (A match that stops
// when pay reaches the 401(a)(17) limit and is of all, or has a true-up besides, wants more early.)
RC_GTEST_PROP(Elections, KeepTheMatchWhereTheySayTheyDo, ()) {
  RandomElections year = random_elections();
  for (auto& [name, text] : year.facts) {
    if (name == "grain") text = "dollars";
  }
  const Read plan = read_plan(year.plan);
  const auto found = elections(plan.plan, year.person, year.facts);
  RC_ASSERT(bool(found));
  RC_PRE(year.plan.find("stop match") == std::string::npos);
  for (const ElectionReading& reading : found.value->readings) {
    const bool stops =
        std::any_of(reading.takes.begin(), reading.takes.end(),
                    [](const auto& take) { return take.find("stops") != std::string::npos; });
    if (stops) continue;
    Money keeping, others;
    for (const ElectionPlan& elected : reading.plans) {
      Money& most = elected.keeps_match ? keeping : others;
      most = greater(most, elected.match);
    }
    // A few cents are the cents in which shares of a deferral are counted.
    RC_ASSERT(keeping + Money::cents(60) >= others);
  }
}

}  // namespace
}  // namespace rothcheck::checker
