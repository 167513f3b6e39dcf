#include <gtest/gtest.h>

#include <sstream>

#include "reports/unicode.hpp"
#include "tests/reports/sample.hpp"

namespace rothcheck::reports {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST(CheckText, TellsThePlanAndThePersonInAFewLines) {
  Sample sample;
  sample.add(sample_answer(sample));
  EXPECT_EQ(sample.written(write_check_text),
            R"(Acme 401(k) Savings Plan, 2026
AVAILABLE  after-tax money may go in, and can become Roth while people are employed
    because     "after-tax allowed" (acme.plan:4; SPD p. 9)
    to Roth by  in-plan Roth rollover
    note        automatic daily (acme.plan:7)
    ask         the plan administrator: "May voluntary after-tax contributions be paid out while
                employed, and from what age?"
    limits      2026: annual additions limit $72,000.00, elective deferral limit $24,500.00
                (Notice 2025-67)

E1  AVAILABLE  $15,000.00 of after-tax room in 2026
    person      age 28, not highly compensated
    binds       the plan's limit, at $15,000.00: "limit 10% of pay on after-tax" (acme.plan:5;
                SPD "gold" p. 10)
    next        the annual additions limit, which leaves $41,500.00
    deferrals   $24,500.00, no catch-up among them
    employer    $6,000.00 of match and nonelective money
    assumed     deferrals not stated: the most allowed is assumed

Summary
    people checked                       1
      available                          1
    room that is settled        $15,000.00
)");
}

