#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

// A plan whose after-tax money has no way out, which MBR101 says.
std::string shut(const std::string& waiver) {
  return "plan \"Shut\" {\n"
         "    type 401(k)\n"
         "    year 2026\n"
         "    " +
         waiver +
         "\n"
         "    contributions { pre-tax allowed; after-tax allowed }\n"
         "    in-plan-roth-rollover { after-tax not allowed }\n"
         "    in-service-distribution { after-tax not allowed }\n"
         "}\n";
}

class Waivers : public Folder {
 protected:
  Exit lint_with(const std::string& waiver) {
    LintCommand command;
    command.plans = {write("shut.plan", shut(waiver))};
    command.formats = {"concise"};
    command.fail_level = "warning";
    command.as_of = date(2026, 6, 30);
    return run(lint, command);
  }
};

TEST_F(Waivers, WithoutOneTheFindingIsSaid) {
  EXPECT_EQ(lint_with(""), Exit::findings);
  EXPECT_TRUE(said("warning[MBR101] after-tax-no-exit"));
}

TEST_F(Waivers, SilenceAFindingByCodeOrName) {
  EXPECT_EQ(lint_with("waive MBR101 until 2026-12-31 because \"amendment 3\""), Exit::fine);
  EXPECT_FALSE(said("MBR101"));
  EXPECT_EQ(lint_with("waive after-tax-no-exit until 2026-12-31 because \"amendment 3\""),
            Exit::fine);
}

TEST_F(Waivers, HoldToTheirLastDayAndNoLonger) {
  EXPECT_EQ(lint_with("waive MBR101 until 2026-06-30 because \"amendment 3\""), Exit::fine);
  EXPECT_EQ(lint_with("waive MBR101 until 2026-06-29 because \"amendment 3\""), Exit::findings);
  EXPECT_TRUE(
      said("shut.plan:4:5: warning[WVR002] expired-waiver: the waiver of MBR101 ended on "
           "2026-06-29, before "
           "2026-06-30"))
      << out_;
  EXPECT_TRUE(said("MBR101] after-tax-no-exit"));
}

TEST_F(Waivers, CannotSilenceTheLaw) {
  EXPECT_EQ(lint_with("waive LAW101 until 2026-12-31 because \"we like it\""), Exit::findings);
  EXPECT_TRUE(said(
      "shut.plan:4:5: error[WVR003] waiver-of-law: LAW101 rollover-without-roth-program is law"));
}

TEST_F(Waivers, OfNothingAreSaid) {
  EXPECT_EQ(lint_with("waive MBR999 until 2026-12-31 because \"x\""), Exit::findings);
  EXPECT_TRUE(
      said("shut.plan:4:5: warning[WVR001] waiver-of-unknown-finding: there is no finding MBR999 "
           "to waive"));
  lint_with("waive PLN201 until 2026-12-31 because \"x\"");
  EXPECT_TRUE(
      said("shut.plan:4:5: warning[WVR004] unneeded-waiver: there is no PLN201 here to waive"));
}

TEST_F(Waivers, AreListedApartByTheTextFormat) {
  LintCommand command;
  command.plans = {
      write("shut.plan", shut("waive MBR101 until 2026-12-31 because \"amendment 3\""))};
  command.fail_level = "warning";
  command.as_of = date(2026, 6, 30);
  EXPECT_EQ(run(lint, command), Exit::fine);
  EXPECT_TRUE(said("waived (1)\n")) << out_;
  EXPECT_TRUE(said("shut.plan:5:38: warning[MBR101] after-tax-no-exit")) << out_;
  EXPECT_TRUE(said("until 2026-12-31: amendment 3")) << out_;
  EXPECT_FALSE(said("1 warning")) << out_;
}

TEST_F(Waivers, OfWhatOnlyALintLooksForAreNotUnneededInACheck) {
  const std::string waiver = "waive PLN302 until 2026-12-31 because \"both are in the document\"";
  EXPECT_EQ(lint_with(waiver), Exit::findings);
  EXPECT_TRUE(said("WVR004"));
  CheckCommand command;
  command.plans = {write("shut.plan", shut(waiver))};
  command.as_of = date(2026, 6, 30);
  run(check, command);
  EXPECT_FALSE(said("WVR004"));
}

TEST_F(Waivers, SilenceTheSameInACheck) {
  CheckCommand command;
  command.plans = {
      write("shut.plan", shut("waive MBR101 until 2026-12-31 because \"amendment 3\""))};
  command.as_of = date(2026, 6, 30);
  EXPECT_EQ(run(check, command), Exit::fine);
  EXPECT_TRUE(said("AT SEPARATION"));
  EXPECT_FALSE(said("MBR101"));
}

}  // namespace
}  // namespace rothcheck::cli
