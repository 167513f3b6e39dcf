// 402A(c)(4), 401(m)(13), and what a type of plan can have.
#include <gtest/gtest.h>

#include "checker/law/roth_rollover.hpp"
#include "checker/law/student_loan_payments.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

TEST(Section402Ac4, AsksForARothProgramAndForThePlansLeave) {
  const auto rollover = [](Answer roth, Answer stated) {
    return in_plan_roth_rollover(PlanFamily::k401, roth, stated);
  };
  EXPECT_EQ(rollover(Answer::allowed, Answer::allowed), Answer::allowed);
  EXPECT_EQ(rollover(Answer::not_allowed, Answer::allowed), Answer::not_allowed);
  EXPECT_EQ(rollover(Answer::not_stated, Answer::allowed), Answer::not_stated);
  EXPECT_EQ(rollover(Answer::allowed, Answer::not_allowed), Answer::not_allowed);
  EXPECT_EQ(rollover(Answer::allowed, Answer::not_stated), Answer::not_stated);
}

TEST(Section402Ac4, IsNotForA401aWithoutDeferrals) {
  EXPECT_EQ(in_plan_roth_rollover(PlanFamily::a401, Answer::allowed, Answer::allowed),
            Answer::not_allowed);
}

TEST(PlanTypes, OfTwoTakeNoAfterTaxMoney) {
  EXPECT_FALSE(takes_after_tax(PlanFamily::b457));
  EXPECT_FALSE(takes_after_tax(PlanFamily::tsp));
  EXPECT_TRUE(takes_after_tax(PlanFamily::a401));
  EXPECT_TRUE(takes_after_tax(PlanFamily::b403));
}

TEST(Section401m13, CountsLoanPaymentsUpToTheDeferralLimitOrPay) {
  EXPECT_EQ(most_student_loan_payments(24'500_usd, 100'000_usd, 20'000_usd), 4'500_usd);
  EXPECT_EQ(most_student_loan_payments(32'500_usd, 100'000_usd, 24'500_usd), 8'000_usd);
  EXPECT_EQ(most_student_loan_payments(32'500_usd, 15'000_usd, 10'000_usd), 5'000_usd);
}

}  // namespace
}  // namespace rothcheck::checker
