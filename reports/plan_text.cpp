// The head of a plan in `check -f text`: what the plan alone decides, why, and what to ask its
// administrator.
#include <fmt/format.h>

#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/sources_of_law.hpp"

namespace rothcheck::reports {

namespace {

std::string_view plan_sentence(Verdict verdict) {
  switch (verdict) {
    case Verdict::available:
      return "after-tax money may go in, and can become Roth while people are employed";
    case Verdict::at_separation:
      return "after-tax money may go in, but can become Roth only after employment ends";
    case Verdict::no_room:
      return "after-tax money may go in, but nothing is left for it";
    case Verdict::not_eligible:
      return "nobody may take part";
    case Verdict::not_available:
      return "the plan rules the mega backdoor Roth out";
    case Verdict::undetermined:
      return "the plan file does not settle it";
  }
  return "";
}

std::string_view route_name(Route route) {
  switch (route) {
    case Route::in_plan_roth_rollover:
      return "in-plan Roth rollover";
    case Route::in_service_distribution:
      return "payment to a Roth IRA while employed";
    case Route::separation:
      return "payment to a Roth IRA when employment ends";
  }
  return "";
}

std::string_view grade_words(Grade grade) {
  switch (grade) {
    case Grade::easy:
      return "easy";
    case Grade::possible:
      return "possible, with the conditions below";
    case Grade::impractical:
      return "hard to use, for the conditions below";
  }
  return "";
}

void write_routes(Page& page, const PlanAnswer& plan) {
  std::string names;
  for (const Route route : plan.routes) {
    if (!names.empty()) names += "; ";
    names += route_name(route);
  }
  if (plan.grade) names += fmt::format(": {}", grade_words(*plan.grade));
  if (!names.empty()) page.entry("to Roth by", names);
}

void write_frictions(Page& page, const Sources& sources, const PlanAnswer& plan) {
  std::string_view label = "note";
  for (const Friction& friction : plan.frictions) {
    const std::string place = line_place(sources, friction.where);
    page.entry(label, place.empty() ? friction.text : fmt::format("{} ({})", friction.text, place));
    label = "";
  }
}

void write_questions(Page& page, const Sources& sources, const PlanAnswer& plan) {
  std::string_view label = "ask";
  for (const Question& question : plan.questions) {
    const std::string place = line_place(sources, question.where);
    page.entry(label, fmt::format("the plan administrator: \"{}\"{}", asked(question.kind),
                                  place.empty() ? "" : fmt::format(" ({})", place)));
    label = "";
  }
}

std::string amounts_of(const YearFigures& year) {
  std::string amounts;
  for (const LimitKey key : {LimitKey::annual_additions_415c, LimitKey::elective_deferral_402g,
                             LimitKey::catch_up_age_50, LimitKey::compensation_401a17}) {
    const std::optional<Money> amount = year.money(key);
    if (!amount) continue;
    if (!amounts.empty()) amounts += ", ";
    amounts += fmt::format("{} {}", limit_row(key).label, to_string(*amount));
  }
  return amounts;
}

void write_limits(Page& page, const LimitTable& limits, int plan_year) {
  const YearFigures* year = limits.find(plan_year);
  if (year == nullptr) return;
  page.entry("limits",
             fmt::format("{}: {} ({})", plan_year, amounts_of(*year), source_of_year(*year)));
  if (year->overridden) {
    page.entry("", fmt::format("stated by {}, which replaces the published figures", year->file));
  }
}

}  // namespace

std::string plan_title(const PlanAnswer& plan) {
  const std::string year = std::to_string(plan.year);
  return plan.name.ends_with(year) ? plan.name : fmt::format("{}, {}", plan.name, year);
}

void write_plan_text(Page& page, const CheckReport& report, const PlanAnswer& plan) {
  const Sources& sources = *report.sources;
  page.paragraph(plan_title(plan), 0, 4, Ink::bold);
  page.headline("", verdict_word(plan.verdict), verdict_ink(plan.verdict),
                plan_sentence(plan.verdict));
  if (plan.decided_by.somewhere()) {
    // A clause never keeps the answer open: it only says how far the file goes.
    page.entry(plan.verdict == Verdict::undetermined ? "it says" : "because",
               quoted_clause(sources, plan.decided_by));
  }
  write_routes(page, plan);
  write_frictions(page, sources, plan);
  write_questions(page, sources, plan);
  write_limits(page, *report.limits, plan.year);
  write_finding_entries(page, sources, plan.findings);
}

}  // namespace rothcheck::reports
