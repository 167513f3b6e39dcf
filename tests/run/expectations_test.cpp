#include "run/cases/expectations.hpp"

#include <gtest/gtest.h>

namespace rothcheck::run {
namespace {

constexpr FindingKind kind{"MBR101", "after-tax-no-exit", Severity::warning, "", "", ""};

struct Expectations : testing::Test {
  Expectations() {
    answer.verdict = Verdict::undetermined;
    answer.room = {0_usd, 40'500_usd};
    answer.employer = exactly(6'000_usd);
    answer.age = 28;
    answer.highly_compensated = false;
    plan.findings = {{&kind, "x"}};
  }

  std::optional<std::string> wrong(std::string_view key, const std::string& text,
                                   Money tolerance = {}) const {
    Expectation expected{.key = "",
                         .text = text,
                         .low = Money::parse(text),
                         .high = Money::parse(text),
                         .where = {}};
    return mismatch(expected, key, {answer, plan, loading}, tolerance);
  }
  std::optional<std::string> wrong_between(std::string_view key, Money low, Money high) const {
    return mismatch({.key = "", .text = "", .low = low, .high = high, .where = {}}, key,
                    {answer, plan, loading}, {});
  }

  Assessment answer;
  PlanAnswer plan;
  Findings loading;
};

TEST_F(Expectations, CompareMoneyToTheCentUnlessToldOtherwise) {
  EXPECT_EQ(wrong("employer", "6000"), std::nullopt);
  EXPECT_EQ(wrong("employer", "6000.01"), "expected employer $6,000.01, found $6,000.00");
  EXPECT_EQ(wrong("employer", "6000.01", Money::cents(1)), std::nullopt);
  EXPECT_EQ(wrong("employer", "6000.02", Money::cents(1)),
            "expected employer $6,000.02, found $6,000.00");
}

TEST_F(Expectations, OfARangeMeetBothBoundsExactly) {
  EXPECT_EQ(wrong_between("room", 0_usd, 40'500_usd), std::nullopt);
  EXPECT_EQ(wrong_between("room", 0_usd, 50'000_usd),
            "expected room $0.00 to $50,000.00, found $0.00 to $40,500.00");
  EXPECT_EQ(wrong("room_low", "0"), std::nullopt);
  EXPECT_EQ(wrong("room_high", "40500"), std::nullopt);
}

TEST_F(Expectations, OfOneAmountAreNotMetByARange) {
  EXPECT_EQ(wrong("room", "40500"), "expected room $40,500.00, found $0.00 to $40,500.00");
  EXPECT_EQ(wrong("room", "20250", 20'250_usd),
            "expected room $20,250.00, found $0.00 to $40,500.00");
}

TEST_F(Expectations, CompareWords) {
  EXPECT_EQ(wrong("verdict", "undetermined"), std::nullopt);
  EXPECT_EQ(wrong("verdict", "available"), "expected verdict available, found undetermined");
  EXPECT_EQ(wrong("age", "28"), std::nullopt);
  EXPECT_EQ(wrong("hce", "no"), std::nullopt);
  EXPECT_EQ(wrong("hce", "false"), std::nullopt);
  EXPECT_EQ(wrong("hce", "true"), "expected hce yes, found no");
  EXPECT_EQ(wrong("binding", "pay"), "expected binding pay, found not known");
  EXPECT_EQ(wrong("roth_catch_up_required", "no"),
            "expected roth_catch_up_required no, found not known");
}

TEST_F(Expectations, FindFindingsOfPlanPersonAndText) {
  EXPECT_EQ(wrong("finding", "after-tax-no-exit"), std::nullopt);
  EXPECT_EQ(wrong("finding", "MBR101"), std::nullopt);
  EXPECT_EQ(wrong("finding", "excess-deferral"),
            "expected finding excess-deferral, found after-tax-no-exit");
  EXPECT_EQ(wrong("finding", "nonsense"),
            "expected finding nonsense, which is no code or name of a finding");
}

TEST_F(Expectations, RefuseWhatThereIsNot) {
  EXPECT_EQ(wrong("rooms", "5"), "there is nothing named rooms to expect");
  EXPECT_EQ(wrong("room", "plenty"), "expected room plenty, which is not an amount");
}

}  // namespace
}  // namespace rothcheck::run
