// Limits files: what they state, and every way in which they can be wrong.
#include "intake/limits/limits.hpp"

#include <gtest/gtest.h>

#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

/// Every figure of a year, on line 2 and on, in the short form.
std::string whole_year(int year) {
  std::string text = "[year." + std::to_string(year) + "]\n";
  for (const LimitRow& row : limit_rows()) {
    if (row.since > year) continue;
    text += std::string{row.name};
    text += row.type == LimitType::money  ? " = 1000\n"
            : row.type == LimitType::rate ? " = \"2.5%\"\n"
                                          : " = [100, 200]\n";
  }
  return text + "source = \"a notice\"\n";
}

struct Reading {
  Sources sources;
  LimitTable table;
  Findings findings;
};

Reading read(std::string text) {
  Reading reading;
  const std::uint16_t source = reading.sources.add("limits.toml", std::move(text));
  reading.findings = read_limits(reading.sources, source, reading.table);
  return reading;
}

Lines lines(const Reading& reading) { return said(reading.findings, reading.sources); }

/// `text` with `from` replaced by `to`.
std::string with(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(Limits, AYearInTheShortFormIsRead) {
  const Reading reading = read(whole_year(2031));
  EXPECT_EQ(lines(reading), Lines{});
  const YearFigures* figures = reading.table.find(2031);
  ASSERT_NE(figures, nullptr);
  EXPECT_EQ(figures->money(LimitKey::annual_additions_415c), 1000_usd);
  EXPECT_EQ(figures->rate(LimitKey::se_oasdi_rate), (Rate{25, 1000}));
  EXPECT_EQ(std::get<Range>((*figures)[LimitKey::roth_ira_phaseout_joint]->value),
            (Range{100_usd, 200_usd}));
  EXPECT_EQ((*figures)[LimitKey::compensation_401a17]->source, "a notice");
  EXPECT_EQ(figures->file, "limits.toml");
  EXPECT_FALSE(figures->overridden);
}

TEST(Limits, AFigureMayNameItsOwnSource) {
  const Reading reading =
      read(with(whole_year(2031), "elective_deferral_402g = 1000",
                "elective_deferral_402g = { amount = 30_500, source = \"Notice é\" }"));
  EXPECT_EQ(lines(reading), Lines{});
  const auto& figure = (*reading.table.find(2031))[LimitKey::elective_deferral_402g];
  EXPECT_EQ(std::get<Money>(figure->value), 30'500_usd);
  EXPECT_EQ(figure->source, "Notice é");
  EXPECT_EQ(reading.sources.slice(figure->where),
            "elective_deferral_402g = { amount = 30_500, source = \"Notice é\" }");
}

TEST(Limits, TheWageBaseAndTheRothThresholdMayHaveSourcesInTheTable) {
  const Reading reading =
      read(whole_year(2031) + "source_wage_base = \"SSA\"\nsource_roth_catch_up = \"T.D.\"\n");
  EXPECT_EQ(lines(reading), Lines{});
  const YearFigures& figures = *reading.table.find(2031);
  EXPECT_EQ(figures[LimitKey::social_security_wage_base]->source, "SSA");
  EXPECT_EQ(figures[LimitKey::roth_catch_up_wage_threshold]->source, "T.D.");
  EXPECT_EQ(figures[LimitKey::limit_457b]->source, "a notice");
}

TEST(Limits, FicaAndFixedHoldForEveryYearThatDoesNotStateThem) {
  std::string text = with(with(whole_year(2031), "se_oasdi_rate = \"2.5%\"\n", ""),
                          "trad_ira_deduction_separate = [100, 200]\n", "");
  text +=
      "[fica]\nse_oasdi_rate = \"12.4%\"\nse_medicare_rate = \"9%\"\noasdi_rate_employee = "
      "\"6.2%\"\nsource = \"1401\"\n"
      "[fixed]\ntrad_ira_deduction_separate = [0, 10000]\nira_phaseout_minimum = 200\nsource = "
      "\"219\"\n"
      "[meta]\nunit = \"USD\"\n";
  const Reading reading = read(text);
  EXPECT_EQ(lines(reading), Lines{});
  const YearFigures& figures = *reading.table.find(2031);
  EXPECT_EQ(figures.rate(LimitKey::se_oasdi_rate), (Rate{124, 1000}));
  EXPECT_EQ(figures.rate(LimitKey::se_medicare_rate), (Rate{25, 1000}));
  EXPECT_EQ(figures[LimitKey::trad_ira_deduction_separate]->source, "219");
}

TEST(Limits, AYearThatIsThereIsReplacedAndMarked) {
  Reading reading = read(whole_year(2031));
  const std::uint16_t source = reading.sources.add(
      "mine.toml",
      with(whole_year(2031), "annual_additions_415c = 1000", "annual_additions_415c = 2000"));
  EXPECT_TRUE(read_limits(reading.sources, source, reading.table).empty());
  EXPECT_TRUE(reading.table.find(2031)->overridden);
  EXPECT_EQ(reading.table.find(2031)->file, "mine.toml");
  EXPECT_EQ(reading.table.find(2031)->money(LimitKey::annual_additions_415c), 2000_usd);
}

TEST(Limits, ANumberWithADecimalPointIsRefused) {
  const Reading reading =
      read(with(with(whole_year(2031), "\"2.5%\"", "0.124"), "= 1000", "= 24500.00"));
  EXPECT_EQ(lines(reading), (Lines{"2:26 LIM006 elective_deferral_402g of 2031 has a decimal point",
                                   "23:17 LIM006 se_oasdi_rate of 2031 has a decimal point"}));
  EXPECT_EQ(notes_of(reading.findings[0]), "write an amount in dollars such as 24500");
  EXPECT_EQ(reading.table.find(2031), nullptr);
}

TEST(Limits, AMissingFigureIsNamedAtTheYear) {
  const Reading reading = read(with(with(whole_year(2031), "annual_additions_415c = 1000\n", ""),
                                    "limit_457b = 1000\n", ""));
  EXPECT_EQ(lines(reading), (Lines{"1:7 LIM003 2031 has no annual_additions_415c",
                                   "1:7 LIM003 2031 has no limit_457b"}));
  EXPECT_EQ(notes_of(reading.findings[0]), "it is the annual additions limit, IRC 415(c)(1)(A)");
}

TEST(Limits, AFigureOfALaterLawIsNeitherMissingNorAllowedBefore) {
  EXPECT_EQ(lines(read(whole_year(2024))), Lines{});
  const Reading reading = read(whole_year(2025) + "roth_catch_up_wage_threshold = 145000\n");
  EXPECT_EQ(
      lines(reading),
      (Lines{"27:1 LIM004 roth_catch_up_wage_threshold exists from 2026, the table is 2025"}));
}

TEST(Limits, AnOlderYearStatesWhatItHas) {
  const std::string text =
      "[year.2010]\nannual_additions_415c = 49000\nsource = \"Notice 2009-94\"\n";
  const std::string fica =
      "[fica]\nse_oasdi_rate = \"12.4%\"\nse_medicare_rate = \"2.9%\"\n"
      "se_net_earnings_factor = \"92.35%\"\nsource = \"IRC 1401\"\n";
  const Reading reading = read(text + fica);
  EXPECT_EQ(lines(reading), Lines{});
  EXPECT_EQ(reading.table.find(2010)->money(LimitKey::annual_additions_415c), 49'000_usd);
  EXPECT_FALSE(reading.table.find(2010)->money(LimitKey::elective_deferral_402g).has_value());
}

TEST(Limits, AnUnknownFigureSuggestsTheOneMeant) {
  const Reading reading = read(whole_year(2031) + "anual_additions_415c = 5\n");
  EXPECT_EQ(lines(reading),
            (Lines{"28:1 LIM002 \"anual_additions_415c\" is not a statutory figure"}));
  EXPECT_EQ(notes_of(reading.findings[0]), "did you mean annual_additions_415c?");
}

TEST(Limits, ImplausibleAmountsAreRefused) {
  const auto about = [](std::string_view value) {
    const Reading reading = read(with(whole_year(2031), "elective_deferral_402g = 1000",
                                      "elective_deferral_402g = " + std::string{value}));
    return lines(reading).size() == 1 ? lines(reading)[0] : "not one finding";
  };
  EXPECT_EQ(about("-24500"),
            "2:26 LIM007 elective_deferral_402g of 2031 is -$24,500.00, below zero");
  EXPECT_EQ(about("0"), "2:26 LIM007 elective_deferral_402g of 2031 is $0.00");
  EXPECT_EQ(about("2450000"),
            "2:26 LIM007 elective_deferral_402g of 2031 is $2,450,000.00, above $2,000,000.00");
  EXPECT_EQ(about("99999999999999999"),
            "2:26 LIM007 elective_deferral_402g of 2031 is not an amount in dollars");
  EXPECT_EQ(about("[1, 2]"), "2:26 LIM007 elective_deferral_402g of 2031 is a list");
  EXPECT_EQ(about("{ rate = \"5%\" }"), "not one finding");
}

TEST(Limits, ImplausibleRatesAndPhaseOutsAreRefused) {
  const Reading reading =
      read(with(with(with(whole_year(2031), "\"2.5%\"", "\"124%\""), "\"2.5%\"", "\"2.9\""),
                "[100, 200]", "[200, 100]"));
  EXPECT_EQ(lines(reading),
            (Lines{"16:32 LIM007 roth_ira_phaseout_single_hoh of 2031 runs from $200.00 to $100.00",
                   "23:17 LIM007 se_oasdi_rate of 2031 is 124%, not between 0% and 100%",
                   "24:20 LIM007 se_medicare_rate of 2031 is not a percent such as \"6.2%\""}));
}

TEST(Limits, AFigureTableTakesItsValueAndItsSourceOnly) {
  const Reading reading = read(with(whole_year(2031), "elective_deferral_402g = 1000",
                                    "elective_deferral_402g = { range = [1, 2], sourec = \"é\" }"));
  EXPECT_EQ(lines(reading),
            (Lines{"2:1 LIM007 elective_deferral_402g of 2031 has no amount",
                   "2:28 LIM007 elective_deferral_402g of 2031 takes amount and source",
                   "2:44 LIM007 elective_deferral_402g of 2031 takes amount and source"}));
}

TEST(Limits, AFigureWithoutASourceIsRefused) {
  std::string text = with(whole_year(2031), "source = \"a notice\"\n", "");
  const Reading reading = read(text);
  EXPECT_EQ(reading.findings.size(), limit_rows().size());
  EXPECT_EQ(lines(reading).at(0), "2:1 LIM005 elective_deferral_402g of 2031 has no source");
  EXPECT_EQ(lines(read(whole_year(2031) + "source_wage_base = 5\n")),
            (Lines{"28:20 LIM005 source_wage_base is a number, not text"}));
}

TEST(Limits, TablesThatAreNoneAreNotPassedOver) {
  const Reading reading = read("[yaer.2026]\n[year.26]\nx = 1\n[year]\n20266 = 5\n");
  EXPECT_EQ(lines(reading), (Lines{"1:2 LIM008 \"yaer\" is not a table of a limits file",
                                   "2:7 LIM008 \"26\" is not a year's table",
                                   "5:1 LIM008 \"20266\" is not a year's table"}));
  EXPECT_EQ(notes_of(reading.findings[0]), "did you mean year?");
  EXPECT_EQ(lines(read("# nothing\n")), (Lines{"1:1 LIM008 the file has no year's table"}));
}

TEST(Limits, WhatIsNotTomlIsReportedAtItsPlace) {
  const Reading reading = read("[year.2026]\n\"é\" = \"é\" x\n");
  EXPECT_EQ(lines(reading).at(0).substr(0, 31), "2:11 LIM001 not TOML here: expe");
  EXPECT_EQ(lines(read("[year.2026]\nx = \"\xE9\"\n")),
            (Lines{"2:6 LIM001 not TOML here: a byte that is not UTF-8"}));
}

TEST(Limits, SeveralErrorsAreFoundInOneRunAndNothingIsTaken) {
  const Reading reading =
      read(whole_year(2030) + with(whole_year(2031), "= 1000", "= -1") + "typo = 1\n");
  EXPECT_EQ(lines(reading),
            (Lines{"29:26 LIM007 elective_deferral_402g of 2031 is -$1.00, below zero",
                   "55:1 LIM002 \"typo\" is not a statutory figure"}));
  EXPECT_TRUE(reading.table.years().empty());
}

}  // namespace
}  // namespace rothcheck::intake
