#include "reports/card.hpp"

#include <algorithm>
#include <utility>

namespace rothcheck::reports {

namespace {

/// A block of the language, as a committee calls what it is about.
constexpr std::pair<std::string_view, std::string_view> subjects[] = {
    {"contributions", "What may go in"},
    {"in-plan-roth-rollover", "Move to Roth inside the plan"},
    {"in-service-distribution", "Payment while employed"},
    {"match", "Match"},
    {"nonelective", "Profit sharing and the like"},
    {"other-additions", "Other additions"},
    {"eligibility", "Who is in"},
    {"automatic-enrollment", "Automatic enrolment"},
    {"compensation", "Pay that counts"},
    {"compensation for match", "Pay that counts for the match"},
    {"compensation for nonelective", "Pay that counts for profit sharing"},
    {"testing", "Yearly tests"},
    {"plan", "The plan"}};

void add(CardSubject& subject, Span where) {
  if (where.somewhere() &&
      std::find(subject.clauses.begin(), subject.clauses.end(), where) == subject.clauses.end())
    subject.clauses.push_back(where);
}

template <class Value>
void add_clauses(CardSubject& subject, const Provision<Value>& provision) {
  add(subject, provision.where);
}

/// Of a block the lines are the clauses.
void add_clauses(CardSubject& subject, const Provision<Match>& block) {
  const std::size_t before = subject.clauses.size();
  for (const MatchFormula& formula : block.value.formulas) {
    for (const auto& tier : formula.tiers) add(subject, tier.where);
    for (const auto& step : formula.steps) add(subject, step.where);
  }
  for (const auto& limit : block.value.limits) add(subject, limit.where);
  if (block.value.discretionary) add(subject, block.value.discretionary->where);
  if (subject.clauses.size() == before) add(subject, block.where);
}

}  // namespace

Card card_of(const Plan& plan, const PlanAnswer& answer, const Sources& sources,
             const LimitTable& limits) {
  Card card{answer, sources, limits, {}};
  for (const auto& [block, name] : subjects) {
    CardSubject subject{.name = name, .clauses = {}};
    for_each_feature([&, wanted = block](const FeatureRow& row, auto member) {
      if (row.block != wanted) return;
      for (const auto& provision : plan.*member) add_clauses(subject, provision);
    });
    // As the document has them.
    std::sort(subject.clauses.begin(), subject.clauses.end(), [](Span a, Span b) {
      return std::pair{a.source, a.begin} < std::pair{b.source, b.begin};
    });
    if (!subject.clauses.empty()) card.subjects.push_back(std::move(subject));
  }
  return card;
}

}  // namespace rothcheck::reports
