// A plan on a page for a committee, which names nobody: what the document says, for whom, what it
// is silent on, and a place to sign.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.hpp"
#include "model/plan.hpp"

namespace rothcheck::reports {

/// What the document says of one subject, clause by clause.
struct CardSubject {
  std::string_view name;
  std::vector<Span> clauses;
};

struct Card {
  const PlanAnswer& plan;
  const Sources& sources;
  const LimitTable& limits;
  std::vector<CardSubject> subjects;
};

Card card_of(const Plan& plan, const PlanAnswer& answer, const Sources& sources,
             const LimitTable& limits);

void write_card_text(const Card& card, std::ostream& out);
void write_card_markdown(const Card& card, std::ostream& out);
void write_card_html(const Card& card, std::ostream& out);

}  // namespace rothcheck::reports
