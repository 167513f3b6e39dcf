// Silence on what the verdict depends on.  READING.md R1.5
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {
namespace {

struct Subject {
  QuestionKind asked;
  std::string_view words;
};
constexpr Subject subjects[] = {
    {QuestionKind::after_tax, "after-tax contributions"},
    {QuestionKind::after_tax_exit, "how after-tax money becomes Roth"},
    {QuestionKind::in_plan_rollover, "in-plan Roth rollovers of after-tax money"},
    {QuestionKind::in_service, "in-service withdrawals of after-tax money"},
    {QuestionKind::roth_program, "Roth deferrals"}};

/// The blocks in which the file could say it and does not.
std::vector<std::string> silent_blocks(const Plan& plan, QuestionKind asked) {
  std::vector<std::string> blocks;
  const auto look_at = [&](bool is_about, const auto& clauses, Kind kind, std::string_view block) {
    if (is_about && !mentions(clauses, kind))
      blocks.push_back(fmt::format("{} {{ {} not stated }}", block, to_string(kind)));
  };
  const bool both = asked == QuestionKind::after_tax_exit;
  look_at(asked == QuestionKind::after_tax, plan.contributions, Kind::after_tax, "contributions");
  look_at(asked == QuestionKind::roth_program, plan.contributions, Kind::roth, "contributions");
  // A block that lists other sources is a rule of its own.
  look_at((both || asked == QuestionKind::in_plan_rollover) && plan.rollovers.empty(),
          plan.rollovers, Kind::after_tax, "in-plan-roth-rollover");
  look_at(both || asked == QuestionKind::in_service, plan.distributions, Kind::after_tax,
          "in-service-distribution");
  return blocks;
}

/// For whom it decides; empty where that is everybody.
std::vector<Note> for_whom(const std::vector<GroupAnswer>& groups, QuestionKind asked) {
  std::vector<Note> notes;
  for (const GroupAnswer& group : groups) {
    const bool asks = std::any_of(group.questions.begin(), group.questions.end(),
                                  [asked](const Question& one) { return one.kind == asked; });
    if (asks) notes.push_back({fmt::format("for {}", group.group)});
  }
  if (notes.size() == groups.size()) notes.clear();
  return notes;
}

void report_silence(const RuleInput& in, const Reporter& report, const Subject& subject,
                    std::string_view depends) {
  const std::vector<std::string> blocks = silent_blocks(in.plan, subject.asked);
  if (blocks.empty()) return;
  Finding& found =
      report(in.plan.where,
             fmt::format("the verdict {} on {}: the plan file is silent", depends, subject.words),
             for_whom(in.answer().groups, subject.asked));
  found.ask = sentence_of(subject.asked);
  // That the document is silent is a fact which somebody must have looked for.
  for (const std::string& block : blocks) {
    if (in.sources.count() != 0) found.fix.push_back(at_end_of(in.sources, in.plan, block));
  }
}

}  // namespace

constexpr Rule rule::deciding_silence{
    .kind =
        {.code = "PLN310",
         .name = "deciding-silence",
         .severity = Severity::warning,
         .citation = "",
         .why = "The plan file says nothing on a point on which the verdict depends, so the answer "
                "is undetermined, or rests on an assumption, for everybody or for the people that "
                "are named. Silence of the file may be silence of the document, or an omission in "
                "encoding it.",
         .help =
             "ask the plan administrator; write `not stated` where the document itself is silent"},
    .page = {.mistake = "A statement that decides the verdict is missing.",
             .find = "Search the document for the words voluntary after-tax, non-Roth, Roth "
                     "deferrals, in-plan conversion, in-service withdrawal.",
             .fix = "Write what it says. Where it is silent, write `not stated` for the record, "
                    "and ask the plan administrator.",
             .avoid = "Go through after-tax contributions, Roth deferrals, in-plan rollovers and "
                      "withdrawals whenever a plan is encoded.",
             .example = "contributions { after-tax allowed }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const PlanAnswer& answer = in.answer();
      for (const Subject& subject : subjects) {
        const bool asked =
            std::any_of(answer.questions.begin(), answer.questions.end(),
                        [&subject](const Question& one) { return one.kind == subject.asked; });
        const bool assumed = subject.asked == QuestionKind::roth_program &&
                             answer.assumptions.has(Assumption::roth_implied);
        if (asked) report_silence(in, report, subject, assumed ? "rests" : "depends");
      }
    }};

}  // namespace rothcheck::checker
