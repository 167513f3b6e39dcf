// A deciding clause that cannot be traced.
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::deciding_clause_without_source{
    .kind =
        {.code = "PLN309",
         .name = "deciding-clause-without-source",
         .severity = Severity::info,
         .citation = "",
         .why = "The clause decides whether there is a mega backdoor Roth, and neither it nor the "
                "plan says where it comes from. Nobody can check it, or see next year whether it "
                "still holds.",
         .help =
             "name the document with `source` in the plan, or the page with `cite` at the clause"},
    .page = {.mistake =
                 "A clause on after-tax money has neither `cite` nor a `source` of the plan.",
             .find = "Look where the clause was taken from: a summary plan description, an "
                     "adoption agreement, a benefits site.",
             .fix = "Write `source \"SPD, January 2026\"` once, and `cite \"SPD p. 9\"` at the "
                    "clauses that decide.",
             .avoid = "Write the source before the first clause.",
             .example = "contributions { after-tax allowed }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (!in.plan.sources.empty()) return;
      for (const auto* clauses :
           {&in.plan.contributions, &in.plan.rollovers, &in.plan.distributions}) {
        for (const auto& clause : *clauses) {
          const bool decides =
              clause.value.kind == Kind::after_tax && clause.value.answer != Answer::not_stated;
          if (!decides || !clause.cite.empty()) continue;
          report(clause.where, "neither this clause nor the plan says where it comes from");
          return;
        }
      }
    }};

}  // namespace rothcheck::checker
