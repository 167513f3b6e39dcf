// Words for Roth deferrals beside an after-tax clause.  READING.md R1.1
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::roth_words_for_after_tax{
    .kind =
        {.code = "PLN311",
         .name = "roth-words-for-after-tax",
         .severity = Severity::warning,
         .citation = "IRC 402A(a)(1), 402(g)(3)",
         .why =
             "After-tax contributions and Roth contributions are two sources: Roth contributions "
             "are deferrals, held to the 402(g) limit. Words such as `Roth after-tax` or "
             "`post-tax` in a document may mean either, and most often mean Roth deferrals.",
         .help = "ask whether the document means voluntary after-tax (non-Roth) contributions or "
                 "Roth deferrals"},
    .page =
        {.mistake = "The cite or comment beside an after-tax clause uses words that usually mean "
                    "Roth deferrals.",
         .find = "Roth deferrals share the 402(g) limit with pre-tax ones and come out tax-free; "
                 "voluntary after-tax contributions have a limit of their own, and their earnings "
                 "are taxable.",
         .fix = "Where Roth deferrals are meant, write `roth allowed`, and `after-tax not stated`.",
         .avoid = "Write `after-tax allowed` only where the document says voluntary, non-Roth, or "
                  "employee after-tax contributions.",
         .example = "after-tax allowed cite \"Roth after-tax contributions, p. 4\""},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const auto& clause : in.plan.contributions) {
        if (clause.value.kind != Kind::after_tax || clause.value.answer != Answer::allowed)
          continue;
        const std::string said = words_about(in.sources, clause.where, clause.cite);
        for (std::string_view words : {"roth after-tax", "roth after tax", "after-tax roth",
                                       "after tax roth", "post-tax", "posttax"}) {
          if (said.find(words) == said.npos) continue;
          report(clause.where,
                 fmt::format("`{}` beside after-tax money may mean Roth deferrals", words));
          break;
        }
      }
    }};

}  // namespace rothcheck::checker
