// The head of a plan in `check -f text`: what the plan alone decides, why, and what to ask its
// administrator.
#include <fmt/format.h>

#include <algorithm>

#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/sources_of_law.hpp"

namespace rothcheck::reports {

namespace {

// A page has no place for more; json has them all.
constexpr std::size_t most_groups = 12;

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
    case Verdict::varies:
      return "it depends on who somebody is";
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

// Whom each of the plan's verdicts is for, where they differ.
void write_groups(Page& page, const Sources& sources, const PlanAnswer& plan) {
  if (plan.verdict != Verdict::varies) return;
  std::string_view label = "for whom";
  const std::size_t shown = std::min(plan.groups.size(), most_groups);
  for (std::size_t i = 0; i < shown; ++i) {
    const GroupAnswer& group = plan.groups[i];
    std::string words = fmt::format("{}: {}", group.group, to_string(group.verdict));
    if (group.decided_by.somewhere())
      words += fmt::format(": {}", quoted_clause(sources, group.decided_by));
    for (const Question& question : group.questions)
      words += fmt::format("; ask: \"{}\"", asked(question.kind));
    page.entry(label, words);
    label = "";
  }
  if (shown < plan.groups.size())
    page.entry("",
               fmt::format("and {} more groups; -f json has them all", plan.groups.size() - shown));
}

void write_assumptions(Page& page, const PlanAnswer& plan) {
  for (const Assumption assumption : plan.assumptions.list())
    page.entry("assumed", sentence_of(assumption));
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

void write_tested(Page& page, const PlanAnswer& plan) {
  if (!plan.acp) return;
  if (plan.acp->untested.empty()) {
    std::string words = "each year by the ACP test (IRC 401(m)), which may take some of it back";
    if (!plan.acp->safe_harbor.empty()) words += fmt::format("; {}", plan.acp->safe_harbor);
    page.entry("tested", words);
  } else {
    page.entry("not tested", plan.acp->untested);
  }
}

std::string amounts_of(const YearFigures& year, const std::optional<LimitInForce>& additions,
                       int plan_year) {
  std::string amounts;
  const auto add = [&](LimitKey key, std::optional<Money> amount) {
    if (!amount) return;
    if (!amounts.empty()) amounts += ", ";
    amounts += fmt::format("{} {}", limit_row(key).label, to_string(*amount));
  };
  if (additions) {
    add(LimitKey::annual_additions_415c, additions->amount);
    // A limitation year has the limit of the calendar year in which it ends.
    if (additions->year != plan_year) amounts += fmt::format(" of {}", additions->year);
    add(LimitKey::elective_deferral_402g, year.money(LimitKey::elective_deferral_402g));
  } else {
    add(LimitKey::limit_457b, year.money(LimitKey::limit_457b));
  }
  for (const LimitKey key : {LimitKey::catch_up_age_50, LimitKey::compensation_401a17})
    add(key, year.money(key));
  return amounts;
}

void write_limits(Page& page, const LimitTable& limits, const PlanAnswer& plan) {
  const YearFigures* year = limits.find(plan.year);
  if (year == nullptr) return;
  std::string sources{source_of_year(*year)};
  if (plan.annual_additions && plan.annual_additions->year != plan.year) {
    const int ends = plan.annual_additions->year;
    if (const YearFigures* end = limits.find(ends))
      sources += fmt::format("; for {}: {}", ends, source_of_year(*end));
  }
  page.entry("limits", fmt::format("{}: {} ({})", plan.year,
                                   amounts_of(*year, plan.annual_additions, plan.year), sources));
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
  write_groups(page, sources, plan);
  write_routes(page, plan);
  write_frictions(page, sources, plan);
  write_questions(page, sources, plan);
  write_assumptions(page, plan);
  write_tested(page, plan);
  write_limits(page, *report.limits, plan);
  write_finding_entries(page, sources, plan.findings);
}

}  // namespace rothcheck::reports
