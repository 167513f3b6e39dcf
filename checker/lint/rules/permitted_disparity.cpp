// More employer money above a level of pay than the law lets be integrated.  READING.md R21.2
#include "checker/law/permitted_disparity.hpp"

#include <fmt/format.h>

#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {
namespace {

bool is_safe_harbor_money(const Plan& plan) {
  return std::any_of(plan.safe_harbor.begin(), plan.safe_harbor.end(), [](const auto& clause) {
    return clause.value == SafeHarbor::nonelective || clause.value == SafeHarbor::qaca_nonelective;
  });
}

/// The rate on all pay that the lines above a level build on.
Rate base_rate(const Terms& terms, const Plan& plan) {
  Rate sum;
  for (const NonelectiveTerm& line : terms.nonelectives) {
    if (line.above == Money{}) sum = sum + line.amount.of_pay;
  }
  if (!is_safe_harbor_money(plan)) return sum;
  return sum > safe_harbor_nonelective ? sum - safe_harbor_nonelective : Rate{};
}

/// What is wrong with one line above a level, if anything.
std::optional<std::string> fault_of(const NonelectiveTerm& line, Rate base, Money wage_base,
                                    int year) {
  const std::optional<Rate> most = most_disparity(line.above, wage_base);
  if (!most) {
    return fmt::format("the level of {} is above the Social Security wage base of {}, {}",
                       brief(line.above), year, brief(wage_base));
  }
  const Rate rate = line.amount.of_pay;
  if (rate > base) {
    return fmt::format("{} more above the level than the {} on all pay", to_percent_string(rate),
                       to_percent_string(base));
  }
  if (rate > *most * line.share) {
    return fmt::format("{} more above the level than below it, where the law lets it be {} in {}",
                       to_percent_string(rate), to_percent_string(*most * line.share), year);
  }
  return std::nullopt;
}

}  // namespace

constexpr Rule rule::permitted_disparity{
    .kind = {.code = "LAW108",
             .name = "permitted-disparity",
             .severity = Severity::error,
             .citation = "IRC 401(l)(2), 401(l)(5)(C); Treas. Reg. 1.401(l)-2(d)(4)",
             .why = "Money above a level of pay makes up for Social Security, which ends at the "
                    "wage base. It may be at most as many percent as all pay gets, and at most "
                    "5.7: 5.4 above a level between 80% and 100% of the wage base, 4.3 above one "
                    "between 20% and 80%.",
             .help = "look the two rates up again: `above` states what is added there, not the "
                     "sum of both"},
    .page = {.mistake = "The rate above a level of pay is too far above the rate below it.",
             .find = "Subtract the rate on all pay from the rate that pay above the level gets.",
             .fix = "Write the difference behind `above`, and the rate on all pay on a line of "
                    "its own.",
             .avoid =
                 "Money of a nonelective safe harbor, 3% of pay, is no part of the rate on all "
                 "pay here.",
             .example = "nonelective { 3% of pay; 5.7% of pay above the wage base }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      // Governmental plans are outside the nondiscrimination rules.
      if (in.plan.type.sponsor == PlanSponsor::governmental) return;
      std::vector<Span> seen;
      for (const GroupTerms& group : in.groups()) {
        const Rate base = base_rate(group.terms, in.plan);
        for (const NonelectiveTerm& line : group.terms.nonelectives) {
          const Span where = line.amount.where;
          if (line.above == Money{} || std::find(seen.begin(), seen.end(), where) != seen.end())
            continue;
          const auto fault = fault_of(line, base, in.law().wage_base.amount, in.law().year);
          if (!fault) continue;
          seen.push_back(where);
          report(where, *fault);
        }
      }
    }};

}  // namespace rothcheck::checker
