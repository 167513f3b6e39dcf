// Clauses that give the highly compensated more.  READING.md R4.1
#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {
namespace {

bool is_more(const Amount& one, const Amount& other) {
  if (one.basis != other.basis || one.basis == Amount::Basis::unknown) return false;
  return one.basis == Amount::Basis::money ? one.money > other.money : one.rate > other.rate;
}

}  // namespace

constexpr Rule rule::hce_favoured{
    .kind =
        {.code = "LAW106",
         .name = "hce-favoured",
         .severity = Severity::error,
         .citation = "IRC 401(a)(4); Treas. Reg. 1.401(a)(4)-4",
         .why = "Benefits, rights and features must not favour the highly compensated. A higher "
                "ceiling for them than for everybody else, or after-tax contributions for them "
                "alone, does.",
         .help =
             "exchange the two figures if they were mixed up, or give everybody the higher one"},
    .page = {.mistake = "A clause gives the highly compensated more than the others.",
             .find = "Compare the two lines with the document: usually the groups were exchanged.",
             .fix = "Correct the groups. Where the document really says so, it needs an amendment.",
             .avoid = "Lower limits belong `for hce`.",
             .example =
                 "limit 10% of pay on after-tax for hce; limit 6% of pay on after-tax for nhce"},
    .check = [](const RuleInput& in, const Reporter& report) {
      // Governmental plans are outside the nondiscrimination rules, and an owner's plan has nobody
      // else.
      if (in.plan.type.sponsor == PlanSponsor::governmental ||
          in.plan.type.family == PlanFamily::solo_401k)
        return;
      for (const auto& high : in.plan.limits) {
        for (const auto& low : in.plan.limits) {
          if (!differ_by_hce_alone(high.scope, low.scope) || high.value.kinds != low.value.kinds)
            continue;
          if (!is_more(high.value.amount, low.value.amount)) continue;
          report(high.where,
                 fmt::format("{} for hce is above the {} for nhce", brief(high.value.amount),
                             brief(low.value.amount)),
                 {{"the others' limit", low.where}});
        }
      }
      const auto* allowed = allowing(in.plan.contributions, Kind::after_tax);
      const auto* refused = forbidding(in.plan.contributions, Kind::after_tax);
      if (allowed == nullptr || refused == nullptr ||
          !differ_by_hce_alone(allowed->scope, refused->scope))
        return;
      report(allowed->where, "after-tax contributions are for the highly compensated alone",
             {{"the others are left out here", refused->where}});
    }};

}  // namespace rothcheck::checker