TEST(CheckText, ExplainsAPersonAsANumberedForm) {
  Sample sample;
  sample.add(sample_answer(sample));
  CheckOptions options;
  options.explain_id = "E1";
  options.width = 80;
  EXPECT_TRUE(has(sample.written(write_check_text, options),
                  R"(Worksheet of E1 in Acme 401(k) Savings Plan, 2026
   1  annual additions limit ........................................ $72,000.00
          IRC 415(c)(1)(A); Notice 2025-67 (figure of 2026)
   2  less elective deferrals without catch-up .................... - $24,500.00
          IRC 415(c)(2)(A)
   3  less employer contributions .................................. - $6,000.00
          IRC 415(c)(2)(A)
   4  left under the annual additions limit ......................... $41,500.00
          line 1 less lines 2 and 3; IRC 415(c)(1)(A)
   5  the plan's limit .............................................. $15,000.00
          "limit 10% of pay on after-tax" (acme.plan:5; SPD "gold" p. 10)
   6  left under the plan's limit ................................... $15,000.00
          line 5
   7  room for after-tax contributions, rounded down to the cent .... $15,000.00
          the least of lines 4 and 6; IRC 415(c)(1)
)"));
}

TEST(CheckText, GivesBoundsAndQuestionsWhileAFactIsMissing) {
  Sample sample;
  sample.add(open_answer());
  const std::string text = sample.written(write_check_text);
  EXPECT_TRUE(
      has(text, "E2  UNDETERMINED  between $0.00 and $40,500.00 of after-tax room in 2026"));
  EXPECT_TRUE(has(
      text, "    limited by  the annual additions limit, which leaves $33,500.00 to $40,500.00\n"));
  EXPECT_TRUE(has(
      text,
      "    needed      in the participant file: \"What is the 415 compensation of the year?\"\n"));
}

TEST(CheckText, RefersToQuestionsThatThePlanAsksAlready) {
  Sample sample;
  Assessment answer = open_answer();
  answer.questions = sample.report.plans[0].questions;
  sample.add(answer);
  EXPECT_TRUE(has(sample.written(write_check_text),
                  "    ask         the plan administrator what is asked above, at the plan\n"));
}

TEST(CheckText, LeavesOutConstraintsThatCannotBind) {
  Sample sample;
  Assessment answer = open_answer();
  answer.constraints.push_back({Binding::compensation_limit, exactly(90'000_usd), {}});
  answer.constraints.push_back({Binding::pay, {0_usd, Money::ceiling()}, {}});
  sample.add(answer);
  const std::string text = sample.written(write_check_text);
  EXPECT_FALSE(has(text, "100% of compensation"));
  EXPECT_TRUE(has(text, "pay, which leaves $0.00 or more\n"));
}

TEST(CheckText, SaysWhenTwoConstraintsTie) {
  Sample sample;
  Assessment answer = sample_answer(sample);
  answer.constraints[0].amount = exactly(15'000_usd);
  sample.add(answer);
  EXPECT_TRUE(has(sample.written(write_check_text),
                  "the annual additions limit, which leaves the same $15,000.00\n"));
}

TEST(CheckText, SaysWhatIsStillOpenAfterWhatHasGoneIn) {
  Sample sample;
  Assessment answer = sample_answer(sample);
  answer.remaining = exactly(4'000_usd);
  sample.add(answer);
  EXPECT_TRUE(has(sample.written(write_check_text),
                  "    still open  $4,000.00 of it, after what has gone in so far\n"));
}

TEST(CheckText, SaysWhatIsElectedAndWhatElseThereIs) {
  Sample sample;
  Assessment answer = sample_answer(sample);
  answer.planned = exactly(20'000_usd);
  answer.alternatives = {{"no employer contribution", 0_usd, 21'000_usd}};
  answer.possible_more = 8'000_usd;
  sample.add(answer);
  const std::string text = sample.written(write_check_text);
  EXPECT_TRUE(
      has(text, "    elected     $20,000.00 after-tax for the year, against $15,000.00 of room\n"));
  EXPECT_TRUE(
      has(text, "    or          with no employer contribution, $0.00: $21,000.00 of room\n"));
  EXPECT_TRUE(
      has(text, "    could be    $8,000.00 more, if the plan makes ordinary deferrals catch-up"));
}

TEST(CheckText, SaysThatNothingIsLeftOfARoomThatIsUsedUp) {
  Sample sample;
  Assessment answer = sample_answer(sample);
  answer.verdict = Verdict::no_room;
  answer.remaining = exactly(0_usd);
  sample.add(answer);
  EXPECT_TRUE(has(sample.written(write_check_text),
                  "E1  NO ROOM  nothing is left of $15,000.00 of after-tax room in 2026\n"));
}

TEST(CheckText, SaysWhyAPersonIsNotInThePlan) {
  Sample sample;
  Assessment answer;
  answer.id = "E3";
  answer.verdict = Verdict::not_eligible;
  answer.binding = Binding::not_permitted;
  answer.binding_at = sample.span("type 401(k)");
  sample.add(answer);
  EXPECT_TRUE(
      has(sample.written(write_check_text),
          "E3  NOT ELIGIBLE  $0.00 of after-tax room in 2026: this person is not in the plan\n"
          "    person      age not known, not known whether highly compensated\n"
          "    because     of who may take part: \"type 401(k)\" (acme.plan:2)\n\n"));
}

TEST(CheckText, QuotesAClauseOnceInAWorksheet) {
  Sample sample;
  Assessment answer = sample_answer(sample);
  answer.worksheet.least(LineKind::room, 15'000_usd, answer.binding_at);
  sample.add(answer);
  CheckOptions options;
  options.explain_id = "E1";
  EXPECT_TRUE(has(sample.written(write_check_text, options),
                  "          the clause of line 5; IRC 415(c)(1)\n"));
}

TEST(CheckText, OwnsThatAWorksheetIsOfOneCaseOfSeveral) {
  Sample sample;
  Assessment answer = sample_answer(sample);
  answer.room = {0_usd, 15'000_usd};
  sample.add(answer);
  CheckOptions options;
  options.explain_id = "E1";
  EXPECT_TRUE(has(sample.written(write_check_text, options),
                  "One of the cases that the missing facts leave possible:\n   1  "));
}

TEST(CheckText, ShowsReplacedFiguresLoudly) {
  Sample sample;
  sample.limits.at(2026).overridden = true;
  sample.limits.at(2026).file = "mine.toml";
  EXPECT_TRUE(has(sample.written(write_check_text),
                  "stated by mine.toml, which replaces the published figures"));
}

TEST(CheckText, StaysInsideItsWidth) {
  Sample sample;
  Assessment answer = sample_answer(sample);
  answer.id = std::string(70, 'x');
  sample.add(answer);
  sample.add(open_answer());
  for (const int width : {60, 80, 100}) {
    CheckOptions options;
    options.width = width;
    options.explain_id = answer.id;
    std::istringstream lines{sample.written(write_check_text, options)};
    for (std::string line; std::getline(lines, line);) {
      if (line.find("xxx") != line.npos)
        continue;  // a word longer than the page has a line of its own
      EXPECT_LE(columns_of(line), width) << line;
    }
  }
}

TEST(CheckText, HasNoColourUnlessAsked) {
  Sample sample;
  sample.add(sample_answer(sample));
  EXPECT_FALSE(has(sample.written(write_check_text), "\x1b"));
  CheckOptions options;
  options.colour = true;
  EXPECT_TRUE(has(sample.written(write_check_text, options), "\x1b[1;32mAVAILABLE\x1b[0m"));
}

TEST(CheckText, LetsNoTextOfAFileActOnTheTerminal) {
  Sample sample;
  Assessment answer = open_answer();
  answer.id = "E\x1b]0;x\x07";
  sample.report.plans[0].name = "A\x1b[2J";
  sample.add(answer);
  EXPECT_FALSE(has(sample.written(write_check_text), "\x1b"));
}

TEST(CheckText, CountsRowsThatWereLeftOut) {
  Sample sample;
  sample.report.summary.rows_rejected = 2;
  sample.report.summary.rows_skipped = 1;
  sample.report.summary.rows_read = 7;
  EXPECT_TRUE(has(sample.written(write_check_text),
                  "    rows left out                        2\n"
                  "    rows that are nobody's               1\n"
                  "    rows read                            7\n"));
}

}  // namespace
}  // namespace rothcheck::reports
