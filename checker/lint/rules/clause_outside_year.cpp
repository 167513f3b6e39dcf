// Clauses that are in force on no day of the plan's year.
#include <fmt/format.h>

#include <algorithm>

#include "checker/lint/rule.hpp"
#include "checker/terms/groups.hpp"

namespace rothcheck::checker {
namespace {

/// Whether another clause of the feature goes on where this one ends, or ends where it begins: then
/// the file tells the history of one clause, and only a part of it belongs to the year.
template <class T>
bool is_history(const Provision<T>& clause, const std::vector<Provision<T>>& feature) {
  return std::any_of(feature.begin(), feature.end(), [&](const Provision<T>& other) {
    const auto goes_on = [](const Scope& first, const Scope& next) {
      return first.until && next.from && day_after(*first.until) == *next.from;
    };
    return goes_on(clause.scope, other.scope) || goes_on(other.scope, clause.scope);
  });
}

template <class T>
void look_at(const std::vector<Provision<T>>& feature, PlanYear year, const Reporter& report) {
  for (const Provision<T>& clause : feature) {
    if (meets(clause.scope, year) || is_history(clause, feature)) continue;
    const bool over = clause.scope.until && *clause.scope.until < year.first;
    report(clause.where, over
                             ? fmt::format("this clause ends on {}, and the plan year begins on {}",
                                           to_string(*clause.scope.until), to_string(year.first))
                             : fmt::format("this clause begins on {}, and the plan year ends on {}",
                                           to_string(*clause.scope.from), to_string(year.last)));
  }
}

void look_at_lines(const Match& match, PlanYear year, const Reporter& report) {
  for (const MatchFormula& formula : match.formulas) {
    look_at(formula.tiers, year, report);
    look_at(formula.steps, year, report);
  }
  look_at(match.limits, year, report);
}

}  // namespace

constexpr Rule rule::clause_outside_year{
    .kind = {.code = "PLN345",
             .name = "clause-outside-year",
             .severity = Severity::warning,
             .citation = "",
             .why = "The clause is in force on no day of the year that is checked, so it has no "
                    "effect on the answer. Often the year of the plan or of the clause is a slip.",
             .help = "compare the dates with the plan's year; --year checks another one"},
    .page = {.mistake = "The dates of a clause do not meet the plan year.",
             .find = "Compare `in`, `from` and `until` of the clause with `year` and with the "
                     "limitation year of the plan.",
             .fix = "Correct the date or the plan's year. Where the clause is of another year, "
                    "write the one that followed it behind it.",
             .avoid = "Write a change as an amendment with its effective date.",
             .example = "year 2026; limit 5% of pay on after-tax in 2025"},
    .in_answer = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      const PlanYear year = in.law().plan_year;
      for_each_feature(
          [&](const FeatureRow&, auto feature) { look_at(in.plan.*feature, year, report); });
      for (const auto& match : in.plan.matches) look_at_lines(match.value, year, report);
    }};

}  // namespace rothcheck::checker
