// The figures inside the program, against a list written by hand from the notices.
#include "intake/limits/embedded_limits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "intake/findings.hpp"
#include "intake/limits/limits.hpp"
#include "tests/intake/said.hpp"
#include "tests/places.hpp"

namespace rothcheck::intake {
namespace {

/// The figures people look up, in dollars.
struct YearByHand {
  int year, deferral, catch_up, additions, compensation, hce, key_employee, wage_base;
  int limit_457b, simple, sep;
  int ira, ira_catch_up;
};

constexpr YearByHand by_hand[] = {
    {2014, 17500, 5500, 52000, 260000, 115000, 170000, 117000, 17500, 12000, 550, 5500, 1000},
    {2015, 18000, 6000, 53000, 265000, 120000, 170000, 118500, 18000, 12500, 600, 5500, 1000},
    {2016, 18000, 6000, 53000, 265000, 120000, 170000, 118500, 18000, 12500, 600, 5500, 1000},
    {2017, 18000, 6000, 54000, 270000, 120000, 175000, 127200, 18000, 12500, 600, 5500, 1000},
    {2018, 18500, 6000, 55000, 275000, 120000, 175000, 128400, 18500, 12500, 600, 5500, 1000},
    {2019, 19000, 6000, 56000, 280000, 125000, 180000, 132900, 19000, 13000, 600, 6000, 1000},
    {2020, 19500, 6500, 57000, 285000, 130000, 185000, 137700, 19500, 13500, 600, 6000, 1000},
    {2021, 19500, 6500, 58000, 290000, 130000, 185000, 142800, 19500, 13500, 650, 6000, 1000},
    {2022, 20500, 6500, 61000, 305000, 135000, 200000, 147000, 20500, 14000, 650, 6000, 1000},
    {2023, 22500, 7500, 66000, 330000, 150000, 215000, 160200, 22500, 15500, 750, 6500, 1000},
    {2024, 23000, 7500, 69000, 345000, 155000, 220000, 168600, 23000, 16000, 750, 7000, 1000},
    {2025, 23500, 7500, 70000, 350000, 160000, 230000, 176100, 23500, 16500, 750, 7000, 1000},
    {2026, 24500, 8000, 72000, 360000, 160000, 235000, 184500, 24500, 17000, 800, 7500, 1100},
};

/// Where phase-outs start, in thousands; where they end follows from the law's fixed widths.
struct PhaseOutsByHand {
  int year, roth_single, roth_joint, deduction_single, deduction_joint, deduction_spouse;
};

constexpr PhaseOutsByHand phase_outs_by_hand[] = {
    {2014, 114, 181, 60, 96, 181},  {2015, 116, 183, 61, 98, 183},  {2016, 117, 184, 61, 98, 184},
    {2017, 118, 186, 62, 99, 186},  {2018, 120, 189, 63, 101, 189}, {2019, 122, 193, 64, 103, 193},
    {2020, 124, 196, 65, 104, 196}, {2021, 125, 198, 66, 105, 198}, {2022, 129, 204, 68, 109, 204},
    {2023, 138, 218, 73, 116, 218}, {2024, 146, 230, 77, 123, 230}, {2025, 150, 236, 79, 126, 236},
    {2026, 153, 242, 81, 129, 242},
};

class EmbeddedLimits : public testing::Test {
 protected:
  std::optional<Money> amount(int year, LimitKey key) const { return table.find(year)->money(key); }
  Range range(int year, LimitKey key) const {
    return std::get<Range>((*table.find(year))[key]->value);
  }
  std::string_view source(int year, LimitKey key) const { return (*table.find(year))[key]->source; }

  Sources sources;
  LimitTable table = embedded_limits(sources);
};

TEST_F(EmbeddedLimits, EveryFileOfTheFolderIsInTheProgramAndFaultless) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator{tests::project("checker/limits")}) {
    files += entry.path().extension() == ".toml" ? 1u : 0u;
  }
  EXPECT_EQ(embedded_files().size(), files);
  EXPECT_EQ(table.years().size(), files);
  for (const EmbeddedFile& file : embedded_files()) {
    Sources one;
    LimitTable figures;
    const std::uint16_t number = one.add(std::string{file.path}, std::string{file.text});
    EXPECT_EQ(said(read_limits(one, number, figures), one), Lines{}) << file.path;
    ASSERT_EQ(figures.years().size(), 1u) << file.path;
    EXPECT_EQ(file.path, "checker/limits/" + std::to_string(figures.years()[0]) + ".toml");
  }
}

TEST_F(EmbeddedLimits, YearsBeginIn2014WithoutAGap) {
  const std::vector<int> years = table.years();
  ASSERT_GE(years.size(), 13u);
  for (std::size_t i = 0; i < years.size(); ++i) EXPECT_EQ(years[i], 2014 + static_cast<int>(i));
}

