// The catch-up of 15 years outside of a 403(b), and that of the last three outside of a 457(b).
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::special_catch_up_of_another_plan{
    .kind = {.code = "LAW176",
             .name = "special-catch-up-of-another-plan",
             .severity = Severity::warning,
             .citation = "IRC 402(g)(7)(A), 457(b)(3)",
             .why = "The catch-up of 15 years of service is that of a 403(b) plan, and the one of "
                    "the last three years before normal retirement age that of a 457(b). A plan "
                    "of another type has neither.",
             .help = "remove the line, or correct the type"},
    .page = {.mistake = "A plan allows a special catch-up that its type cannot have.",
             .find = "See which plan of the employer the sentence in the document is about.",
             .fix = "Remove the line, or correct the type: the check takes no such catch-up here "
                    "in any case.",
             .avoid = "Write a plan file for each plan of an employer that has several.",
             .example = "type 401(k); contributions { catch-up-15-years allowed }"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto misplaced = [&](Kind kind, bool has_it) {
        const auto* clause = allowing(in.plan.contributions, kind);
        if (clause == nullptr || has_it) return;
        report(clause->where,
               fmt::format("a {} plan has no {}", to_string(in.plan.type),
                           kind == Kind::catch_up_15_years ? "catch-up of 15 years of service"
                                                           : "catch-up of the last three years"));
      };
      misplaced(Kind::catch_up_15_years, in.plan.type.family == PlanFamily::b403);
      misplaced(Kind::catch_up_last_3_years, in.plan.type.family == PlanFamily::b457);
    }};

}  // namespace rothcheck::checker
