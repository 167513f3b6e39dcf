// Silence on what the verdict depends on.  READING.md R1.5
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "checker/clauses.hpp"
#include "checker/rule.hpp"

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
    {QuestionKind::in_service, "in-service withdrawals of after-tax money"}};

std::string message_on(QuestionKind asked) {
  const auto subject = std::find_if(std::begin(subjects), std::end(subjects),
                                    [asked](const Subject& one) { return one.asked == asked; });
  return fmt::format("the verdict depends on {}: the plan file is silent",
                     subject == std::end(subjects) ? "a point" : subject->words);
}

}  // namespace

constexpr Rule rule::deciding_silence{
    .kind =
        {.code = "PLN310",
         .name = "deciding-silence",
         .severity = Severity::warning,
         .citation = "",
         .why = "The plan file says nothing on a point on which the verdict depends, so the answer "
                "is undetermined for everybody. Silence of the file may be silence of the "
                "document, or an omission in encoding it.",
         .help =
             "ask the plan administrator; write `not stated` where the document itself is silent"},
    .page = {.mistake = "A statement that decides the verdict is missing.",
             .find = "Search the document for the words voluntary after-tax, non-Roth, in-plan "
                     "conversion, in-service withdrawal.",
             .fix = "Write what it says. Where it is silent, write `not stated` for the record, "
                    "and ask the plan administrator.",
             .avoid = "Go through after-tax contributions, in-plan rollovers and withdrawals "
                      "whenever a plan is encoded.",
             .example = "contributions { after-tax allowed }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const Plan& plan = in.plan;
      for (const Question& question : in.answer().questions) {
        const bool both = question.kind == QuestionKind::after_tax_exit;
        const bool in_plan = both || question.kind == QuestionKind::in_plan_rollover;
        const bool in_service = both || question.kind == QuestionKind::in_service;
        std::vector<std::string> blocks;
        const auto look_at = [&](bool asked, const auto& clauses, std::string_view block) {
          if (asked && !mentions(clauses, Kind::after_tax))
            blocks.push_back(fmt::format("{} {{ after-tax not stated }}", block));
        };
        look_at(question.kind == QuestionKind::after_tax, plan.contributions, "contributions");
        // A block that lists other sources is a rule of its own.
        look_at(in_plan && plan.rollovers.empty(), plan.rollovers, "in-plan-roth-rollover");
        look_at(in_service, plan.distributions, "in-service-distribution");
        if (blocks.empty()) continue;
        Finding& found = report(plan.where, message_on(question.kind));
        found.ask = sentence_of(question.kind);
        for (const std::string& block : blocks) {
          if (in.sources.count() != 0) found.fix.push_back(at_end_of(in.sources, plan, block));
        }
        found.fix_is_safe = true;
      }
    }};

}  // namespace rothcheck::checker