TEST_F(EmbeddedLimits, AmountsAreThoseOfTheNotices) {
  for (const YearByHand& hand : by_hand) {
    const auto expect = [&](LimitKey key, int dollars) {
      EXPECT_EQ(amount(hand.year, key), Money::dollars(dollars))
          << hand.year << ' ' << limit_row(key).name;
    };
    expect(LimitKey::elective_deferral_402g, hand.deferral);
    expect(LimitKey::catch_up_age_50, hand.catch_up);
    expect(LimitKey::annual_additions_415c, hand.additions);
    expect(LimitKey::compensation_401a17, hand.compensation);
    expect(LimitKey::hce_compensation_414q, hand.hce);
    expect(LimitKey::key_employee_officer_416i, hand.key_employee);
    expect(LimitKey::social_security_wage_base, hand.wage_base);
    expect(LimitKey::limit_457b, hand.limit_457b);
    expect(LimitKey::simple_limit_408p, hand.simple);
    expect(LimitKey::sep_min_compensation_408k2C, hand.sep);
    expect(LimitKey::ira_limit_219b5A, hand.ira);
    expect(LimitKey::ira_catch_up_219b5B, hand.ira_catch_up);
    expect(LimitKey::se_minimum_net_earnings, 400);
  }
}

TEST_F(EmbeddedLimits, PhaseOutsAreThoseOfTheNotices) {
  for (const PhaseOutsByHand& hand : phase_outs_by_hand) {
    const auto expect = [&](LimitKey key, int start, int width) {
      EXPECT_EQ(range(hand.year, key),
                (Range{Money::dollars(start * 1000), Money::dollars((start + width) * 1000)}))
          << hand.year << ' ' << limit_row(key).name;
    };
    expect(LimitKey::roth_ira_phaseout_single_hoh, hand.roth_single, 15);
    expect(LimitKey::roth_ira_phaseout_joint, hand.roth_joint, 10);
    expect(LimitKey::roth_ira_phaseout_separate, 0, 10);
    expect(LimitKey::trad_ira_deduction_single_hoh_covered, hand.deduction_single, 10);
    expect(LimitKey::trad_ira_deduction_joint_covered, hand.deduction_joint, 20);
    expect(LimitKey::trad_ira_deduction_joint_spouse_covered, hand.deduction_spouse, 10);
    expect(LimitKey::trad_ira_deduction_separate, 0, 10);
  }
}

TEST_F(EmbeddedLimits, FiguresOfSecure20BeginWithTheirYear) {
  EXPECT_EQ(amount(2024, LimitKey::catch_up_age_60_63), std::nullopt);
  EXPECT_EQ(amount(2025, LimitKey::catch_up_age_60_63), 11'250_usd);
  EXPECT_EQ(amount(2026, LimitKey::catch_up_age_60_63), 11'250_usd);
  EXPECT_EQ(amount(2025, LimitKey::roth_catch_up_wage_threshold), std::nullopt);
  EXPECT_EQ(amount(2026, LimitKey::roth_catch_up_wage_threshold), 150'000_usd);
}

TEST_F(EmbeddedLimits, RatesOfSelfEmploymentTaxAreExactInEveryYear) {
  for (int year : table.years()) {
    EXPECT_EQ(table.find(year)->rate(LimitKey::se_oasdi_rate), (Rate{124, 1000})) << year;
    EXPECT_EQ(table.find(year)->rate(LimitKey::se_medicare_rate), (Rate{29, 1000})) << year;
    EXPECT_EQ(table.find(year)->rate(LimitKey::se_net_earnings_factor), (Rate{9235, 10000}))
        << year;
  }
}

TEST_F(EmbeddedLimits, EachFigureNamesWhoFixedIt) {
  EXPECT_EQ(source(2026, LimitKey::elective_deferral_402g), "Notice 2025-67");
  EXPECT_EQ(source(2014, LimitKey::annual_additions_415c), "Notice 2013-73");
  EXPECT_EQ(source(2026, LimitKey::se_oasdi_rate), "IRC 1401(a)");
  EXPECT_EQ(source(2020, LimitKey::roth_ira_phaseout_separate), "IRC 408A(c)(3)(B)(ii)(III)");
  EXPECT_EQ(source(2025, LimitKey::catch_up_age_60_63), "Notice 2024-80; IRC 414(v)(2)(E)(i)");
  EXPECT_TRUE(source(2018, LimitKey::social_security_wage_base).starts_with("SSA "));
  EXPECT_NE(source(2026, LimitKey::roth_catch_up_wage_threshold).find("414(v)(7)"),
            std::string_view::npos);
}

TEST_F(EmbeddedLimits, AFigurePointsAtItsLine) {
  const auto& figure = (*table.find(2026))[LimitKey::annual_additions_415c];
  EXPECT_EQ(sources.place(figure->where).path, "checker/limits/2026.toml");
  EXPECT_TRUE(sources.line_at(figure->where).starts_with("annual_additions_415c"));
  EXPECT_EQ(table.find(2026)->file, "checker/limits/2026.toml");
  EXPECT_FALSE(table.find(2026)->overridden);
}

TEST(IntakeFindings, CodesAndNamesAreUniqueAndWordsAreInStyle) {
  std::vector<std::string_view> seen;
  for (const FindingKind* kind : finding::all()) {
    for (std::string_view word : {kind->code, kind->name}) {
      EXPECT_EQ(std::find(seen.begin(), seen.end(), word), seen.end()) << word;
      seen.push_back(word);
    }
    EXPECT_FALSE(kind->why.empty()) << kind->code;
    EXPECT_FALSE(kind->help.empty()) << kind->code;
    EXPECT_FALSE(kind->help.ends_with('.')) << kind->code;
  }
}

}  // namespace
}  // namespace rothcheck::intake
