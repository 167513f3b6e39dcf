// A clause behind others that leave it nobody.
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/group_check.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::shadowed_clause{
    .kind = {.code = "PLN203",
             .name = "shadowed-clause",
             .severity = Severity::warning,
             .citation = "",
             .why = "A permission for a group beats the one for everybody. Where the groups "
                    "together cover all people, the clause for everybody can never apply.",
             .help = "remove the clause, or correct the groups that leave nobody to it"},
    .page = {.mistake = "A clause stands behind others that take all of its people.",
             .find = "Go through the groups: is there anybody left to whom the clause could apply?",
             .fix = "Remove the clause. Where it was meant to apply to somebody, one of the groups "
                    "is too wide.",
             .avoid = "Write one clause for everybody and one for each exception, no more.",
             .example = "after-tax allowed; after-tax allowed for hce; after-tax allowed for nhce"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const std::vector<YearPart> parts = parts_of(in.plan, in.law().plan_year);
      for (const auto* clauses :
           {&in.plan.contributions, &in.plan.rollovers, &in.plan.distributions}) {
        for (const auto& clause : *clauses) {
          if (!is_shadowed(clause, *clauses, parts, in.groups())) continue;
          Finding& found =
              report(clause.where,
                     fmt::format("this clause on {} never applies: others cover all its people",
                                 to_string(clause.value.kind)));
          if (in.sources.count() == 0) continue;
          found.fix = {without_clause(in.sources, clause.where)};
          found.fix_is_safe = true;
        }
      }
    }};

}  // namespace rothcheck::checker
