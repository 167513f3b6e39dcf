// An in-plan rollover block that does not speak of after-tax money.  READING.md R1.2
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::rollover_leaves_out_after_tax{
    .kind =
        {.code = "MBR102",
         .name = "rollover-leaves-out-after-tax",
         .severity = Severity::warning,
         .citation = "IRC 402A(c)(4)(E); Notice 2013-74",
         .why = "A plan chooses which sources may be rolled over to Roth inside it. After-tax "
                "contributions are allowed and the list of sources does not name them, so the one "
                "source that matters here is left to guessing.",
         .help =
             "say whether after-tax money may be rolled over: allowed, not allowed or not stated"},
    .page = {.mistake = "The in-plan rollover block names other sources and not after-tax money.",
             .find = "Look for the words `all vested accounts`, `any source`, or a list of "
                     "sources, in the section on in-plan Roth rollovers.",
             .fix = "Write `after-tax allowed` or `after-tax not allowed`; where the document is "
                    "silent, `after-tax not stated`.",
             .avoid = "Go through the sources one by one when you encode the block.",
             .example =
                 "contributions { after-tax allowed }; in-plan-roth-rollover { pre-tax allowed }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const auto* after_tax = allowing(in.plan.contributions, Kind::after_tax);
      if (after_tax == nullptr || mentions(in.plan.rollovers, Kind::after_tax)) return;
      for (const auto& clause : in.plan.rollovers) {
        if (clause.value.answer != Answer::allowed) continue;
        Finding& found =
            report(clause.where, "the sources of in-plan Roth rollovers leave out after-tax money",
                   {{"after-tax contributions are allowed here", after_tax->where}});
        if (in.sources.count() == 0) return;
        found.fix = {before_clause(in.sources, clause.where, "after-tax not stated")};
        return;
      }
    }};

}  // namespace rothcheck::checker
