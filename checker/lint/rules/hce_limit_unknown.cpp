// A limit for the highly compensated without a figure.  READING.md R4.1
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::hce_limit_unknown{
    .kind = {.code = "MBR109",
             .name = "hce-limit-unknown",
             .severity = Severity::info,
             .citation = "",
             .why =
                 "The document says that highly compensated people have a limit of their own, and "
                 "the plan file does not know it. Their room can then only be given as bounds.",
             .help = "ask: what is this year's limit on after-tax contributions for highly "
                     "compensated employees?"},
    .page = {.mistake = "A limit for the highly compensated is written as unknown.",
             .find = "The figure is often set each year by the plan's committee or recordkeeper. "
                     "It is on the enrolment site, not in the document.",
             .fix = "Write the figure, with `in 2026` where it changes by the year.",
             .avoid = "Ask for the figure with each year's announcement of limits.",
             .example = "limit unknown on after-tax for hce"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      for (const auto& limit : in.plan.limits) {
        if (limit.scope.group.highly_compensated != true || !limit.scope.group.others.empty() ||
            limit.value.amount.basis != Amount::Basis::unknown)
          continue;
        Finding& found =
            report(limit.where,
                   "the limit for the highly compensated is unknown, so their room stays open");
        found.ask = "what is this year's limit on contributions of highly compensated employees?";
      }
    }};

}  // namespace rothcheck::checker
