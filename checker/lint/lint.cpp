// The rules, run on a plan in its year.
#include "checker/lint/lint.hpp"

#include <iterator>

#include "checker/judge/check.hpp"
#include "checker/judge/plan_answer.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {
namespace {

void append(Findings& all, Findings more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

Findings lint(const Plan& plan, std::optional<int> year, const LimitTable& limits,
              const Sources& sources) {
  if (year && missing_years(plan, *year, limits).empty()) {
    const Figures law = figures_for(plan, *year, limits);
    const Inquiry inquiry = inquiry_of(plan, law);
    const std::vector<GroupTerms> groups = groups_of(plan, inquiry, law);
    PlanAnswer answer = plan_answer_of(plan, inquiry, law, groups, limits);
    Findings found = std::move(answer.findings);
    const YearView view{law, inquiry, answer, groups};
    append(found, run_rules({plan, limits, sources, year, &view}, false));
    return found;
  }
  // A limitation year that runs on into a year without figures is a rule's to say.
  const bool begins = year && limits.find(*year) != nullptr;
  Findings found = year && !begins ? year_is_known(limits, plan, *year) : Findings{};
  append(found, run_rules({plan, limits, sources, year, nullptr}, false));
  return found;
}

}  // namespace rothcheck::checker
