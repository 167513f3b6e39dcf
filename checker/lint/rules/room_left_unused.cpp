// A ceiling in dollars that suits the full match only.  READING.md R2.3
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"
#include "checker/terms/groups.hpp"

namespace rothcheck::checker {

constexpr Rule rule::room_left_unused{
    .kind = {.code = "MBR110",
             .name = "room-left-unused",
             .severity = Severity::info,
             .citation = "IRC 415(c)(1)(A)",
             .why = "The ceiling is one figure for everybody, cut so that it fits beside the full "
                    "match. People with a smaller match have room under the annual additions limit "
                    "that the ceiling keeps them from using.",
             .help = "nothing needs mending; a ceiling in terms of the annual additions limit "
                     "would use all of the room"},
    .page = {.mistake =
                 "A ceiling in dollars on after-tax money leaves a part of the law's room unused.",
             .find = "Subtract the ceiling from the annual additions limit less deferrals: the "
                     "rest is what a full match takes.",
             .fix =
                 "Where the document says `up to the annual additions limit`, remove the ceiling.",
             .avoid = "Update the ceiling each year.",
             .example = "limit $35,250 on after-tax; match { 50% of all }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      const Figures& law = in.law();
      if (in.plan.matches.empty() && in.plan.nonelectives.empty()) return;
      // Where nobody may contribute after tax, no room is left unused by a ceiling.
      if (in.answer().verdict == Verdict::not_available) return;
      const bool deferrals = !forbidding(in.plan.contributions, Kind::pre_tax) ||
                             !forbidding(in.plan.contributions, Kind::roth);
      const Money most =
          remainder(law.annual_additions.amount, deferrals ? law.deferrals.amount : Money{});
      for (const auto& limit : in.plan.limits) {
        const Amount& amount = limit.value.amount;
        if (limit.value.kinds != Kinds{Kind::after_tax} || amount.basis != Amount::Basis::money ||
            limit.value.each_pay_period || limit.value.per_hour)
          continue;
        if (!meets(limit.scope, law.plan_year) || amount.money >= most) continue;
        // A ceiling that another one is never above keeps nobody from anything.
        const auto keeps = [&](const auto& other) {
          return &other != &limit && keeps_from(other, limit, law);
        };
        if (std::any_of(in.plan.limits.begin(), in.plan.limits.end(), keeps)) continue;
        const std::string_view without = in.plan.matches.empty() ? "nonelective money" : "a match";
        report(limit.where,
               fmt::format("without {}, {} of the {} room stays unused above {}", without,
                           brief(most - amount.money), law.year, brief(amount)));
      }
    }};

}  // namespace rothcheck::checker
