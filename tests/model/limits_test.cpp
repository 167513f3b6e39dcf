// The rows of limits.def and the table that holds their figures.
#include "model/limits.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

namespace rothcheck {
namespace {

TEST(Limits, TheKeyOfARowIsItsPlaceInTheTable) {
  std::size_t place = 0;
  for (const LimitRow& row : limit_rows()) {
    EXPECT_EQ(static_cast<std::size_t>(row.key), place++) << row.name;
    EXPECT_EQ(limit_row(row.key).name, row.name);
  }
  EXPECT_EQ(place, static_cast<std::size_t>(LimitKey::none));
}

TEST(Limits, EveryRowSaysWhatItIsAndWhoFixesIt) {
  std::set<std::string_view> names, labels;
  for (const LimitRow& row : limit_rows()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_TRUE(labels.insert(row.label).second) << row.label;
    EXPECT_TRUE(row.law.starts_with("IRC ")) << row.name;
    EXPECT_FALSE(row.label.empty() || row.label.ends_with('.')) << row.name;
  }
}

TEST(Limits, OnlyTheFiguresOfSecure20BeginLate) {
  for (const LimitRow& row : limit_rows()) {
    const int since = row.key == LimitKey::catch_up_age_60_63             ? 2025
                      : row.key == LimitKey::roth_catch_up_wage_threshold ? 2026
                                                                          : 2014;
    EXPECT_EQ(row.since, since) << row.name;
  }
}

TEST(Limits, RatesAndPhaseOutsAreNoAmounts) {
  EXPECT_EQ(limit_row(LimitKey::elective_deferral_402g).type, LimitType::money);
  EXPECT_EQ(limit_row(LimitKey::se_oasdi_rate).type, LimitType::rate);
  EXPECT_EQ(limit_row(LimitKey::roth_ira_phaseout_joint).type, LimitType::range);
}

TEST(Limits, AYearWithoutAFigureHasNone) {
  LimitTable table;
  EXPECT_EQ(table.find(2026), nullptr);
  table.at(2026).year = 2026;
  const YearFigures* figures = table.find(2026);
  ASSERT_NE(figures, nullptr);
  EXPECT_FALSE((*figures)[LimitKey::elective_deferral_402g]);
  EXPECT_FALSE(figures->money(LimitKey::elective_deferral_402g));
  EXPECT_EQ(table.find(2027), nullptr) << "nothing is projected";
}

TEST(Limits, AFigureIsFoundInItsYearOnly) {
  LimitTable table;
  table.at(2026)[LimitKey::elective_deferral_402g] = Figure{24'500_usd, "Notice 2025-67", {}};
  table.at(2026)[LimitKey::se_medicare_rate] = Figure{Rate{29, 1000}, "IRC 1401(b)(1)", {}};
  table.at(2025)[LimitKey::elective_deferral_402g] = Figure{23'500_usd, "Notice 2024-80", {}};
  EXPECT_EQ(table.find(2026)->money(LimitKey::elective_deferral_402g), 24'500_usd);
  EXPECT_EQ(table.find(2025)->money(LimitKey::elective_deferral_402g), 23'500_usd);
  EXPECT_EQ(table.find(2026)->rate(LimitKey::se_medicare_rate), (Rate{29, 1000}));
  EXPECT_EQ(table.years(), (std::vector<int>{2025, 2026}));
}

TEST(Limits, AYearIsReadWhenItIsAskedForAndOnce) {
  LimitTable table;
  int reads = 0;
  table.add_later(2026, [&reads] {
    ++reads;
    YearFigures figures{.year = 2026};
    figures[LimitKey::elective_deferral_402g] = Figure{24'500_usd, "Notice 2025-67", {}};
    return figures;
  });
  EXPECT_EQ(table.years(), (std::vector<int>{2026}));
  EXPECT_EQ(table.find(2025), nullptr);
  EXPECT_EQ(reads, 0);
  EXPECT_EQ(table.find(2026)->money(LimitKey::elective_deferral_402g), 24'500_usd);
  // Whoever changes a year changes what was read.
  table.at(2026).overridden = true;
  EXPECT_EQ(table.find(2026)->money(LimitKey::elective_deferral_402g), 24'500_usd);
  EXPECT_TRUE(table.find(2026)->overridden);
  EXPECT_EQ(reads, 1);
}

// As `lint` does, with a thread for each plan.
TEST(Limits, AYearIsReadOnceByManyThreads) {
  for (int round = 0; round < 50; ++round) {
    LimitTable table;
    std::atomic<int> reads = 0, right = 0;
    for (int year : {2025, 2026}) {
      table.add_later(year, [&reads, year] {
        ++reads;
        return YearFigures{.year = year, .file = std::string(100, 'x')};
      });
    }
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
          for (int year : {2026, 2025}) right += table.find(year)->year == year ? 1 : 0;
        });
      }
    }
    EXPECT_EQ(reads, 2);
    EXPECT_EQ(right, 8);
  }
}

}  // namespace
}  // namespace rothcheck
