// Every figure of the law at its edge: a cent under it, at it and a cent over it, in every year of
// the table.
#include <gtest/gtest.h>

#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

constexpr int first_year = 2014;
constexpr int last_year = 2026;

// Where an amount stands to a figure.
enum class Edge { cent_under, at, cent_over };

Money beside(Money figure, Edge edge) {
  switch (edge) {
    case Edge::cent_under:
      return figure - Money::cents(1);
    case Edge::at:
      return figure;
    case Edge::cent_over:
      return figure + Money::cents(1);
  }
  return figure;
}

std::string name_of(Edge edge) {
  switch (edge) {
    case Edge::cent_under:
      return "cent_under";
    case Edge::at:
      return "at";
    case Edge::cent_over:
      return "cent_over";
  }
  return "";
}

void PrintTo(Edge edge, std::ostream* out) { *out << name_of(edge); }

using YearAndEdge = std::tuple<int, Edge>;

std::string name_of_year_and_edge(const testing::TestParamInfo<YearAndEdge>& info) {
  return std::to_string(std::get<0>(info.param)) + "_" + name_of(std::get<1>(info.param));
}

class Limit : public testing::TestWithParam<YearAndEdge> {
 protected:
  int year() const { return std::get<0>(GetParam()); }
  Edge edge() const { return std::get<1>(GetParam()); }
  bool over() const { return edge() == Edge::cent_over; }
  Money law(LimitKey key) const { return figure(key, year()); }
  Money deferral_limit() const { return law(LimitKey::elective_deferral_402g); }
  Money additions_limit() const { return law(LimitKey::annual_additions_415c); }
  Assessment answer(const std::string& words) const {
    return ask(plan_with(all_allowed), words, year());
  }
};

std::string is(std::string_view field, Money amount) {
  return std::string{field} + "=" + to_plain_string(amount);
}

TEST_P(Limit, OfDeferrals402g) {
  const Money stated = beside(deferral_limit(), edge());
  const Assessment found = answer("age=40 pay=500000 hce=no " + is("pre_tax", stated));

  EXPECT_EQ(found.deferrals, exactly(lesser(stated, deferral_limit())));
  EXPECT_EQ(found.catch_up, exactly(Money{}));
  EXPECT_EQ(found.room, exactly(additions_limit() - lesser(stated, deferral_limit())));
  EXPECT_EQ(codes(found.findings), over() ? "MBR201" : "");
}

TEST_P(Limit, OfCatchUpAt50) {
  const Money most = deferral_limit() + law(LimitKey::catch_up_age_50);
  const Money stated = beside(most, edge());
  const Assessment found = answer("age=50 pay=500000 hce=no " + is("roth", stated));

  EXPECT_EQ(found.deferrals, exactly(lesser(stated, most)));
  EXPECT_EQ(found.catch_up, exactly(lesser(stated, most) - deferral_limit()));
  // Catch-up stands outside 415(c).
  EXPECT_EQ(found.room, exactly(additions_limit() - deferral_limit()));
  EXPECT_EQ(codes(found.findings), over() ? "MBR201" : "");
}

TEST_P(Limit, OfCatchUpAt60) {
  const LimitKey key = year() < 2025 ? LimitKey::catch_up_age_50 : LimitKey::catch_up_age_60_63;
  const Money most = deferral_limit() + law(key);
  const Money stated = beside(most, edge());
  const Assessment found = answer("age=60 pay=500000 hce=no " + is("roth", stated));

  EXPECT_EQ(found.deferrals, exactly(lesser(stated, most)));
  EXPECT_EQ(found.catch_up, exactly(lesser(stated, most) - deferral_limit()));
  EXPECT_EQ(found.room, exactly(additions_limit() - deferral_limit()));
  EXPECT_EQ(codes(found.findings), over() ? "MBR201" : "");
}

TEST_P(Limit, OfAnnualAdditions415c) {
  // The match alone brings the additions to the edge.
  const Money match = beside(additions_limit() - deferral_limit(), edge());
  const Assessment found = answer("age=40 pay=500000 hce=no " + is("pre_tax", deferral_limit()) +
                                  " " + is("match", match));

  EXPECT_EQ(found.room, exactly(edge() == Edge::cent_under ? Money::cents(1) : Money{}));
  EXPECT_EQ(found.verdict, edge() == Edge::cent_under ? Verdict::available : Verdict::no_room);
  EXPECT_EQ(found.binding, Binding::annual_additions_limit);
  EXPECT_EQ(codes(found.findings), over() ? "MBR202" : "");
}

