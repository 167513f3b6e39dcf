// A finished run made by hand: one plan text, one person in each state, for the tests of reports.
#pragma once

#include <deque>
#include <sstream>
#include <string>
#include <string_view>

#include "model/assessment.hpp"
#include "reports/report.hpp"

namespace rothcheck::reports {

inline constexpr FindingKind sample_kind{
    "MBR104", "after-tax-no-exit", Severity::warning, "IRC 402A(c)(4)", "why", "help of the kind"};

inline constexpr std::string_view sample_plan =
    "plan \"Acme 401(k) Savings Plan\" {\n"
    "    type 401(k)\n"
    "    contributions {\n"
    "        after-tax allowed    cite \"SPD p. 9\"\n"
    "        limit 10% of pay   on after-tax    cite \"SPD \\\"gold\\\" p. 10\"\n"
    "    }\n"
    "    in-plan-roth-rollover { after-tax allowed; automatic daily }\n"
    "}\n";

/// Owns what a report refers to.
struct Sample {
  Sources sources;
  LimitTable limits;
  CheckReport report;

  Sample();
  Sample(const Sample&) = delete;

  /// The span of the first place where `words` stand in the plan.
  Span span(std::string_view words) const {
    const std::size_t at = sample_plan.find(words);
    return {1, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  void add(Assessment answer) {
    report.summary.add(answer);
    report.participants.push_back(std::move(answer));
  }

  template <class Write>
  std::string written(Write write, CheckOptions options = {}) const {
    std::ostringstream out;
    write(report, options, out);
    return out.str();
  }
};

inline Sample::Sample() {
  sources.add("acme.plan", std::string(sample_plan));
  YearFigures& year = limits.at(2026);
  year.year = 2026;
  year.file = "2026.toml";
  year[LimitKey::annual_additions_415c] = Figure{72'000_usd, "Notice 2025-67", {}};
  year[LimitKey::elective_deferral_402g] = Figure{24'500_usd, "Notice 2025-67", {}};

  PlanAnswer plan;
  plan.annual_additions = {Money::dollars(72'000), 2026};
  plan.name = "Acme 401(k) Savings Plan";
  plan.where = span("plan \"Acme 401(k) Savings Plan\"");
  plan.year = 2026;
  plan.verdict = Verdict::available;
  plan.routes = {Route::in_plan_roth_rollover};
  plan.frictions = {{"automatic daily", span("automatic daily")}};
  plan.questions = {{QuestionKind::in_service}};
  plan.decided_by = span("after-tax allowed");

  report.year = 2026;
  report.limits = &limits;
  report.sources = &sources;
  report.plans = {plan};
}

/// $15,000.00 under the plan's limit, of $41,500.00 under 415(c).
inline Assessment sample_answer(const Sample& sample) {
  const Span clause = sample.span("limit 10% of pay   on after-tax");
  Assessment answer;
  answer.id = "E1";
  answer.verdict = Verdict::available;
  answer.room = exactly(15'000_usd);
  answer.remaining = exactly(15'000_usd);
  answer.binding = Binding::plan_limit;
  answer.binding_at = clause;
  answer.highly_compensated = false;
  answer.age = 28;
  answer.deferrals = exactly(24'500_usd);
  answer.catch_up = exactly(0_usd);
  answer.employer = exactly(6'000_usd);
  answer.roth_catch_up_required = false;
  answer.constraints = {{Binding::annual_additions_limit, exactly(41'500_usd), {}},
                        {Binding::plan_limit, exactly(15'000_usd), clause}};
  Worksheet& lines = answer.worksheet;
  lines.start(LineKind::annual_additions_limit, 72'000_usd);
  lines.rests_on(LimitKey::annual_additions_415c, 2026);
  lines.less(LineKind::less_deferrals, 24'500_usd);
  lines.less(LineKind::less_employer, 6'000_usd);
  lines.result(LineKind::room_annual_additions, 41'500_usd);
  lines.start(LineKind::plan_limit, 15'000_usd, clause);
  lines.result(LineKind::room_plan_limit, 15'000_usd);
  lines.least(LineKind::room, 15'000_usd);
  answer.assumptions.add(Assumption::most_deferrals);
  return answer;
}

/// A missing fact keeps the room between $0.00 and $40,500.00.
inline Assessment open_answer() {
  Assessment answer;
  answer.id = "E2";
  answer.verdict = Verdict::undetermined;
  answer.room = {0_usd, 40'500_usd};
  answer.remaining = answer.room;
  answer.deferrals = exactly(24'500_usd);
  answer.catch_up = exactly(0_usd);
  answer.employer = {0_usd, 7'000_usd};
  answer.constraints = {{Binding::annual_additions_limit, {33'500_usd, 40'500_usd}, {}}};
  answer.questions = {{QuestionKind::limit_amount}, {QuestionKind::pay}};
  return answer;
}

}  // namespace rothcheck::reports
