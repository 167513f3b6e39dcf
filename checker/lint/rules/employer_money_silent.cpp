// A plan file that says nothing of employer money.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::employer_money_silent{
    .kind = {.code = "PLN346",
             .name = "employer-money-not-mentioned",
             .severity = Severity::info,
             .citation = "IRC 415(c)(2)",
             .why = "Match and nonelective money use the same annual additions limit as after-tax "
                    "money. A kind that the plan file does not mention is taken as none, so that "
                    "the room is too large where the document has it.",
             .help = "write the block; where the document has none, `match none` or "
                     "`nonelective none`"},
    .page = {.mistake = "The plan file has no match block, or no nonelective block.",
             .find = "Search the document for the words matching, employer contribution, "
                     "nonelective, profit sharing, safe harbor.",
             .fix = "Write the formula, `formula unknown` (match) or `unknown` (nonelective) where "
                    "it is not known, and `none` where the document says that there is none.",
             .avoid = "Write both kinds down whenever a plan is encoded, as `none` too.",
             .example = "contributions { after-tax allowed }; match { 50% of all }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto say = [&](Assumption taken, QuestionKind asked, std::string_view money) {
        if (!in.answer().assumptions.has(taken)) return;
        Finding& found = report(
            in.plan.where, fmt::format("the plan file does not mention {}: none is taken", money));
        found.ask = sentence_of(asked);
      };
      say(Assumption::no_match_stated, QuestionKind::match_stated, "a match");
      say(Assumption::no_nonelective_stated, QuestionKind::nonelective_stated, "nonelective money");
    }};

}  // namespace rothcheck::checker