TEST_P(Limit, OfAdditionsToPay) {
  // Pay at the dollar limit: of equals the dollar limit is named.
  const Money pay = beside(additions_limit(), edge());
  const Assessment found = answer("age=40 hce=no pre_tax=0 " + is("pay", pay));

  EXPECT_EQ(found.room, exactly(lesser(pay, additions_limit())));
  EXPECT_EQ(found.binding, edge() == Edge::cent_under ? Binding::compensation_limit
                                                      : Binding::annual_additions_limit);
}

TEST_P(Limit, OfCountedPay401a17) {
  const std::string text = plan_with(std::string{all_allowed} +
                                     "contributions { limit 5% of pay on after-tax }\n"
                                     "match { 4% of pay when contributing at least 1% of pay }");
  const Money limit = law(LimitKey::compensation_401a17);
  const Money pay = beside(limit, edge());
  const Assessment found = ask(text, "age=40 hce=no " + is("pay", pay), year());

  // A cent less pay is a part of a cent less room, which rounds down, and less match, which rounds
  // to the nearest cent. The figures are whole thousands, so their own percents are whole.
  const Money whole_room = Money::cents(limit.in_cents() / 20);
  EXPECT_EQ(found.room.most,
            edge() == Edge::cent_under ? whole_room - Money::cents(1) : whole_room);
  EXPECT_EQ(found.employer, exactly(Money::cents(limit.in_cents() / 25)));
}

TEST_P(Limit, Of457bDeferrals) {
  const std::string text =
      plan_with("contributions { pre-tax allowed; after-tax not allowed; catch-up allowed }",
                "governmental 457(b)");
  const Money most = law(LimitKey::limit_457b);
  const Money stated = beside(most, edge());
  const Assessment found = ask(text, "age=40 pay=500000 " + is("pre_tax", stated), year());

  EXPECT_EQ(found.deferrals, exactly(lesser(stated, most)));
  EXPECT_EQ(found.verdict, Verdict::not_available);
  EXPECT_EQ(codes(found.findings), over() ? "MBR201" : "");
}

TEST_P(Limit, OfPayOfTheYearBeforeForHighlyCompensated) {
  if (year() == first_year) {
    // The table has no figure for 2013, and nothing is guessed from another year.
    EXPECT_EQ(answer("age=40 pay=500000 prior_year_pay=500000").highly_compensated, std::nullopt);
    return;
  }
  const Money threshold = figure(LimitKey::hce_compensation_414q, year() - 1);
  const Assessment found =
      answer("age=40 pay=500000 " + is("prior_year_pay", beside(threshold, edge())));

  // "In excess of": at the figure is not over it.
  EXPECT_EQ(found.highly_compensated, over());
}

