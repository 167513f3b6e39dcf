// Catch-up by age in a 457(b) that is not a government's: 414(v)(6)(A)(iii).
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::catch_up_in_tax_exempt_457b{
    .kind = {.code = "LAW175",
             .name = "catch-up-in-tax-exempt-457b",
             .severity = Severity::warning,
             .citation = "IRC 414(v)(6)(A)(iii), 457(b)(3)",
             .why =
                 "Of 457(b) plans only those of a government have catch-up contributions by age. "
                 "A tax-exempt employer's plan may only have the one of the last three years "
                 "before normal retirement age.",
             .help = "write `catch-up not allowed`, or `type governmental 457(b)`"},
    .page = {.mistake = "Catch-up by age is allowed in a 457(b) plan of a tax-exempt employer.",
             .find = "See whether the employer is a state or local government, and which catch-up "
                     "the document means.",
             .fix = "Correct the type, or write `catch-up not allowed`: the check takes none here "
                    "in any case.",
             .avoid = "Write the sponsor with the type of every 457(b).",
             .example = "type 457(b); contributions { catch-up allowed }"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* catch_up = allowing(in.plan.contributions, Kind::catch_up);
      if (catch_up == nullptr || in.law().has_catch_up) return;
      report(catch_up->where,
             fmt::format("a {} plan that is not a government's has no catch-up by age",
                         to_string(in.plan.type)));
    }};

}  // namespace rothcheck::checker