TEST_P(Limit, OfTheSocialSecurityWageBase) {
  // Wages elsewhere that leave a cent of the base tax one more cent of net earnings at 12.4%.
  const Money base = law(LimitKey::social_security_wage_base);
  const Money profit = Money::dollars(100'000);
  const Assessment found = ask(plan_with(all_allowed, "solo 401(k)"),
                               "age=40 business=sole-proprietor pre_tax=0 net_profit=100000 " +
                                   is("wages_elsewhere", beside(base, edge())),
                               year());

  // 92,350 of net earnings, 2.9% of them is 2,678.15, half of it 1,339.08 (1,339.075 rounded up).
  // 12.4% of a cent rounds to nothing.
  EXPECT_EQ(found.room, exactly(lesser(additions_limit(), profit - Money::cents(133'908))));
  EXPECT_EQ(found.binding, Binding::annual_additions_limit);
}

INSTANTIATE_TEST_SUITE_P(EveryYear, Limit,
                         testing::Combine(testing::Range(first_year, last_year + 1),
                                          testing::Values(Edge::cent_under, Edge::at,
                                                          Edge::cent_over)),
                         name_of_year_and_edge);

// Catch-up by age on December 31: 50, 60 to 63 from 2025, 64.  IRC 414(v)(5)(A), (2)(B)(i), (E)
struct Birthday {
  int age;
  bool eve;  // born on December 31, so that the age is reached on the last day
};

std::string name_of(const Birthday& birthday) {
  return std::to_string(birthday.age) + (birthday.eve ? "_on_December_31" : "_on_the_day_after");
}

void PrintTo(const Birthday& birthday, std::ostream* out) { *out << name_of(birthday); }

class CatchUp : public testing::TestWithParam<std::tuple<int, Birthday>> {
 protected:
  int year() const { return std::get<0>(GetParam()); }
  // Born on December 31 of the year that makes this age, or on the next day, a year younger.
  int age() const {
    const Birthday& birthday = std::get<1>(GetParam());
    return birthday.eve ? birthday.age : birthday.age - 1;
  }
  std::string born() const {
    const Birthday& birthday = std::get<1>(GetParam());
    const int born_in = year() - birthday.age;
    return birthday.eve ? std::to_string(born_in) + "-12-31"
                        : std::to_string(born_in + 1) + "-01-01";
  }
  Money expected() const {
    if (age() < 50) return Money{};
    const bool higher = age() >= 60 && age() < 64 && year() >= 2025;
    return figure(higher ? LimitKey::catch_up_age_60_63 : LimitKey::catch_up_age_50, year());
  }
};

TEST_P(CatchUp, FollowsTheAgeOnDecember31) {
  const Assessment found =
      ask(plan_with(all_allowed), "pay=500000 hce=no prior_year_fica_wages=0 birth_date=" + born(),
          year());

  EXPECT_EQ(found.age, age());
  EXPECT_EQ(found.catch_up, exactly(expected()));
  EXPECT_EQ(found.deferrals,
            exactly(figure(LimitKey::elective_deferral_402g, year()) + expected()));
}

TEST_P(CatchUp, IsTheSameForTheAgeAlone) {
  const Assessment found =
      ask(plan_with(all_allowed),
          "pay=500000 hce=no prior_year_fica_wages=0 age=" + std::to_string(age()), year());

  EXPECT_EQ(found.catch_up, exactly(expected()));
}

INSTANTIATE_TEST_SUITE_P(EveryYear, CatchUp,
                         testing::Combine(testing::Range(first_year, last_year + 1),
                                          testing::Values(Birthday{50, true}, Birthday{50, false},
                                                          Birthday{60, true}, Birthday{60, false},
                                                          Birthday{64, true}, Birthday{64, false})),
                         [](const testing::TestParamInfo<std::tuple<int, Birthday>>& each) {
                           return std::to_string(std::get<0>(each.param)) + "_" +
                                  name_of(std::get<1>(each.param));
                         });

// 414(v)(7): FICA wages of the year before that exceed the threshold.
class RothCatchUp : public testing::TestWithParam<Edge> {};

TEST_P(RothCatchUp, IsRequiredOverTheThresholdOnly) {
  const Money wages = beside(figure(LimitKey::roth_catch_up_wage_threshold, 2026), GetParam());
  const bool over = GetParam() == Edge::cent_over;
  const std::string words = "age=55 pay=300000 hce=yes " + is("prior_year_fica_wages", wages);

  const Assessment found = ask(plan_with(all_allowed), words + " pre_tax=32500");
  EXPECT_EQ(found.roth_catch_up_required, over);
  EXPECT_EQ(found.catch_up, exactly(8'000_usd));
  EXPECT_EQ(codes(found.findings), over ? "MBR204" : "");
}

TEST_P(RothCatchUp, IsNoneAtAllWithoutARothProgram) {
  const Money wages = beside(figure(LimitKey::roth_catch_up_wage_threshold, 2026), GetParam());
  const bool over = GetParam() == Edge::cent_over;
  const std::string text = plan_with(
      "contributions { pre-tax allowed; roth not allowed; after-tax allowed; catch-up allowed }");
  const Assessment found =
      ask(text, "age=55 pay=300000 hce=yes " + is("prior_year_fica_wages", wages));

  EXPECT_EQ(found.catch_up, exactly(over ? Money{} : 8'000_usd));
  EXPECT_EQ(found.deferrals, exactly(over ? 24'500_usd : 32'500_usd));
  EXPECT_EQ(codes(found.findings), over ? "MBR205" : "");
}

TEST(RothOnlyCatchUp, BeginsIn2026) {
  const Assessment found = ask(plan_with(all_allowed),
                               "age=55 pay=300000 hce=yes prior_year_fica_wages=150000.01", 2025);
  EXPECT_EQ(found.roth_catch_up_required, false);
}

INSTANTIATE_TEST_SUITE_P(Of2026, RothCatchUp,
                         testing::Values(Edge::cent_under, Edge::at, Edge::cent_over),
                         [](const auto& each) { return name_of(each.param); });

}  // namespace
}  // namespace rothcheck::checker
